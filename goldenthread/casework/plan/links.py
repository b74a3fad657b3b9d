"""Whether every link of a plan leads somewhere: ids that are unique, lines that exist, and are of the kind that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from goldenthread.casework.plan.errors import Trouble
from goldenthread.casework.plan.lines import Line, Paper
from goldenthread.casework.plan.plan_types import SectionSet
from goldenthread.casework.plan.shapes import Plan

WORDS = {"needs": "a need", "outcomes": "an outcome", "views": "a line of views", "provision": "provision", "placement":
    "a placement",
         "payments": "a payment", "papers": "a paper", "text": "text"}  # fmt: skip


def link_troubles(plan: Plan, kinds: SectionSet) -> list[Trouble]:
    """What is wrong with ids and links."""
    held = {kind.key: kind.holds for kind in kinds.sections}
    lines = {line.id: (key, held[key]) for key, section in plan.sections.items() for line in section.lines}
    return [
        *_twice(plan), *_line_links(plan, lines), *_around(plan, lines),
    ]  # fmt: skip


def _twice(plan: Plan) -> Iterator[Trouble]:
    seen: dict[str, str] = {}
    for key, section in plan.sections.items():
        for place, line in enumerate(section.lines, 1):
            here = f"section {key}, {place}."
            if not line.id.strip():
                yield Trouble(here, "the line’s id is empty. Give each line an id of its own.")
            elif line.id in seen:
                yield Trouble(
                    here, f"the id “{line.id}” is taken by {seen[line.id]}. Give each line an id of its own."
                )
            seen.setdefault(line.id, here.rstrip("."))
    for name, ids in (
        ("advice", [one.id for one in plan.advice]),
        ("comments", [one.id for one in plan.comments]),
    ):
        for one in sorted({one for one in ids if ids.count(one) > 1}):
            yield Trouble(name, f"the id “{one}” is there twice. Give each its own.")


def _line_links(plan: Plan, lines: dict[str, tuple[str, str]]) -> Iterator[Trouble]:
    paragraphs = {one.id: {paragraph.number for paragraph in one.paragraphs} for one in plan.advice}
    for key, section in plan.sections.items():
        for line in section.lines:
            where = f"section {key}, line “{line.id}”"
            yield from _named(line, where, lines)
            for source in line.sources:
                if source.advice not in paragraphs:
                    yield Trouble(where, f"it cites the advice “{source.advice}”, and no advice has that id.")
                elif source.paragraph not in paragraphs[source.advice]:
                    yield Trouble(
                        where,
                        f"it cites paragraph {source.paragraph} of “{source.advice}”, which has no such paragraph.",
                    )
            if isinstance(line, Paper) and line.advice and line.advice not in paragraphs:
                yield Trouble(where, f"it lists the advice “{line.advice}”, and no advice has that id.")


def _named(line: Line, where: str, lines: dict[str, tuple[str, str]]) -> Iterator[Trouble]:
    for one in fields(line):
        wanted = str(one.metadata.get("names") or "")
        for name in getattr(line, one.name) if wanted else ():
            if name not in lines:
                yield Trouble(where, f"{one.name} names the line “{name}”, and no line has that id.")
            elif lines[name][1] != wanted:
                section, holds = lines[name]
                yield Trouble(
                    where,
                    f"{one.name} names “{name}”, which is {WORDS[holds]} in section {section}, not {WORDS[wanted]}.",
                )


def _around(plan: Plan, lines: dict[str, tuple[str, str]]) -> Iterator[Trouble]:
    named = [("comments", one.line) for one in plan.comments] + [
        ("overrides", one.line) for one in plan.overrides
    ]
    for kind, line in named:
        if line and line not in lines:
            yield Trouble(kind, f"one names the line “{line}”, and no line has that id.")
