"""The findings of a pass as text, CSV, JSON and a workbook: by record, by item and by check. They are read from the file
of findings row by row, so that a million of them need no more memory than one."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, TextIO

from goldenthread.sen2.cells import plain_cell
from goldenthread.sen2.checks.register import CHECKS
from goldenthread.sen2.finding import COLUMNS, Finding, Severity
from goldenthread.sen2.notes import WORDS
from goldenthread.sen2.running.whole import Outcome
from goldenthread.sen2.writing.cells import cell

SHEET_ROWS = 1_000_000


def findings(path: Path) -> Iterator[Finding]:
    """Every finding in a file of findings."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        for row in rows:
            cells: dict[str, Any] = dict(zip(COLUMNS, map(plain_cell, row), strict=True))
            for name in ("person", "line", "rows"):
                cells[name] = int(cells[name])
            yield Finding(**{**cells, "severity": Severity(cells["severity"])})


def severity_of(code: str) -> Severity:
    """How grave a check, or a note of reading, is."""
    return CHECKS[code].severity if code in CHECKS else WORDS[code][0]


def counts(outcome: Outcome) -> dict[str, Any]:
    """What was read and found, in numbers."""
    by_code = outcome.done.by_code
    by_severity = Counter(
        {
            str(one): sum(count for code, count in by_code.items() if severity_of(code) is one)
            for one in Severity
        }
    )
    done = outcome.done
    return {
        "year": outcome.year.year,
        "census": outcome.year.census.isoformat(),
        "persons": done.persons,
        "rows_in": done.rows_in.total(),
        "rows_out": done.rows_out.total(),
        "rows_listed": done.rows_listed.total(),
        "errors": by_severity["error"],
        "queries": by_severity["query"],
        "by_check": {
            code: by_code[code] for code in sorted(by_code, key=lambda one: (severity_of(one), one))
        },
    }


def by_item(path: Path) -> Counter[tuple[str, str, str]]:
    """How many findings each item has, by table, item and check."""
    return Counter((one.table, one.item, one.code) for one in findings(path))


def as_json(outcome: Outcome, to: TextIO) -> None:
    """Everything, one finding a line, without holding them all."""
    head = json.dumps({**counts(outcome), "by_item": _items(outcome)}, ensure_ascii=False)
    to.write(head[:-1] + ', "findings": [')
    for number, one in enumerate(findings(outcome.findings)):
        to.write(",\n " if number else "\n ")
        to.write(json.dumps(one.as_dict(), ensure_ascii=False))
    to.write("\n]}\n")


def _items(outcome: Outcome) -> list[dict[str, Any]]:
    return [
        {"table": table, "item": item, "code": code, "findings": count}
        for (table, item, code), count in sorted(by_item(outcome.findings).items())
    ]


def as_csv(outcome: Outcome, to: Path) -> None:
    """The list of findings as it is, with a mark by which spreadsheets know the encoding."""
    with to.open("wb") as whole, outcome.findings.open("rb") as listed:
        whole.write(b"\xef\xbb\xbf")
        shutil.copyfileobj(listed, whole)


def as_workbook(outcome: Outcome, to: Path) -> None:
    """A workbook: counts, findings by item, and findings by record, with as many sheets as they need."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    summary = book.create_sheet("Summary")
    for name, value in counts(outcome).items():
        if name != "by_check":
            summary.append([name.replace("_", " ").capitalize(), value])
    summary.append([])
    summary.append(["Check", "Severity", "Findings", "What it looks at"])
    for code, count in counts(outcome)["by_check"].items():
        title = CHECKS[code].title if code in CHECKS else WORDS[code][1]
        summary.append([code, str(severity_of(code)), count, title])
    items = book.create_sheet("By item")
    items.append(["Table", "Item", "Check", "Findings"])
    for (table, item, code), count in sorted(by_item(outcome.findings).items()):
        items.append([table, item, code, count])
    listed = findings(outcome.findings)
    first = next(listed, None)
    number = 1
    while first or number == 1:
        sheet = book.create_sheet("By record" if number == 1 else f"By record {number}")
        sheet.freeze_panes = "A2"
        sheet.append(list(COLUMNS))
        for one in chain([first] if first else [], islice(listed, SHEET_ROWS - 1)):
            sheet.append([cell(sheet, value) for value in one])
        first, number = next(listed, None), number + 1
    book.save(to)


def as_lines(outcome: Outcome, *, most: int, by: str = "record") -> Iterator[str]:
    """The findings in sentences: what each check found, then the first of them, by record or by item."""
    found = counts(outcome)
    yield (
        f"Return of {found['year']} (census {found['census']}): {found['persons']:,} persons, {found['rows_in']:,} records in, "
        f"{found['rows_out']:,} out, {found['rows_listed']:,} listed as not read."
    )
    yield f"{found['errors']:,} errors, {found['queries']:,} queries."
    for code, count in found["by_check"].items():
        title = CHECKS[code].title if code in CHECKS else WORDS[code][1]
        yield f"{count:>9,}  {severity_of(code)}  {code}  {title}"
    if by == "item":
        for (table, item, code), count in sorted(by_item(outcome.findings).items()):
            yield f"{count:>9,}  {table} {item}  {code}"
        return
    for one in islice(findings(outcome.findings), most):
        where = f"person {one.person}" if one.person else one.table or "the return"
        line = f", line {one.line}" if one.line else ""
        yield f"{where}{line}{f', {one.place}' if one.place else ''}: {one.code} {one.says} {one.todo}"
    left = sum(found["by_check"].values()) - most
    if left > 0:
        yield f"… and {left:,} more: write them all with --out findings.csv (or .xlsx, .json), or show more with --most."
