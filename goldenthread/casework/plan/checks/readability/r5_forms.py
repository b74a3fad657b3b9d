"""R5: forms in which everybody can read it."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import OURS, Reference
from goldenthread.casework.plan.checks.sheet import Sheet


def find(sheet: Sheet) -> Iterator[Found]:
    """A plan that is made final without an accessible PDF or an easy-read summary."""
    made = {one.kind: one for one in sheet.plan.outputs}
    if "pdf" not in made:
        yield Found("There is no PDF of this version.")
    elif not made["pdf"].is_accessible:
        yield Found(
            "The PDF did not pass the check of its structure: somebody who listens to it may lose their way."
        )
    if "easy-read" not in made:
        yield Found("There is no easy-read summary for the child.")


def cannot(sheet: Sheet) -> str:
    """A draft may still be without."""
    return "" if sheet.in_force else "documents are made when the plan is final"


CHECK = Check(
    id="R5",
    title="Forms that everybody can read",
    severity=Severity.WARN,
    says="A form is missing.",
    why="Public bodies must make their documents accessible, and the plan is the child’s own.",
    mend="Make the accessible PDF and the easy-read summary from this version.",
    sources=(
        Reference(
            "Public Sector Bodies Accessibility Regulations 2018",
            "https://www.legislation.gov.uk/uksi/2018/952",
        ),
        OURS,
    ),
    find=find,
    cannot=cannot,
)
