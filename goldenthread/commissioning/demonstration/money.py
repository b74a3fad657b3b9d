"""Invented bands, a forecast of last year with its ledger and one of this year, and personal budgets by number."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from goldenthread.commissioning.actions import money
from goldenthread.commissioning.models import Band, ForecastLine

BANDS = (
    ("Band 1", "Some support each day", 340_000), ("Band 2", "Support through most of the day", 585_050),
    ("Band 3", "Support all day, with health needs", 912_500),
)  # fmt: skip
PRICES = {name: pence for name, _, pence in BANDS}
LINES = (
    ("mainstream", "Top-up, Band 1", "Band 1", None, 380, 410, 455, "Growth of the last three years goes on.", 421, 100),
    ("mainstream", "Top-up, Band 2", "Band 2", None, 240, 262, 300, "Growth of the last three years goes on.", 266, 100),
    ("special", "Places in our special schools", None, 1_450_000, 610, 628, 640, "One school opens 18 places.", 625, 102),
    ("independent", "Independent special schools", None, 5_230_075, 70, 84, 101, "Fewer new places if outreach grows.", 91, 104),
    ("post-16", "Colleges", None, 690_000, 300, 322, 350, "The year group that turns 16 is larger.", 318, 99),
)  # fmt: skip
"""Kind, name, band or price, few, likely and many children, why, and how many came at what share of the price."""


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
    for year in (this - 1, this):
        for kind, what, band, unit, low, likely, high, why, came, share in LINES:
            line = money.add_line(by=None, is_invented=True, fields={
                "year": year, "provision": kind, "what": what, "band": bands.get(band or ""), "unit_pence": unit, "low": low,
                "likely": likely, "high": high, "assumption": why, "outcome": "",
            })  # fmt: skip
            if year < this:
                price = unit or PRICES[band or ""]
                money.enter_ledger(line=line, children=came, pence=came * price * share // 100, by=None)
    for number, (days, reviewed) in enumerate(((40, None), (100, None), (200, 80))):
        budget = money.add_budget(by=None, is_invented=True, fields={
            "reference": f"PB-{number + 1:04}", "first_paid_on": on - timedelta(days=days), "education_pence": 120_000,
            "health_pence": 80_050 * number, "care_pence": 450_000,
        })  # fmt: skip
        if reviewed:
            money.review_budget(budget=budget, held_on=on - timedelta(days=days - reviewed), on=on, by=None)
    return len(LINES) * 2
