"""What an authority must do when the tribunal orders it (regulation 44), or when it gives way (regulation 45)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.law.answer import Answer
from goldenthread.law.citation import Citation, Dated, in_force
from goldenthread.law.errors import DatesReversed, UnknownRule
from goldenthread.law.exceptions import EXCEPTIONS, LawfulException
from goldenthread.law.length import Length, Unit
from goldenthread.law.rule import Rule
from goldenthread.law.sources import EXAMPLE, IN_FORCE, filed, regulation
from goldenthread.law.words import in_words


@dataclass(frozen=True)
class Step:
    """One thing to do after an order: what, in how many weeks, and the paragraph. No weeks: at once."""

    what: str
    weeks: int | None
    paragraph: str
    has_exceptions: bool = False


ORDERS: dict[str, tuple[Step, ...]] = {
    "dismiss": (Step("Stop maintaining the plan", None, "44(2)(a)"),),
    "assess": (
        Step("Tell the family that the assessment begins", 2, "44(2)(b)", True),
        Step("Say, with reasons, if no plan will be made", 10, "44(2)(b)", True),
        Step("Send the final plan", 14, "44(2)(b)", True),
    ),
    "make": (
        Step("Send the draft plan", 5, "44(2)(c)", True),
        Step("Send the final plan", 11, "44(2)(c)", True),
    ),
    "reconsider": (Step("Think again, and send a draft or a refusal", 2, "44(2)(d)"),),
    "amend": (Step("Send the amended plan", 5, "44(2)(e)"),),
    "name": (Step("Name the school or type", 2, "44(2)(f)"),),
    "continue": (Step("Go on maintaining the plan", None, "44(2)(g)"),),
    "continue-amend": (Step("Go on maintaining the plan, and send it amended", 5, "44(2)(h)"),),
}
CONCESSIONS: dict[str, tuple[Step, ...]] = {
    "assess": (
        Step("Tell the family that the assessment begins", 2, "45(3)", True),
        Step("Say, with reasons, if no plan will be made", 10, "45(3A)"),
        Step("Send the final plan", 14, "45(3A)"),
    ),
    "make": (Step("Send the draft plan", 5, "45(6)", True), Step("Send the final plan", 11, "45(6)", True)),
    "amend": (Step("Send the amended plan", 5, "45(4)"),),
    "name": (Step("Name the school or type", 2, "45(5)"),),
    "continue-amend": (Step("Go on maintaining the plan, and send it amended", 5, "45(6A)"),),
}
"""From the day of the authority's notice to the tribunal, given before any response. Regulation 45(7) names exceptions for 45(3)
and (6), not for (3A)."""
CONCESSIONS_IN_FORCE = date(2015, 3, 23)
"""From when regulation 45 reads as it does (SI 2015/359, regulation 8). Its first text, of 2014, is not coded: a notice of before
that day gets no answer. Regulation 44 has had its weeks from the start: that instrument only added to whom plans are sent."""


def steps(order: str, on: date, *, conceded: bool = False) -> list[tuple[Step, Answer]]:
    """What follows from an order, or from giving way, each with its day. Any direction of the tribunal comes first (44(1)).

    NotInForce for an order of before September 2014 and a concession of before 23 March 2015.

    >>> steps("name", date(2026, 12, 18))[0][1].due_on
    datetime.date(2027, 1, 1)
    """
    table = CONCESSIONS if conceded else ORDERS
    if order not in table:
        raise UnknownRule(f"“{order}” is no kind of order. Choose one of {', '.join(table)}.")
    starts = CONCESSIONS_IN_FORCE if conceded else IN_FORCE
    return [(step, _answer(step, on, starts)) for step in table[order]]


def _answer(step: Step, on: date, starts: date) -> Answer:
    citation: Citation = regulation(step.paragraph, starts=starts)
    in_force((Dated(step.weeks, citation),), on, name="an order of the tribunal")
    if step.weeks is None:
        return Answer(on, f"{step.what}: at once, from {in_words(on)}", citation)
    due = Length(step.weeks, Unit.WEEKS).after(on)
    return Answer(due, f"{step.what}: {step.weeks} weeks after {in_words(on)}: {in_words(due)}", citation)


def name_and_amend_conceded(on: date) -> Answer:
    """When the named school changes together with needs or provision that were given way on: five weeks, not two (45(5)(b))."""
    step = Step("Send the amended plan with the school or type", 5, "45(5)(b)")
    return _answer(step, on, CONCESSIONS_IN_FORCE)


TWO_WEEKS = timedelta(days=14)


def exceptions_to(step: Step) -> tuple[LawfulException, ...]:
    """The reasons that can excuse lateness with a step, where they made it impractical to be in time; the day itself stays.

    Only for orders to assess and to make a plan (44(3)), and for giving way on them but for 45(3A) (45(7)).
    """
    if not step.has_exceptions:
        return ()
    paragraph = "45(7)" if step.paragraph.startswith("45") else "44(3)"
    own = {
        "O-A": ("Exceptional personal circumstances of the child, a parent or the young person", "(a)"),
        "O-B": ("Child, parent or young person away from the area for two weeks on end or more", "(b)"),
    }
    shared = regulation(f"{paragraph}(c)", note="with 13(3)")
    return (
        *(LawfulException(code, words, regulation(paragraph + part)) for code, (words, part) in own.items()),
        *(LawfulException(one.code, one.words, shared) for one in EXCEPTIONS.values()),
    )


def excused_by_absence(step: Step, order_on: date, left: date, back: date) -> LawfulException | None:
    """The exception for an absence, if it was of two weeks without a break inside the time for the step; otherwise None.

    Two weeks here, where an assessment without an order needs four. The days away are counted within the time allowed.

    >>> step = ORDERS["make"][0]
    >>> excused_by_absence(step, date(2026, 12, 18), date(2026, 12, 21), date(2027, 1, 4)).code
    'O-B'
    """
    if back < left:
        raise DatesReversed("They came back before they left. Give the first day away first.")
    if step.weeks is None:
        return None
    due = Length(step.weeks, Unit.WEEKS).after(order_on)
    # The day after the last day allowed is the first that no longer counts.
    inside = min(back, due + timedelta(days=1)) - max(left, order_on)
    long_enough = inside >= TWO_WEEKS
    return next((one for one in exceptions_to(step) if one.code == "O-B"), None) if long_enough else None


_RECOMMENDATIONS = (
    "Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) "
    "Regulations 2017 (SI 2017/1306)"
)
_RECOMMENDATIONS_PAGE = "https://www.legislation.gov.uk/uksi/2017/1306"
RECOMMENDATIONS_IN_FORCE = date(2018, 4, 3)
HEALTH_AND_CARE = Citation(
    f"{_RECOMMENDATIONS}, regulations 6 and 7", _RECOMMENDATIONS_PAGE, RECOMMENDATIONS_IN_FORCE
)


def _on_recommendation(
    name: str, title: str, who: str, trigger: str, not_the_same: str, weeks: int, paragraph: str, note: str = ""
) -> Rule:  # fmt: skip
    page = f"{_RECOMMENDATIONS_PAGE}/regulation/{paragraph[0]}"
    citation = Citation(f"{_RECOMMENDATIONS}, regulation {paragraph}", page, RECOMMENDATIONS_IN_FORCE)
    length = Length(weeks, Unit.WEEKS, beginning_with=True)
    return Rule(
        name=name, title=title, who=who, trigger=trigger, not_the_same=not_the_same,
        limit=(Dated(length, citation),), example=EXAMPLE, note=note,
    )  # fmt: skip


_DATED = "the recommendation is dated"
_IN_WRITING = "In writing, with the steps to be taken and reasons for what is not followed. The tribunal may set another time."
HEALTH_ANSWER = _on_recommendation(
    "answer-health-recommendation", "Answer the tribunal’s recommendation about health, to the family and the authority",
    "The care board", _DATED, "the day it came", 5, "6(3)", _IN_WRITING,
)  # fmt: skip
CARE_ANSWER = _on_recommendation(
    "answer-care-recommendation", "Answer the tribunal’s recommendation about social care, to the family",
    "The local authority", _DATED, "the day it came", 5, "7(1)", _IN_WRITING,
)  # fmt: skip
HEALTH_COPY = _on_recommendation(
    "copy-health-answer", "Copy the care board’s answer to the Secretary of State", "The local authority",
    "the answer came to the authority", "the day it was written", 1, "6(6)",
)  # fmt: skip
CARE_COPY = _on_recommendation(
    "copy-care-answer", "Copy the authority’s answer to the Secretary of State", "The local authority",
    "the authority answered the family", "the last day for the answer", 1, "7(4)",
)  # fmt: skip
RULES = filed(HEALTH_ANSWER, CARE_ANSWER, HEALTH_COPY, CARE_COPY)


def answer_recommendation(dated_on: date) -> Answer:
    """When health or social care answers a recommendation: five weeks that begin with its date."""
    due = HEALTH_ANSWER.deadline(dated_on)
    return Answer(due.due_on, due.explanation, HEALTH_AND_CARE)


def copy_to_secretary_of_state(answered_on: date) -> Answer:
    """When the authority copies the answer to the Secretary of State: one week that begins with the day it came."""
    due = HEALTH_COPY.deadline(answered_on)
    return Answer(due.due_on, due.explanation, HEALTH_AND_CARE)
