"""Personal budgets and direct payments: SI 2014/1652, and section 49 of the Act.

The regulations give one limit in time, the first review of the payments. The rest are things that must be said or agreed;
they are here so that a page can ask for each by its provision. That a refusal cannot be appealed to the tribunal is from
memory and marked so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.law.citation import Citation
from goldenthread.law.item import Item
from goldenthread.law.length import Length, Unit
from goldenthread.law.sources import IN_FORCE, duty, filed

TITLE = "Special Educational Needs (Personal Budgets) Regulations 2014 (SI 2014/1652)"


def payments(number: str, *, unconfirmed: bool = False) -> Citation:
    """A provision of those regulations, such as "11(2)(a)"."""
    page = f"https://www.legislation.gov.uk/uksi/2014/1652/regulation/{number.split('(')[0]}"
    return Citation(f"{TITLE}, regulation {number}", page, IN_FORCE, unconfirmed=unconfirmed)


FIRST_REVIEW = duty(
    "review-direct-payments",
    "Review the direct payments for the first time",
    "The local authority",
    "the first payment was made",
    "the day the payments were agreed",
    Length(3, Unit.MONTHS, beginning_with=True),
    payments("11(2)(a)"),
    "At least once within the first three months; afterwards with each review or re-assessment of the plan. "
    "The regulation does not say whether the day of the payment counts: the earlier reading is used.",
)
RULES = filed(FIRST_REVIEW)


class Moment(StrEnum):
    """When a family can ask for a personal budget: regulation 4."""

    DRAFT = "a draft plan has been prepared"
    REVIEW = "the plan is being reviewed or assessed again"


@dataclass(frozen=True)
class Asking:
    """Whether a personal budget can be asked for now, and why."""

    is_open: bool
    explanation: str
    citation: Citation


def asking(*, draft_sent_on: date | None, final_on: date | None, is_under_review: bool) -> Asking:
    """Whether the family can ask for a personal budget: while the draft is with it, or at a review or re-assessment.

    >>> asking(draft_sent_on=date(2026, 11, 2), final_on=None, is_under_review=False).is_open
    True
    >>> asking(draft_sent_on=date(2026, 11, 2), final_on=date(2026, 12, 1), is_under_review=False).is_open
    False
    """
    if is_under_review:
        return Asking(True, f"It can be asked for because {Moment.REVIEW}", payments("4"))
    if draft_sent_on is not None and (final_on is None or final_on < draft_sent_on):
        return Asking(True, f"It can be asked for because {Moment.DRAFT}", payments("4"))
    return Asking(
        False, "It can be asked for when a draft is sent, and at each review or re-assessment", payments("4")
    )


BEFORE_PAYMENTS = (
    Item(
        "told", "the family was told what a budget and direct payments are, and who can help", payments("3")
    ),
    Item("agreed", "whoever is to have the payments agreed in writing", payments("8")),
    Item("no-place", "no place at a school or college is paid for", payments("6(2)")),
    Item(
        "premises",
        "the head of a school or college agreed in writing, where support is given on its premises",
        payments("9"),
    ),
    Item("enough", "the amount is enough to secure what was agreed", payments("10")),
)
"""What must be so before direct payments begin."""
REFUSAL = (
    Item("reasons", "the reasons for the decision", payments("7")),
    Item("look-again", "that the decision will be looked at again, if the family asks", payments("7")),
)
"""What a refusal must say in writing."""
REDUCTION = (
    Item("notice", "from when, with reasonable notice", payments("12")),
    Item("reasons", "the reasons for the decision", payments("12")),
    Item("look-again", "that it will be looked at again once, if the family asks", payments("12(4)")),
)
REPAYMENT = (
    Item("reasons", "the reasons for the demand", payments("13(3)")),
    Item("amount", "how much is to be repaid, and by when: a reasonable time", payments("13(3)")),
    Item("look-again", "that it will be looked at again once, if the family asks", payments("13(7)")),
)
END = (
    Item("notice", "from when, with reasonable notice", payments("14")),
    Item("reasons", "the reasons for the decision", payments("14")),
)
NO_APPEAL = Item(
    "no-appeal",
    "a refusal of direct payments cannot itself be appealed to the tribunal",
    payments("7", unconfirmed=True),
)
"""From memory: no provision was found that says so."""
