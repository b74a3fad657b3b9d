"""S4: direct payments, if and only if there are any."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SECTIONS, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.lines import Payment


def find(sheet: Sheet) -> Iterator[Found]:
    """A section that is filled without a payment, empty with one, or that does not say what the payment is for."""
    for kind, section in sheet.holding("payments"):
        if sheet.plan.direct_payment and not section.lines:
            yield Found(f"A direct payment is made, and section {kind.key} does not say what for.", kind.key)
        if not sheet.plan.direct_payment and section.lines:
            yield Found(f"Section {kind.key} is filled, and no direct payment is recorded.", kind.key)
        for line in section.lines:
            if isinstance(line, Payment) and not (line.needs and line.outcomes):
                missing = (
                    "the needs"
                    if line.outcomes
                    else "the outcomes"
                    if line.needs
                    else "the needs and outcomes"
                )
                yield on_line(
                    kind.key, line, f"It does not name {missing} that the payment is to meet.", field="needs"
                )


CHECK = Check(
    id="S4",
    title="Direct payments",
    severity=Severity.WARN,
    says="Direct payments and their section do not agree.",
    why="Where a direct payment secures provision, the plan must set out the needs and outcomes that it is to meet.",
    mend="Fill the section from the agreement, with its needs and outcomes, or empty it.",
    sources=(regulation("12(1)(j)"), SECTIONS),
    find=find,
)
