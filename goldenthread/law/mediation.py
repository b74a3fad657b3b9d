"""Mediation before an appeal (regulations 32 to 42)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.law import orders
from goldenthread.law.answer import Answer
from goldenthread.law.citation import Citation
from goldenthread.law.length import Length, Unit
from goldenthread.law.rule import Deadline
from goldenthread.law.sources import duty, filed, regulation, section
from goldenthread.law.words import in_words

_AUTHORITY, _ADVISER = "The local authority", "The mediation adviser"
_WD, _D, _W, _M = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS
TELL_THE_PLACE = Length(5, _WD)
"""Before the mediation: regulation 37(2). The family may agree to less."""

CONTACT = duty(
    "contact-mediation-adviser",
    "Contact the mediation adviser",
    "The family",
    "the written notice of the decision was sent",
    "the day it was read",
    Length(2, _M),
    regulation("33"),
    "Regulation 34(2) counts from the date of the notice: be careful and use the earlier.",
)
DECLINED = duty(
    "certificate-when-declined",
    "Issue the certificate",
    _ADVISER,
    "the family said that it does not want mediation",
    "the day of the decision",
    Length(3, _WD),
    regulation("34(1)"),
)
TELL_CARE_BOARD = duty(
    "tell-care-board-of-mediation",
    "Tell the care board what the mediation is about",
    _AUTHORITY,
    "the family told the authority",
    "the day of the mediation",
    Length(3, _WD),
    regulation("35(2)"),
)
HEALTH_ONLY = duty(
    "arrange-mediation-health",
    "Arrange the mediation, if it is about health alone",
    "The care board",
    "it received the authority’s notice",
    "the day the family asked",
    Length(30, _D),
    regulation("35(3)"),
)
ARRANGE = duty(
    "arrange-mediation",
    "Arrange the mediation",
    _AUTHORITY,
    "the family told the authority that it wants mediation",
    "the day of the certificate",
    Length(30, _D),
    regulation("36(2)"),
    "Regulation 35(4) gives the same 30 days where health is a part of it.",
)
NOT_ARRANGED = duty(
    "certificate-when-not-arranged",
    "Issue the certificate, though no mediation was held",
    _ADVISER,
    "it was told that mediation was not arranged in 30 days",
    "the 30th day",
    Length(3, _WD),
    regulation("39(3)"),
)
CONCLUDED = duty(
    "certificate-after-mediation",
    "Issue the certificate",
    _ADVISER,
    "the mediation ended",
    "the day of the agreement",
    Length(3, _WD),
    regulation("39(1)"),
)
AGREED = duty(
    "carry-out-agreement",
    "Do what was agreed that could not be appealed",
    _AUTHORITY,
    "the agreement was made",
    "the day it was written up",
    Length(2, _W),
    regulation("42(3)"),
    "What could be appealed is done as if the tribunal had ordered it, unless another time was agreed in writing.",
)
CARE_BOARD_TELLS = duty(
    "tell-authority-of-agreement",
    "Tell the authority what was agreed",
    "The care board",
    "the agreement was made",
    "the day it was written up",
    Length(1, _W),
    regulation("42(4)"),
)
RULES = filed(
    CONTACT,
    DECLINED,
    TELL_CARE_BOARD,
    HEALTH_ONLY,
    ARRANGE,
    NOT_ARRANGED,
    CONCLUDED,
    AGREED,
    CARE_BOARD_TELLS,
)


class Issues(StrEnum):
    """What a mediation is about."""

    EDUCATION = "education"  # no health care provision: regulation 36
    HEALTH = "health"  # health care provision alone: 35(3)
    BOTH = "both"  # 35(4)


@dataclass(frozen=True)
class Arrangement:
    """Who arranges a mediation and by when; and whether a failure counts for the family as having taken part."""

    who: str
    due_on: date
    deemed_if_missed: bool
    explanation: str
    citation: Citation


_WHO_ARRANGES = {
    Issues.EDUCATION: (ARRANGE, "36(2)", True),
    Issues.BOTH: (ARRANGE, "35(4)", True),
    Issues.HEALTH: (HEALTH_ONLY, "35(3)", False),
}


def arrangement(
    issues: Issues, wished_on: date, *, care_board_received_on: date | None = None
) -> Arrangement:
    """Who arranges the mediation, and by when, once the family told the authority on a day that it wants one.

    About health alone it is the care board, from the day on which it had the authority's notice: ReceiptMissing without that
    day. There nothing is deemed if it is missed: regulation 39(2) speaks of 35(4) and 36(2) only.

    >>> arrangement(Issues.EDUCATION, date(2026, 12, 7)).due_on
    datetime.date(2027, 1, 6)
    """
    rule, paragraph, deemed = _WHO_ARRANGES[issues]
    found = rule.deadline(care_board_received_on if issues is Issues.HEALTH else wished_on)
    return Arrangement(rule.who, found.due_on, deemed, found.explanation, regulation(paragraph))


def deemed_certificate(issues: Issues, adviser_told_on: date) -> Deadline | None:
    """When the adviser issues the certificate because no mediation was arranged in time; None for health alone (39(3))."""
    return NOT_ARRANGED.deadline(adviser_told_on) if _WHO_ARRANGES[issues][2] else None


def tell_the_place_by(mediation_on: date) -> Answer:
    """The last day to tell the family the date and place, unless they agreed to less (37(2)).

    >>> tell_the_place_by(date(2027, 1, 6)).due_on
    datetime.date(2026, 12, 29)
    """
    last = TELL_THE_PLACE.before(mediation_on)
    words = f"At least 5 working days before {in_words(mediation_on)}: {in_words(last)}"
    return Answer(last, words, regulation("37(2)"))


@dataclass(frozen=True)
class Contact:
    """Until when the family can speak to the adviser: the limit, and the careful day to remind them of."""

    due_on: date
    reminder_on: date
    explanation: str
    citation: Citation


def contact_by(sent_on: date, dated_on: date | None = None) -> Contact:
    """The last day to speak to the mediation adviser: two months after the notice was sent (regulation 33).

    An adviser may give no certificate past two months from the date *of* the notice (34(2)), so a letter that was sent after
    its date gives a reminder that is earlier than the limit. A family that is late may ask the tribunal for leave (34(3)).
    """
    due = CONTACT.deadline(sent_on)
    careful = CONTACT.deadline(min(dated_on or sent_on, sent_on)).due_on
    words = due.explanation
    if careful != due.due_on:
        words += f"; be safe and speak to the adviser by {in_words(careful)}, 2 months after the date on the letter"
    return Contact(due.due_on, careful, words, regulation("33 and 34(2)"))


PLACEMENT_ONLY = frozenset({"51(2)(c)(iii)", "51(2)(c)(iv)"})
"""Appeals about the school or college named, its type, or that none is named."""


@dataclass(frozen=True)
class CertificateNeed:
    """Whether an appeal needs a mediation certificate, and why."""

    is_needed: bool
    explanation: str
    citation: Citation


def certificate_need(grounds: Collection[str]) -> CertificateNeed:
    """Whether an appeal on these paragraphs of section 51(2) needs a certificate: always, unless it is about placement alone.

    >>> certificate_need(["51(2)(c)(iii)"]).is_needed
    False
    """
    if grounds and set(grounds) <= PLACEMENT_ONLY:
        words = "The appeal is only about the school or college, so no mediation certificate is needed"
        return CertificateNeed(False, words, section("55(2)"))
    words = "A mediation certificate is needed before this appeal"
    return CertificateNeed(True, words, section("55(3)"))


def after_agreement(
    agreed_on: date, order: str | None = None, *, agreed_day: date | None = None
) -> list[tuple[str, Answer]]:
    """What follows from a mediation agreement, each with its day.

    What could have been appealed is done as if the tribunal had ordered it (`order`, a key of `orders.ORDERS`; 42(2)), anything
    else in two weeks (42(3)). A day that the parties agreed in writing comes before both (42(5)).
    """
    if agreed_day is not None:
        words = f"The day that was agreed in writing: {in_words(agreed_day)}"
        return [(AGREED.title, Answer(agreed_day, words, regulation("42(5)")))]
    if order is None:
        found = AGREED.deadline(agreed_on)
        return [(AGREED.title, Answer(found.due_on, found.explanation, found.citation))]
    as_ordered = regulation("42(2)", note="as if the tribunal had ordered it")
    return [
        (step.what, Answer(answer.due_on, answer.explanation, as_ordered))
        for step, answer in orders.steps(order, agreed_on)
    ]
