"""A year’s money as others ask for it: the schools forum’s pack, the spending statement, the management plan."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.money.statement import ACT, COLUMNS
from goldenthread.commissioning.papers import SMALL_RULE, forum_paper, headline, sheets
from goldenthread.commissioning.queries import statements
from goldenthread.commissioning.queries.forum import forum_pack
from goldenthread.commissioning.queries.money import forecast, years
from goldenthread.commissioning.queries.scenarios import scenarios
from goldenthread.commissioning.views.scenarios import MONEY
from goldenthread.kit.documents import as_docx, as_pdf
from goldenthread.kit.spreadsheets import safe_cell

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def plain(pence: int | None) -> str:
    """An amount for a spreadsheet: pounds and pence without signs."""
    return "" if pence is None else in_pounds(pence).replace("£", "").replace(",", "")


def csv_answer(name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Rows as a CSV file, no cell of which a spreadsheet would run."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    csv.writer(response).writerows([safe_cell(cell) for cell in row] for row in rows)
    return response


@needs(Permission.VIEW_COMMISSIONING)
def forum(http: HttpRequest, year: int) -> HttpResponse:
    """The pack for a schools forum, as its files will have it."""
    pack = forum_pack(year, timezone.localdate())
    paper = forum_paper(pack)
    page = {
        "title": paper.title, "headline": headline(pack), "small_rule": SMALL_RULE, "year": year, "breadcrumbs": MONEY,
        "is_invented": pack.is_invented, "tables": [(sheet.words, sheet.table) for sheet in sheets(pack)],
    }  # fmt: skip
    return render(http, "commissioning/forum.html", page)


@needs(Permission.VIEW_COMMISSIONING)
def forum_file(http: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The pack as PDF, Word or CSV, out of the same numbers."""
    pack = forum_pack(year, timezone.localdate())
    name = f"schools-forum-{year}-{pack.on.isoformat()}"
    log.record_read("commissioning.forum.taken", subject="commissioning.forecastline", by=http.user,
                    detail={"kind": kind, "year": year})  # fmt: skip
    if kind == "csv":
        rows: list[Sequence[Any]] = []
        for sheet in sheets(pack):
            rows += [[sheet.title], sheet.columns, *sheet.plain, []]
        return csv_answer(name, rows)
    content, mime = (as_pdf, PDF) if kind == "pdf" else (as_docx, DOCX)
    response = HttpResponse(content(forum_paper(pack)), content_type=mime)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


@needs(Permission.VIEW_COMMISSIONING)
def statement(http: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The high needs lines of the spending statement under the 2009 Act, from the forecast or from the ledger."""
    rows: list[Sequence[Any]] = [
        [
            f"High needs lines in the shape of the statement under {ACT}",
            f"{year}-{(year + 1) % 100:02}",
            kind,
        ],
        ["Line", "Description", *COLUMNS.values(), "Gross", "Income", "Net"],
    ]
    found = statements.statement(forecast(year), kind)
    for one in found:
        placed = [plain(amount) for amount in one.by_column] if one.number else [""] * len(COLUMNS)
        rows.append([one.number, one.words, *placed, plain(one.gross), "", ""])
    rows.append(["", "All lines", *[""] * len(COLUMNS), plain(sum(one.gross for one in found)), "", ""])
    return csv_answer(f"spending-statement-2009-act-{kind}-{year}", rows)


@needs(Permission.VIEW_COMMISSIONING)
def management_plan(http: HttpRequest) -> HttpResponse:
    """Every year’s money in the sections of the DSG management plan, without and with the scenario that was signed last."""
    pairs = []
    for year in sorted(years()):
        found = forecast(year)
        pairs.append((found, statements.signed_last(scenarios(found))))
    rows: list[Sequence[Any]] = [["Section", "Year", "Line", "Measure", "Pounds", "Children", "Words"]]
    for one in statements.management_plan(pairs):
        money, people = (plain(one.value), "") if one.is_money else ("", one.value)
        rows.append(
            [
                one.section,
                f"{one.year}-{(one.year + 1) % 100:02}",
                one.line,
                one.measure,
                money,
                people,
                one.words,
            ]
        )
    return csv_answer("dsg-management-plan", rows)
