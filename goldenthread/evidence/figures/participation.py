"""What participation can count: how people took part and what came of it."""

from __future__ import annotations

from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source, one_by_one
from goldenthread.participation.queries import figures

_OFFERS = {
    "co-produced": Offered(
        "participation.co-produced", "Activities in which people decided with us",
        "activities in which people decided together with us", "all activities",
        "By the day on which the activity began.", better="higher",
    ),
    "heard": Offered(
        "participation.heard", "Activities of which a named body heard", "activities of which a named body heard on a named day",
        "all activities", "By the day on which the activity began.", better="higher",
    ),
    "answered": Offered(
        "participation.answered", "Things said that have an answer", "things said that have an answer", "all things said",
        "By the day on which it was heard.", better="higher",
    ),
    "answered-in-time": Offered(
        "participation.answered-in-time", "Things said that were answered in time",
        f"things said that were answered within {figures.ANSWER_DAYS} days", "all things said",
        "By the day on which it was heard.", better="higher",
    ),
    "worked": Offered(
        "participation.worked", "Things done of which people said that they worked",
        "things done of which people said that they worked", "things done about which people were asked again",
        "By the day on which it was heard.", better="higher",
    ),
}  # fmt: skip


def _count(asked: Asked) -> dict[str, Counted]:
    found = {one.key: one for one in figures.figures(asked.since, min(asked.until, asked.day))}
    return {offer.code: Counted(found[name].numerator, found[name].denominator) for name, offer in _OFFERS.items()}  # fmt: skip


SOURCE = Source(
    "participation", "Participation: the ledger of what people said", tuple(_OFFERS.values()), one_by_one(_count),
    False, frozenset({
        "participation_activity", "participation_said",
    }),
)  # fmt: skip
