"""Holds on children's files, and the years that a council chooses."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.keeping.models import ChosenYears, Hold
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child

FEWEST_WORDS = 3


@transaction.atomic
def hold(*, child: Child, asked_by: str, reason: str, review_on: date, on: date, by: Any) -> Hold:
    """Keep a child's file although its years are over, until somebody ends it. Somebody looks again by `review_on`."""
    if not asked_by.strip():
        raise Refused("Say who asked that it stays.", "asked_by")
    if len(reason.split()) < FEWEST_WORDS:
        raise Refused("Say in a few words why it stays.", "reason")
    if review_on <= on:
        raise Refused(
            "Choose a day after today on which somebody looks whether it must still stay.", "review_on"
        )
    child = Child.objects.select_for_update().get(pk=child.pk)
    made = Hold.objects.create(
        child=child,
        asked_by=asked_by.strip(),
        reason=reason.strip(),
        starts_on=on,
        review_on=review_on,
        recorded_by=by,
    )
    log.record("keeping.hold.placed", subject=log.subject_of(made), by=by, detail={"review_on": review_on})
    return made


@transaction.atomic
def review_hold(*, held: Hold, review_on: date, on: date, by: Any) -> Hold:
    """It must still stay; looked at again by another day."""
    if review_on <= on:
        raise Refused("Choose a day after today.", "review_on")
    held = Hold.objects.select_for_update().get(pk=held.pk)
    held.review_on = review_on
    held.save(update_fields=["review_on"])
    log.record("keeping.hold.reviewed", subject=log.subject_of(held), by=by, detail={"review_on": review_on})
    return held


@transaction.atomic
def end_hold(*, held: Hold, on: date, by: Any) -> Hold:
    """It need not stay for this any more: today is the last day."""
    held = Hold.objects.select_for_update().get(pk=held.pk)
    if held.ends_on is not None:
        raise Refused("This hold has ended already.")
    held.ends_on = on
    held.save(update_fields=["ends_on"])
    log.record("keeping.hold.ended", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def choose_years(*, kind: str, years: int, reason: str, on: date, by: Any) -> ChosenYears:
    """The council's own years for a kind from today on, with the reason that every page shows."""
    if len(reason.split()) < FEWEST_WORDS:
        raise Refused("Say in a few words why, and which schedule says so.", "reason")
    made = ChosenYears.objects.create(
        kind=kind, years=years, reason=reason.strip(), starts_on=on, recorded_by=by
    )
    log.record(
        "keeping.years.chosen", subject=log.subject_of(made), by=by, detail={"kind": kind, "years": years}
    )
    return made
