"""What transitions can count: moves of the September on or after the last day of the period."""

from __future__ import annotations

from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source
from goldenthread.transitions.cohorts import next_september
from goldenthread.transitions.queries import figures

_ACKNOWLEDGED = Offered(
    "transitions.acknowledged-in-time", "Moves that the next setting knew of by 30 June",
    "planned moves that the next setting acknowledged by 30 June", "moves that were planned by then",
    "Of the September on or after the last day of the period.", better="higher",
)  # fmt: skip
_NAMED = Offered(
    "transitions.setting-named", "Moves with a next setting named", "planned moves with a next setting named", "planned moves",
    "Of the September on or after the last day of the period, as they stand today.", better="higher",
)  # fmt: skip


def _count(asked: Asked) -> dict[str, Counted]:
    last = min(asked.until, asked.day)
    year = next_september(last)
    known, named = figures.acknowledged_in_time(year, last), figures.planned_moves(year)
    return {
        _ACKNOWLEDGED.code: Counted(known.numerator, known.denominator),
        _NAMED.code: Counted(named.numerator, named.denominator),
    }


SOURCE = Source("transitions", "Transitions: moves of one September", (_ACKNOWLEDGED, _NAMED), _count, False)
