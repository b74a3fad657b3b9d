"""What a plan's own measures count on a day, as the figures of a document: kept in it as they were when it was prepared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.evidence.figures import FIGURES
from goldenthread.evidence.publishing.parts import Figure
from goldenthread.evidence.queries.live import Live, live_measures
from goldenthread.programme.models import Measure, Programme

WITHHELD = "Not published: the numbers are too small"


@dataclass(frozen=True)
class Measured:
    """A figure of a document, and the plan and area of its measure."""

    plan: int
    area: int | None
    figure: Figure


def measured(programme: Programme, day: date) -> list[Measured]:
    """The measures of public plans that count themselves, from what was known at the end of a day."""
    held = list(
        Measure.objects.filter(plan__programme=programme, plan__is_public=True, known_on__lte=day)
        .select_related("plan", "area").order_by("plan", "area__number", "name")
    )  # fmt: skip
    live = live_measures(
        held, day, day + timedelta(days=1)
    )  # from the events, even of today: they can be counted again
    hashes = _hashes(list(live.values()))
    return [
        Measured(one.plan_id, one.area_id, _figure(live[one.pk], hashes)) for one in held if one.pk in live
    ]


def _hashes(live: list[Live]) -> dict[str, str]:
    """By source, the SHA-256 of the rows that were known on the day, where they never change."""
    asked = {one.source.key: one for one in live if one.tie.figure in FIGURES and one.source.rows_hash}
    return {key: one.source.rows_hash(one.asked) for key, one in asked.items() if one.source.rows_hash}


def _figure(live: Live, hashes: dict[str, str]) -> Figure:
    measure, offered, counted = live.measure, live.offered, live.counted
    key, as_at = f"{measure.plan.key}/measure/{measure.key}", live.asked.until.isoformat()
    if offered is None:
        gone = f"The figure “{live.tie.figure}” does not exist any more."
        return Figure(key, measure.name, "Not counted", None, None, gone, as_at)
    source = live.source.name
    if hashes.get(live.source.key):
        source = f"{source}. SHA-256 of the rows: {hashes[live.source.key]}"
    words = f"{offered.in_words} The last {live.tie.months} month{'' if live.tie.months == 1 else 's'}."
    if counted is None or counted.value is None:
        return Figure(key, measure.name, offered.words(counted), None, None, words, as_at, source)
    if not offered.may_be_published(counted):
        return Figure(key, measure.name, WITHHELD, None, None, words, as_at, source)
    return Figure(
        key, measure.name, offered.words(counted), counted.numerator if counted.denominator is not None else None,
        counted.denominator, words, as_at, source,
    )  # fmt: skip
