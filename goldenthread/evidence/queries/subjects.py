"""Everything of which position statements are made: areas, priorities, criteria, each with what stands and what is at work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.evidence.criteria import criteria_in_force
from goldenthread.evidence.models import StatementVersion
from goldenthread.evidence.queries.statements import Held, statements_held
from goldenthread.programme.models import Area, Priority, Programme
from goldenthread.programme.queries.areas import areas_as_known


@dataclass(frozen=True)
class Subject:
    """One thing to make a statement of."""

    kind: str
    code: str
    title: str
    standing: Held | None = None
    at_work: Held | None = None


def subjects_of(programme: Programme, day: date) -> list[tuple[str, list[Subject]]]:
    """By sort, every subject of a programme on a day. A flat number of queries."""
    versions = StatementVersion.objects.filter(statement__programme=programme, begun_on__lte=day)
    versions = versions.select_related("statement__area", "statement__priority")
    standing = _by_subject(statements_held(versions.standing_on(day), day))
    at_work = _by_subject(statements_held(versions.at_work(), day))

    def made(kind: str, code: Any, title: str) -> Subject:
        found = (kind, str(code))
        return Subject(kind, str(code), title, standing.get(found), at_work.get(found))

    areas = areas_as_known(Area.objects.filter(plan__programme=programme), day)
    priorities = Priority.objects.filter(plan__programme=programme, plan__known_on__lte=day).order_by(
        "plan_id", "number"
    )
    return [
        ("Areas of the plans", [made("area", one.area.pk, f"Area {one.number}: {one.title}") for one in areas]),
        ("Priorities of the strategy", [made("priority", one.pk, f"{one.number}. {one.title}") for one in priorities]),
        ("What inspectors look at", [made("criterion", one.code, one.words) for one in criteria_in_force(day)]),
    ]  # fmt: skip


def _by_subject(held: list[Held]) -> dict[tuple[str, str], Held]:
    found = {}
    for one in held:
        about = one.version.statement
        if about.area_id:
            key = ("area", str(about.area_id))
        elif about.priority_id:
            key = ("priority", str(about.priority_id))
        else:
            key = ("criterion", about.criterion)
        found[key] = one
    return found
