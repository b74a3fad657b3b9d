"""Pasted text as lines and tables: bullets, indents, headings and gaps noticed, wrapped lines joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

BULLET = re.compile(
    r"^(?:[•‣⁃◦▪▫●○■□·∙➢➤✓✔►–—*\-\uf0b7\uf0a7]\s+|o\t|o\s{2,}|[•●▪◦\uf0b7](?=\S)|\(?[a-h]\)\s+|\([ivx]{1,4}\)\s+)"
)
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^[\s|:=_*+-]{3,}$")


@dataclass(frozen=True)
class Line:
    """One line or paragraph. `heading` is 0 for none, otherwise its level; `gap` says a blank line came
    before.
    """

    text: str
    where: str
    indent: int = 0
    bullet: bool = False
    heading: int = 0
    gap: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a table. `number` counts from 1 as shown to people.

    `covered` are the columns whose words come from a merged cell above. `wide` marks one cell across the
    table.
    """

    number: int
    cells: tuple[str, ...]
    covered: frozenset[int] = frozenset()
    wide: bool = False

    def filled(self) -> list[int]:
        """The columns that hold words of this row's own."""
        return [c for c, cell in enumerate(self.cells) if cell.strip() and c not in self.covered]


@dataclass(frozen=True)
class Table:
    """Rows in order. `where` names the table in a message: "sheet “Actions”", "table 2" or ""."""

    rows: tuple[Row, ...]
    where: str = ""
    name: str = ""


def blocks_of(text: str) -> list[Line | Table]:
    """The lines and tables of a text, in order."""
    blocks: list[Line | Table] = []
    rows: list[Row] = []
    gap = False
    for number, raw in enumerate(text.splitlines(), start=1):
        cells = _cells(raw)
        if cells is not None or (rows and _RULE.match(raw) and raw.strip()):
            rows += [Row(number, cells)] if cells else []
            continue
        _close(rows, blocks)
        if raw.strip() and not _RULE.match(raw):
            blocks.append(_line(raw, number, gap))
        gap = not raw.strip()
    _close(rows, blocks)
    return _joined(blocks)


def _cells(raw: str) -> tuple[str, ...] | None:
    """The cells of a row drawn with strokes or tabs; () for the ruler under a heading; None for no row."""
    bare = raw.strip()
    if bare.count("|") >= 2 or (bare.count("|") == 1 and " | " in bare):
        if _RULE.match(bare):
            return ()
        inner = bare[1:] if bare.startswith("|") else bare
        inner = inner[:-1] if inner.endswith("|") else inner
        return tuple(cell.strip().replace("<br>", "\n").replace("**", "") for cell in inner.split("|"))
    if "\t" in bare and not BULLET.match(bare):
        return tuple(cell.strip() for cell in raw.rstrip().split("\t"))
    return None


def _close(rows: list[Row], blocks: list[Line | Table]) -> None:
    """End the table being read. One row alone is no table, so its cells go back to being a line."""
    if len(rows) == 1:
        text = "  ".join(cell for cell in rows[0].cells if cell)
        blocks += [_line(text, rows[0].number, gap=False)] if text else []
    elif rows:
        blocks.append(Table(tuple(rows), f"the table at line {rows[0].number}"))
    rows.clear()


def _line(raw: str, number: int, gap: bool) -> Line:
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    text = raw.strip()
    heading = _MARKDOWN_HEADING.match(text)
    level = len(heading.group(1)) if heading else 0
    text = heading.group(2) if heading else text
    whole_bold = re.fullmatch(r"(?:\*\*|__)([^*_]+)(?:\*\*|__)", text)
    level = level or (7 if whole_bold else 0)
    mark = BULLET.match(text)
    text = re.sub(r"\*\*|__", "", text[mark.end() :] if mark else text).strip()
    return Line(text, f"line {number}", indent, bool(mark), level, gap)


def _joined(blocks: list[Line | Table]) -> list[Line | Table]:
    """Lines that were broken by a page put together again: the next one begins with a small letter."""
    joined: list[Line | Table] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(last, Line) and _continues(last, block):
            joined[-1] = replace(last, text=f"{last.text} {block.text}")
        else:
            joined.append(block)
    return [block for block in joined if isinstance(block, Table) or block.text]


def _continues(last: Line, line: Line) -> bool:
    if line.gap or line.bullet or line.heading or last.heading or not line.text[:1].islower():
        return False
    return (
        bool(last.text)
        and last.text[-1] not in ".:;!?"
        and not re.match(r"(?:\(?[a-z]\)|[ivx]+[.)])\s", line.text)
    )
