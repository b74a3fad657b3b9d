"""The board's drawings as data, with the words and the table that stand behind each."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.kit import charts
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.programme import rating_key
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.actions import Slip, Tally, slips
from goldenthread.programme.queries.areas import PlanNow
from goldenthread.programme.queries.board import grades_of
from goldenthread.programme.views.as_at import AsAt

MOST_SLIPS = 12


def charts_of(
    programme: Programme, plans: list[PlanNow], tallies: dict[int, Tally], key: rating_key.Key, at: AsAt
) -> list[charts.Chart]:
    """The three drawings of a board; one that would show nothing is left out."""
    found = [
        _areas(programme, plans, at),
        _actions(programme, plans, tallies, key, at),
        _slippage(programme, at),
    ]
    return [chart for chart in found if chart is not None]


def spans(plans: list[PlanNow]) -> list[charts.Span]:
    """A bar for each spell of each area; an open one ends on the day that is shown."""
    return [
        charts.Span(
            _row(now), spell.opened_on.first, spell.closed_on.last if spell.closed_on else now.day,
            "Closed" if spell.closed_by else "Still open",
        )
        for plan in plans for now in plan.areas for spell in now.openness.spells
    ]  # fmt: skip


def parts(plans: list[PlanNow], tallies: dict[int, Tally], key: rating_key.Key) -> list[charts.Part]:
    """How many actions of each area have which delivery grade.

    A drawing gives its fills in the order in which states appear, so parts of nothing come first: what is finished
    takes the calm first fill, whatever the first area holds.
    """
    finished = rating_key.finished_codes(key)
    last_first = list(reversed(key["delivery"]))
    ordered = sorted(last_first, key=lambda grade: grade["code"] not in finished[:1])
    first = next((now for plan in plans for now in plan.areas), None)
    fills = [charts.Part(_row(first), grade["word"], 0) for grade in ordered] if first else []
    return fills + [
        charts.Part(_row(now), grade.word, grade.count)
        for plan in plans
        for now in plan.areas
        for grade in grades_of(tallies.get(now.area.pk, Tally()), key, "delivery")
    ]


def slipped(programme: Programme, day: date) -> list[charts.Slip]:
    """The actions whose dates have moved most."""
    return [charts.Slip(_name(one), one.first, one.now) for one in slips(programme, day, MOST_SLIPS)]


def _row(now: Any) -> str:
    return f"{now.number}. {now.title}"


def _name(slip: Slip) -> str:
    number, text = slip.version.record.number, slip.version.text
    short = text if len(text) <= 50 else f"{text[:50].rsplit(' ', 1)[0]} …"
    return f"{number}. {short}" if number else short


def _src(programme: Programme, name: str, at: AsAt) -> str:
    address = reverse("programme_staff:board_chart", args=[programme.slug, name])
    return f"{address}?as_at={at.past.isoformat()}" if at.past else address


def _areas(programme: Programme, plans: list[PlanNow], at: AsAt) -> charts.Chart | None:
    rows = [
        [_row(now), str(spell.opened_on), str(spell.closed_on or "Still open"),
         str(spell.closed_by.body) if spell.closed_by else ""]
        for plan in plans for now in plan.areas for spell in now.openness.spells
    ]  # fmt: skip
    if not rows:
        return None
    still = sum(len(plan.open_areas) for plan in plans)
    total = sum(len(plan.areas) for plan in plans)
    words = f"Bars show from when to when each area was open: {still} of {total} are still open."
    columns = [Column("Area"), Column("Opened"), Column("Closed"), Column("Closed by")]
    table = Table("When each area was open", columns, rows, is_caption_hidden=True)
    return charts.Chart(_src(programme, "areas", at), "When each area was open", words, table)


def _actions(
    programme: Programme, plans: list[PlanNow], tallies: dict[int, Tally], key: rating_key.Key, at: AsAt
) -> charts.Chart | None:
    counted = [part for part in parts(plans, tallies, key) if part.count]
    if not counted:
        return None
    rows = [[part.row, part.state, part.count] for part in counted]
    columns = [Column("Area"), Column("Delivery"), Column("Actions", is_number=True)]
    total = sum(part.count for part in counted)
    words = f"Bars show how far each area’s actions are: {total} actions in all."
    table = Table("Actions by delivery", columns, rows, is_caption_hidden=True)
    return charts.Chart(_src(programme, "actions", at), "How far the actions are", words, table)


def _slippage(programme: Programme, at: AsAt) -> charts.Chart | None:
    found = slips(programme, at.day, MOST_SLIPS)
    if not found:
        return None
    rows = [
        [Cell(_name(one), href=reverse("programme_staff:action", args=[one.version.record_id])), str(one.first),
         str(one.now), one.days, one.moves]
        for one in found
    ]  # fmt: skip
    columns = [Column("Action"), Column("First promised"), Column("Now"), Column("Days moved", is_number=True),
               Column("Times moved", is_number=True)]  # fmt: skip
    words = f"Lines join the date first promised and the date now: {len(found)} actions have moved."
    table = Table("Due dates that moved", columns, rows, is_caption_hidden=True)
    return charts.Chart(_src(programme, "slippage", at), "Due dates that moved", words, table)
