"""The publish gate: what in a document could show who somebody is. It is asked before anybody publishes, and at publishing.

Numbers, dates of birth and small counts are never let through. What may belong to an office (its address, telephone, e-mail) or
may be no person (a possible name) is let through when somebody says why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from goldenthread.evidence.publishing.parts import Document, Figure, Heading, Paragraph, PlanLine, Table
from goldenthread.kit.identifiers import traces
from goldenthread.kit.names import Told, possible_names
from goldenthread.kit.small_numbers import SMALLEST_SHOWN

NEVER = frozenset({"an NHS number", "a UPN", "a date of birth", "a small number of people"})
SMALL = "a small number of people"
_PEOPLE = (
    r"(?:(?:disabled|autistic|looked[ -]after|excluded|home[ -]educated|primary|secondary|local|more|other) )?"
    r"(?:children|child|pupils?|young people|learners?|students?|girls?|boys?|babies)"
)
_FEW = r"(?:one|two|three|four|(?<![\d.,])[1-4])"
_COUNTED = re.compile(rf"(?<![\w-])(?:only |just )?{_FEW} {_PEOPLE}\b", re.IGNORECASE)
_OF = re.compile(rf"(?<![\w-]){_FEW} (?:out )?of (?:the )?(?:\d[\d,]*|\w+) {_PEOPLE}\b", re.IGNORECASE)
_COUNT_COLUMN = re.compile(
    r"\b(?:children|pupils|young people|learners|students|girls|boys|families|people|cases)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"\d[\d,]*")


@dataclass(frozen=True)
class Finding:
    """Something that stops a document: what, where, the words themselves, and whether a reason can let it through."""

    what: str
    where: str
    quote: str

    @property
    def can_be_let_through(self) -> bool:
        return self.what not in NEVER

    @property
    def key(self) -> str:
        """What a reason for letting it through is kept under: the same words again need no second reason."""
        return f"{self.what}: {self.quote}"


def findings(
    document: Document, *, told: Told | Collection[str] = (), known: Collection[str] = ()
) -> list[Finding]:
    """All that could show who somebody is, in the order of the document. `told` are people's names, `known` surely none."""
    ready = Told.of(told)
    return [one for where, words in _texts(document) for one in in_words(where, words, ready, known)] + [
        one for part in document.parts if isinstance(part, Figure | Table) for one in _small(part)
    ]


def in_words(
    where: str, words: str, told: Told | Collection[str] = (), known: Collection[str] = ()
) -> list[Finding]:
    """What in one text could show who somebody is; where a text tells one thing twice it is found twice."""
    exact = traces(words)
    names = [
        one for one in possible_names(words, told=told, known=known)
        if not any(one.begins < other.ends and other.begins < one.ends for other in exact)
    ]  # fmt: skip
    found = [(one.begins, Finding(one.what, where, words[one.begins : one.ends])) for one in [*exact, *names]]
    counted = {match.span() for pattern in (_OF, _COUNTED) for match in pattern.finditer(words)}
    found += [(begins, Finding(SMALL, where, words[begins:ends])) for begins, ends in counted]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield "The title", document.title
    for part in document.parts:
        match part:
            case Heading(text=text):
                yield "A heading", text
            case Paragraph(text=text):
                yield f"The paragraph that begins “{text[:40]}”", text
            case PlanLine():
                yield f"Action {part.number or part.key}", part.text
                yield f"The lead of action {part.number or part.key}", part.leads
            case Figure():
                yield f"The figure “{part.name}”", f"{part.name}. {part.definition}. {part.source}"
            case Table():
                yield "The caption of a table", part.caption
                yield from _cells(part)


def _cells(table: Table) -> Iterator[tuple[str, str]]:
    for place, row in enumerate(table.rows, 1):
        for column, cell in zip(table.columns, row, strict=True):
            yield f"“{table.caption}”, row {place}, {column}", f"{column}: {cell}" if cell else ""


def _small(part: Figure | Table) -> Iterator[Finding]:
    if isinstance(part, Figure):
        numbers = (
            [part.numerator, part.denominator] if part.denominator is not None else [_number(part.value)]
        )
        rest = (
            part.denominator - part.numerator
            if part.denominator is not None and part.numerator is not None
            else None
        )
        if part.counts_people and any(_is_small(number) for number in [*numbers, rest]):
            yield Finding(SMALL, f"The figure “{part.name}”", part.base or part.value)
        return
    for place, row in enumerate(part.rows, 1):
        for column, cell in zip(part.columns, row, strict=True):
            if (part.counts_people or _COUNT_COLUMN.search(column)) and _is_small(_number(cell)):
                yield Finding(SMALL, f"“{part.caption}”, row {place}, {column}", cell.strip())


def _number(text: str) -> int | None:
    return int(text.strip().replace(",", "")) if _WHOLE.fullmatch(text.strip()) else None


def _is_small(number: int | None) -> bool:
    return number is not None and 0 < number < SMALLEST_SHOWN
