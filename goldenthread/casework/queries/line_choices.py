"""What a line can be linked to, and how a new one begins from a paragraph of advice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import Case, PlanText
from goldenthread.casework.plan.plan_types import SectionKind
from goldenthread.casework.queries.editor import Content, kinds_of, short
from goldenthread.casework.queries.plans import paragraphs_of

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class LineChoices:
    """What a line can be linked to in this plan."""

    needs: Choices
    outcomes: Choices
    views: Choices
    advice: Choices
    paragraphs: list[tuple[str, Choices]]


def choices_for(case: Case, text: PlanText, on: date) -> LineChoices:
    """The lines of the plan by what their sections hold, and the paragraphs of the advice."""
    held: dict[str, Choices] = {"needs": [], "outcomes": [], "views": []}
    for kind in kinds_of(text, on).sections:
        if kind.holds in held:
            held[kind.holds] += [
                (line["id"], f"{line['id']}: {short(line)}")
                for line in text.sections.get(kind.key, {}).get("lines", ())
            ]
    beside = paragraphs_of(case)
    everything = case.advice.all()
    return LineChoices(
        **held, advice=[(one.key, str(one)) for one in everything],
        paragraphs=[
            (str(one.body), [(f"{one.key}:{part.number}", f"{part.number}: {short({'text': part.text})}") for part in parts])
            for one, parts in beside
        ],
    )  # fmt: skip


def line_from_advice(case: Case, kind: SectionKind, source: str) -> Content:
    """How a line begins that is made from a paragraph, such as “advice-3:2”: with its words, and the link to it.

    From nothing, or from a paragraph that is not of this case, it begins empty.
    """
    advice, _, number = source.rpartition(":")
    for one, paragraphs in paragraphs_of(case):
        for part in paragraphs if one.key == advice else ():
            if str(part.number) == number:
                link = {"sources": [{"advice": one.key, "paragraph": part.number}]}
                return link if kind.own_words and one.letter != "a" else {"text": part.text, **link}
    return {}


def typed_into(text: PlanText, section: str, name: str, content: Content) -> dict[str, Any]:
    """The sections as they would be with one line as somebody types it; a new one stands at the end."""
    sections = dict(text.sections)
    lines = list(sections.get(section, {}).get("lines", ()))
    place = next((place for place, one in enumerate(lines) if one["id"] == name), None)
    line = {**content, "id": name or NEW}
    if place is None:
        lines.append(line)
    else:
        lines[place] = line
    sections[section] = {"lines": lines}
    return sections


NEW = "new-line"
"""The id of a line that is being typed and not kept yet."""
