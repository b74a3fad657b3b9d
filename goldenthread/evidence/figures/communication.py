"""What communication can count: what went out, whether in time, and how many came by it."""

from __future__ import annotations

from goldenthread.communication.queries import figures
from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source, one_by_one

_OFFERS = {
    "cards-left": Offered(
        "communication.cards-left", "Cards left where families are", "cards left where families are", "",
        "By the day on which they were left; what came back is not taken off.",
    ),
    "cards-told-apart": Offered(
        "communication.cards-told-apart", "Cards with a code of their own place", "cards left that carry the code of one place",
        "all cards left", "By the day on which they were left. Only of these can anybody say how many came.", better="higher",
    ),
    "visits": Offered(
        "communication.visits", "Visits by printed addresses", "visits by short addresses that were printed", "",
        "By the day of the visit. A visit is not a person; programs that say that they are programs are not counted.",
        better="higher",
    ),
    "steps-in-time": Offered(
        "communication.steps-in-time", "Steps of the message plan out by their day", "steps that went out by their day",
        "all steps whose day was in the period", "By the day on which the step should have gone out.", better="higher",
    ),
    "newsletters": Offered(
        "communication.newsletters", "Newsletters sent", "newsletters sent", "", "By the day of sending.", smallest=0,
    ),
    "subscribers": Offered(
        "communication.subscribers", "Addresses that get the newsletter", "confirmed addresses that get the newsletter", "",
        "Those there today, confirmed by the last day of the period. Who left is forgotten, so a past day counts too low.",
        better="higher",
    ),
    "comments-answered": Offered(
        "communication.comments-answered", "Comments on the Local Offer that have an answer", "comments that have an answer",
        "all comments sent", "By the day on which it was sent; answered by the last day of the period.", better="higher",
    ),
}  # fmt: skip


def _count(asked: Asked) -> dict[str, Counted]:
    found = {one.key: one for one in figures.figures(asked.since, min(asked.until, asked.day))}
    return {
        offer.code: Counted(found[name].numerator, found[name].denominator) for name, offer in _OFFERS.items()
    }


SOURCE = Source(
    "communication", "Communication: what families were told", tuple(_OFFERS.values()), one_by_one(_count),
    False, frozenset({
        "communication_printrun", "communication_visits", "communication_step", "localoffer_newsletter",
        "localoffer_subscriber", "localoffer_comment",
    }),
)  # fmt: skip
