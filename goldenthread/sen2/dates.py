"""Days as numbers, so that they can be compared and counted quickly."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST = 200_000


class _Days(dict[str, int]):
    """ccyy-mm-dd to the day’s number; 0 for blank and for what is no day. It remembers, up to a limit."""

    def __missing__(self, text: str) -> int:
        if len(self) > _MOST:
            self.clear()
        number = self[text] = _number(text)
        return number


def _number(text: str) -> int:
    if not _DAY.fullmatch(text):
        return 0
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return 0


DAYS = _Days()
"""`DAYS["2026-01-15"]` is 739631; `DAYS["2026-02-30"]` is 0.

>>> DAYS["2026-01-15"] - DAYS["2025-12-31"], DAYS["2026-02-30"], DAYS[""]
(15, 0, 0)
"""
