"""Nothing is forgotten: every limit that the department once relaxed is answered by a rule or a function of its own.

SI 2020/471 listed them in its regulation 5, and eased some more in the provisions themselves. It is over, but its list is the
department's own account of every time limit of the Regulations. Regulation 56(3), the yearly answer to comments on the Local
Offer, is no limit of casework and is not here.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from goldenthread.law import appeal, assessment, mediation, move, orders, phase_transfer, review
from goldenthread.law.citation import Citation
from goldenthread.law.mediation import Issues
from goldenthread.law.rule import Rule

DAY = date(2026, 9, 7)


def of(rule: Rule) -> Citation:
    return rule.value_on(DAY).citation


def step(order: str, place: int = 0, *, conceded: bool = False) -> Citation:
    return orders.steps(order, DAY, conceded=conceded)[place][1].citation


ANSWERED: dict[str, Callable[[], Citation]] = {
    "4(1)": lambda: of(assessment.NOT_NECESSARY),
    "5(1)": lambda: of(assessment.DECIDE_TO_ASSESS),
    "8(1)": lambda: of(assessment.ADVICE),
    "10(1)": lambda: of(assessment.REFUSE_TO_ISSUE),
    "13(1)": lambda: of(assessment.REPRESENTATIONS),
    "13(2)": lambda: of(assessment.FINAL_PLAN),
    "15(2)": lambda: move.transfer(DAY, DAY).citation,
    "15(4)": lambda: of(move.INFORM),
    "15(5)": lambda: move.review_after(DAY, DAY).citation,
    "15(7)": lambda: move.tell_new_care_board(DAY, DAY).citation,
    "15(8)": lambda: of(move.CARE_BOARD_ASKS),
    "16(2)": lambda: of(move.CARE_BOARD),
    "16(3)": lambda: of(move.CARE_BOARD_ASKS),
    "18": lambda: phase_transfer.due("school", 2027).citation,
    "18(3)": lambda: phase_transfer.due("post-16", 2015).citation,
    "20(3) and (4)": lambda: review.invite_by(DAY).citation,
    "20(7) to (9)": lambda: review.report_by(DAY).citation,
    "20(10)": lambda: review.decision_by(DAY).citation,
    "21(3) and (4)": lambda: review.invite_by(DAY, attends=False).citation,
    "21(7) and (8)": lambda: review.report_by(DAY, attends=False).citation,
    "21(9)": lambda: review.decision_by(DAY, attends=False).citation,
    "22(2)": lambda: of(review.REPRESENTATIONS),
    "22(3)": lambda: of(review.AMENDED_PLAN),
    "22(3) and (4)": lambda: review.amended_plan_by(DAY, DAY).citation,
    "25(1)": lambda: of(assessment.DECIDE_TO_REASSESS),
    "27(2)": lambda: of(assessment.PLAN_AFTER_REASSESSMENT),
    "27(4)": lambda: of(assessment.REVIEW_AFTER_REASSESSMENT),
    "33": lambda: of(mediation.CONTACT),
    "34(1)": lambda: of(mediation.DECLINED),
    "33 and 34(2)": lambda: mediation.contact_by(DAY).citation,
    "35(2)": lambda: of(mediation.TELL_CARE_BOARD),
    "35(3)": lambda: mediation.arrangement(Issues.HEALTH, DAY, care_board_received_on=DAY).citation,
    "35(4)": lambda: mediation.arrangement(Issues.BOTH, DAY).citation,
    "36(2)": lambda: mediation.arrangement(Issues.EDUCATION, DAY).citation,
    "37(2)": lambda: mediation.tell_the_place_by(DAY).citation,
    "39(1)": lambda: of(mediation.CONCLUDED),
    "39(3)": lambda: of(mediation.NOT_ARRANGED),
    "42(3)": lambda: of(mediation.AGREED),
    "42(4)": lambda: of(mediation.CARE_BOARD_TELLS),
    "44(2)(a)": lambda: step("dismiss"),
    "44(2)(b)": lambda: step("assess", 2),
    "44(2)(c)": lambda: step("make", 1),
    "44(2)(d)": lambda: step("reconsider"),
    "44(2)(e)": lambda: step("amend"),
    "44(2)(f)": lambda: step("name"),
    "44(2)(g)": lambda: step("continue"),
    "44(2)(h)": lambda: step("continue-amend"),
    "45(3)": lambda: step("assess", conceded=True),
    "45(3A)": lambda: step("assess", 2, conceded=True),
    "45(4)": lambda: step("amend", conceded=True),
    "45(5)": lambda: step("name", conceded=True),
    "45(5)(b)": lambda: orders.name_and_amend_conceded(DAY).citation,
    "45(6)": lambda: step("make", conceded=True),
    "45(6A)": lambda: step("continue-amend", conceded=True),
    "47": lambda: of(assessment.HIGHER_EDUCATION),
    "section 44(1)": lambda: of(review.REVIEW),
    "rule 20(1)(c)": lambda: appeal.due(DAY).citation,
}


@pytest.mark.parametrize("provision", ANSWERED)
def test_every_limit_is_answered_and_cites_its_provision(provision: str) -> None:
    citation = ANSWERED[provision]()
    assert re.search(rf"(?<= ){re.escape(provision)}(?!\d)", citation.text)
    assert not citation.unconfirmed
    assert citation.url.startswith("https://www.legislation.gov.uk/")


EVERY_DAY = [date(2015, 4, 1) + timedelta(days=step) for step in range(9_000)]
BY_DAY: dict[str, Callable[[date], date]] = {
    "the amended plan": lambda day: review.amended_plan_by(day, day).due_on,
    "the first final day": lambda day: review.earliest_final(day).due_on,
    "the next review": lambda day: review.next_review(day).due_on,
    "the review of a child under 5": lambda day: review.advised_under_five(day).first,
    "the transfer of a plan": lambda day: move.transfer(day, day).due_on,
    "the review after a move": lambda day: move.review_after(day, day).due_on,
    "arranging mediation": lambda day: mediation.arrangement(Issues.BOTH, day).due_on,
    "speaking to the adviser": lambda day: mediation.contact_by(day).due_on,
    "an appeal": lambda day: appeal.due(day).due_on,
    "a draft that was ordered": lambda day: orders.steps("make", day)[0][1].due_on,
    "school and provision, given way": lambda day: orders.name_and_amend_conceded(day).due_on,
    "the place of mediation": lambda day: mediation.tell_the_place_by(day + timedelta(days=60)).due_on,
}


@pytest.mark.parametrize("what", BY_DAY)
def test_on_every_day_for_24_years_nothing_is_due_before_its_start_and_a_later_start_gives_no_earlier_day(
    what: str,
) -> None:
    due = [BY_DAY[what](day) for day in EVERY_DAY]
    assert all(day < one for day, one in zip(EVERY_DAY, due, strict=True))
    assert due == sorted(due)
