"""Named counts of commissioning for a month, as known on a day: what evidence is made of.

Each stands with what it is out of. Counts of waits are of one service line: those of different lines are never added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion
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
