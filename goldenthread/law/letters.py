"""What each letter of a decision must say, and since when. A letter that lacks an item is not the notice that the law means.

Items are looked up by the day of the letter. Regulation numbers are those of SI 2014/1530
unless an Act or another instrument is named.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from goldenthread.law.citation import Citation
from goldenthread.law.errors import UnknownRule
from goldenthread.law.item import Item
from goldenthread.law.personal_budget import END, REDUCTION, REFUSAL
from goldenthread.law.sources import regulation, section
from goldenthread.law.words import listed

RECOMMENDATIONS_FROM = date(2018, 4, 3)
"""The day on which SI 2017/1306 regulation 8(2) added the tribunal’s recommendations to seven letters."""


@dataclass(frozen=True)
class LetterRule:
    """A letter and all that was ever asked of it."""

    key: str
    title: str
    items: tuple[Item, ...]

    def items_on(self, day: date) -> tuple[Item, ...]:
        """What the letter must say on a day."""
        return tuple(item for item in self.items if item.citation.covers(day))


_RIGHTS = (
    ("appeal", "the right to appeal to the tribunal"),
    ("time-limit", "the time limit for an appeal"),
    ("mediation", "how to get mediation, and that a certificate is needed"),
    ("disagreement", "how disagreements can be resolved"),
    ("advice", "where to get information, advice and support"),
)
_RECOMMENDATIONS = ("recommendations", "that the tribunal can recommend changes to health and social care")


def _rights(provision: str, recommendations: str = "") -> tuple[Item, ...]:
    """The rights that most letters must name; `recommendations` is the provision that added the tribunal’s power."""
    rights = tuple(Item(key, words, regulation(provision)) for key, words in _RIGHTS)
    if not recommendations:
        return rights
    return (*rights, Item(*_RECOMMENDATIONS, regulation(recommendations, starts=RECOMMENDATIONS_FROM)))


def _reasons(citation: Citation) -> Item:
    return Item("reasons", "the reasons for the decision", citation)


def _draft(views: Citation, school: Citation, find: Citation) -> tuple[Item, ...]:
    """What goes with a draft or a proposal of changes."""
    return (
        Item("views", "that views can be sent, and for how long, at least 15 days", views),
        Item("school", "that a school or college can be asked for by name", school),
        Item("find-schools", "where to find information about schools and colleges", find),
    )


_LETTERS = (
    LetterRule("refusal-to-assess", "Refusal to assess", (_reasons(section("36(5)")), *_rights("5(3)"))),
    LetterRule("agreement-to-assess", "Agreement to assess", (
        Item("views", "that views can be given, orally or in writing, and evidence sent", section("36(7)")),
    )),
    LetterRule("refusal-to-issue", "Refusal to issue a plan",
               (_reasons(section("36(9)")), *_rights("10(3)", "10(3)(e)"))),
    LetterRule("draft-plan", "Draft plan", (
        *_draft(regulation("13(1)"), section("38(2)"), regulation("13(1)")),
        Item("meeting", "that a meeting with an officer can be asked for", regulation("13(1)")),
    )),
    LetterRule("final-plan", "Final plan", _rights("14(2)", "14(2)(e)")),
    LetterRule("review-maintain", "Plan kept as it is after a review", _rights("20(11)", "20(11)(e)")),
    LetterRule("amendment-notice", "Notice of proposed changes", (
        Item("changes", "what changes are proposed, with the plan and the evidence", regulation("22(2)")),
        *_draft(regulation("22(2)"), regulation("22(2)"), regulation("22(2)")),
    )),
    LetterRule("amended-plan", "Amended plan", _rights("22(5)", "22(5)(e)")),
    LetterRule("refusal-to-amend", "Decision not to amend",
               (_reasons(regulation("22(4)")), *_rights("22(5)", "22(5)(e)"))),
    LetterRule("refusal-to-reassess", "Refusal to re-assess", _rights("25(2)", "25(2)(e)")),
    LetterRule("cease", "Decision to end the plan", _rights("31(3)", "31(3)(e)")),
    LetterRule("direct-payments-refused", "Refusal of direct payments", REFUSAL),
    LetterRule("direct-payments-reduced", "Notice that direct payments will be reduced", REDUCTION),
    LetterRule("direct-payments-ended", "Notice that direct payments will end", END),
)  # fmt: skip
LETTERS: dict[str, LetterRule] = {letter.key: letter for letter in _LETTERS}


def required(letter: str, on: date) -> tuple[Item, ...]:
    """What a letter must say on a day. Raises UnknownRule for a letter that the law does not know.

    >>> [item.key for item in required("agreement-to-assess", date(2026, 9, 7))]
    ['views']
    """
    if letter not in LETTERS:
        raise UnknownRule(f"There is no letter called “{letter}”. The letters are {listed(sorted(LETTERS))}.")
    return LETTERS[letter].items_on(on)


def missing(letter: str, said: Collection[str], on: date) -> tuple[Item, ...]:
    """The items that a letter lacks; `said` are the keys of those that it has.

    >>> [item.key for item in missing("final-plan", {"appeal", "time-limit", "mediation", "disagreement", "advice"},
    ...                               date(2018, 4, 2))]
    []
    >>> [item.key for item in missing("final-plan", {"appeal", "time-limit", "mediation", "disagreement", "advice"},
    ...                               date(2018, 4, 3))]
    ['recommendations']
    """
    return tuple(item for item in required(letter, on) if item.key not in said)
