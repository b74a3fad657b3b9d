"""Letters that wait for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import Letter, LetterState
from goldenthread.casework.queries.work import cases_of

MOST = 100


@dataclass(frozen=True)
class Waiting:
    """What waits to go out: the oldest first, at most 100 of each."""

    failed: list[Letter]
    to_print: list[Letter]
    drafts: list[Letter]
    sent: list[Letter]

    @property
    def count(self) -> int:
        """How many want something done."""
        return len(self.failed) + len(self.to_print) + len(self.drafts)


def waiting_for(worker: Any, on: date) -> Waiting:
    """The letters of a worker's cases that want something done, and the last that went."""
    mine = Letter.objects.filter(case__in=cases_of(worker, on))
    mine = mine.select_related("case__child", "adult", "child", "organisation").order_by("pk")
    by_state = {state: [] for state in LetterState}  # type: dict[Any, list[Letter]]
    for state in (LetterState.FAILED, LetterState.TO_PRINT, LetterState.DRAFT):
        by_state[state] = list(mine.filter(state=state)[:MOST])
    sent = list(mine.filter(state__in=(LetterState.SENT, LetterState.WAITING)).order_by("-pk")[:20])
    return Waiting(
        by_state[LetterState.FAILED], by_state[LetterState.TO_PRINT], by_state[LetterState.DRAFT], sent
    )
