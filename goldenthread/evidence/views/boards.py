"""The board's measures, counted as it looks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.queries.boards import OnTheBoard, board_measures
from goldenthread.kit.as_at import as_at
from goldenthread.kit.dates import in_words
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.board import last_board_day


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def board(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Every measure of a programme that counts itself: now, when the board last met, and against its target."""
    at = as_at(http)
    since = last_board_day(at.day)
    found = board_measures(programme, at.day, since, timezone.localdate())
    columns = [
        Column("Measure"), Column("Now", is_number=True), Column("Of"), Column(in_words(since), is_number=True),
        Column("Since then"), Column("Target"), Column("Against the target"),
    ]  # fmt: skip
    table = Table(
        "Measures that count themselves", columns, [_row(one) for one in found], is_caption_hidden=True, is_compact=True,
        empty="No measure of this programme counted itself on this day.",
    )  # fmt: skip
    way = [{"text": str(programme), "href": reverse("programme_staff:board", args=[programme.slug])}]
    page = {"programme": programme, "table": table, "since": since, "counted": len(found), "breadcrumbs": way}
    return render(http, "evidence/board.html", page | at.for_page())


def _row(one: OnTheBoard) -> list[Any]:
    measure, now = one.now.measure, one.now
    area = f"Area {measure.area.number}" if measure.area else measure.plan.title
    name = Cell(measure.name, href=reverse("evidence:measure", args=[measure.pk]), note=area)
    target = (measure.target or {}).get("as_written", "")
    if now.offered is None:
        return [name, Cell("A figure that is gone", state="warn"), "", "", "", target, ""]
    state, words = one.against_target
    way = {True: "better", False: "worse", None: ""}[one.is_better]
    return [
        name, now.value, now.base, one.before.value if one.before else "Not counted yet",
        Cell(one.moved, note=way), target, Cell(words, state=state) if words else "",
    ]  # fmt: skip
