"""What is wrong with a file of events, in sentences: the one judge of a new event, a correction and an imported row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.casework.process.course import Course, Happening, step
from goldenthread.casework.process.duties import last_day_of_representations
from goldenthread.casework.process.kinds import KINDS, Fact, Kind
from goldenthread.law.exceptions import objection
from goldenthread.law.words import in_words, listed


@dataclass(frozen=True)
class Fault:
    """Something wrong with one event, and the field in which to mend it."""

    number: int
    sentence: str
    field: str = "occurred_on"


def first_fault(events: Sequence[Happening], *, born_on: date, today: date) -> Fault | None:
    """The first thing wrong with these events, or None. They come in order of their days."""
    course = Course()
    seen: dict[int, Happening] = {}
    for event in events:
        fault = _fault(course, event, seen, born_on, today)
        if fault is not None:
            return fault
        step(course, event)
        seen[event.number] = event
    return None


def _fault(
    course: Course, event: Happening, seen: dict[int, Happening], born_on: date, today: date
) -> Fault | None:
    kind = KINDS.get(event.kind)
    if kind is None:
        return Fault(event.number, f"There is no kind of event called “{event.kind}”.", "kind")
    day = event.occurred_on
    if day > today:
        return Fault(
            event.number, f"{kind.title}: {in_words(day)} is after today. Enter the day on which it happened."
        )
    if day < born_on:
        return Fault(
            event.number, f"{kind.title}: {in_words(day)} is before the child was born. Check the year."
        )
    if sentence := _place(course, kind, event):
        return Fault(event.number, sentence)
    for fact in kind.facts:
        if sentence := _fact(fact, event):
            return Fault(event.number, sentence, fact.name)
    if kind.answers and (event.answers not in seen or seen[event.answers].kind != kind.answers):
        asked = KINDS[kind.answers].title.lower()
        return Fault(event.number, f"{kind.title}: say which “{asked}” this answers.", "answers")
    guard = GUARDS.get(event.kind)
    return guard(course, event) if guard else None


def _place(course: Course, kind: Kind, event: Happening) -> str:
    """Whether the case stands where this can happen."""
    if course.stage in kind.places:
        return ""
    if course.stage is None:
        return f"{kind.title} on {in_words(event.occurred_on)}: nothing had been requested by then. Check the day."
    if None in kind.places:
        return "This child has an open case already. Open that one instead."
    before = listed(sorted(f"“{place.words}”" for place in kind.places if place)[:4])
    return (
        f"{kind.title} on {in_words(event.occurred_on)}: the case stood at “{course.stage.words}” then, "
        f"and this can only follow {before}. Check the day, or record first what came before."
    )


def _fact(fact: Fact, event: Happening) -> str:
    """Whether an event says what it must."""
    value = event.facts.get(fact.name)
    if value in (None, "", False):
        return f"Enter: {fact.label.lower()}." if fact.is_required else ""
    if fact.kind == "choice" and value not in dict(fact.choices):
        return f"{fact.label}: “{value}” is not one of the answers. Choose one of the list."
    if fact.kind == "day":
        try:
            date.fromisoformat(str(value))
        except ValueError:
            return f"{fact.label}: “{value}” is not a day. Write it like 2026-11-24."
    return ""


def _finalise(course: Course, event: Happening) -> Fault | None:
    """Not before the family's 15 days are over, unless it has agreed in writing (SI 2014/1530 reg 13(1))."""
    if course.draft_on is None or course.may_finish_early:
        return None
    last = last_day_of_representations(course.draft_on)
    if event.occurred_on > last:
        return None
    return Fault(
        event.number,
        f"The family has until {in_words(last)} to say what they think of the draft of {in_words(course.draft_on)}. "
        f"The plan can be final from {in_words(last + timedelta(days=1))}, or earlier if the family agrees in writing: "
        "record that first.",
    )


def _amended(course: Course, event: Happening) -> Fault | None:
    """The same 15 days for changes to a plan (reg 22(2)(c))."""
    return _finalise(course, event)


def _exception(course: Course, event: Happening) -> Fault | None:
    """What a program can test of an exception; whether it made the limit impractical is for people to say."""
    facts = event.facts
    first, last = date.fromisoformat(facts["starts_on"]), date.fromisoformat(facts["ends_on"])
    if last < first:
        return Fault(event.number, "The exception ends before it starts. Check the days.", "ends_on")
    if sentence := objection(facts["code"], first, last):
        return Fault(event.number, sentence, "ends_on")
    return None


def _ceased(course: Course, event: Happening) -> Fault | None:
    """Not before the time to appeal is over, nor while an appeal runs (Children and Families Act 2014 s.45(4))."""
    if course.is_appealed:
        return Fault(event.number, "An appeal is open. The plan stays until the tribunal has decided.")
    earliest = course.earliest_cease_on
    if earliest and event.occurred_on < earliest:
        return Fault(
            event.number,
            f"The family can appeal until {in_words(earliest - timedelta(days=1))}. The plan stays until then.",
        )
    return None


def _ended_on_record(course: Course, event: Happening) -> Fault | None:
    """An earlier record has no day on which the end was decided, so only an open appeal speaks against it."""
    return _ceased(course, event) if course.is_appealed else None


Guard = Callable[[Course, Happening], Fault | None]


def _phase(course: Course, event: Happening) -> Fault | None:
    """The year is written as a year."""
    year = str(event.facts["year"])
    if year.isascii() and year.isdecimal() and 2000 <= int(year) <= 2200:
        return None
    return Fault(event.number, "Calendar year of the move: write it in four figures, like 2027.", "year")


GUARDS: dict[str, Guard] = {
    "final-issued": _finalise,
    "amended-plan-issued": _amended,
    "exception-recorded": _exception,
    "ceased": _ceased,
    "phase-transfer-expected": _phase,
    "end-on-record": _ended_on_record,
}
