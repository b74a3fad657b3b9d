"""A version of a plan as papers, each made of what one reader may read: whole, in large print, and as an easy-read summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from django.template.loader import render_to_string

from goldenthread.casework.models import Picture as KeptPicture
from goldenthread.casework.models import PlanVersion
from goldenthread.casework.plan.lines import Line, Need, Outcome, Placement, Provision, View
from goldenthread.casework.plan.masking import masked
from goldenthread.casework.plan.shapes import Plan
from goldenthread.casework.queries.plan_readers import PlanReader, as_read_by
from goldenthread.casework.queries.reading import LineRead, sections_read
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Heading, Lines, Paper, Picture, Points, Text

Kind = TypeVar("Kind", bound=Line)
LARGE = 18
"""Points: what the Royal National Institute of Blind People calls large print begins at 16."""
STAGES = {
    "draft": "Draft plan",
    "final": "Final plan",
    "amendment": "Proposed changes to the plan",
    "amended": "Amended plan",
}


@dataclass(frozen=True)
class Rendering:
    """A version for one reader: the plan that they may read, and the pictures in it."""

    version: PlanVersion
    reader: PlanReader
    plan: Plan
    pictures: dict[tuple[str, str], KeptPicture]


def rendering(version: PlanVersion, reader: PlanReader) -> Rendering:
    """What every output of a version is made of. Only this case's own pictures can be in it."""
    held = KeptPicture.objects.filter(case_id=version.case_id, shown_from__isnull=False).select_related(
        "paper"
    )
    pictures = {(one.line, masked(one.description, reader.hidden)): one for one in held}
    return Rendering(version, reader, as_read_by(version, reader), pictures)


def plan_paper(made: Rendering, *, size: int = 11) -> Paper:
    """The whole plan."""
    plan, version = made.plan, made.version
    child = f"{plan.child.given_names} {plan.child.family_name}"
    blocks: list[Block] = [Lines(tuple(_about(plan, version)))]
    for section in sections_read(plan):
        blocks.append(Heading(f"{section.kind.key}: {section.kind.title}"))
        if not section.lines:
            blocks.append(Text(section.empty_because or "Nothing stands here."))
        for line in section.lines:
            blocks += _line(made, line)
    return Paper(
        title=f"{child}: {STAGES[plan.stage].lower()}", subtitle=_subtitle(plan, version), blocks=blocks, size=size,
        footer=f"{plan.child.reference}, version {version.number}, made for {made.reader.name}",
    )  # fmt: skip


def _subtitle(plan: Plan, version: PlanVersion) -> str:
    return f"{plan.authority}, version {version.number} of {in_words(version.issued_on)}"


def _about(plan: Plan, version: PlanVersion) -> Iterator[str]:
    yield f"Name: {plan.child.given_names} {plan.child.family_name}"
    yield f"Born: {in_words(plan.child.born_on)}"
    if plan.child.setting:
        yield f"Attends: {plan.child.setting}"
    yield f"Seal of this version: {version.sha256}"


def _line(made: Rendering, line: LineRead) -> Iterator[Block]:
    """One line: its number and words, then what belongs to it."""
    yield Text(f"{line.line.id}. {line.text}")
    points = [f"{label}: {words}" for label, words in line.details]
    if line.answers:
        points.append(f"For {', '.join(name for name, _ in line.answers)}")
    if line.sources:
        points.append(f"From {'; '.join(line.sources)}")
    if points:
        yield Points(tuple(points))
    for words in line.media:
        kept = made.pictures.get((line.line.id, words))
        if kept is None or kept.is_sound:
            yield Text(f"A sound goes with this, which can be heard on the plan’s page: {words}")
        else:
            yield Picture(bytes(kept.paper.content), words)


def large_print(made: Rendering) -> Paper:
    """The whole plan in large letters."""
    return plan_paper(made, size=LARGE)


@cache
def drawing(name: str) -> bytes:
    """One of our drawings as a picture of its own."""
    words = render_to_string(f"kit/icons/{name}.svg")
    own = 'xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#17223b" stroke-width="1.6" stroke-linecap="round"'
    return (
        words.replace('class="gt-icon"', own)
        .replace('width="20" height="20"', 'width="96" height="96"')
        .encode()
    )


def easy_read(made: Rendering) -> Paper:
    """The plan in short lines, one idea and one drawing each. It is a summary: the plan itself is what counts."""
    plan = made.plan
    name = plan.child.known_as or plan.child.given_names.split(" ")[0]
    blocks: list[Block] = []
    for icon, words in _ideas(plan, name):
        blocks += (
            [Heading(words)] if not icon else [Picture(drawing(icon), ALT[icon], height=1.4), Text(words)]
        )
    return Paper(
        title=f"{name}’s plan, in easy read", subtitle=_subtitle(plan, made.version), blocks=blocks, size=LARGE - 2,
        footer=f"{plan.child.reference}, version {made.version.number}, made for {made.reader.name}",
    )  # fmt: skip


ALT = {
    "document": "A sheet of paper", "person": "A person", "message": "A speech bubble", "people": "Two people",
    "clock": "A clock",
    "calendar": "A calendar", "good": "A tick", "search": "A magnifying glass",
}  # fmt: skip


def _ideas(plan: Plan, name: str) -> Iterator[tuple[str, str]]:
    """One idea after another; an empty drawing is a heading."""
    lines = [line for section in plan.sections.values() for line in section.lines]
    yield "document", f"This is about {name}’s plan."
    yield "good", f"A plan says what help {name} must get."
    yield from _part(
        "What matters to me",
        "message",
        (one.text for one in _of(lines, View) if one.by in ("child", "young-person")),
    )
    yield from _part(f"What is hard for {name}", "search", (one.text for one in _of(lines, Need)))
    yield from _part(f"What {name} will be able to do", "good", (one.text for one in _of(lines, Outcome)))
    helps = list(_of(lines, Provision))
    if helps:
        yield "", f"The help that {name} will get"
    for one in helps:
        yield from _help(one, name)
    for place in _of(lines, Placement):
        if place.name or place.kind:
            yield "", f"Where {name} will learn"
            yield "people", place.name or f"At this kind of place: {place.kind}"
    yield "", "If something is wrong"
    yield "message", "Tell the council if the plan is wrong, or if the help does not come."


def _part(title: str, icon: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    given = [text for text in texts if text]
    if given:
        yield "", title
    for text in given:
        yield icon, text


def _help(one: Provision, name: str) -> Iterator[tuple[str, str]]:
    """Who helps, how often, for how long: what the fields say, and the whole sentence where they say nothing."""
    if one.who:
        yield "person", f"Who helps {name}: {one.who}."
    else:
        yield "person", one.text
    if one.how_often:
        yield "calendar", f"How often: {one.how_often}."
    if one.how_long:
        yield "clock", f"For how long: {one.how_long}."
    if one.group:
        yield "people", f"With whom: {one.group}."


def _of(lines: Iterable[Line], kind: type[Kind]) -> Iterator[Kind]:
    return (line for line in lines if isinstance(line, kind))
