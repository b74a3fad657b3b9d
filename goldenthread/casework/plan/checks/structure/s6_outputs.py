"""S6: the documents were made of this version and no other."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import OURS
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.versions import sealed_hash


def find(sheet: Sheet) -> Iterator[Found]:
    """Each document whose version or hash is another."""
    if not sheet.plan.outputs:
        return
    now = sealed_hash(sheet.plan)
    for one in sheet.plan.outputs:
        if one.number != sheet.plan.number:
            yield Found(
                f"The {one.kind} was made of version {one.number}; this is version {sheet.plan.number}."
            )
        elif one.sha256 != now:
            yield Found(f"The {one.kind} was made of other words than these: its hash is not this version’s.")


CHECK = Check(
    id="S6",
    title="The documents say what the plan says",
    severity=Severity.BLOCK,
    says="A document was made of another version.",
    why="The school would follow one plan and the family hold another.",
    mend="Make the document again from this version.",
    sources=(OURS,),
    find=find,
)
