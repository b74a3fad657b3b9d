"""Scenarios: what each would come to, its assumptions, and who signed them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.commissioning.actions import scenarios as actions
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.forms.shared import ChangeForm, ScenarioForm, SignForm
from goldenthread.commissioning.models import Scenario
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.queries.money import Forecast, forecast
from goldenthread.commissioning.queries.scenarios import Compared, scenarios
from goldenthread.commissioning.views.asking import HOME, asked, posted
from goldenthread.kit.table import Cell, Column, Table

MONEY = [*HOME, {"text": "Money", "href": "/commissioning/money/"}]


@needs(Permission.VIEW_COMMISSIONING)
def compare(http: HttpRequest, year: int) -> HttpResponse:
    """A year’s scenarios side by side, and each with its assumptions."""
    found = forecast(year)
    beside = scenarios(found)
    page = {
        "year": year, "words": f"{year}-{(year + 1) % 100:02}", "may": May(http, None), "breadcrumbs": MONEY,
        "table": _side_by_side(found, beside), "rows": [_assumed(http, one) for one in beside],
        "is_invented": any(one.scenario.is_invented for one in beside),
    }  # fmt: skip
    return render(http, "commissioning/scenarios.html", page)


def _side_by_side(found: Forecast, beside: list[Compared]) -> Table:
    rows: list[list[Any]] = []
    for one in found.lines:
        if one.driven is None:
            continue
        changed = [{c.line.line.pk: c for c in scenario.changed}.get(one.line.pk) for scenario in beside]
        cells = [Cell(in_pounds(c.after), note=_moved(c.difference)) if c else "as forecast" for c in changed]
        rows.append([Cell(one.line.what, note=one.line.outcome), in_pounds(one.driven.pence[1]), *cells])
    total = found.totals[1]
    whole = [Cell(in_pounds(one.total), note=_moved(one.total - total)) for one in beside]
    rows.append([Cell("All lines"), in_pounds(total), *whole])
    named = [Column(one.scenario.name, True) for one in beside]
    columns = [Column("Line"), Column("Forecast, likely", True), *named]
    return Table("Side by side", columns, rows, is_compact=True)


def _moved(pence: int) -> str:
    return f"{in_pounds(abs(pence))} {'more' if pence > 0 else 'less'}" if pence else ""


def _assumed(http: HttpRequest, one: Compared) -> dict[str, Any]:
    rows: list[list[Any]] = [
        [c.line.line.what, c.line.line.likely, c.change.children, c.change.get_effect_display(),
         _moved(c.difference), c.change.assumption]
        for c in one.changed
    ]  # fmt: skip
    columns = [Column("Line"), Column("Children, likely", True), Column("If it goes so", True), Column("What it does"),
               Column("Comes to"), Column("Why this may be so")]  # fmt: skip
    table = Table(f"What “{one.scenario.name}” assumes", columns, rows, is_compact=True, is_caption_hidden=True,
                  empty="Nothing is assumed yet.")  # fmt: skip
    wrote = any(c.change.recorded_by_id == reader(http).pk for c in one.changed)
    signed = any(s.signed_by_id == reader(http).pk for s in one.signatures)
    return {"one": one, "table": table, "saved": in_pounds(one.saved), "avoided": in_pounds(one.avoided),
            "pressure": in_pounds(one.pressure), "total": in_pounds(one.total),
            "may_sign": bool(one.changed) and not wrote and not signed,
            "sign": SignForm(initial={"edition": one.scenario.edition}, auto_id=f"sign-{one.scenario.pk}-%s")}  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING)
def add(http: HttpRequest) -> HttpResponse:
    """A further scenario."""

    def act(given: dict[str, Any]) -> str:
        return f"{actions.add_scenario(**given, by=http.user)} is here. Say next what goes otherwise."

    return asked(http, ScenarioForm(posted(http)), title="A scenario", button="Add it", act=act,
                 back=["commissioning:finance"], above=MONEY)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, scenario=Scenario)
def change(http: HttpRequest, scenario: Scenario) -> HttpResponse:
    """A driver that goes otherwise."""

    def act(given: dict[str, Any]) -> str:
        actions.change_line(scenario=scenario, fields=given, by=http.user)
        return "Saved. The assumptions are to be signed now."

    return asked(http, ChangeForm(posted(http), year=scenario.year), title=f"What goes otherwise in “{scenario}”", button="Save",
                 act=act, back=["commissioning:scenarios", scenario.year], above=MONEY, words=scenario.why)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, scenario=Scenario)
@require_POST
def sign(http: HttpRequest, scenario: Scenario) -> HttpResponse:
    """Sign a scenario’s assumptions."""
    form = SignForm(http.POST)
    if not form.is_valid():
        messages.error(http, "Say as what you sign, like: chief finance officer.")
    else:
        try:
            actions.sign_scenario(
                scenario=scenario, **form.cleaned_data, on=timezone.localdate(), by=reader(http)
            )
        except Refused as refused:
            messages.error(http, refused.sentence)
        else:
            messages.success(http, f"Signed: {scenario}.")
    return redirect("commissioning:scenarios", scenario.year)
