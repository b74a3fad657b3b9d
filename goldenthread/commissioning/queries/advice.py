"""What an advice service told of its quarters: its own numbers for itself, the published ones for its buyers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.commissioning.advice import PublicQuarter
from goldenthread.commissioning.models import AdviceQuarter, JointService
from goldenthread.kit.dates import MONTHS, months_from

QUARTERS = 8
"""So many quarters back can be sent and read: two years."""


@dataclass(frozen=True)
class Quarter:
    """A quarter that is over; what was sent of it, newest correction last."""

    ends_on: date
    sent: AdviceQuarter | None = None

    @property
    def key(self) -> str:
        """How addresses name it: by its last month."""
        return f"{self.ends_on.year}-{self.ends_on.month:02}"

    @property
    def words(self) -> str:
        """The quarter as people say it."""
        return f"{MONTHS[self.ends_on.month - 2]} to {MONTHS[self.ends_on.month]} {self.ends_on.year}"

    @property
    def shown(self) -> PublicQuarter | None:
        """What its buyers may read."""
        return self.sent.shown if self.sent else None


def quarters_until(day: date) -> list[date]:
    """The last days of the quarters that were over at the end of a day, the newest first.

    >>> quarters_until(date(2026, 9, 30))[:2]
    [datetime.date(2026, 9, 30), datetime.date(2026, 6, 30)]
    """
    tomorrow = day + timedelta(days=1)
    begins = date(tomorrow.year, tomorrow.month - (tomorrow.month - 1) % 3, 1)
    return [months_from(begins, -3 * back) - timedelta(days=1) for back in range(QUARTERS)]


def quarters_of(service: JointService, day: date) -> list[Quarter]:
    """The quarters of two years as known on a day, the newest first. One query."""
    ends = quarters_until(day)
    rows = AdviceQuarter.objects.as_known_on(day).filter(service=service, ends_on__in=ends).order_by("pk")
    sent = {one.ends_on: one for one in rows}
    return [Quarter(end, sent.get(end)) for end in ends]
