"""Named counts of commissioning for a month, as known on a day: what evidence is made of.

Each stands with what it is out of. Counts of waits are of one service line: those of different lines are never added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.commissioning.models import ContractReview, ServiceLine, WaitMonthVersion
from goldenthread.commissioning.queries.joint import coverage, need_lines, register
from goldenthread.commissioning.queries.waits import STALE_AFTER
from goldenthread.kit.dates import PartialDate


@dataclass(frozen=True)
class Count:
    """A figure: how many, out of how many, and the rule by which it is counted."""

    numerator: int
    denominator: int | None
    rule: str

    @property
    def value(self) -> float | None:
        """The share in per cent, or the count."""
        if self.denominator is None:
            return self.numerator
        return 100 * self.numerator / self.denominator if self.denominator else None


def wait_counts(line: ServiceLine, month: PartialDate, day: date) -> dict[str, Count]:
    """Of one service in a month, as known on a day; nothing where the month was not sent by then. One query."""
    found = (
        WaitMonthVersion.objects.as_known_on(day)
        .filter(record__line=line, record__month=month)
        .select_related("record__line")
        .first()
    )
    if found is None:
        return {}
    badge = found.counted.badge
    return {
        "waiting": Count(found.total, None, f"{badge}: {found.counted.counts}"),
        "within_18_weeks": Count(
            found.total - found.over_18_weeks,
            found.total,
            f"{badge}: waiting 126 days or less, of all who wait.",
        ),
    }


def publication_counts(day: date) -> dict[str, Count]:
    """How well the area publishes its waits on a day. Two queries."""
    lines = list(ServiceLine.objects.open_to_public())
    newest: dict[int, WaitMonthVersion] = {}
    rows = (
        WaitMonthVersion.objects.as_known_on(day)
        .filter(record__line__in=lines)
        .select_related("record__line")
    )
    for one in rows.order_by("record__month"):
        newest[one.record.line_id] = one
    long = [one for one in newest.values() if one.over_18_weeks]
    return {
        "published_in_time": Count(
            sum(day <= one.record.month.last + STALE_AFTER for one in newest.values()), len(lines),
            "Public services whose newest month ended 45 days ago or less, of all public services.",
        ),
        "long_waits_with_an_offer": Count(
            sum(bool(one.record.line.offer) for one in long), len(long),
            "Services with a waiting-well offer, of those where anybody has waited over 18 weeks in the newest month.",
        ),
    }  # fmt: skip


def joint_counts(*, since: date, until: date, day: date, listed: Mapping[str, int]) -> dict[str, Count]:
    """How far the partners buy together, as known on a day. Reviews are of a period; the rest is of the day it is asked on.

    `listed` is the number of services in the Local Offer by need. Seven queries.
    """
    services, lines = register(), coverage(day)
    reviews = list(ContractReview.objects.as_known_on(day).filter(held_on__range=(since, until)))
    needs = [one for one in need_lines(day=day, listed=listed, not_found={}) if one.figures]
    return {
        "duties_covered": Count(sum(one.state[0] == "done" for one in lines), len(lines),
                                "Lines of section 26 with a document whose next review has not passed, of ten."),
        "money_signed_by_both": Count(sum(one.is_signed_by_both for one in services), len(services),
                                      "Joint services whose newest money both partners have signed, of all joint services."),
        "joint_reviews": Count(sum(one.is_joint for one in reviews), len(reviews),
                               "Contract reviews with both partners in the room, of all that were held."),
        "reviews_with_families": Count(sum(bool(one.for_families.strip()) for one in reviews), len(reviews),
                                       "Contract reviews with somebody there for families, of all that were held."),
        "gaps": Count(sum(one.is_gap for one in needs), len(needs),
                      "Needs for which nothing is bought or listed, of those with a figure."),
    }  # fmt: skip
