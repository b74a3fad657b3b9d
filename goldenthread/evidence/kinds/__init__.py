"""What lies on the golden thread: every kind of thing with its word, its day, its state, its page, who may open it, and
what it answers and is proved by. One link stands here once, so whatever leads down leads up again."""

from __future__ import annotations

from collections.abc import Mapping

from goldenthread.evidence.kinds import counted, programme, stated, voice
from goldenthread.evidence.kinds.edges import EDGES
from goldenthread.evidence.kinds.shape import Edge, Kind, Reader, Seen, Stage

KINDS: Mapping[str, Kind] = {
    one.code: one for room in (programme, voice, stated, counted) for one in room.KINDS
}

__all__ = ["EDGES", "KINDS", "Edge", "Kind", "Reader", "Seen", "Stage"]
