"""The ways in which waits are counted. Each number belongs to one of them, says which, and is never added to another's.

The bands of the community series, and that its notes leave day 365 in none of them, are NHS England's
(https://www.england.nhs.uk/statistics/statistical-work-areas/community-health-services-waiting-lists/). The others publish by
week or give a median only; their bands here are ours, so that every page can show how long people have waited.
"""

from __future__ import annotations

from dataclasses import dataclass

WEEKS_WITHOUT_AN_OFFER = 18
"""Whoever waits longer must be offered something meanwhile."""
LONG = 7 * WEEKS_WITHOUT_AN_OFFER + 1
"""The first day of a wait of over 18 weeks: day 127, where the band "18-52" begins."""


@dataclass(frozen=True)
class Band:
    """A length of wait: its name in files and on pages, and its first and last day. The longest has no last day."""

    name: str
    words: str
    first: int
    last: int | None

    @property
    def is_long(self) -> bool:
        """Whether all in it have waited over 18 weeks."""
        return self.first >= LONG

    def holds(self, days: int) -> bool:
        """Whether a wait of so many days lies in it."""
        return self.first <= days and (self.last is None or days <= self.last)


@dataclass(frozen=True)
class Series:
    """A way of counting: its badge, what starts and stops the clock, its bands, and what must be said beside its numbers."""

    code: str
    badge: str
    title: str
    counts: str
    source: str
    bands: tuple[Band, ...]
    notes: tuple[str, ...] = ()
    rounds_to: int = 1

    def __str__(self) -> str:
        return self.title

    def band_of(self, days: int) -> int:
        """The place of the band in which a wait of so many days lies."""
        return next(place for place, band in enumerate(self.bands) if band.holds(days))


DAY_365 = (
    "The national notes put up to 364 days into “18 to 52 weeks” and over 365 days into “over 52 weeks”, so day 365 is in "
    "neither. We count a wait of exactly 365 days as over 52 weeks."
)
_WEEKS = (
    Band("0-1", "up to 1 week", 0, 7),
    Band("1-2", "1 to 2 weeks", 8, 14),
    Band("2-4", "2 to 4 weeks", 15, 28),
    Band("4-12", "4 to 12 weeks", 29, 84),
    Band("12-18", "12 to 18 weeks", 85, 126),
    Band("18-52", "18 to 52 weeks", 127, 364),
    Band("52+", "over 52 weeks", 365, None),
)
_FEWER = (
    Band("0-18", "up to 18 weeks", 0, 126),
    Band("18-52", "18 to 52 weeks", 127, 364),
    Band("52+", "over 52 weeks", 365, None),
)
_HOME = (
    "https://www.england.nhs.uk/statistics/statistical-work-areas/community-health-services-waiting-lists/"
)
_RTT = (
    "https://www.gov.uk/government/publications/right-to-start-consultant-led-treatment-within-18-weeks/"
    "referral-to-treatment-consultant-led-waiting-times-rules-suite-october-2022"
)
_MHSDS = (
    "https://production-like.nhsd.io/supplementary-information/2024/"
    "waiting-times-for-children-and-young-peoples-mental-health-services-2022-23"
)
SERIES = {
    one.code: one
    for one in (
        Series("community", "Community count", "NHS community health services, by week band",
               "Everybody on the list on the last day of the month who has not been seen yet.", _HOME, _WEEKS,
               (DAY_365, "Services send these counts in themselves; they are management information.")),
        Series("consultant", "18-week count", "Consultant-led: referral to treatment",
               "Only consultant-led care, from the referral until treatment starts. Since October 2015 the clock is not "
               "paused when a family cannot come.", _RTT, _FEWER, (DAY_365,)),
        Series("mental-health", "Second contact", "Children’s mental health: referral to second contact",
               "From the referral until the second contact, not the first. Counted another way before April 2022: do not compare "
               "with earlier years.", _MHSDS, _WEEKS, (DAY_365, "Shown to the nearest 5, as the national figures are."), 5),
        Series("autism", "Autism: first contact", "Autism assessment: referral to first care contact",
               "From the referral until the first care contact. National figures are quarterly and experimental. The NICE "
               "standard is 13 weeks (91 days).", "", _WEEKS, (DAY_365,)),
        Series("local", "Local count", "Counted by the service itself, by no national definition",
               "From the day on which the referral came until the assessment began. For ADHD there is no single national count.",
               "", _WEEKS, (DAY_365,)),
    )
}  # fmt: skip


class DifferentSeries(ValueError):
    """Numbers of different series were to be put together."""


def one_series(codes: set[str]) -> Series:
    """The series of numbers that are to stand in one table, chart or sum. Raises DifferentSeries when they are of several.

    >>> one_series({"community"}).badge
    'Community count'
    """
    if len(codes) != 1:
        badges = " and ".join(sorted(SERIES[code].badge for code in codes)) or "no series"
        raise DifferentSeries(
            f"These numbers are counted in different ways ({badges}). They cannot be put together: show each by itself."
        )
    return SERIES[next(iter(codes))]
