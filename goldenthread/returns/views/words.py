"""What a comparison says, in sentences and small figures."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.kit.charts import Series
from goldenthread.kit.figures import Figure
from goldenthread.returns.published.agreement import period_words
from goldenthread.returns.published.measures import Measure
from goldenthread.returns.queries.comparison import ENGLAND, Comparison, Rank, Value, standing_in_funnel

MEAN = "Mean of our neighbours"


@dataclass(frozen=True)
class Card:
    """A measure in small: its key, its figure, and what England and the neighbours had."""

    measure: Measure
    figure: Figure
    england: str
    neighbours: str


def card_of(found: Comparison) -> Card:
    """The newest figure of a place, with what to set beside it."""
    period = found.latest
    own, national = found.at(found.place, period), found.at(ENGLAND, period)
    mean = found.mean_of_neighbours(period)
    trend = [
        one.value for each in found.periods if (one := found.at(found.place, each)) and one.value is not None
    ]
    direction, words = _against(found, own, national)
    figure = Figure(
        own.words if own else "Not given", found.measure.title,
        numerator=round(own.numerator) if own and own.numerator is not None and own.denominator is not None else None,
        denominator=round(own.denominator) if own and own.denominator is not None else None,
        period=period_words(period), direction=direction, target_words=words, how=found.measure.counted,
        trend=tuple(trend) if len(trend) > 2 else (),
        trend_words=f"{_first(found)} to {period_words(period)}" if len(trend) > 2 else "",
    )  # fmt: skip
    return Card(
        found.measure, figure, national.words if national else "Not given", figure_words(mean, found.measure)
    )


def _first(found: Comparison) -> str:
    held = [one for one in found.periods if (value := found.at(found.place, one)) and value.value is not None]
    return period_words(held[0])


def figure_words(value: float | None, measure: Measure) -> str:
    """A measure's figure as people read it."""
    if value is None:
        return "Not given"
    return f"{value:.1f}%" if measure.unit else f"{value:,.0f}"


def _against(found: Comparison, own: Value | None, national: Value | None) -> tuple[str, str]:
    """Which way a share lies from England's; counts are not set against a whole nation's."""
    if (
        not found.measure.denominator
        or own is None
        or own.value is None
        or national is None
        or national.value is None
    ):
        return "", ""
    away = round(own.value - national.value, 1)
    if not away:
        return "level", "the same as England"
    side = "above" if away > 0 else "below"
    return ("up" if away > 0 else "down"), f"{abs(away):g} points {side} England ({national.words})"


def series_of(found: Comparison) -> list[Series]:
    """The lines of a trend: ours, the neighbours' mean, and for shares the region's and England's."""
    names = [found.place]
    if found.measure.denominator:
        names += [ENGLAND, *([found.region] if found.region else [])]
    lines = [Series(name, _points(found, name)) for name in names]
    mean = [(period_words(one), round(value, 2)) for one in found.periods
            if (value := found.mean_of_neighbours(one)) is not None]  # fmt: skip
    if found.neighbours and mean:
        lines.insert(1, Series(MEAN, tuple(mean)))
    return [one for one in lines if one.values]


def _points(found: Comparison, place: str) -> tuple[tuple[str, float], ...]:
    held = [(one, found.at(place, one)) for one in found.periods]
    return tuple(
        (period_words(one), round(value.value, 2)) for one, value in held if value and value.value is not None
    )


def trend_words(found: Comparison) -> str:
    """The trend in a sentence or two, for whoever cannot see the drawing."""
    said = []
    for one in series_of(found):
        (first, start), (last, end) = one.values[0], one.values[-1]
        said.append(
            f"{one.name}: {figure_words(start, found.measure)} in {first}, {figure_words(end, found.measure)} in {last}."
        )
    return " ".join(said)


def rank_words(found: Comparison, order: Rank) -> str:
    """Where the place stands among all."""
    first = {"higher": "the highest first, which is best", "lower": "the lowest first, which is best"}.get(
        order.better, "the highest first; neither way is better in itself"
    )
    own = next(one for one in order.ordered if one.place == found.place)
    return f"{found.place} is {ordinal(order.place)} of {order.of} authorities ({first}), with {own.words}."


def funnel_words(found: Comparison, national: Value) -> str:
    """What the funnel says of the place."""
    own = found.at(found.place, found.latest)
    stands = standing_in_funnel(own, national) if own else ""
    told = {
        "as expected": "lies within what chance alone would give around England’s share.",
        "above": "lies above what chance alone would give in 95 of 100 cases.",
        "below": "lies below what chance alone would give in 95 of 100 cases.",
        "far above": "lies far above what chance alone would give (outside 99.8%).",
        "far below": "lies far below what chance alone would give (outside 99.8%).",
    }.get(stands, "has no figure to set against chance.")
    return f"{found.place} {told} The broken lines hold 95% and 99.8% of chance for a place of each size."


def ordinal(number: int) -> str:
    """A number's place in a row.

    >>> [ordinal(one) for one in (1, 2, 13, 22, 111)]
    ['1st', '2nd', '13th', '22nd', '111th']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
