"""One content, four forms: blocks for the web page, PDF and Word from the same blocks, rows for CSV, and JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby

from goldenthread.evidence.publishing.parts import (
    Document,
    Figure,
    Heading,
    Paragraph,
    Part,
    PlanLine,
    Table,
    as_bytes,
)
from goldenthread.kit import documents
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.spreadsheets import safe_cell

NOT_GIVEN = "Not given"
FIGURES = ("Figure", "Value", "How many", "How we count", "As at")
LINES = ("Action", "What", "Who leads", "Due", "Progress")
COLUMNS = ("part", "key", "area", "number", "text", "column", "value", "numerator", "denominator", "definition", "as_at",
           "source", "due", "first_due", "delivery", "leads")  # fmt: skip
SYNTHETIC = "The cases behind these figures are invented."


def in_date_words(iso: str) -> str:
    """An ISO date, month or year as people read it.

    >>> in_date_words("2025-05"), in_date_words("")
    ('May 2025', 'Not given')
    """
    return str(PartialDate.parse(iso)) if iso else NOT_GIVEN


def blocks(document: Document) -> list[documents.Block]:
    """The document as blocks: figures that stand together make one table, and so do actions."""
    found: list[documents.Block] = [documents.Text(SYNTHETIC)] if document.is_synthetic else []
    for kind, group in groupby(document.parts, key=lambda part: part.kind):
        parts = list(group)
        if kind == "figure":
            found.append(documents.Grid(FIGURES, [_figure(one) for one in parts if isinstance(one, Figure)]))
        elif kind == "line":
            found.append(documents.Grid(LINES, [_line(one) for one in parts if isinstance(one, PlanLine)]))
        else:
            found += [block for part in parts for block in _alone(part)]
    return found


def _alone(part: Part) -> Iterator[documents.Block]:
    match part:
        case Heading(text=text):
            yield documents.Heading(text)
        case Paragraph(text=text):
            yield documents.Text(text)
        case Table():
            yield documents.Text(part.caption)
            yield documents.Grid(part.columns, part.rows)


def _figure(one: Figure) -> Sequence[str]:
    return [one.name, one.value, one.base or "A plain count", one.definition, in_date_words(one.as_at)]


def _line(one: PlanLine) -> Sequence[str]:
    due = in_date_words(one.due)
    if one.first_due and one.first_due != one.due:
        due = f"{due} (first {in_date_words(one.first_due)})"
    return [one.number or one.key, one.text, one.leads or NOT_GIVEN, due, one.delivery or NOT_GIVEN]


def paper(document: Document, *, version: str, sha256: str) -> documents.Paper:
    """The document as a paper whose foot says which version it is."""
    subtitle = f"{document.local_area}. {version}. As it was known on {in_date_words(document.as_at)}."
    return documents.Paper(document.title, subtitle, f"{version} · SHA-256 {sha256[:16]}…", blocks(document))


def as_pdf(document: Document, *, version: str, sha256: str) -> bytes:
    """The document as tagged PDF."""
    return documents.as_pdf(paper(document, version=version, sha256=sha256))


def as_docx(document: Document, *, version: str, sha256: str) -> bytes:
    """The document as a Word document."""
    return documents.as_docx(paper(document, version=version, sha256=sha256))


def as_json(document: Document) -> bytes:
    """The document as the JSON whose SHA-256 is its fingerprint."""
    return as_bytes(document.as_data())


def as_csv(document: Document) -> str:
    """A row for each paragraph, figure, action and cell of a table."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    for row in rows(document):
        writer.writerow({name: safe_cell(value) for name, value in row.items()})
    return out.getvalue()


def rows(document: Document) -> Iterator[dict[str, object]]:
    """The document as rows with the columns of COLUMNS, those that do not apply left out."""
    for part in document.parts:
        match part:
            case Heading(text=text):
                yield {"part": "heading", "text": text}
            case Paragraph(key=key, text=text):
                yield {"part": "paragraph", "key": key, "text": text}
            case Figure():
                yield {"part": "figure", "key": part.key, "text": part.name, "value": part.value, "numerator": part.numerator,
                       "denominator": part.denominator, "definition": part.definition, "as_at": part.as_at,
                       "source": part.source}  # fmt: skip
            case PlanLine():
                yield {"part": "action", "key": part.key, "area": part.area, "number": part.number, "text": part.text,
                       "due": part.due, "first_due": part.first_due, "delivery": part.delivery, "leads": part.leads}  # fmt: skip
            case Table():
                for number, cells in enumerate(part.rows, 1):
                    for column, cell in zip(part.columns, cells, strict=True):
                        yield {"part": "cell", "key": part.key, "number": number, "text": part.caption, "column": column,
                               "value": cell}  # fmt: skip
