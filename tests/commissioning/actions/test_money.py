"""Bands by day, a forecast that reconciles to the penny, personal budgets and the clock of their first review."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions import money
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import Band, BandRate, ForecastLine, PersonalBudget
from goldenthread.commissioning.money.forecast import Driven, NoRate, Rate, added_up, uprated, year_of_a_band
from goldenthread.commissioning.queries.money import budgets, forecast, rates_on
from tests.commissioning.bought import TODAY, budget_fields, line_fields, make_budget, make_line

counts = st.integers(0, 5_000)
pence = st.integers(0, 10**9)


@given(st.lists(st.tuples(counts, pence, counts, pence), min_size=1, max_size=20))
def test_every_ledger_reconciles_to_the_penny(rows):
    lines = [Driven(n, n, n, unit, came, ledger).reconciled for n, unit, came, ledger in rows]
    assert all(one.is_exact for one in lines)
    whole = added_up(lines)
    assert whole.is_exact
    assert whole.ledger == sum(ledger for *_, ledger in rows)


@given(pence, st.integers(-5_000, 5_000))
def test_uprated_is_within_half_a_penny(amount, hundredths):
    exact = amount * (10_000 + hundredths)
    assert abs(uprated(amount, hundredths) * 10_000 - exact) * 2 <= 10_000


def test_band_that_changes_in_the_year_counts_each_month_by_its_first_day():
    rates = [Rate(1_200, date(2026, 4, 1), date(2026, 9, 1)), Rate(2_400, date(2026, 9, 2))]
    assert year_of_a_band(rates, 2026) == (6 * 1_200 + 6 * 2_400) // 12


def test_band_without_a_rate_for_a_month_says_which():
    with pytest.raises(NoRate, match="1 March 2027"):
        year_of_a_band([Rate(1_200, date(2026, 4, 1), date(2027, 2, 28))], 2026)


@pytest.mark.django_db
class TestBands:
    def _band(self, name="Band 1", starts_on=date(2024, 4, 1)):
        return money.add_band(
            name=name, means="Some", pence=100_001, starts_on=starts_on, decided="Forum", by=None
        )

    def test_uprate_changes_every_band_and_keeps_earlier_days(self):
        self._band()
        self._band("Band 2")
        money.uprate(hundredths=275, starts_on=date(2026, 4, 1), decided="Forum", by=None)
        assert [rate.pence for _, rate in rates_on(date(2026, 3, 31))] == [100_001] * 2
        assert [rate.pence for _, rate in rates_on(date(2026, 4, 1))] == [102_751] * 2
        assert [rate for _, rate in rates_on(date(2024, 3, 31))] == [None] * 2
        assert Event.objects.filter(action="commissioning.band.uprated").count() == 1

    def test_uprate_before_the_rate_in_force_is_refused_and_changes_none(self):
        self._band()
        self._band("Band 2", date(2026, 4, 1))
        with pytest.raises(Refused, match="Band 2"):
            money.uprate(hundredths=100, starts_on=date(2026, 4, 1), decided="Forum", by=None)
        assert BandRate.objects.filter(ends_on=None).count() == BandRate.objects.count() == 2

    @pytest.mark.parametrize("hundredths", [0, 5_001, -5_001])
    def test_uprate_of_nothing_or_too_much_is_refused(self, hundredths):
        self._band()
        with pytest.raises(Refused):
            money.uprate(hundredths=hundredths, starts_on=TODAY, decided="Forum", by=None)

    def test_database_keeps_two_rates_off_one_day(self):
        band = self._band()
        with pytest.raises(IntegrityError), transaction.atomic():
            BandRate.objects.create(band=band, pence=1, starts_on=TODAY, decided="")

    def test_line_paid_by_a_band_costs_what_the_band_pays(self):
        make_line(band=self._band(), unit_pence=None)
        found = forecast(2026)
        assert found.totals == (600 * 100_001, 610 * 100_001, 640 * 100_001)
        assert forecast(2025).lines == []

    def test_line_of_a_year_before_its_band_says_so(self):
        make_line(band=self._band(starts_on=date(2026, 5, 1)), unit_pence=None)
        found = forecast(2026)
        assert found.lines[0].trouble == "Band 1: No rate holds on 1 April 2026. Enter one first."
        assert found.totals == (0, 0, 0)


@pytest.mark.django_db
class TestForecast:
    def test_ledger_is_explained_to_the_penny(self):
        money.enter_ledger(line=make_line(), children=615, pence=900_000_001, by=None)
        why = forecast(2026).whole
        assert (why.forecast, why.by_children) == (610 * 1_450_033, 5 * 1_450_033)
        assert why.is_exact
        assert why.ledger == 900_000_001

    @pytest.mark.parametrize(
        "wrong",
        [{"low": 611}, {"high": 609}, {"unit_pence": None}],
        ids=["low", "high", "neither band nor price"],
    )
    def test_line_out_of_order_is_refused_and_not_saved(self, wrong):
        with pytest.raises(Refused):
            money.add_line(fields=line_fields(**wrong), by=None)
        assert ForecastLine.objects.count() == 0

    def test_line_twice_is_refused(self):
        make_line()
        with pytest.raises(Refused, match="has this line"):
            make_line()


@pytest.mark.django_db
class TestBudgets:
    def test_first_review_is_due_within_three_months_of_the_first_payment(self):
        make_budget()
        clock = budgets(TODAY)[0].clock
        assert clock.due == date(2026, 11, 30)
        assert "regulation 11(2)(a)" in clock.citation
        assert budgets(date(2026, 12, 1))[0].is_late

    def test_review_stops_the_clock_and_budgets_that_wait_come_first(self):
        done = make_budget()
        make_budget(reference="PB-0002", first_paid_on=date(2026, 10, 1))
        money.review_budget(budget=done, held_on=date(2026, 11, 5), on=TODAY, by=None)
        assert [one.budget.reference for one in budgets(TODAY)] == ["PB-0002", "PB-0001"]

    @pytest.mark.parametrize("held_on", [date(2026, 11, 21), date(2026, 8, 31)])
    def test_review_of_an_impossible_day_is_refused(self, held_on):
        with pytest.raises(Refused):
            money.review_budget(budget=make_budget(), held_on=held_on, on=TODAY, by=None)

    @pytest.mark.parametrize("wrong", [{"education_pence": 0}, {"first_paid_on": date(2014, 8, 31)}])
    def test_budget_that_cannot_be_is_refused(self, wrong):
        with pytest.raises(Refused):
            money.add_budget(fields=budget_fields(**wrong), by=None)
        assert PersonalBudget.objects.count() == 0


@pytest.mark.django_db
def test_band_of_the_same_name_is_refused():
    for name in ("Band 1", "band 1"):
        if Band.objects.exists():
            with pytest.raises(Refused, match="of this name"):
                money.add_band(name=name, means="", pence=1, starts_on=TODAY, decided="", by=None)
        else:
            money.add_band(name=name, means="", pence=1, starts_on=TODAY, decided="", by=None)
