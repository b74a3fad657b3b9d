"""Tables of actions, however their columns are called: shared by CSV, spreadsheets, documents and pasted
tables.

A heading row is found wherever it stands, and again where a table repeats it. A row that holds one title
names the area for the rows below it; an empty area cell takes the one above; a row without an action goes
on with the last one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from goldenthread.programme.reading.assembly import Assembly
from goldenthread.programme.reading.headings import Heading, action_heading, area_heading, plain_number
from goldenthread.programme.reading.labels import labels_in, without_tail
from goldenthread.programme.reading.lines import Row, Table
from goldenthread.programme.reading.measure_tables import MeasureColumns, measure_columns, read_measure_row
from goldenthread.programme.reading.months import date_in, heading_date
from goldenthread.programme.reading.vocabulary import field_of, label_of

_ONE_OF = {"number", "area", "action"}
_GENERIC_SHEETS = {
    "actions",
    "action plan",
    "plan",
    "data",
    "tracker",
    "action tracker",
    "master",
    "log",
    "action log",
}


@dataclass(frozen=True)
class Columns:
    """What each column holds: (field, heading) by position."""

    fields: dict[int, tuple[str, str]]
    measures: MeasureColumns | None

    def of(self, field: str) -> int | None:
        """The column of a field that has one only."""
        return next((column for column, (name, _) in self.fields.items() if name == field), None)


def read_table(table: Table, assembly: Assembly) -> bool:
    """Read a table of actions or measures; False, with nothing changed, if it has no headings that are
    known.
    """
    if not any(columns_of(row, following) for row, following in _with_next(table)):
        return False
    columns: Columns | None = None
    skip = False
    sheet_area = None
    for row, following in _with_next(table):
        found = None if skip else columns_of(row, following)
        if skip:
            skip = False
        elif found:
            skip = bool(found.measures and found.measures.rows == 2)
            columns, sheet_area = found, sheet_area or _area_of_sheet(table, found)
        elif columns is None:
            _before_headings(row, table, assembly)
        else:
            _read_row(row, columns, table, assembly, sheet_area)
    _say_colour_alone(table, columns, assembly)
    return True


def _say_colour_alone(table: Table, columns: Columns | None, assembly: Assembly) -> None:
    """A rating column without a word in it was probably coloured, and colours are not read."""
    column = columns.of("rating") if columns else None
    if columns and column is not None and len(table.rows) > 2:
        words = {row.cells[column].strip() for row in table.rows if column < len(row.cells)}
        if not words - {"", columns.fields[column][1]}:
            sentence = (
                "holds no words. If its cells are coloured, write the rating in words: colours are not read"
            )
            assembly.problem(table.where, f"the column “{columns.fields[column][1]}” {sentence}")


def columns_of(row: Row, following: Row | None) -> Columns | None:
    """The columns, if the row is a heading row: at least two known headings, and half of its cells."""
    filled = row.filled()
    if len(filled) < 2 or any(len(row.cells[c]) > 120 for c in filled):
        return None
    if sum(1 for c in filled if label_of(row.cells[c]) or heading_date(row.cells[c])) < 2:
        return None  # words of a field inside sentences are no headings
    measures = measure_columns(row, following)
    fields = {c: (_name(row.cells[c]), " ".join(row.cells[c].split())) for c in filled}
    known = {name for name, _ in fields.values()} - {"aside"}
    if len(known) * 2 < len(filled) or len(known) < 2:
        return Columns({}, measures) if measures else None
    fields = _settled(fields)
    names = {name for name, _ in fields.values()}
    is_plan = "action" in names and bool(
        names
        & {
            "leads",
            "due",
            "number",
            "area",
            "accountable",
            "status",
            "rating",
            "progress",
            "success",
            "start",
            "agency",
            "team",
            "milestones",
        }
    )
    if not is_plan:
        return Columns({}, measures) if measures else None
    return Columns(fields, measures)


def _name(heading: str) -> str:
    return field_of(heading) or ("period" if heading_date(heading) else "aside")


def _settled(fields: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """One column each for number, area and action; "Objective" or "Priority" is the action where no other
    column is.
    """
    names = [name for name, _ in fields.values()]
    if "action" not in names and {"leads", "due"} & set(names):
        stand_in = next((n for n in ("milestones", "area", "success", "measure") if n in names), None)
        column = next((c for c in reversed(fields) if fields[c][0] == stand_in), None)
        if column is not None:
            fields = fields | {column: ("action", fields[column][1])}
    seen: set[str] = set()
    settled = {}
    for column, (name, heading) in fields.items():
        again = name in _ONE_OF and name in seen
        if name == "measure" and "baseline" not in names and "target" not in names:
            name = "success"
        settled[column] = ("aside" if again else name, heading)
        seen.add(name)
    return settled


def _with_next(table: Table) -> list[tuple[Row, Row | None]]:
    rows = [row for row in table.rows if any(cell.strip() for cell in row.cells)]
    return list(zip_longest(rows, rows[1:]))


def _before_headings(row: Row, table: Table, assembly: Assembly) -> None:
    words = [row.cells[c].strip() for c in row.filled()]
    heading = area_heading(words[0]) if words else None
    if heading:
        title = heading.title or " ".join(words[1:2])
        assembly.open_area(heading.number, title, _where(table, row))
    elif len(words) == 1 and assembly.area and (said := labels_in(words[0])) and said[0].text:
        assembly.area.other.append((said[0].label, said[0].text))
    elif len(words) == 1 and not assembly.title:
        assembly.title = words[0]


def _area_of_sheet(table: Table, columns: Columns) -> Heading | None:
    """A sheet called "Priority 2" or "Early years" names the area of its actions where no column does."""
    name = table.name.strip()
    if not name or not columns.fields or columns.of("area") is not None:
        return None
    generic = name.lower() in _GENERIC_SHEETS or name.lower().startswith("sheet") or "plan" in name.lower()
    return area_heading(name) or (None if generic else Heading(None, name))


def _read_row(
    row: Row, columns: Columns, table: Table, assembly: Assembly, sheet_area: Heading | None
) -> None:
    where = _where(table, row)
    if columns.measures:
        read_measure_row(row, columns.measures, where, assembly, alone=not columns.fields)
    if not columns.fields:
        return
    title = _title_row(row, columns)
    if title and title.number is None and (said := labels_in(title.title)):
        if assembly.area and said[0].text:
            assembly.area.other.append((said[0].label, said[0].text))
        return
    if title:
        weak = not area_heading(row.cells[row.filled()[0]].strip())
        assembly.open_area(title.number, title.title, where, weak=weak)
        return
    if sheet_area and (assembly.area is None or not assembly.area.where.startswith(table.where)):
        assembly.open_area(sheet_area.number, sheet_area.title, where)
    _area_cell(row, columns, where, assembly)
    _action_cells(row, columns, where, assembly)


def _title_row(row: Row, columns: Columns) -> Heading | None:
    """The title in a row that is nothing but a title: one cell across, or one cell that is no action of its
    own.
    """
    filled = row.filled()
    texts = {row.cells[c].strip() for c in filled}
    if not filled or len(texts) != 1 or len(row.cells) < 2:
        return None
    text = texts.pop()
    opened = area_heading(text)
    across = row.wide or len(filled) > 1
    if opened or across:
        return opened or plain_number(text) or Heading(None, text)
    first_column = filled[0] == min(columns.fields) and columns.fields[filled[0]][0] not in ("action", "area")
    if first_column and len(text) > 4 and not action_heading(text):
        return plain_number(text) or Heading(None, text)
    return None


def _area_cell(row: Row, columns: Columns, where: str, assembly: Assembly) -> None:
    column = columns.of("area")
    text = row.cells[column].strip() if column is not None and column < len(row.cells) else ""
    if column is None or not text or column in row.covered:
        return
    heading = area_heading(text) or plain_number(text)
    if heading is None:
        number = text if len(text) <= 3 else None
        heading = Heading(number, "" if number else text)
    assembly.open_area(heading.number, heading.title, where)


def _action_cells(row: Row, columns: Columns, where: str, assembly: Assembly) -> None:
    """Open the row's action, or go on with the last one, and put its other cells in."""
    number, text = _own(row, columns, "number"), _own(row, columns, "action")
    if text or number:
        _open_action(number, text, where, assembly)
    action = assembly.action
    if not action:
        return
    for column, (name, heading) in columns.fields.items():
        cell = row.cells[column] if column < len(row.cells) else ""
        borrowed = column in row.covered and not (text or number)
        if not cell.strip() or borrowed or name in ("number", "area", "action"):
            continue
        date = date_in(heading) if name == "milestones" else None
        if date:
            assembly.milestone(heading, date, cell.strip())
        action.put(name, heading, cell, _say(assembly, f"{where}, column {column + 1} ({heading})"))


def _open_action(number: str, text: str, where: str, assembly: Assembly) -> None:
    opened = action_heading(text)
    plain = plain_number(text) if not number and not opened else None
    if not number and (opened or (plain and (plain.number or "").isdigit())):
        number, text = opened or plain or Heading("", text)  # type: ignore[assignment]
    elif number and opened and opened.number == number:
        text = opened.title
    named = action_heading(number) if number else None
    words, tail = without_tail(" ".join(text.split()))
    action = assembly.open_action((named.number if named else number.rstrip(".")) or None, words, where)
    for field, label, value in tail:
        action.put(field, label, value, _say(assembly, where))
    if not words:
        assembly.problem(where, "the action has a number and no words")


def _own(row: Row, columns: Columns, field: str) -> str:
    column = columns.of(field)
    if column is None or column >= len(row.cells) or column in row.covered:
        return ""
    return row.cells[column].strip()


def _say(assembly: Assembly, where: str) -> Callable[[str], None]:
    return lambda sentence: assembly.problem(where, sentence)


def _where(table: Table, row: Row) -> str:
    return f"{table.where}, row {row.number}" if table.where else f"row {row.number}"
