"""Invented bands, a forecast of last year with its ledger and one of this year, and personal budgets by number."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.commissioning.actions import money, scenarios, shared
from goldenthread.commissioning.models import Band, ForecastLine

BANDS = (
    ("Band 1", "Some support each day", 340_000), ("Band 2", "Support through most of the day", 585_050),
    ("Band 3", "Support all day, with health needs", 912_500),
)  # fmt: skip
PRICES = {name: pence for name, _, pence in BANDS}
LINES = (
    ("mainstream", "Top-up, Band 1", "Band 1", None, 380, 410, 455, "Growth of the last three years goes on.", 421, 100,
     "Goes to the local school and meets the outcomes of the plan’s review", 318, "1.2.1", "primary"),
    ("mainstream", "Top-up, Band 2", "Band 2", None, 240, 262, 300, "Growth of the last three years goes on.", 266, 100,
     "Goes to the local school and meets the outcomes of the plan’s review", 190, "1.2.2", "secondary"),
    ("special", "Places in our special schools", None, 1_450_000, 610, 628, 640, "One school opens 18 places.", 625, 102,
     "Meets the outcomes of the plan’s review", 489, "1.2.1", "special"),
    ("independent", "Independent special schools", None, 5_230_075, 70, 84, 101, "Fewer new places if outreach grows.", 91, 104,
     "Meets the outcomes of the plan’s review", None, "1.2.3", "special"),
    ("post-16", "Colleges", None, 690_000, 300, 322, 350, "The year group that turns 16 is larger.", 318, 99,
     "Is in education, work or training a year later", 256, "1.2.2", "post-16"),
)  # fmt: skip
"""Kind, name, band or price, few, likely and many children, why, how many came at what share of the price, what for, how many
have it, and where it stands in the spending statement."""
SCENARIOS = (
    ("Outreach grows", "Our special schools send teachers into mainstream schools.",
     (("Independent special schools", 78, "avoided", "Six families in ten would choose a place nearby."),
      ("Top-up, Band 2", 268, "pressure", "Those children come with a band 2 top-up."))),
    ("A school opens late", "Building goes on until January.",
     (("Places in our special schools", 616, "saving", "Twelve of the new places open a term late."),
      ("Independent special schools", 90, "pressure", "Half of the children who wait go to an independent school."))),
)  # fmt: skip
SHARED = (
    ("JF-0001", "placement", 18_250_033, (5_000, 3_000, 2_000), True),
    ("JF-0002", "placement", 9_640_000, (3_333, 3_333, 3_334), True),
    ("JF-0003", "package", 4_100_050, (4_000, 6_000, 0), True), ("JF-0004", "package", 2_775_000, (5_000, 0, 5_000), True),
    ("JF-0005", "placement", 21_000_000, (4_500, 3_500, 2_000), True),
    ("JF-0006", "package", 3_300_000, (5_000, 5_000, 0), False),
)  # fmt: skip


@transaction.atomic
def load_money(*, on: date) -> int:
    """Everything; a second time adds nothing. Gives how many lines came."""
    if Band.objects.exists() or ForecastLine.objects.exists():
        return 0
    this = on.year if on.month >= 4 else on.year - 1
    for name, means, pence in BANDS:
        money.add_band(name=name, means=means, pence=pence, starts_on=date(this - 2, 4, 1), decided="Schools forum (invented)",
                       by=None, is_invented=True)  # fmt: skip
    money.uprate(hundredths=275, starts_on=date(this, 4, 1), decided="Schools forum (invented)", by=None)
    bands = {one.name: one for one in Band.objects.all()}
    for row in LINES:
        _line(row, bands, this - 1, is_over=True)
        _line(row, bands, this, is_over=False)
    for number, (days, reviewed) in enumerate(((40, None), (100, None), (200, 80))):
        budget = money.add_budget(by=None, is_invented=True, fields={
            "reference": f"PB-{number + 1:04}", "first_paid_on": on - timedelta(days=days), "education_pence": 120_000,
            "health_pence": 80_050 * number, "care_pence": 450_000,
        })  # fmt: skip
        if reviewed:
            money.review_budget(budget=budget, held_on=on - timedelta(days=days - reviewed), on=on, by=None)
    _scenarios(this)
    _shared(on)
    return len(LINES) * 2


def _line(row: tuple[Any, ...], bands: dict[str, Band], year: int, *, is_over: bool) -> None:
    kind, what, band, unit, *numbers, why, came, share, outcome, reached, number, column = row
    line = money.add_line(by=None, is_invented=True, fields={
        "year": year, "provision": kind, "what": what, "band": bands.get(band or ""), "unit_pence": unit, "low": numbers[0],
        "likely": numbers[1], "high": numbers[2], "assumption": why, "outcome": outcome, "statement_line": number,
        "statement_column": column,
    })  # fmt: skip
    if is_over:
        spent = came * (unit or PRICES[band or ""]) * share // 100
        money.enter_ledger(line=line, children=came, pence=spent, reached=reached, by=None)


def _scenarios(year: int) -> None:
    lines = {one.what: one for one in ForecastLine.objects.filter(year=year)}
    for name, why, changes in SCENARIOS:
        scenario = scenarios.add_scenario(year=year, name=name, why=why, by=None, is_invented=True)
        for what, children, effect, assumption in changes:
            scenarios.change_line(scenario=scenario, by=None, fields={
                "line": lines[what], "children": children, "unit_pence": None, "effect": effect, "assumption": assumption,
            })  # fmt: skip


def _shared(on: date) -> None:
    for place, (reference, kind, total, shares, is_agreed) in enumerate(SHARED):
        began = on - timedelta(days=400 - 30 * place)
        cost = shared.add_cost(on=on, by=None, is_invented=True,
                               fields={"reference": reference, "kind": kind, "starts_on": began}, terms={
            "total_pence": total, "education_share": shares[0], "health_share": shares[1], "care_share": shares[2],
            "agreed_on": began if is_agreed else None, "why": "Joint funding panel (invented)",
        })  # fmt: skip
        if not is_agreed:
            shared.raise_dispute(about=cost, on=on, by=None, fields={
                "raised_on": on - timedelta(days=20), "raised_by": "health", "settle_by": on + timedelta(days=22),
                "about": "Whether the night care is a health need.",
            })  # fmt: skip
