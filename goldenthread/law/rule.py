"""A rule that gives a day to act by, and the answer it gives for one starting day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from goldenthread.law import calendar
from goldenthread.law.citation import Citation, Dated, Limit, in_force
from goldenthread.law.errors import LengthFixed, ReceiptMissing, UnknownRule
from goldenthread.law.length import Length, Unit
from goldenthread.law.words import days_in_words, in_words, listed, month_in_words


@dataclass(frozen=True)
class Regime:
    """A kind of inspection and the months in which it was used, first and last day included.

    It never refuses a date: a report from the last weeks of one regime may arrive in the first weeks of the
    next, and the law that sets the limit may outlive both. A day outside is answered with a caution.
    """

    words: str
    starts: date
    ends: date | None = None

    def caution(self, on: date) -> str | None:
        """What to check when the clock starts outside the years of the regime."""
        if self.starts <= on and (self.ends is None or on <= self.ends):
            return None
        return f"This rule belongs to the {self.words}, held {self.span}: check which inspection this was"

    @property
    def span(self) -> str:
        """The months of the regime, such as "from May 2016 to December 2022"."""
        until = f"to {month_in_words(self.ends)}" if self.ends else "on"
        return f"from {month_in_words(self.starts)} {until}"


@dataclass(frozen=True)
class Rule:
    """One duty with a limit in time. `trigger` and `not_the_same` finish the sentences that people read."""

    name: str
    title: str
    who: str
    trigger: str  # "The 70 working days run from the day …"
    not_the_same: str  # "…: … is not the same."
    limit: Limit[Length]
    example: date
    note: str = ""
    regime: Regime | None = None

    def value_on(self, received_on: date | None) -> Dated[Length]:
        """The length, and its citation, for a clock that starts on that day.

        Raises ReceiptMissing when there is no day, NotInForce when no value covers it.
        """
        if received_on is None:
            raise ReceiptMissing(self.day_wanted())
        return in_force(self.limit, received_on, name=self.name)

    def day_wanted(self) -> str:
        """The sentence that asks for the missing day."""
        lengths = {str(dated.value) for dated in self.limit}
        time_runs = f"{lengths.pop()} run" if len(lengths) == 1 else "time runs"
        return (
            f"The {time_runs} from the day {self.trigger}. "
            f"Enter that day: {self.not_the_same} is not the same."
        )

    def deadline(self, received_on: date | None, length: Length | None = None) -> Deadline:
        """The last day to act, for a clock that `received_on` starts; the day after it is day 1.

        `length` replaces the usual one where nothing official fixes it (the area was told another figure);
        LengthFixed is raised for a rule of law.
        """
        value = self.value_on(received_on)
        assert received_on is not None  # value_on has refused None
        if length is not None and not value.citation.unconfirmed:
            raise LengthFixed(
                f"{value.citation.text} fixes {value.value} for {self.name}: "
                f"it cannot be replaced by {length}."
            )
        length = length or value.value
        return Deadline(self, received_on, length, length.after(received_on), value.citation)


@dataclass(frozen=True)
class Deadline:
    """The answer of a rule for one starting day, with everything needed to explain it."""

    rule: Rule
    started_on: date
    length: Length
    due_on: date  # the last day on which the duty is done in time
    citation: Citation

    @property
    def counts(self) -> str:
        """What was counted: "working days", "days" or "months"."""
        return self.length.unit.value

    @property
    def unconfirmed(self) -> bool:
        """Whether no instrument or official guidance was read for the length."""
        return self.citation.unconfirmed

    @property
    def left_out(self) -> tuple[calendar.Holiday, ...]:
        """The weekdays that were passed over; none when every day counts."""
        if self.length.unit is not Unit.WORKING_DAYS:
            return ()
        return calendar.holidays_left_out(self.started_on, self.due_on)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What a careful reader should check before leaning on the day."""
        found = [self.rule.regime.caution(self.started_on)] if self.rule.regime else []
        if self.length.unit is Unit.WORKING_DAYS and not calendar.is_announced(self.due_on):
            found.append(
                f"Bank holidays after {in_words(calendar.ANNOUNCED_UNTIL)} are worked out from the usual "
                "pattern and may change by proclamation: count again nearer the day"
            )
        return tuple(caution for caution in found if caution)

    @property
    def explanation(self) -> str:
        """How the day was reached, in one sentence, followed by any cautions.

        "70 working days after 5 November 2021, leaving out 27, 28 December and 3 January: 16 February 2022"
        "15 days, beginning with 11 December 2026: 25 December 2026"
        """
        days = [holiday.day for holiday in self.left_out]
        # Within a year a month says enough; past it, "3 January" could be either of two days.
        with_years = (self.due_on - self.started_on).days >= 365
        leaving = f", leaving out {days_in_words(days, with_years=with_years)}" if days else ""
        start = in_words(self.started_on)
        counted = f", beginning with {start}" if self.length.beginning_with else f" after {start}"
        sentence = f"{self.length}{counted}{leaving}: {in_words(self.due_on)}"
        return ". ".join([sentence, *self.cautions]) + ("." if self.cautions else "")

    def as_dict(self) -> dict[str, object]:
        """The answer as plain values for JSON; days are written 2022-02-16."""
        return {
            "rule": self.rule.name,
            "title": self.rule.title,
            "who": self.rule.who,
            "on": self.started_on.isoformat(),
            "due_on": self.due_on.isoformat(),
            "number": self.length.number,
            "counts": self.counts,
            "left_out": [{"day": left.day.isoformat(), "name": left.name} for left in self.left_out],
            "explanation": self.explanation,
            "cautions": list(self.cautions),
            "citation": {"text": self.citation.text, "url": self.citation.url},
            "unconfirmed": self.unconfirmed,
        }


def named(name: str, rules: Mapping[str, Rule]) -> Rule:
    """The rule of that name; UnknownRule names the nearest ones, or all of them when none is near."""
    if name in rules:
        return rules[name]
    near = get_close_matches(name.strip().lower().replace("_", "-"), rules, cutoff=0.7)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"The rules are {listed(sorted(rules))}."
    raise UnknownRule(f"There is no rule called “{name}”. {hint}")
