"""What participation can count: how people took part and what came of it."""

from __future__ import annotations

from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source, one_by_one
from goldenthread.participation.queries import figures
from goldenthread.participation.wording import AWARENESS

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
    "awareness": Offered(
        "participation.awareness", "People who have heard of the Local Offer",
        f"people who answered yes to “{AWARENESS}”", "all who answered that question, the unsure among them",
        "The newest survey that ended in the period and whose results were published; asked in these very words. Waves in which "
        "other people were asked are told apart on the page that shows them all.", better="higher",
    ),
    "worked": Offered(
        "participation.worked", "Things done of which people said that they worked",
        "things done of which people said that they worked", "things done about which people were asked again",
        "By the day on which it was heard.", better="higher",
    ),
}  # fmt: skip


def _count(asked: Asked) -> dict[str, Counted]:
    last = min(asked.until, asked.day)
    counts = [*figures.figures(asked.since, last), figures.heard_of_the_offer(asked.since, last, asked.day)]
    found = {one.key: one for one in counts}
    return {offer.code: Counted(found[name].numerator, found[name].denominator) for name, offer in _OFFERS.items()}  # fmt: skip


SOURCE = Source(
    "participation", "Participation: what people said and answered", tuple(_OFFERS.values()), one_by_one(_count),
    False, frozenset({
        "participation_activity", "participation_publishedresults", "participation_said", "participation_survey",
    }),
)  # fmt: skip
