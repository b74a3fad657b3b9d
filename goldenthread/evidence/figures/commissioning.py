"""What commissioning can count. The waits of one service line are never added to another's, so they are not offered here."""

from __future__ import annotations

from goldenthread.commissioning.queries import figures
from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source, one_by_one

_OFFERS = {
    "published_in_time": Offered(
        "commissioning.waits-published-in-time", "Waiting times published in time",
        "public services whose newest month ended 45 days ago or less", "all public services",
        "On the last day of the period.", better="higher",
    ),
    "long_waits_with_an_offer": Offered(
        "commissioning.long-waits-with-an-offer", "Long waits with something to help meanwhile",
        "services with a waiting-well offer", "services where anybody has waited over 18 weeks in the newest month",
        "On the last day of the period.", better="higher",
    ),
    "duties_covered": Offered(
        "commissioning.duties-covered", "Lines of the joint duty with a document in date",
        "lines of section 26 with a document whose next review has not passed", "the lines of section 26",
        "On the last day of the period.", better="higher",
    ),
    "joint_reviews": Offered(
        "commissioning.joint-reviews", "Contract reviews with both partners in the room",
        "contract reviews with both partners in the room", "contract reviews held", "By the day of the review.", better="higher",
    ),
    "reviews_with_families": Offered(
        "commissioning.reviews-with-families", "Contract reviews with somebody there for families",
        "contract reviews with somebody there for families", "contract reviews held", "By the day of the review.",
        better="higher",
    ),
}  # fmt: skip


def _count(asked: Asked) -> dict[str, Counted]:
    day = min(asked.until, asked.day)
    found = figures.publication_counts(day)
    found |= figures.joint_counts(since=asked.since, until=asked.until, day=asked.day, listed={})
    return {offer.code: Counted(found[name].numerator, found[name].denominator) for name, offer in _OFFERS.items()}  # fmt: skip


SOURCE = Source(
    "commissioning", "Commissioning: months of waits, contracts and documents", tuple(_OFFERS.values()), one_by_one(_count),
    True, frozenset({
        "commissioning_contractreview", "commissioning_dutycover", "commissioning_jointservice",
        "commissioning_needfigure", "commissioning_serviceline", "commissioning_waitmonth",
        "commissioning_waitmonthversion", "partners_organisation",
    }),
)  # fmt: skip
