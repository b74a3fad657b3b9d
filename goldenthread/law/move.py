"""A plan moves with its child to another authority (regulation 15), or to another care board (regulation 16)."""

from __future__ import annotations

from datetime import date

from goldenthread.law import calendar
from goldenthread.law.answer import Answer
from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import LEGAL, Readings, year_from
from goldenthread.law.sources import duty, filed, regulation
from goldenthread.law.words import in_words

NOTICE = Length(15, Unit.WORKING_DAYS, beginning_with=True)
THREE_MONTHS = Length(3, Unit.MONTHS, beginning_with=True)

INFORM = duty(
    "inform-after-move",
    "Tell the family that the plan came, whether it will be assessed and when it will be reviewed",
    "The new authority",
    "the plan was transferred",
    "the day of the family’s first letter",
    Length(6, Unit.WEEKS),
    regulation("15(4)"),
)
CARE_BOARD = duty(
    "tell-new-care-board",
    "Tell the new care board, where the authority stays the same",
    "The old care board",
    "it became aware of the move",
    "the day of the move",
    NOTICE,
    regulation("16(2)"),
)
CARE_BOARD_ASKS = duty(
    "care-board-asks-for-review",
    "Ask the authority to assess or review, if section G cannot be arranged",
    "The new care board",
    "it became aware of the move",
    "the day of the move",
    NOTICE,
    regulation("15(8) and 16(3)"),
    "The authority must comply.",
)
RULES = filed(INFORM, CARE_BOARD, CARE_BOARD_ASKS)


def transfer(aware_on: date, moves_on: date) -> Answer:
    """When the old authority transfers the plan: on the day of the move, if it knew 15 working days before; or else within
    15 working days that begin with the day it became aware (regulation 15(2)).

    >>> transfer(date(2026, 12, 4), date(2027, 1, 4)).due_on
    datetime.date(2027, 1, 4)
    """
    cut_off = calendar.subtract_working_days(moves_on, 15)
    if aware_on <= cut_off:
        return Answer(
            moves_on,
            f"The day of the move, {in_words(moves_on)}: it was known 15 working days before",
            regulation("15(2)"),
        )
    last = NOTICE.after(aware_on)
    words = f"15 working days, beginning with {in_words(aware_on)}: {in_words(last)}"
    return Answer(last, words, regulation("15(2)"))


def review_after(made_on: date, transferred_on: date, readings: Readings = LEGAL) -> Answer:
    """When the new authority reviews: the later of a year from the making or last review, and three months from the
    transfer (regulation 15(5))."""
    year, quarter = year_from(made_on, readings), THREE_MONTHS.after(transferred_on)
    last = max(year, quarter)
    words = f"The later of {in_words(year)} (12 months) and {in_words(quarter)} (3 months from the transfer): {in_words(last)}"
    return Answer(last, words, regulation("15(5)"))
