"""Tying a measure to a figure, and freezing what it says on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.evidence.figures import FIGURES, count, figure_called
from goldenthread.evidence.models import Frozen, Tie
from goldenthread.evidence.queries.live import asked_for
from goldenthread.kit.dates import in_words
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Measure


def _locked(measure: Measure) -> Measure:
    held: Measure = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    return held


@transaction.atomic
def tie(*, measure: Measure, figure: str, months: int, on: date, by: Any) -> Tie:
    """The measure counts itself from today by a figure, over so many months. A tie that stood before is taken back."""
    measure, offered = _locked(measure), figure_called(figure)
    if offered.better and measure.better and offered.better != measure.better:
        raise Refused(
            f"The plan says that {measure.better} is better, and for “{offered.name}” it is {offered.better}. "
            "Choose another figure.",
            "figure",
        )
    before = Tie.objects.filter(measure=measure, taken_back_on=None).first()
    if before and (before.figure, before.version, before.months) == (figure, offered.version, months):
        raise Refused("The measure is counted in this way already.", "figure")
    if before:
        before.taken_back_on, before.taken_back_why = on, f"Counted by “{offered.name}” from this day."
        before.save(update_fields=["taken_back_on", "taken_back_why"])
    made = Tie.objects.create(
        measure=measure,
        figure=figure,
        version=offered.version,
        months=months,
        known_on=on,
        recorded_by=by,
    )
    log.record(
        "evidence.measure.tied", subject=log.subject_of(measure), by=by, detail={"figure": figure, "months": months}
    )  # fmt: skip
    return made


@transaction.atomic
def freeze(*, measure: Measure, until: date, on: date, by: Any) -> Frozen:
    """What the measure says of a day that is over, kept for ever with its parts, its definition and the hash of its rows."""
    measure = _locked(measure)
    if until >= on:
        raise Refused(
            "A reading can be frozen when its day is over: on the day itself more may still be recorded. "
            "Choose yesterday or earlier.",
            "until",
        )
    held = Tie.objects.as_known_on(on).filter(measure=measure).first()
    if held is None:
        raise Refused("This measure is not tied to a figure. Tie it first.", "until")
    offered, asked = figure_called(held.figure), asked_for(held.months, until, on)
    counted = count([(held.figure, asked)])[held.figure, asked]
    if counted is None or counted.value is None or counted.numerator is None:
        raise Refused(
            f"There was nothing to count up to {in_words(until)}, so there is no reading. A share of nothing is not nought.",
            "until",
        )
    rows = FIGURES[held.figure][0].rows_hash
    made = Frozen.objects.create(
        measure=measure, figure=held.figure, version=offered.version, counts=offered.in_words, since=asked.since, until=until,
        numerator=counted.numerator, denominator=counted.denominator, rows_hash=rows(asked) if rows else "", frozen_on=on,
        recorded_by=by,
    )  # fmt: skip
    log.record("evidence.reading.frozen", subject=log.subject_of(made), by=by, detail={"figure": held.figure})
    return made
