"""T1: the days of an assessment: six weeks, six weeks, twenty weeks, and fifteen days for the family."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import EDYOURSELF_LAW, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.law.assessment import ADVICE, DECIDE_TO_ASSESS, FINAL_PLAN, REPRESENTATIONS
from goldenthread.law.rule import Rule
from goldenthread.law.words import in_words


def find(sheet: Sheet) -> Iterator[Found]:
    """Limits that were missed or are about to be, and a plan made final before the family’s days were over."""
    clock, final = sheet.plan.clock, sheet.plan.clock.final_sent_on
    if sheet.plan.stage in {"draft", "final"}:
        yield from _late(
            sheet, DECIDE_TO_ASSESS, clock.requested_on, clock.decided_to_assess_on, "The decision to assess"
        )
        yield from _late(sheet, FINAL_PLAN, clock.requested_on, final, "The final plan")
    for one in sheet.plan.advice:
        if one.status in {"asked", "received"}:
            yield from _late(sheet, ADVICE, one.reached_on, one.received_on, f"The advice “{one.id}”")
    if clock.draft_sent_on and sheet.in_force:
        last = REPRESENTATIONS.deadline(clock.draft_sent_on).due_on
        day = final or sheet.plan.dated_on or sheet.on
        if day <= last and not (clock.early_finish_agreed_on and clock.early_finish_agreed_on <= day):
            says = (
                f"The plan is final on {in_words(day)}, and the family has until {in_words(last)} "
                "to say what they think of the draft."
            )
            yield Found(says, severity=Severity.BLOCK)


def _late(sheet: Sheet, rule: Rule, start: date | None, done: date | None, what: str) -> Iterator[Found]:
    if start is None:
        return
    due = rule.deadline(start).due_on
    if (done or sheet.on) > due:
        excepted = (
            f" An exception is recorded: {sheet.plan.clock.exception}." if sheet.plan.clock.exception else ""
        )
        when = f"came on {in_words(done)}" if done else "has not come"
        yield Found(f"{what} was due by {in_words(due)} and {when}.{excepted}")


CHECK = Check(
    id="T1",
    title="The days of the assessment",
    severity=Severity.INFORM,
    says="A limit was missed.",
    why="Lateness cannot be undone, but it must be explained. The family’s 15 days cannot be cut short without their "
    "written word: that blocks.",
    mend="Record the reason or the lawful exception, and tell the family. Wait for their days to end, or ask whether they "
    "agree in writing.",
    sources=(regulation("5(1)"), regulation("8(1)"), regulation("13"), EDYOURSELF_LAW),
    find=find,
)
