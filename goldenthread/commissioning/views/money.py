"""Money: bands by day, a year’s forecast beside the ledger, personal budgets and their reviews."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.commissioning.actions import money
from goldenthread.commissioning.forms.money import (
    BandForm,
    BudgetForm,
    HeldForm,
    LedgerForm,
    LineForm,
    UprateForm,
)
from goldenthread.commissioning.models import ForecastLine, PersonalBudget
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.money.statement import ACT, OTHER_ACT
from goldenthread.commissioning.queries import money as reads
from goldenthread.commissioning.views.asking import HOME, asked, posted
from goldenthread.commissioning.views.money_files import csv_answer, plain
from goldenthread.commissioning.views.money_tables import (
    bands_table,
    forecast_table,
    ledger_table,
)
from goldenthread.kit.as_at import as_at

ABOVE = [*HOME, {"text": "Money", "href": "/commissioning/money/"}]
BUDGETS = [*HOME, {"text": "Personal budgets", "href": "/commissioning/budgets/"}]
APRIL = 4


@needs(Permission.VIEW_COMMISSIONING)
def home(http: HttpRequest) -> HttpResponse:
    """The bands on a day, and a year’s forecast beside what the ledger says."""
    at, years = as_at(http), reads.years()
    this_year = at.today.year if at.today.month >= APRIL else at.today.year - 1
    typed = http.GET.get("year", "")
    year = int(typed) if typed.isascii() and typed.isdecimal() and int(typed) in years else this_year
    found, may = reads.forecast(year), May(http, None)
    page = {
        "may": may, "bands": bands_table(reads.rates_on(at.day)), "year": year, "years": years, "breadcrumbs": HOME,
        "words": f"{year}-{(year + 1) % 100:02}", "forecast": forecast_table(found, may_keep=may["keep_commissioning"]),
        "ledger": ledger_table(found) if found.reconciled else None, "likely": in_pounds(found.totals[1]),
        "range": [in_pounds(amount) for amount in (found.totals[0], found.totals[2])], "lines": found.lines,
        "over": bool(found.lines) and all(one.line.ledger_pence is not None for one in found.lines),
        "unnamed": sum(not one.line.outcome for one in found.lines), "act": ACT, "other_act": OTHER_ACT,
        "is_invented": any(one.line.is_invented for one in found.lines), **at.for_page(),
    }  # fmt: skip
    return render(http, "commissioning/money.html", page)


@needs(Permission.VIEW_COMMISSIONING)
def download(http: HttpRequest, year: int) -> HttpResponse:
    """A year’s forecast with its drivers and its ledger as CSV, in pounds and pence."""
    rows: list[list[Any]] = [["What is bought", "Line", "What children have from it", "Band", "Few", "Likely", "Many",
                              "One child", "Forecast: few", "Forecast: likely", "Forecast: many", "Children", "Ledger",
                              "Have it", "Why"]]  # fmt: skip
    for one in reads.forecast(year).lines:
        line, driven = one.line, one.driven
        amounts = [driven.unit_pence, *driven.pence] if driven else [None] * 4
        children = [line.low, line.likely, line.high]
        came = [line.actual_children, plain(line.ledger_pence), line.reached]
        rows.append([line.get_provision_display(), line.what, line.outcome, line.band or "", *children,
                     *map(plain, amounts), *came, line.assumption])  # fmt: skip
    return csv_answer(f"forecast-{year}", rows)


@needs(Permission.KEEP_COMMISSIONING)
def add_band(http: HttpRequest) -> HttpResponse:
    """A band with its first rate."""

    def act(given: dict[str, Any]) -> str:
        return f"{money.add_band(**given, by=http.user)} is here."

    return asked(
        http,
        BandForm(posted(http)),
        title="A band",
        button="Add it",
        act=act,
        back=["commissioning:finance"],
        above=ABOVE,
    )


@needs(Permission.KEEP_COMMISSIONING)
def uprate(http: HttpRequest) -> HttpResponse:
    """Every band changed at once."""

    def act(given: dict[str, Any]) -> str:
        made = money.uprate(
            hundredths=given["share"], starts_on=given["starts_on"], decided=given["decided"], by=http.user
        )
        return f"{len(made)} bands are changed. Earlier days keep their rates."

    return asked(http, UprateForm(posted(http)), title="Change every band", button="Change them", act=act,
                 back=["commissioning:finance"], above=ABOVE)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING)
def add_line(http: HttpRequest) -> HttpResponse:
    """A driver of a year’s forecast."""

    def act(given: dict[str, Any]) -> str:
        return f"{money.add_line(fields=given, by=http.user).what} is in the forecast."

    return asked(http, LineForm(posted(http)), title="A line of the forecast", button="Add it", act=act,
                 back=["commissioning:finance"], above=ABOVE)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, line=ForecastLine)
def ledger(http: HttpRequest, line: ForecastLine) -> HttpResponse:
    """What a line came to."""

    def act(given: dict[str, Any]) -> str:
        money.enter_ledger(line=line, **given, by=http.user)
        return "Saved. The page says why it differs."

    form = LedgerForm(
        posted(http),
        initial={"children": line.actual_children, "pence": line.ledger_pence, "reached": line.reached},
    )
    return asked(
        http,
        form,
        title=f"What {line.what} came to",
        button="Save",
        act=act,
        back=["commissioning:finance"],
        above=ABOVE,
    )


@needs(Permission.KEEP_COMMISSIONING)
def budgets(http: HttpRequest) -> HttpResponse:
    """Personal budgets with the clock of each first review, late ones at the top."""
    found = reads.budgets(timezone.localdate())
    rows = [(one, in_pounds(one.budget.education_pence), in_pounds(one.budget.health_pence), in_pounds(one.budget.care_pence))
            for one in found]  # fmt: skip
    late = sum(one.clock.is_late and not one.clock.is_done for one in found)
    return render(http, "commissioning/budgets.html", {"rows": rows, "late": late, "breadcrumbs": HOME})


@needs(Permission.KEEP_COMMISSIONING)
def add_budget(http: HttpRequest) -> HttpResponse:
    """A personal budget by its reference."""

    def act(given: dict[str, Any]) -> str:
        return f"{money.add_budget(fields=given, by=http.user)} is here, with the clock of its first review."

    return asked(http, BudgetForm(posted(http)), title="A personal budget", button="Add it", act=act,
                 back=["commissioning:budgets"], above=BUDGETS)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, budget=PersonalBudget)
def review_budget(http: HttpRequest, budget: PersonalBudget) -> HttpResponse:
    """That a personal budget was reviewed."""

    def act(given: dict[str, Any]) -> str:
        money.review_budget(budget=budget, held_on=given["held_on"], on=timezone.localdate(), by=http.user)
        return "Recorded."

    return asked(http, HeldForm(posted(http)), title=f"A review of {budget}", button="Record it", act=act,
                 back=["commissioning:budgets"], above=BUDGETS)  # fmt: skip
