"""What a document says of one plan or one area."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from goldenthread.evidence.publishing.parts import Document, Heading, Part, Table


@dataclass(frozen=True)
class Subject:
    """Which parts are about it: those with one of these keys or under it, and rows of tables that begin so."""

    keys: Collection[str]
    rows: str = ""

    def holds(self, key: str) -> bool:
        """Whether a part of this key is about it."""
        return any(key == one or key.startswith(f"{one}/") for one in self.keys)


def narrowed(document: Document, subject: Subject) -> Document:
    """The document with no other part than those about the subject. Headings are about nothing."""
    parts = [found for part in document.parts if (found := _of(part, subject)) is not None]
    return replace(document, title="", parts=parts)


def _of(part: Part, subject: Subject) -> Part | None:
    if isinstance(part, Heading):
        return None
    if subject.holds(part.key):
        return part
    if isinstance(part, Table) and subject.rows:
        rows = [row for row in part.rows if row[0].startswith(subject.rows)]
        return replace(part, rows=rows) if rows else None
    return None
