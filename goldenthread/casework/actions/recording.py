"""Recording what happened in a case, and correcting it. Every change to a case goes through here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.access import end_advising
from goldenthread.casework.actions.projection import write_standing
from goldenthread.casework.models import Case, Event
from goldenthread.casework.process.checks import first_fault
from goldenthread.casework.process.course import follow
from goldenthread.casework.queries.files import file_of, happenings, in_order
from goldenthread.kit.errors import Conflict, Refused

ANSWERED = frozenset({"advice-received", "advice-not-needed"})
"""With these, whoever was asked for the advice sees the case no more."""


@transaction.atomic
def record_event(
    *, case: Case, kind: str, occurred_on: date, facts: dict[str, Any] | None = None,
    answers: Event | None = None, on: date, seen: int | None = None, by: Any,
) -> Event:  # fmt: skip
    """Something that happened in a case. Refuses what the law or the order of days does not allow.

    `on` is today; `seen` is the number of the last event that the writer had before them: when others have come since,
    Conflict carries them and nothing is saved.
    """
    _locked(case, seen)
    event = Event(case=case, kind=kind, occurred_on=occurred_on, known_on=on, facts=facts or {}, answers=answers,
                  recorded_by=by)  # fmt: skip
    return _keep(case, event, on, by, lambda held: [*held, event])


@transaction.atomic
def correct_event(
    *, event: Event, why: str, on: date, occurred_on: date | None = None,
    facts: dict[str, Any] | None = None, is_struck: bool = False, by: Any,
) -> Event:  # fmt: skip
    """A new event in the place of one that was wrong; with `is_struck`, one that says it never happened.

    The old one stays, and a past day still shows it. Refuses a correction that the rest of the file contradicts.
    """
    case = event.case
    _locked(case, None)
    if not why.strip():
        raise Refused("Say why this is corrected: the family can read it.", "why")
    if Event.objects.filter(supersedes=event).exists():
        raise Refused(
            "Somebody has corrected this event already. Open the case again to see how it stands now."
        )
    new = Event(case=case, kind=event.kind, occurred_on=occurred_on or event.occurred_on, known_on=on,
                facts=event.facts if facts is None else facts, answers=event.answers, supersedes=event, root=event.number,
                is_struck=is_struck, why=why.strip(), recorded_by=by)  # fmt: skip
    return _keep(case, new, on, by, lambda held: [one for one in held if one.pk != event.pk] + [new])


def _locked(case: Case, seen: int | None) -> None:
    """One writer of a case at a time."""
    Case.objects.select_for_update().get(pk=case.pk)
    if seen is not None:
        later = list(case.events.filter(pk__gt=seen))
        if later:
            raise Conflict(later)


def _keep(case: Case, event: Event, on: date, by: Any, change: Callable[[list[Event]], list[Event]]) -> Event:
    """Save the event if the whole file is sound with it, and write down where the case then stands."""
    held = change(file_of(case))
    event.known_on = max(event.known_on, on)
    if event.occurred_on > on:
        event.known_on = event.occurred_on  # refused below; the database may not say it first
    with transaction.atomic():
        event.save(force_insert=True)
        ordered = happenings(in_order(held))
        fault = first_fault(ordered, born_on=case.child.born_on, today=on)
        if fault is not None:
            raise Refused(fault.sentence, fault.field)
        write_standing(case, follow(ordered))
        if event.kind in ANSWERED and event.answers is not None:
            end_advising(request=event.answers.number, on=on)
        detail = {"kind": event.kind, "corrects": event.supersedes_id, "struck": event.is_struck}
        log.record("casework.event.recorded", subject=log.subject_of(case), by=by, detail=detail)
    return event
