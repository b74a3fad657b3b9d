"""What the law room says when a question cannot be answered: each message tells what to do."""

from __future__ import annotations


class LawError(ValueError):
    """A question about a rule or a calendar that has no answer as asked."""


class CalendarUnknown(LawError):
    """The day lies outside the years for which working days can be counted."""


class CountNegative(LawError):
    """A number of days below zero was given."""


class DatesReversed(LawError):
    """The later day was given first."""


class NotInForce(LawError):
    """No value of the rule covers the day that starts the clock."""


class ReceiptMissing(LawError):
    """A clock was asked for without the day that starts it."""


class LengthFixed(LawError):
    """Somebody tried to replace a length that the law fixes."""


class UnknownRule(LawError):
    """No rule has that name."""
