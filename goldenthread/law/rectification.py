"""Putting right a wrong fact that a person finds in what is held about them."""

from __future__ import annotations

from datetime import date

from goldenthread.law.citation import Citation, Dated
from goldenthread.law.length import Length, Unit
from goldenthread.law.rule import Rule
from goldenthread.law.sources import EXAMPLE, filed

_GDPR = Citation(
    "UK GDPR, Articles 12(3) and 16 (from memory: the text was not read)",
    "https://www.legislation.gov.uk/eur/2016/679/article/12",
    date(2018, 5, 25),
    unconfirmed=True,
)
ANSWER_A_CORRECTION = Rule(
    name="answer-a-correction", title="Answer a request to correct a fact", who="The local authority",
    trigger="the authority received the request", not_the_same="the day it was written",
    limit=(Dated(Length(1, Unit.MONTHS), _GDPR),), example=EXAMPLE,
    note="Without undue delay, and in any event within the month. It can be made longer by two months for hard cases.",
)  # fmt: skip
RULES = filed(ANSWER_A_CORRECTION)
