"""The thread of a plan: what was said and advised, need, outcome, provision, and what was given, found and changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import Case, Delivery, PlanVersion, Review
from goldenthread.casework.plan.lines import Line, Need, Outcome, Provision, View
from goldenthread.casework.plan.masking import masked
from goldenthread.casework.plan.papers import Advice
from goldenthread.casework.plan.shapes import IN_FORCE, Plan
from goldenthread.casework.queries.delivery import term_words
from goldenthread.casework.queries.plan_readers import PlanReader, as_read_by
from goldenthread.casework.queries.plans import plan_being_written
from goldenthread.casework.queries.reading import versions_with
from goldenthread.kit.thread import Knot

COUNCIL = PlanReader("council", "the council", frozenset())
"""Those who work the case: they know what stands in it."""
PROGRESS = {
    "met": ("done", "Reached"),
    "partly-met": ("due", "Partly reached"),
    "not-met": ("late", "Not reached"),
}
CHANGES = {"came": "Came into the plan", "changed": "Changed", "went": "Taken out"}


@dataclass(frozen=True)
class Strand:
    """One need with everything that hangs on it."""

    need: Need
    knots: list[Knot]


@dataclass(frozen=True)
class Around:
    """What happened to the lines of a plan, as one reader reads it."""

    plan: Plan
    deliveries: list[Delivery]
    reviews: list[Review]
    versions: list[PlanVersion]
    plans: dict[int, Plan]
    reader: PlanReader


def strands_of(case: Case, versions: list[PlanVersion], reader: PlanReader, on: date) -> list[Strand]:
    """A strand for each need of the latest of these versions; without one, of the text that is being written.

    `versions` are those that the reader may read. What follows from lines without a need is on the plan's own page.
    """
    plans = {one.pk: as_read_by(one, reader) for one in versions}
    latest = max(versions, key=lambda one: one.number, default=None)
    plan = plans[latest.pk] if latest else plan_being_written(case, on)
    deliveries = list(case.deliveries.order_by("pk").select_related("version"))
    reviews = list(case.reviews.filter(sent_on__isnull=False).order_by("pk"))
    around = Around(plan, deliveries, reviews, versions, plans, reader)
    return [Strand(one, list(_knots(around, one))) for one in _of(plan, Need)]


def _of(plan: Plan, kind: Any) -> list[Any]:
    return [line for section in plan.sections.values() for line in section.lines if isinstance(line, kind)]


def _knots(around: Around, need: Need) -> Iterator[Knot]:
    plan = around.plan
    outcomes = [one for one in _of(plan, Outcome) if need.id in one.needs]
    provision = [one for one in _of(plan, Provision) if need.id in one.needs]
    served = {name for one in outcomes for name in one.aspirations}
    for view in _of(plan, View):
        if view.id in served:
            yield Knot(f"“{view.text}”", "done", text=_whose(view), state_words="You said")
    yield from _advised(plan.advice, [need])
    yield Knot(need.text, "done", state_words=f"The need, {need.id}")
    for outcome in outcomes:
        by = outcome.by_on or None
        yield Knot(outcome.text, "done", by, text=outcome.by_when, state_words=f"To be reached, {outcome.id}")
    if not outcomes:
        yield Knot("No outcome is linked to this need yet", "not_yet")
    for one in provision:
        yield Knot(
            one.text,
            "done",
            state_words=f"What is given, {one.id}",
            children=tuple(_advised(plan.advice, [one])),
        )
    if not provision:
        yield Knot("No provision answers this need yet", "not_yet")
    yield from _what_came(around, need, outcomes, provision)


def _what_came(
    around: Around, need: Need, outcomes: list[Outcome], provision: list[Provision]
) -> Iterator[Knot]:
    """What happened to these lines, in the order of its days; then what nobody has said yet."""
    happened = [*_changed(around, [need, *outcomes, *provision]), *_reviewed(around, outcomes)]
    for one in provision:
        happened += _given(around, one)
    yield from sorted(happened, key=lambda knot: knot.when or date.max)
    said = {one.line for one in around.deliveries}
    for one in provision:
        if around.versions and one.id not in said:
            yield Knot(f"Nobody has said yet whether {one.id} is given", "not_yet")


def _whose(view: View) -> str:
    return {
        "child": "In the child’s own words",
        "young-person": "In their own words",
        "parent": "In a parent’s words",
    }.get(view.by, "")


def _advised(advice: Iterable[Advice], lines: list[Line]) -> Iterator[Knot]:
    """The paragraphs on which lines rest, each in its author's words."""
    held = {one.id: one for one in advice}
    for line in lines:
        for source in line.sources:
            paper = held.get(source.advice)
            if paper is None:
                continue
            words = next((one.text for one in paper.paragraphs if one.number == source.paragraph), "")
            yield Knot(
                words,
                "done",
                paper.dated_on,
                text=f"{paper.body}, paragraph {source.paragraph}",
                state_words="Advised",
            )


def _given(around: Around, line: Provision) -> Iterator[Knot]:
    """What the school said of it, term by term: the last word of each."""
    last = {one.term: one for one in around.deliveries if one.line == line.id}
    for one in last.values():
        state = "late" if one.is_missed else "done"
        words = "Not given as promised" if one.is_missed else "Given as promised"
        why = str(masked(one.why, around.reader.hidden))
        yield Knot(term_words(one.term), state, one.said_on, text=why, state_words=f"{words}, {line.id}")


def _reviewed(around: Around, outcomes: list[Outcome]) -> Iterator[Knot]:
    for review in around.reviews:
        for outcome in outcomes:
            state, words = review.progress.get(outcome.id, ["", ""])
            if state in PROGRESS:
                shape, said = PROGRESS[state]
                found = str(masked(words, around.reader.hidden))
                yield Knot(
                    f"The review of {outcome.id}: {said.lower()}",
                    shape,
                    review.meeting_on,
                    text=found,
                    state_words="Reviewed",
                )


def _changed(around: Around, lines: list[Any]) -> Iterator[Knot]:
    """In which versions lines came, changed and went; and each version that was in force."""
    found: dict[int, list[str]] = {}
    for line in lines:
        for version, what in versions_with(line.id, around.versions, around.plans):
            found.setdefault(version.pk, []).append(f"{CHANGES[what]}: {line.id}")
    for version in sorted(around.versions, key=lambda one: one.number):
        if version.pk in found or version.stage in IN_FORCE:
            text = "; ".join(found.get(version.pk, ["Nothing of this thread changed"]))
            yield Knot(str(version), "done", version.issued_on, text=text, state_words="Sent out")
