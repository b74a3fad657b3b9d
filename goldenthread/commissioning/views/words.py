"""Waits in the words, figures, tables and drawings of a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.commissioning.models import ServiceLine
from goldenthread.commissioning.queries.waits import Wait
from goldenthread.commissioning.waits.series import SERIES
from goldenthread.kit.charts import Chart, Point
from goldenthread.kit.dates import in_words
from goldenthread.kit.figures import Figure
from goldenthread.kit.table import Cell, Column, Table

HIDDEN = "Not shown"
SMALL_RULE = (
    "We do not show a number under 5, nor one that would give it away, so that nobody can be recognised. “Not shown” does not "
    "mean nobody: it can be any small number, and sometimes a larger one that stands beside it."
)


def shown(number: int | None) -> Any:
    """A number, or that it is not shown."""
    return HIDDEN if number is None else number


def _weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"


def in_weeks(days: int | None) -> str:
    """Days as whole weeks, counted up; that they are not shown otherwise."""
    return HIDDEN if days is None else _weeks(-(-days // 7))


def figures_of(wait: Wait) -> list[Figure]:
    """Still waiting and seen, apart: how many, and how long half of them waited."""
    now = wait.shown
    assert now is not None
    day = f"on {in_words(wait.census_on)}" if wait.census_on else str(wait.month)
    how = f"{wait.series.badge}: {wait.series.counts}"
    total = "fewer than 5" if now.total is None else f"{now.total:,}"
    found = [Figure(total, "children and young people still waiting", period=day, how=how)]
    if now.median_days is not None:
        found.append(Figure(in_weeks(now.median_days), "half of those still waiting have waited up to this long", period=day,
                            how=f"The middle of the list (the median): {now.median_days} days. {how}"))  # fmt: skip
    if now.seen is not None:
        found.append(Figure(f"{now.seen:,}", "were seen in the month", period=str(wait.month),
                            how="Those who came off the list because they were seen: no part of those waiting."))  # fmt: skip
    if now.seen_median_days is not None:
        found.append(Figure(in_weeks(now.seen_median_days), "half of those who were seen had waited up to this long",
                            period=str(wait.month), how=f"The median: {now.seen_median_days} days."))  # fmt: skip
    return found


def band_table(wait: Wait) -> Table:
    """How long people have waited, by band."""
    assert wait.shown is not None
    rows: list[list[Any]] = [[band.words.capitalize(), shown(number)]
                             for band, number in zip(wait.series.bands, wait.shown.waiting, strict=True)]  # fmt: skip
    rows.append([Cell("All who wait"), "Fewer than 5" if wait.shown.total is None else wait.shown.total])
    return Table(
        f"How long they have waited, {wait.month}", [Column("Waiting for"), Column("Children", True)], rows
    )


def months_table(months: Sequence[Wait]) -> Table:
    """Month by month, the newest first."""
    rows = [[str(one.month), shown(one.shown.total), in_weeks(one.shown.median_days), one.longest.capitalize() or HIDDEN,
             shown(one.shown.seen)] for one in months if one.shown]  # fmt: skip
    columns = [Column("Month"), Column("Still waiting", True), Column("Half wait up to", True), Column("Longest wait shown"),
               Column("Seen", True)]  # fmt: skip
    return Table("Month by month", columns, rows, is_compact=True)


def trend_points(months: Sequence[Wait]) -> list[Point]:
    """How many waited, oldest first; a month whose number is hidden is left out."""
    return [Point(one.month, one.shown.total) for one in reversed(months)
            if one.month and one.shown and one.shown.total is not None]  # fmt: skip


def trend_chart(line: ServiceLine, months: Sequence[Wait]) -> Chart | None:
    """The drawing of how many waited, with its words and its table; none for a single month."""
    points = trend_points(months)
    if len(points) < 2:
        return None
    first, last = points[0], points[-1]
    words = f"{last.value:,} were waiting in {last.when}, and {first.value:,} in {first.when}."
    title = f"How many wait for {line.name}, by month ({line.counted.badge})"
    return Chart(reverse("waits:drawing", args=[line.slug]), title, words, months_table(months))


def listing(waits: Sequence[Wait], today: date) -> list[dict[str, Any]]:
    """Services in groups that are counted alike, each group with what its numbers mean: they are not to be compared across."""
    groups: dict[str, dict[str, Any]] = {}
    for wait in waits:
        group = groups.setdefault(wait.series.code, {"series": wait.series, "rows": []})
        group["rows"].append({"wait": wait, "is_stale": wait.is_stale(today), "words": _sentence(wait)})
    return [groups[code] for code in SERIES if code in groups]


def _sentence(wait: Wait) -> str:
    if wait.shown is None:
        return "No numbers yet."
    if wait.shown.total is None:
        return f"Fewer than 5 waiting in {wait.month}."
    half = "" if wait.median_weeks is None else f" Half have waited up to {_weeks(wait.median_weeks)}."
    return f"{wait.shown.total:,} waiting in {wait.month}.{half}"
