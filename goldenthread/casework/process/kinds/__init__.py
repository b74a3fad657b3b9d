"""What can happen in a case: each kind of event, what it must say, where it leads, and the duties it starts and ends.

This table is the state machine. docs/casework.md is written from it.
"""

from __future__ import annotations

from goldenthread.casework.process.kinds.asking import GIVING_ADVICE, REQUEST
from goldenthread.casework.process.kinds.beside import BESIDE, BUDGET
from goldenthread.casework.process.kinds.choices import ADVICE, CAUSES, EXCEPTIONS
from goldenthread.casework.process.kinds.earlier import EARLIER
from goldenthread.casework.process.kinds.kind import REASONS, START, Fact, Kind
from goldenthread.casework.process.kinds.planning import PLAN
from goldenthread.casework.process.kinds.returned import RETURNED
from goldenthread.casework.process.kinds.reviewing import AGAIN, OUT, REVIEW

__all__ = ["ADVICE", "CAUSES", "EXCEPTIONS", "KINDS", "REASONS", "START", "Fact", "Kind"]

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        *REQUEST,
        *GIVING_ADVICE,
        *PLAN,
        *REVIEW,
        *AGAIN,
        *OUT,
        *BUDGET,
        *BESIDE,
        *RETURNED,
        *EARLIER,
    )
}
