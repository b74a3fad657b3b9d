"""Measures that count themselves: now, on any past day as known then, over time; and what must be said beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from goldenthread.evidence.figures import FIGURES, Asked, Counted, Offered, Source, count
from goldenthread.evidence.models import Frozen, Tie
from goldenthread.evidence.queries.kept import kept_or_counted
from goldenthread.kit import charts
from goldenthread.kit.chance import Band, process_band
from goldenthread.kit.dates import in_words, months_from
from goldenthread.programme.models import Measure, Reading

POINTS = 12
MOST_POINTS = 120
"""Months back to which jumps of a denominator are looked for."""
JUMP = 1.5
"""A denominator that grows or shrinks by more than half from one month to the next is marked."""


def asked_for(months: int, until: date, today: date) -> Asked:
    """The months up to a day, as known at its end."""
    return Asked(months_from(until, -months) + timedelta(days=1), until, until, today)


@dataclass(frozen=True)
class Live:
    """A measure with what it is tied to and what it counts. `offered` is None where that figure is not on offer any more."""

    measure: Measure
    tie: Tie
    asked: Asked
    offered: Offered | None
    counted: Counted | None

    @property
    def source(self) -> Source:
        """Where it is counted."""
        return FIGURES[self.tie.figure][0]

    @property
    def value(self) -> str:
        """As people read it."""
        return self.offered.words(self.counted) if self.offered else "Not counted"

    @property
    def base(self) -> str:
        """How many of how many."""
        if self.counted is None or self.counted.numerator is None or self.counted.denominator is None:
            return ""
        return f"{self.counted.numerator:,} of {self.counted.denominator:,}"

    @property
    def gone(self) -> str:
        """What to say where the figure is not on offer any more."""
        if self.offered:
            return ""
        return f"The figure “{self.tie.figure}” does not exist any more, so this measure counts nothing. Tie it to another."


def live_measures(measures: Iterable[Measure], day: date, today: date) -> dict[int, Live]:
    """By id of measure, those that were tied on a day, with their figure of that day as known then."""
    by_id = {one.pk: one for one in measures}
    ties = list(Tie.objects.as_known_on(day).filter(measure__in=by_id))
    asked = {one.pk: asked_for(one.months, day, today) for one in ties}
    counted = kept_or_counted((one.figure, asked[one.pk]) for one in ties)
    return {
        one.measure_id: Live(
            by_id[one.measure_id], one, asked[one.pk],
            FIGURES[one.figure][1] if one.figure in FIGURES else None, counted[one.figure, asked[one.pk]],
        )
        for one in ties
    }  # fmt: skip


def month_ends(last: date, months: int = POINTS) -> list[date]:
    """The last days of so many months before a day, and the day itself."""
    first = last.replace(day=1)
    return [*(months_from(first, -n) - timedelta(days=1) for n in range(months - 1, -1, -1)), last]


def whole_run_of(live: Live) -> list[tuple[date, Counted]]:
    """The run since the month in which the measure was first tied to any figure, at least the last twelve months."""
    first, last = Tie.objects.filter(measure=live.measure).order_by("known_on")[0].known_on, live.asked.until
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    return run_of(live, min(max(months, POINTS), MOST_POINTS))


def run_of(live: Live, months: int = POINTS) -> list[tuple[date, Counted]]:
    """The figure at the end of each of the last months, twelve usually, and on the day, each as known then."""
    days = month_ends(live.asked.until, months)
    asked = [asked_for(live.tie.months, day, live.asked.today) for day in days]
    counted = kept_or_counted((live.tie.figure, one) for one in asked)
    found = [(one.until, counted[live.tie.figure, one]) for one in asked]
    return [(day, one) for day, one in found if one is not None and one.value is not None]


def months_alone(live: Live) -> list[tuple[date, Counted]]:
    """The figure of each of the last twelve whole months by itself, as known at its end."""
    asked = [asked_for(1, day, live.asked.today) for day in month_ends(live.asked.until)[:-1]]
    counted = kept_or_counted((live.tie.figure, one) for one in asked)
    found = [(one.until, counted[live.tie.figure, one]) for one in asked]
    return [(day, one) for day, one in found if one is not None and one.value is not None]


def band_of(run: list[tuple[date, Counted]], unit: str) -> Band | None:
    """How far the months stray by themselves; None where there are too few."""
    return process_band([float(one.value or 0) for _, one in run], most=100.0 if unit == "%" else None)


def outside(run: list[tuple[date, Counted]], band: Band | None) -> list[date]:
    """The last days of months beyond the limits: something was different then."""
    return [day for day, one in run if band and not band.low <= round(float(one.value or 0), 2) <= band.high]


def points_of(run: list[tuple[date, Counted]]) -> list[charts.Point]:
    """The run as a drawing takes it."""
    return [charts.Point(day, round(float(one.value or 0), 1)) for day, one in run]


def marks_of(live: Live, run: list[tuple[date, Counted]]) -> list[str]:
    """What is said for ever beside the measure, in sentences: target moved, definition changed, denominator of a run jumped."""
    return [
        *_definitions(live.measure, live.asked.until),
        *_targets(live.measure, live.asked.until),
        *_jumps(run),
    ]


def _definitions(measure: Measure, day: date) -> list[str]:
    ties = list(Tie.objects.filter(measure=measure, known_on__lte=day))
    said = [
        f"The way of counting changed on {in_words(later.known_on)}: from “{_name(earlier)}” to “{_name(later)}”. "
        "Values before and after cannot be compared."
        for earlier, later in pairwise(ties)
    ]
    last = ties[-1] if ties else None
    if last and last.figure in FIGURES and FIGURES[last.figure][1].version != last.version:
        said.append(f"The definition of “{_name(last)}” has changed since the measure was tied to it.")
    return said


def _name(one: Tie) -> str:
    words = FIGURES[one.figure][1].name if one.figure in FIGURES else one.figure
    return f"{words}, {one.months} month{'' if one.months == 1 else 's'}"


def _targets(measure: Measure, day: date) -> list[str]:
    readings = list(measure.readings.filter(known_on__lte=day).order_by("known_on", "pk"))
    said: list[str] = []
    held: dict[str, Reading] = {}
    for one in readings:
        before = held.get(str(one.period))
        old, new = (_written(before) if before else ""), _written(one)
        if old and new and old != new:
            said.append(f"The target for {one.period} moved from {old} to {new} on {in_words(one.known_on)}.")
        if new:
            held[str(one.period)] = one
    return said


def _written(reading: Reading) -> str:
    return str((reading.milestone or {}).get("as_written", ""))


def _jumps(run: list[tuple[date, Counted]]) -> list[str]:
    said = []
    for (_, earlier), (day, later) in pairwise(run):
        old, new = earlier.denominator, later.denominator
        if old and new and not 1 / JUMP <= new / old <= JUMP:
            said.append(
                f"What it is out of went from {old:,} to {new:,} by {in_words(day)}. "
                "Look whether the records are complete before you trust the share."
            )
    return said


@dataclass(frozen=True)
class Again:
    """A frozen reading counted again from today's records: as known on its day, and what the live figure says."""

    counted: Counted | None
    rows_hash: str
    is_equal: bool
    words: str


def counted_again(frozen: Frozen, today: date) -> Again:
    """The reading counted again, compared to the bit where its rows have a hash."""
    if frozen.figure not in FIGURES:
        words = f"The figure “{frozen.figure}” does not exist any more. What was frozen stays; it cannot be counted again."
        return Again(None, "", False, words)
    source, offered = FIGURES[frozen.figure]
    asked = Asked(frozen.since, frozen.until, frozen.until, today)
    counted = count([(frozen.figure, asked)])[frozen.figure, asked]
    rows = source.rows_hash(asked) if source.rows_hash and frozen.rows_hash else ""
    if offered.version != frozen.version:
        return Again(
            counted, rows, False, "The way of counting has changed since, so the two cannot be compared."
        )
    if counted != frozen.counted:
        return Again(counted, rows, False, "Counted again it is different: see the two values.")
    if rows != frozen.rows_hash:
        return Again(counted, rows, False, "The value is the same, and rows behind it are not.")
    same = "the same value from the same rows" if rows else "the same value; its rows have no hash"
    return Again(counted, rows, True, f"Counted again today: {same}.")
