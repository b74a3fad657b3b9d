"""What a published document is made of. Each part is plain data; every form of the document is written from the same parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = "goldenthread-document/1"


@dataclass(frozen=True)
class Heading:
    """A heading over what follows."""

    text: str
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of words. `key` says which of the document's paragraphs it is, from version to version."""

    key: str
    text: str
    kind: str = "paragraph"


@dataclass(frozen=True)
class Figure:
    """A number that opens down: what was counted, out of how many, by which definition, as at which day."""

    key: str
    name: str
    value: str
    numerator: int | None
    denominator: int | None
    definition: str
    as_at: str
    source: str = ""
    counts_people: bool = True
    kind: str = "figure"

    def __post_init__(self) -> None:
        if self.value.endswith("%") and (self.numerator is None or not self.denominator):
            raise ValueError(
                f"“{self.name}” is a percentage without its two numbers: give how many, and out of how many."
            )

    @property
    def base(self) -> str:
        """How many of how many, in words; nothing where it is a plain number."""
        return f"{self.numerator:,} of {self.denominator:,}" if self.denominator is not None else ""


@dataclass(frozen=True)
class Table:
    """A table with its caption. `counts_people` says that its numbers are people, so small ones are not published."""

    key: str
    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    counts_people: bool = False
    kind: str = "table"

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"a row of “{self.caption}” has {len(row)} cells for {len(self.columns)} columns"
                )


@dataclass(frozen=True)
class PlanLine:
    """One action of a plan as it stood: its number, words, due date and progress. Dates are ISO, as exact as the plan’s."""

    key: str
    area: str
    number: str
    text: str
    due: str
    first_due: str
    delivery: str
    leads: str = ""
    kind: str = "line"


Part = Heading | Paragraph | Figure | Table | PlanLine
_KINDS: dict[str, Any] = {
    "heading": Heading, "paragraph": Paragraph, "figure": Figure, "table": Table, "line": PlanLine,
}  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A document: which it is, of whom, as at which day (ISO), and its parts in order."""

    form: str
    title: str
    local_area: str
    as_at: str
    parts: Sequence[Part]
    is_synthetic: bool = False

    def as_data(self) -> dict[str, Any]:
        """Plain JSON, as it is kept and published."""
        own = {name: getattr(self, name) for name in ("form", "title", "local_area", "as_at", "is_synthetic")}
        data = {"format": FORMAT, **own, "parts": [asdict(part) for part in self.parts]}
        plain: dict[str, Any] = json.loads(json.dumps(data))
        return plain


def from_data(data: dict[str, Any]) -> Document:
    """The document that `as_data` wrote."""
    if data.get("format") != FORMAT:
        raise ValueError(
            f"This is no document of ours: its format is {data.get('format')!r}, not {FORMAT!r}."
        )
    parts = [_KINDS[part["kind"]](**part) for part in data["parts"]]
    own = {name: data[name] for name in ("form", "title", "local_area", "as_at", "is_synthetic")}
    return Document(parts=parts, **own)


def as_bytes(data: dict[str, Any]) -> bytes:
    """The one way in which a document is written as JSON, so that the same document has the same fingerprint."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(data: dict[str, Any]) -> str:
    """The SHA-256 of a document's JSON."""
    return hashlib.sha256(as_bytes(data)).hexdigest()
