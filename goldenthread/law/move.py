"""A plan moves with its child to another authority (regulation 15), or to another care board (regulation 16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law import calendar
from goldenthread.law.answer import Answer
from goldenthread.law.assessment import DECIDE_TO_ASSESS, FINAL_PLAN, REFUSE_TO_ISSUE
from goldenthread.law.citation import Citation
from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import LEGAL, Readings, year_from
from goldenthread.law.rule import Deadline
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
    return _on_the_move(aware_on, moves_on, regulation("15(2)"))


def tell_new_care_board(aware_on: date, moves_on: date) -> Answer:
    """When the old care board tells the new one, where the child moves to another authority (regulation 15(7)).

    Where the authority stays the same there is no day of a move: `CARE_BOARD` counts from awareness alone (16(2)).
    """
    return _on_the_move(aware_on, moves_on, regulation("15(7)"))


def known_in_time(moves_on: date) -> date:
    """The last day of becoming aware that is at least 15 working days before a move.

    >>> known_in_time(date(2027, 1, 4))
    datetime.date(2026, 12, 9)
    """
    return calendar.subtract_working_days(moves_on, NOTICE.number)


def _on_the_move(aware_on: date, moves_on: date, citation: Citation) -> Answer:
    if aware_on <= known_in_time(moves_on):
        return Answer(
            moves_on,
            f"The day of the move, {in_words(moves_on)}: it was known 15 working days before",
            citation,
        )
    last = NOTICE.after(aware_on)
    words = f"15 working days, beginning with {in_words(aware_on)}: {in_words(last)}"
    return Answer(last, words, citation)


def review_after(made_on: date, transferred_on: date, readings: Readings = LEGAL) -> Answer:
    """When the new authority reviews: the later of a year from the making or last review, and three months from the
    transfer (regulation 15(5))."""
    year, quarter = year_from(made_on, readings), THREE_MONTHS.after(transferred_on)
    last = max(year, quarter)
    words = f"The later of {in_words(year)} (12 months) and {in_words(quarter)} (3 months from the transfer): {in_words(last)}"
    return Answer(last, words, regulation("15(5)"))


@dataclass(frozen=True)
class Timetable:
    """The days of one move to another authority."""

    transfer: Answer
    inform: Deadline
    review: Answer

    @property
    def explanation(self) -> str:
        """The whole of it in one sentence."""
        return (
            f"The plan goes over by {in_words(self.transfer.due_on)}, the family is told by {in_words(self.inform.due_on)}, "
            f"and the new authority reviews the plan by {in_words(self.review.due_on)}"
        )

    @property
    def citation(self) -> Citation:
        """The provisions of all three."""
        return regulation("15(2), (4) and (5)")


def timetable(aware_on: date, moves_on: date, made_on: date, readings: Readings = LEGAL) -> Timetable:
    """All the days of a move, for a plan that is handed over on the last day. `made_on`: made, or last reviewed.

    >>> timetable(date(2026, 12, 4), date(2027, 1, 4), date(2026, 1, 20)).review.due_on
    datetime.date(2027, 4, 3)
    """
    handed_over = transfer(aware_on, moves_on)
    return Timetable(
        handed_over, INFORM.deadline(handed_over.due_on), review_after(made_on, handed_over.due_on, readings)
    )


@dataclass(frozen=True)
class FreshClocks:
    """The days of a request that was open when the child moved: they start again for the new authority."""

    decide: Deadline
    no_plan: Deadline
    final: Deadline

    @property
    def explanation(self) -> str:
        """The whole of it in one sentence."""
        started = in_words(self.decide.started_on)
        return (
            f"The new authority became responsible on {started}: it decides whether to assess by {in_words(self.decide.due_on)} "
            f"(6 weeks), says if there will be no plan by {in_words(self.no_plan.due_on)} (16 weeks) and sends the final plan by "
            f"{in_words(self.final.due_on)} (20 weeks)"
        )

    @property
    def citation(self) -> Citation:
        """Where each limit names the day of becoming responsible beside the day of a request."""
        return regulation("5(1)(b), 10(1) and 13(2)")


def fresh_clocks(responsible_on: date) -> FreshClocks:
    """What an open request means for the authority that became responsible for the child on a day (Act, section 24)."""
    return FreshClocks(
        *(rule.deadline(responsible_on) for rule in (DECIDE_TO_ASSESS, REFUSE_TO_ISSUE, FINAL_PLAN))
    )
