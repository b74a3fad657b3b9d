"""Scenarios: what they come to, and who signs them."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions.money import add_band, uprate
from goldenthread.commissioning.actions.scenarios import add_scenario, change_line, sign_scenario
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import ScenarioChange, ScenarioSignature
from goldenthread.commissioning.queries.money import forecast
from goldenthread.commissioning.queries.scenarios import scenarios
from tests.commissioning.bought import TODAY, change_fields, make_line, make_scenario
from tests.readers import person

pytestmark = pytest.mark.django_db


def _one(year=2026):
    return scenarios(forecast(year))[0]


def _sign(scenario, by, edition=2):
    return sign_scenario(scenario=scenario, edition=edition, role="Chief finance officer", on=TODAY, by=by)


def test_scenario_is_the_forecast_and_its_differences_to_the_penny():
    places, colleges = make_line(), make_line(what="Colleges", provision="post-16", unit_pence=33)
    scenario = make_scenario(places)
    change_line(scenario=scenario, fields=change_fields(colleges, children=620, effect="pressure"), by=None)
    found = _one()
    assert (found.avoided, found.saved, found.pressure) == (14_500_330, 0, 330)
    assert found.total == found.forecast_pence - 14_500_330 + 330
    assert found.forecast_pence == 610 * 1_450_033 + 610 * 33


def test_money_saved_and_growth_avoided_stay_apart():
    first, second = make_line(), make_line(what="Colleges")
    scenario = make_scenario(first, effect="saving")
    change_line(scenario=scenario, fields=change_fields(second), by=None)
    assert (_one().saved, _one().avoided) == (14_500_330, 14_500_330)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"children": 610}, "what the forecast says"),
        ({"children": 700}, "comes to more"),
        ({"effect": "pressure"}, "comes to less"),
    ],
)
def test_change_whose_effect_is_not_what_it_does_is_refused(wrong, said):
    line = make_line()
    scenario = add_scenario(year=2026, name="Other", why="x", by=None)
    with pytest.raises(Refused, match=said):
        change_line(scenario=scenario, fields=change_fields(line, **wrong), by=None)
    assert ScenarioChange.objects.count() == 0


def test_change_of_another_years_line_is_refused():
    scenario = make_scenario()
    with pytest.raises(Refused, match="another year"):
        change_line(scenario=scenario, fields=change_fields(make_line(year=2025)), by=None)


def test_scenario_needs_a_forecast_and_a_name_of_its_own():
    with pytest.raises(Refused, match="no forecast"):
        add_scenario(year=2030, name="Other", why="x", by=None)
    make_scenario()
    with pytest.raises(Refused, match="of this name"):
        add_scenario(year=2026, name="outreach GROWS", why="x", by=None)


def test_who_wrote_an_assumption_does_not_sign_it_and_another_does():
    writer, signer = person("joint-commissioner"), person("joint-commissioner")
    scenario = make_scenario(by=writer)
    with pytest.raises(Refused, match="You wrote"):
        _sign(scenario, writer)
    _sign(scenario, signer)
    assert _one().is_signed
    assert Event.objects.filter(action="commissioning.scenario.signed").count() == 1
    with pytest.raises(Refused, match="signed this already"):
        _sign(scenario, signer)


def test_changed_assumption_is_signed_anew():
    scenario, signer = make_scenario(), person("joint-commissioner")
    _sign(scenario, signer)
    change_line(scenario=scenario, fields=change_fields(scenario.changes.get().line, children=1), by=None)
    assert _one().signing_words == "Not signed"
    with pytest.raises(Refused, match="changed meanwhile"):
        _sign(scenario, signer)
    _sign(scenario, signer, edition=3)
    assert _one().is_signed
    assert ScenarioSignature.objects.count() == 2


def test_signature_does_not_cover_a_rate_that_changed_since():
    band = add_band(name="Band 1", means="x", pence=100_000, starts_on=date(2020, 4, 1), decided="x", by=None)
    scenario = make_scenario(make_line(band=band, unit_pence=None))
    _sign(scenario, person("joint-commissioner"))
    uprate(hundredths=500, starts_on=date(2026, 9, 1), decided="x", by=None)
    assert "comes to something else now" in _one().signing_words


def test_scenario_without_an_assumption_is_not_signed():
    make_line()
    scenario = add_scenario(year=2026, name="Other", why="x", by=None)
    with pytest.raises(Refused, match="assumes nothing"):
        _sign(scenario, person("joint-commissioner"), edition=1)
