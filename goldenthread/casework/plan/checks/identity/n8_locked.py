"""N8: words that a tribunal fixed still stand."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import ombudsman, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.versions import broken_locks


def find(sheet: Sheet) -> Iterator[Found]:
    """Each order whose words its line no longer holds."""
    at = {line.id: kind.key for kind, line in sheet.lines}
    for lock in broken_locks(sheet.plan):
        order = f"order {lock.order}" if lock.order else "a tribunal’s order"
        gone = "is gone" if lock.line not in at else "has been changed"
        yield Found(
            f"Line “{lock.line}”, fixed by {order}, {gone}. The order says: “{lock.text}”.",
            at.get(lock.line, ""),
            lock.line,
            "text",
        )


CHECK = Check(
    id="N8",
    title="Words fixed by the tribunal",
    severity=Severity.BLOCK,
    says="Words of an order have been changed.",
    why="An order binds. Changing its words is disobeying the tribunal, even by a comma.",
    mend="Put the words of the order back. They change only by a new order, or by an amendment after review that says so.",
    sources=(regulation("44"), ombudsman("22-015-597", "23-018-921")),
    find=find,
)
