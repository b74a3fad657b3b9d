"""Something that must be said, or must be so, and the provision that asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.law.citation import Citation


@dataclass(frozen=True)
class Item:
    """One thing that a letter must say, or that must be so; `words` finish "it must say …"."""

    key: str
    words: str
    citation: Citation
