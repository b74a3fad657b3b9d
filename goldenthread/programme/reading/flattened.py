"""Tables that lost their lines on the way through a clipboard: every cell has become a line of its own.

The headings still stand in a row ("Action", "Lead", "By when", "RAG"), and the cells follow in the same
order. The table is put together again only if the cells come out even and the dates stand where the heading
says.
"""

from __future__ import annotations

from collections.abc import Sequence

from goldenthread.programme.reading.headings import area_heading
from goldenthread.programme.reading.lines import Line, Row, Table
from goldenthread.programme.reading.months import when
from goldenthread.programme.reading.people import is_blank
from goldenthread.programme.reading.vocabulary import label_of


def rebuilt(blocks: Sequence[Line | Table]) -> list[Line | Table]:
    """The same blocks, with such tables put together again."""
    whole: list[Line | Table] = []
    at = 0
    while at < len(blocks):
        headings = _headings(blocks, at)
        cells = _cells(blocks, at + len(headings)) if headings else []
        if headings and cells and len(cells) % len(headings) == 0 and _dates_fit(headings, cells):
            whole.append(_table([*headings, *cells], len(headings)))
            at += len(headings) + len(cells)
        else:
            whole.append(blocks[at])
            at += 1
    return whole


def _headings(blocks: Sequence[Line | Table], at: int) -> list[Line]:
    """Three or more lines in a row that are each a different heading, the action's among them."""
    found: list[Line] = []
    fields: set[str] = set()
    for block in blocks[at : at + 12]:
        field = label_of(block.text) if isinstance(block, Line) and not block.bullet else None
        if not isinstance(block, Line) or not field or field in fields or block.text.endswith(":"):
            break
        fields.add(field)
        found.append(block)
    return found if len(found) > 2 and "action" in fields and fields & {"leads", "due"} else []


def _cells(blocks: Sequence[Line | Table], at: int) -> list[Line]:
    """The lines up to the next area, list, table or row of headings."""
    cells: list[Line] = []
    for place in range(at, len(blocks)):
        block = blocks[place]
        if not isinstance(block, Line) or block.bullet or block.heading or area_heading(block.text):
            break
        if _headings(blocks, place):
            break
        cells.append(block)
    return cells


def _dates_fit(headings: list[Line], cells: list[Line]) -> bool:
    due = next((column for column, line in enumerate(headings) if label_of(line.text) == "due"), None)
    if due is None:
        return len(cells) > len(headings)
    dates = [cell.text for cell in cells[due :: len(headings)]]
    return sum(1 for text in dates if when(text).date or is_blank(text)) * 2 >= len(dates)


def _table(lines: list[Line], width: int) -> Table:
    rows = []
    for start in range(0, len(lines), width):
        number = lines[start].where.rpartition(" ")[2]
        cells = tuple(line.text for line in lines[start : start + width])
        rows.append(Row(int(number) if number.isdigit() else start, cells))
    return Table(tuple(rows), f"the table at {lines[0].where}")
