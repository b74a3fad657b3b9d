"""E3: advice that is old, or from before the last change of phase."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.papers import Advice
from goldenthread.law.words import in_words

ALL = {"provider", "authority", "family"}


def find(sheet: Sheet) -> Iterator[Found]:
    """Each piece of advice that is over the limit, and older advice that is not agreed by all three."""
    moved = sheet.plan.clock.moved_phase_on
    for advice in sheet.plan.advice:
        if advice.status != "received" or advice.dated_on is None:
            continue
        days = (sheet.on - advice.dated_on).days
        if moved and advice.dated_on < moved:
            yield Found(
                f"The advice “{advice.id}” of {in_words(advice.dated_on)} is from before the change of phase on "
                f"{in_words(moved)}.{_agreed(advice)}"
            )
        elif days > sheet.limits.advice_days:
            yield Found(
                f"The advice “{advice.id}” of {in_words(advice.dated_on)} is {days} days old.{_agreed(advice)}"
            )
        elif advice.reuse_agreed_by and not set(advice.reuse_agreed_by) >= ALL:
            missing = ", ".join(sorted(ALL - set(advice.reuse_agreed_by)))
            yield Found(f"The advice “{advice.id}” is used again, and not everybody agreed: {missing}.")


def _agreed(advice: Advice) -> str:
    return " All three agreed that it may stand." if set(advice.reuse_agreed_by) >= ALL else ""


CHECK = Check(
    id="E3",
    title="Advice that is old",
    severity=Severity.WARN,
    says="Advice is old.",
    why="Children change. Older advice may stand in for new only if its provider, the authority and the family are all "
    "satisfied with it.",
    mend="Ask for new advice, or record that all three agree to use this.",
    sources=(regulation("6(4)"),),
    find=find,
)
