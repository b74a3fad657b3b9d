"""The child-level lists that inspectors ask for (Annex A), as at a day."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.kit.as_at import as_at
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.returns.building.lists import NOT_HELD
from goldenthread.returns.queries.lists import (
    Finding,
    Lists,
    as_csv,
    as_workbook,
    by_column,
    lists_on,
    mend_href,
    where_mended,
)
from goldenthread.returns.views.drafts import crumbs
from goldenthread.sen2.lists.columns import LIST_1

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = {"workbook": "lists.xlsx", "list-1": "List_1.csv", "list-2": "List_2.csv"}


@needs(Permission.BUILD_RETURNS)
def lists(http: HttpRequest) -> HttpResponse:
    """How many children are in the lists, how full each column is, and what the checks found."""
    at = as_at(http)
    made = lists_on(at.day)
    filled = by_column(made.rows)
    columns = Table(
        "How full the columns are", [Column("Column"), Column("Filled in", True), Column("Empty", True)],
        [[one, filled[one], len(made.rows) - filled[one]] for one in LIST_1 if one not in NOT_HELD],
        is_compact=True, is_caption_hidden=True,
    )  # fmt: skip
    page = {
        "made": made, "columns": columns, "found": _found(made), "errors": _sum(made.findings, "error"),
        "queries": _sum(made.findings, "query"), "not_held": NOT_HELD, "breadcrumbs": crumbs(), **at.for_page(),
    }  # fmt: skip
    return render(http, "returns/lists.html", page)


def _sum(findings: Any, severity: str) -> int:
    return sum(one.count for one in findings if one.severity == severity)


def _found(made: Lists) -> list[tuple[Finding, list[Cell]]]:
    """Each check with links to the first of its cases."""
    cases = where_mended(made.findings)
    return [
        (
            one,
            [
                Cell(cases[case][0], href=mend_href(one.column, cases[case][1]))
                for case in one.cases
                if case in cases
            ],
        )
        for one in made.findings
    ]


@needs(Permission.BUILD_RETURNS)
def download(http: HttpRequest, kind: str) -> HttpResponse:
    """The workbook with both lists, or one of them as CSV."""
    if kind not in FILES:
        raise Http404("There is no such file of the lists.")
    name = FILES[kind]
    at = as_at(http)
    made = lists_on(at.day)
    log.record_read("returns.lists.downloaded", subject="returns.lists:all", by=http.user,
                    detail={"on": at.day.isoformat(), "file": name, "rows": len(made.rows)})  # fmt: skip
    if name.endswith(".xlsx"):
        answer = HttpResponse(as_workbook(made.rows), content_type=XLSX)
    else:
        text = as_csv(made.rows, name.partition(".")[0])
        answer = HttpResponse(f"\ufeff{text}", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
