"""The area's schools in numbers: counts alone, small ones hidden."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.as_at import as_at
from goldenthread.kit.small_numbers import suppress_cuts
from goldenthread.kit.table import Column, Table
from goldenthread.sensupport.queries.register import SchoolCounts, by_school

HIDDEN = "hidden"


@needs(Permission.VIEW_FIGURES)
def area(http: HttpRequest) -> HttpResponse:
    """How many pupils each school supports, and how many of them have a review that is not overdue."""
    at = as_at(http)
    schools = by_school(at.day)
    rows = _rows(schools) if schools else []
    columns = [
        Column("School"),
        Column("On SEN support", True),
        Column("With a current review", True),
        Column("Share", True),
    ]
    table = Table("SEN support by school", columns, rows, is_caption_hidden=True, is_compact=True,
                  empty="No school keeps its register here yet.")  # fmt: skip
    return render(http, "sensupport/area.html", {"table": table, "schools": len(schools), **at.for_page()})


def _said(number: int | None) -> str:
    return HIDDEN if number is None else f"{number:,}"


def _rows(schools: list[SchoolCounts]) -> list[list[str]]:
    """Each school's counts, small ones hidden. Not for none: a table without cells cannot be hidden."""
    cells = [[one.with_current_review, one.support - one.with_current_review] for one in schools]
    shown = suppress_cuts({("school", "review"): cells})["school", "review"]
    rows = []
    for one, (current, _), whole in zip(schools, shown.cells, shown.row_totals, strict=True):
        share = f"{100 * current / whole:.0f}%" if current is not None and whole else "–"
        rows.append([one.setting, _said(whole), _said(current), share])
    return rows
