"""A question from wave to wave, as a table and a drawing."""

from __future__ import annotations

from goldenthread.kit.charts import Chart, Point
from goldenthread.kit.dates import in_words
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.participation.queries.report import HIDDEN, bar
from goldenthread.participation.queries.waves import Line, Wave
from goldenthread.participation.wording import SHARE_OF


def table_of(line: Line) -> Table:
    """Each wave with its share and its base."""
    columns = [
        Column("Survey"), Column("Ended"), Column("Drawn"), Column(_says(line).capitalize()),
        Column("Answered", is_number=True),
    ]  # fmt: skip
    return Table(line.words, columns, [_row(one) for one in line.waves], is_caption_hidden=True)


def _row(wave: Wave) -> list[object]:
    share = f"{wave.count:,} ({wave.percent:.0f}%)" if wave.percent is not None else HIDDEN
    return [
        Cell(wave.title, href=f"/have-your-say/about/{wave.slug}/results/"), in_words(wave.ended_on),
        bar(wave.count, wave.base), share, wave.base if wave.base is not None else HIDDEN,
    ]  # fmt: skip


def _says(line: Line) -> str:
    return next(words for kind, words in SHARE_OF.items() if kind == line.kind)


def points_of(line: Line) -> list[Point]:
    """The shares that are shown, by the day on which each wave ended."""
    return [Point(one.ended_on, round(one.percent, 1)) for one in line.shown if one.percent is not None]


def chart_of(line: Line, src: str) -> Chart | None:
    """The drawing; None where fewer than two waves can be shown."""
    shown = line.shown
    if len(shown) < 2:
        return None
    first, last = shown[0], shown[-1]
    words = f"{_in_words(first)}; {_in_words(last)}."
    return Chart(src, f"Share of those who answered that {_says(line)}", words, table_of(line))


def _in_words(wave: Wave) -> str:
    return f"{in_words(wave.ended_on)}: {wave.percent:.0f}% ({wave.count:,} of {wave.base:,})"
