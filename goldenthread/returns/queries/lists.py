"""Inspectors' lists as at a day, made and checked in one pass."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.casework.models import Case
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.returns.building.lists import Listed, with_plan
from goldenthread.returns.queries.known import known_cases, known_phases, known_places
from goldenthread.sen2.lists.checks import Found, ListChecker
from goldenthread.sen2.lists.columns import DISABILITY, LISTS, NEED
from goldenthread.sen2.writing.cells import cell

SHOWN = 10
"""Cases that are named with each check."""


@dataclass
class Finding:
    """A check that found something: how often, and the first of the cases."""

    code: str
    severity: str
    column: str
    count: int = 0
    cases: list[int] = field(default_factory=list)
    says: str = ""


@dataclass(frozen=True)
class Lists:
    """The list of children with a plan, and what the checks found. The second list has headings alone."""

    on: date
    rows: Sequence[Listed]
    findings: Sequence[Finding]


def lists_on(day: date) -> Lists:
    """The lists as the cases were known at the end of a day, checked as at that day."""
    rows = list(with_plan(known_cases(known_on=day, upto=day), known_places(), known_phases()))
    checker = ListChecker("List_1", day)
    found: dict[tuple[str, str], Finding] = {}
    for number, row in enumerate(rows, start=2):
        for one in checker.row(number, row.values):
            if one.column != DISABILITY:  # not held here: the page says so once
                _count(found, one, row.case)
    order = sorted(found.values(), key=lambda one: (one.severity, -one.count, one.code))
    return Lists(day, rows, order)


def _count(found: dict[tuple[str, str], Finding], one: Found, case: int) -> None:
    held = found.setdefault(
        (one.code, one.column), Finding(one.code, str(one.severity), one.column, says=one.says)
    )
    held.count += 1
    if len(held.cases) < SHOWN:
        held.cases.append(case)


def where_mended(findings: Sequence[Finding]) -> dict[int, tuple[str, Any]]:
    """The reference and the address's key of each case that is named."""
    named = {case for one in findings for case in one.cases}
    return {pk: (reference, key) for pk, reference, key in
            Case.objects.filter(pk__in=named).values_list("pk", "reference", "public_id")}  # fmt: skip


def mend_href(column: str, key: Any) -> str:
    """The page on which a column is mended."""
    if column in ("UPN", "ULN", "Date of birth", "Gender", "Ethnicity"):
        return reverse("casework:child", args=[key])
    if column == NEED:
        return reverse("casework:record", args=[key, "need-recorded"])
    if "establishment" in column:
        return reverse("casework:record", args=[key, "placement-recorded"])
    return reverse("casework:case", args=[key])


def as_csv(rows: Sequence[Listed], sheet: str) -> str:
    """One list as CSV."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(LISTS[sheet])
    writer.writerows(
        [safe_cell(row.values[one]) for one in LISTS[sheet]] for row in rows if sheet == "List_1"
    )
    return text.getvalue()


def as_workbook(rows: Sequence[Listed]) -> bytes:
    """Both lists as the workbook that inspectors ask for."""
    from openpyxl import Workbook

    book, whole = Workbook(write_only=True), io.BytesIO()
    for name, columns in LISTS.items():
        sheet = book.create_sheet(name)
        sheet.append(list(columns))
        for row in rows if name == "List_1" else ():
            sheet.append([cell(sheet, row.values[one]) for one in columns])
    book.save(whole)
    return whole.getvalue()


def by_column(rows: Sequence[Listed]) -> Counter[str]:
    """How often each column is filled in."""
    return Counter(column for row in rows for column, value in row.values.items() if value)
