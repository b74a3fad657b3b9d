"""The area's schools in numbers: counts alone, small ones hidden."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.as_at import as_at
from goldenthread.kit.small_numbers import Cut, suppress_cuts
from goldenthread.kit.table import Column, Table
from goldenthread.sensupport.models import RollList
from goldenthread.sensupport.queries.inclusion import added_up, latest_lists
from goldenthread.sensupport.queries.register import SchoolCounts, by_school

HIDDEN = "hidden"
REASONS = (("often_away", "Attendance under 90%"), ("suspended", "Suspended"), ("social_worker", "A social worker"),
           ("part_time", "Part-time"))  # fmt: skip
GROUPS = ("SEN support (K)", "A plan (E)", "Neither")


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
    lists = latest_lists(at.day)
    page = {
        "table": table,
        "schools": len(schools),
        "overlay": _overlay(lists) if lists else None,
        "lists": len(lists),
    }
    return render(http, "sensupport/area.html", {**page, **at.for_page()})


def _overlay(lists: list[RollList]) -> Table:
    """All schools' lists together: each group by each reason, hidden together so that no sum gives a small number back."""
    counts = list(added_up(lists).values())
    cuts: dict[Cut, list[list[int]]] = {
        ("group", name): [[one[name], one["listed"] - one[name]] for one in counts] for name, _ in REASONS
    }
    shown = suppress_cuts(cuts)
    rows = []
    for place, label in enumerate(GROUPS):
        parts = [shown["group", name] for name, _ in REASONS]
        whole = parts[0].row_totals[place]
        rows.append([label, _said(whole), *(_part(one.cells[place][0], whole) for one in parts)])
    columns = [Column("Pupils"), Column("Listed", True), *(Column(label, True) for _, label in REASONS)]
    return Table(
        "Attendance, suspensions and social workers", columns, rows, is_caption_hidden=True, is_compact=True
    )


def _part(number: int | None, whole: int | None) -> str:
    share = f" ({100 * number / whole:.0f}%)" if number is not None and whole else ""
    return f"{_said(number)}{share}"


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
