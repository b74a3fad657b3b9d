"""P16: nobody is to look whether it works."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import GOOD_SCHOOLS
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import phrases

_REVIEW = phrases(
    r"review(?:s|ed|ing)?",
    r"monitor(?:s|ed|ing)?",
    r"evaluat(?:e|es|ed|ion)",
    r"check(?:s|ed)? (?:progress|whether|that it)",
    family="provision",
)


def find(sheet: Sheet) -> Iterator[Found]:
    """Each provision that says neither who reviews it nor that anybody does."""
    for kind, line in sheet.provision:
        says_who, says_when = bool(line.reviewed_by), bool(line.reviewed_when)
        if _REVIEW.found(line.text) or "reviewed_by" in line.not_needed or (says_who and says_when):
            continue
        missing = (
            "when it is reviewed"
            if says_who
            else "who reviews it"
            if says_when
            else "who reviews it and when"
        )
        yield on_line(kind.key, line, f"It does not say {missing}.", field="reviewed_by")


CHECK = Check(
    id="P16",
    title="Who reviews it, and when",
    severity=Severity.INFORM,
    says="“{words}” is not reviewed.",
    why="Support that nobody looks at goes on when it does not work, and stops when it does.",
    mend="Name who looks whether it works, and how often.",
    sources=(GOOD_SCHOOLS,),
    find=find,
)
