"""Writing to an area's words."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.programme.actions.revising import revise
from goldenthread.programme.models import Area, AreaVersion


def change_words(
    *, area: Area, changes: dict[str, Any], based_on: int | None, on: date, reason: str = "", by: Any
) -> AreaVersion:
    """An area's title and plain sentences, changed. Raises Conflict when they changed meanwhile."""
    version: AreaVersion = revise(area, changes=changes, based_on=based_on, on=on, reason=reason, by=by)
    return version
