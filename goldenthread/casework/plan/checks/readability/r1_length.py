"""R1: how long the plan is."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import GOOD_PLAN, Reference
from goldenthread.casework.plan.checks.sheet import Sheet, texts
from goldenthread.casework.plan.language.sentences import words

A_PAGE = 350
"""Words on a page of a plan, with its headings and tables."""


def length(sheet: Sheet) -> int:
    """The words of all lines."""
    return sum(len(words(text)) for _, line in sheet.lines for _, text in texts(line))


def find(sheet: Sheet) -> Iterator[Found]:
    """One finding for a plan over the area’s limit."""
    found = length(sheet)
    if found > sheet.limits.words:
        yield Found(
            f"The plan has {found:,} words, about {round(found / A_PAGE)} pages. This area’s limit is "
            f"{sheet.limits.words:,} words."
        )


CHECK = Check(
    id="R1",
    title="Length",
    severity=Severity.INFORM,
    says="The plan is long.",
    why="Plans run from 8 to 40 pages between areas. What is not read is not done.",
    mend="Say each thing once. Leave the history in the advice, which is part of the plan anyway.",
    sources=(
        Reference(
            "CACI, the SEND Improvement Plan",
            "https://www.caci.co.uk/insights/the-send-improvement-plan-and-reshaping-ehcps/",
        ),
        GOOD_PLAN,
    ),
    find=find,
)
