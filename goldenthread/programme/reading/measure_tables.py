"""Tables of measures: baseline, target, and for each time a milestone and what was reached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.reading.assembly import Assembly
from goldenthread.programme.reading.direction import better_of
from goldenthread.programme.reading.lines import Row
from goldenthread.programme.reading.months import date_in
from goldenthread.programme.reading.understood import Point, UnderstoodMeasure, Value
from goldenthread.programme.reading.values import read_value
from goldenthread.programme.reading.vocabulary import field_of, label_of, plain_label

_TARGET = re.compile(r"\bmilestones?\b|\btargets?\b|\btrajectory\b|\bplanned\b|\bexpected\b|\bgoal\b")
_ACTUAL = re.compile(
    r"\bactuals?\b|outturn|\bresults?\b|\bperformance\b|\bachieved\b|\bcurrent\b|\blatest\b|\bposition\b"
    r"|\bvalue\b|\bdata\b|\brag\b"
)
_PERIOD = re.compile(
    r"\bq[1-4]\b|\bquarter [1-4]\b|\b(?:autumn|spring|summer)\b|\b20\d\d \d\d(?:\d\d)?\b|\b\d\d \d\d\b"
    r"|\b\d+ months?\b|\byear \d\b|\b(?:ay|fy)\s?\d\d"
)


_SURE = {"measure", "baseline", "target", "actual", "success", "milestones"}
# A row that holds a figure is no row of headings: "10.9% (…)", "≥ 85%", "0.45".
_FIGURE = re.compile(r"[<>≥≤~£]?\s*-?\d[\d,]*(?:\.\d+\s*%?(?:\s|$|\()|\s*%)|[<>≥≤~£]\s*\d")


@dataclass(frozen=True)
class _Time:
    """A column that holds figures for one time. `key` joins a milestone to its actual."""

    column: int
    key: str
    label: str
    period: PartialDate | None
    is_target: bool


@dataclass(frozen=True)
class MeasureColumns:
    """Where a table of measures keeps its figures. `rows` is how many rows the headings take."""

    name: int
    section: int | None
    baseline: int | None
    target: int | None
    times: tuple[_Time, ...] = field(default=())
    rows: int = 1


def measure_columns(row: Row, following: Row | None) -> MeasureColumns | None:
    """The columns, if this is the heading row of a table of measures, alone or with the row below it."""
    below = _under(row, following) if following else None
    return (_columns(below, 2) if below else None) or _columns(row.cells, 1)


def _under(row: Row, following: Row) -> tuple[str, ...] | None:
    """Two heading rows as one: "Jul 23" across "Milestone" and "Actual"."""
    own = [following.cells[c] for c in following.filled()]
    if len(own) < 2 or not all(_TARGET.search(plain_label(c)) or _ACTUAL.search(plain_label(c)) for c in own):
        return None
    headings, last = [], ""
    for column in range(max(len(row.cells), len(following.cells))):
        top = row.cells[column].strip() if column < len(row.cells) else ""
        sub = following.cells[column].strip() if column < len(following.cells) else ""
        sub = "" if column in following.covered else sub
        last = top or (last if sub else "")
        headings.append(f"{last} {sub}".strip() if sub else top)
    return tuple(headings)


def _columns(cells: tuple[str, ...], rows: int) -> MeasureColumns | None:
    if any(_FIGURE.match(cell.strip()) for cell in cells):
        return None
    fields = {c: field_of(cell) for c, cell in enumerate(cells) if cell.strip()}
    if not any(name in _SURE and label_of(cells[c]) for c, name in fields.items()):
        return None  # a row of an action table may hold two months as well
    times = [time for c in fields if (time := _time(c, cells[c]))]
    baseline = next(
        (c for c, name in fields.items() if name == "baseline" and plain_label(cells[c]) != "date"), None
    )
    times = [time for time in times if time.column != baseline]
    targets = [c for c, name in fields.items() if name == "target" and not any(t.column == c for t in times)]
    target = targets[0] if targets else None
    if target is None:
        times, target = _only_target(times, cells)
    named = _name_column(fields, {baseline, target} | {time.column for time in times})
    has_figures = (
        baseline is not None
        or len(times) > 1
        or (target is not None and (times or "measure" in fields.values()))
    )
    action_table = {"action", "due", "leads"} & {name for name in fields.values() if name}
    if named is None or not has_figures or (action_table and "measure" not in fields.values()):
        return None
    section = next((c for c, name in fields.items() if name == "area" and c != named), None)
    return MeasureColumns(named, section, baseline, target, tuple(times), rows)


def _only_target(times: list[_Time], cells: tuple[str, ...]) -> tuple[list[_Time], int | None]:
    """A single "Target July 2025" is the target of the measure, not a milestone."""
    targets = [time for time in times if time.is_target and "target" in plain_label(cells[time.column])]
    paired = {time.key for time in times if not time.is_target}
    if len(targets) == 1 and targets[0].key not in paired:
        return [time for time in times if time is not targets[0]], targets[0].column
    return times, None


def _name_column(fields: dict[int, str | None], figures: set[int | None]) -> int | None:
    for wanted in ("measure", "success", "action", "area", None):
        found = next((c for c, name in fields.items() if name == wanted and c not in figures), None)
        if found is not None:
            return found
    return None


def _time(column: int, heading: str) -> _Time | None:
    label = plain_label(heading)
    is_target, is_actual = bool(_TARGET.search(label)), bool(_ACTUAL.search(label))
    period = date_in(heading)
    number = re.search(r"\b(\d{1,2})\b", label)
    named = _PERIOD.search(label)
    if (
        field_of(heading) == "measure"
        or "baseline" in label
        or (not period and not named and not is_actual and not (is_target and number))
    ):
        return None
    if "date" in label.split() or re.search(
        r"\bb?rag\b|national|england|neighbour|comment|narrative|measure", label
    ):
        return None
    if is_target and not period and not named and not number:
        return None
    is_target = is_target or bool(re.search(r"\b\d+ months?\b", label) and not is_actual)
    key = period.isoformat() if period else named.group() if named else number.group() if number else label
    words = _without_role(heading)
    shown = words if period or named else heading.strip()
    return _Time(column, key, shown or heading.strip(), period, is_target)


def _without_role(heading: str) -> str:
    """ "Milestone 1 – Jul 23" and "Actual Jul 23" both as "Jul 23"."""
    words = re.sub(
        r"\b(?:milestones?|targets?|actuals?|outturn|performance|trajectory|result|current)\b\s*\d?\b",
        " ",
        " ".join(heading.split()),
        flags=re.IGNORECASE,
    )
    return words.strip(" –—-:()")


def read_measure_row(row: Row, columns: MeasureColumns, where: str, assembly: Assembly, alone: bool) -> None:
    """Read one measure. A row with nothing but a title is a section, if the table is one of measures
    `alone`.
    """

    def cell(column: int | None) -> str:
        return row.cells[column] if column is not None and column < len(row.cells) else ""

    name = " ".join(cell(columns.name).split()) if columns.name not in row.covered else ""
    points = _points(row, columns)
    baseline, target = read_value(cell(columns.baseline)), read_value(cell(columns.target))
    filled = row.filled()
    if (
        alone
        and (row.wide or (len(filled) == 1 and not (baseline or target or points)))
        and not _has_section(columns, row)
    ):
        assembly.open_area(None, " ".join(row.cells[filled[0]].split()), where, weak=True)
        return
    if not name or (not alone and not (baseline or target or points)):
        return
    section = " ".join(cell(columns.section).split()) or _section_above(columns, assembly)
    better, how = better_of(name, baseline, target)
    assembly.measures.append(UnderstoodMeasure(name, section, baseline, target, points, better, how, where))


def _has_section(columns: MeasureColumns, row: Row) -> bool:
    """Whether the one filled cell is a measure's name beside an empty section cell."""
    return columns.section is not None and row.filled() == [columns.name] and not row.wide


def _section_above(columns: MeasureColumns, assembly: Assembly) -> str:
    if columns.section is not None:
        return assembly.measures[-1].section if assembly.measures else ""
    return assembly.area.title if assembly.area else ""


def _points(row: Row, columns: MeasureColumns) -> tuple[Point, ...]:
    grouped: dict[str, list[tuple[_Time, Value]]] = {}
    for time in columns.times:
        value = read_value(row.cells[time.column]) if time.column < len(row.cells) else None
        if value:
            grouped.setdefault(time.key, []).append((time, value))
    points = [
        Point(
            group[0][0].label,
            next((time.period for time, _ in group if time.period), None),
            next((value for time, value in group if time.is_target), None),
            next((value for time, value in group if not time.is_target), None),
        )
        for group in grouped.values()
    ]
    return tuple(sorted(points, key=_order)) if all(point.period for point in points) else tuple(points)


def _order(point: Point) -> tuple[str, str]:
    return (point.period.last.isoformat(), point.period.isoformat()) if point.period else ("", "")
