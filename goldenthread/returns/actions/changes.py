"""What changed since the last draft, and since the return that was frozen last year."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from goldenthread.returns.models import DraftState, ReturnDraft
from goldenthread.sen2.checks.run import PRIVATE
from goldenthread.sen2.comparing import Difference, compare

MOST_LISTED = 500
MADE = (DraftState.READY, DraftState.SIGNED, DraftState.FROZEN)


def changes_from(draft: ReturnDraft, path: Path) -> dict[str, Any]:
    """The differences of a draft, whose XML lies at a path, from the draft before it and from last year's frozen return."""
    others = ReturnDraft.objects.exclude(pk=draft.pk)
    before = others.filter(year=draft.year, state__in=MADE).first()
    frozen = others.filter(year=draft.year - 1, state=DraftState.FROZEN).order_by("-serial").first()
    return {
        name: _told(other, path) for name, other in (("draft", before), ("year", frozen)) if other is not None
    }


def _told(other: ReturnDraft, path: Path) -> dict[str, Any]:
    found = differences(other, path)
    listed = list(islice(found, MOST_LISTED))
    rest = list(found)
    return {
        "of": str(other.key), "title": str(other), "known_on": other.known_on.isoformat(),
        "counts": dict(Counter(one.change for one in [*listed, *rest])), "rows": [_row(one) for one in listed],
    }  # fmt: skip


def differences(other: ReturnDraft, path: Path) -> Iterator[Difference]:
    """Every difference of the return at a path from another."""
    with tempfile.TemporaryDirectory(prefix="return-") as folder:
        old = Path(folder) / "before.xml"
        old.write_bytes(other.xml)
        yield from compare(old, path)


def _row(one: Difference) -> list[Any]:
    """One difference as it is listed. What is personal in itself is not repeated."""
    was, now = ("", "") if one.item in PRIVATE else (one.was, one.now)
    return [one.change, one.before, one.after, one.place, one.item, was, now]
