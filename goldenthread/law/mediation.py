"""Mediation before an appeal (regulations 32 to 42)."""

from __future__ import annotations

from goldenthread.law.length import Length, Unit
from goldenthread.law.sources import duty, filed, regulation

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
