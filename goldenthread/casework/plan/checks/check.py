"""What a check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from goldenthread.casework.plan.checks.references import Reference
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.casework.plan.lines import Line

if TYPE_CHECKING:
    from goldenthread.casework.plan.checks.sheet import Sheet


class Severity(StrEnum):
    """What a finding does to a plan that is to be issued."""

    BLOCK = "block"
    WARN = "warn"
    INFORM = "inform"


@dataclass(frozen=True)
class Found:
    """Something found, before its check signs it."""

    says: str
    section: str = ""
    line: str = ""
    field: str = ""
    span: Span | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Finding:
    """What is wrong, where, in which words, why it matters and how to mend it."""

    check: str
    severity: Severity
    section: str
    line: str
    field: str
    words: str
    start: int
    end: int
    says: str
    why: str
    mend: str
    overridden: str = ""

    @property
    def stops(self) -> bool:
        """Whether the plan may not be made final because of it."""
        return self.severity is Severity.BLOCK and not self.overridden

    def as_dict(self) -> dict[str, object]:
        """For JSON: every field, and the reason with which it was set aside, if it was."""
        return {
            "check": self.check, "severity": str(self.severity), "section": self.section, "line": self.line,
            "field": self.field, "words": self.words, "start": self.start, "end": self.end,
            "says": self.says, "why": self.why, "mend": self.mend, "overridden": self.overridden,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check. It reads sentences (`spans`, in sections that hold one of `reads`), or the whole plan (`find`).

    `says` may use {words}. `cannot` gives the reason when the check cannot be run on a plan, and nothing when it can.
    """

    id: str
    title: str
    severity: Severity
    says: str
    why: str
    mend: str
    sources: tuple[Reference, ...]
    spans: Callable[[str], Iterable[Span]] | None = None
    reads: frozenset[str] = frozenset()
    find: Callable[[Sheet], Iterator[Found]] | None = None
    cannot: Callable[[Sheet], str] | None = None

    def sign(self, found: Found) -> Finding:
        """What was found, as a finding of this check."""
        span = found.span or Span(0, 0, "")
        return Finding(
            self.id, found.severity or self.severity, found.section, found.line, found.field, span.words, span.start, span.end,
            found.says or self.said(span), self.why, self.mend,
        )  # fmt: skip

    def said(self, span: Span) -> str:
        """The sentence about a span: its own note, or the check’s words."""
        return span.note or self.says.format(words=" ".join(span.words.split()))


def on_line(section: str, line: Line, says: str, span: Span | None = None, field: str = "text") -> Found:
    """Something about a line."""
    return Found(says, section, line.id, field, span)


PROVISION = frozenset({"provision"})
OUTCOMES = frozenset({"outcomes"})
WRITTEN = frozenset({"needs", "outcomes", "provision", "text"})
