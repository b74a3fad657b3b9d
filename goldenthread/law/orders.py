"""What an authority must do when the tribunal orders it (regulation 44), or when it gives way (regulation 45)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law.answer import Answer
from goldenthread.law.citation import Citation, Dated, in_force
from goldenthread.law.errors import UnknownRule
from goldenthread.law.length import Length, Unit
from goldenthread.law.sources import ORDERS_IN_FORCE, regulation
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
"""From the day of the authority's notice to the tribunal. Regulation 45(7) names exceptions for 45(3) and (6), not for (3A)."""


def steps(order: str, on: date, *, conceded: bool = False) -> list[tuple[Step, Answer]]:
    """What follows from an order, or from giving way, each with its day. NotInForce for an order of before September 2015."""
    table = CONCESSIONS if conceded else ORDERS
    if order not in table:
        raise UnknownRule(f"“{order}” is no kind of order. Choose one of {', '.join(table)}.")
    return [(step, _answer(step, on)) for step in table[order]]


def _answer(step: Step, on: date) -> Answer:
    citation: Citation = regulation(step.paragraph, starts=ORDERS_IN_FORCE)
    in_force((Dated(step.weeks, citation),), on, name="an order of the tribunal")
    if step.weeks is None:
        return Answer(on, f"{step.what}: at once, from {in_words(on)}", citation)
    due = Length(step.weeks, Unit.WEEKS).after(on)
    return Answer(due, f"{step.what}: {step.weeks} weeks after {in_words(on)}: {in_words(due)}", citation)


HEALTH_AND_CARE = Citation(
    "Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306), "
    "regulations 6 and 7", "https://www.legislation.gov.uk/uksi/2017/1306", date(2018, 4, 3),
)  # fmt: skip


def answer_recommendation(dated_on: date) -> Answer:
    """When health or social care answers a recommendation: five weeks that begin with its date."""
    due = Length(5, Unit.WEEKS, beginning_with=True).after(dated_on)
    return Answer(due, f"5 weeks, beginning with {in_words(dated_on)}: {in_words(due)}", HEALTH_AND_CARE)


def copy_to_secretary_of_state(answered_on: date) -> Answer:
    """When the authority copies the answer to the Secretary of State: one week that begins with the day it came."""
    due = Length(1, Unit.WEEKS, beginning_with=True).after(answered_on)
    return Answer(due, f"1 week, beginning with {in_words(answered_on)}: {in_words(due)}", HEALTH_AND_CARE)
