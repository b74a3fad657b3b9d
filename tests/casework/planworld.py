"""A case whose plan is written: the example of docs/plan-file.md, put into the database as workers would."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.casework import plan as plan_package
from goldenthread.casework.actions.planning import add_line, begin_plan, say_why_empty
from goldenthread.casework.models import Advice, AdviceState, Case, PlanText
from tests.casework import world

EXAMPLE = json.loads((Path(plan_package.__file__).parent / "example.json").read_text())
OF = {"a": "other", "b": "education", "c": "medical", "d": "psychology", "e": "social-care", "h": "requested"}
DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4oKAARAwQCgAejgQBl4tBnAAAAABJRU5ErkJggg=="
)
"""A picture of one red dot."""
REQUESTED = date(2026, 8, 10)
ON = date(2026, 11, 20)


def drafting(**details: Any) -> Case:
    """A case in which the council has agreed to make a plan, with all of the example's advice in."""
    given, family = details.pop("of", ("Elby", "Larkfield"))
    called = details.pop("called", "Elby")
    child = world.make_child(given, family, born_on=date(2017, 10, 3), known_as=called, pronouns="they/them",
                             upn=None if given != "Elby" else "H801200001001")  # fmt: skip
    world.parent_of(child, details.pop("parent", None), name="Wren Larkfield")
    case = world.make_case(child, on=REQUESTED, **details)
    world.tell(case, "assessment-agreed", date(2026, 9, 14))
    for one in EXAMPLE["advice"]:
        take_in(case, one)
    world.tell(case, "plan-agreed", date(2026, 11, 9), on=ON)
    return case


def take_in(case: Case, given: dict[str, Any]) -> Advice:
    """One piece of the example's advice, asked for and in."""
    asked, came = date.fromisoformat(given["asked_on"]), date.fromisoformat(given["received_on"])
    request = world.tell(
        case,
        "advice-requested",
        asked,
        of=OF[given["kind"]],
        body=given["body"],
        reached_on=str(asked),
        on=ON,
    )
    world.tell(case, "advice-received", came, answers=request, author=given["author"], on=ON)
    return Advice.objects.create(
        case=case, request=request, letter=given["kind"], body=given["body"], state=AdviceState.IN, author=given["author"],
        role=given["role"], dated_on=given["dated_on"], received_on=came,
        paragraphs=[[one["number"], one["text"], one.get("tags", [])] for one in given["paragraphs"]],
    )  # fmt: skip


def written(case: Case, on: date = ON) -> PlanText:
    """The example's lines in the case's plan; the ids change to those that the plan gives."""
    begin_plan(case=case, on=on, by=None)
    names = {
        one["id"]: advice.key
        for one, advice in zip(EXAMPLE["advice"], case.advice.order_by("pk"), strict=True)
    }
    for section in ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "K"):
        for line in EXAMPLE["sections"][section].get("lines", []):
            given = _renamed({name: value for name, value in line.items() if name != "id"}, names)
            names[line["id"]] = add_line(case=case, section=section, content=given, on=on, by=None)
        if reason := EXAMPLE["sections"][section].get("empty_because"):
            say_why_empty(case=case, section=section, reason=reason, by=None)
    return PlanText.objects.get(case=case)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """The links of a line with the names that their ends have here."""
    if isinstance(value, dict):
        return {
            name: names.get(one, one) if name == "advice" else _renamed(one, names)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [names.get(one, one) if isinstance(one, str) else _renamed(one, names) for one in value]
    return value
