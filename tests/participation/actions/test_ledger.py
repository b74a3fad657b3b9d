"""Activities with who heard them, and what people said with its answer."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from goldenthread.kit.dates import PartialDate
from goldenthread.participation.actions import ledger
from goldenthread.participation.choices import Level
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Activity, Said
from goldenthread.participation.queries.figures import figures, share_of_survey
from goldenthread.participation.queries.ledger import groups, owed, thread_of
from goldenthread.partners.actions.organisations import hand_over
from goldenthread.partners.models import Organisation
from tests.participation.world import ACTIVITY, SAID, TODAY, answer, make_survey

pytestmark = pytest.mark.django_db


def said(**fields):
    return ledger.record_said(fields=SAID | fields, by=None)


@pytest.mark.parametrize("half", [{"audience": "The board"}, {"heard_on": PartialDate(2026, 4)}])
def test_audience_without_a_day_or_a_day_without_an_audience_is_refused(half):
    with pytest.raises(Refused, match="together with the day"):
        ledger.record_activity(fields=ACTIVITY | half, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.create(**ACTIVITY | half)


def test_deciding_together_needs_an_audience_and_an_influence():
    with pytest.raises(Refused, match="Name both"):
        ledger.record_activity(fields=ACTIVITY | {"level": Level.COPRODUCE}, by=None)
    whole = {
        "level": Level.COPRODUCE,
        "audience": "The board",
        "heard_on": PartialDate(2026, 4),
        "influence": "New hours",
    }
    assert ledger.record_activity(fields=ACTIVITY | whole, by=None).pk


def test_could_not_says_why():
    one = said()
    with pytest.raises(Refused, match="Say why"):
        ledger.answer(said=one, outcome="could-not", answer="No", on=TODAY, by=None)
    ledger.answer(said=one, outcome="could-not", answer="No", because="There is no money.", on=TODAY, by=None)
    assert Said.objects.get().because == "There is no money."


def test_whether_it_worked_is_asked_once_it_is_done():
    one = said()
    with pytest.raises(Refused, match="once it is done"):
        ledger.ask_again(said=one, worked="yes", words="", asked_again_on=PartialDate(2026, 11), by=None)
    ledger.answer(said=one, outcome="did", answer="Done", on=TODAY, by=None)
    with pytest.raises(Refused, match="before it was done"):
        ledger.ask_again(said=one, worked="yes", words="", asked_again_on=PartialDate(2026, 10), by=None)
    ledger.ask_again(said=one, worked="partly", words="Better", asked_again_on=PartialDate(2027, 6), by=None)
    one.refresh_from_db()
    assert [knot.state_text for knot in thread_of(one)] == ["Heard", "We did it", "It worked in part"]
    with pytest.raises(Refused, match="asked already"):
        ledger.answer(said=one, outcome="will", answer="Again", on=TODAY, by=None)


def test_owed_names_what_waits_and_what_was_done_half_a_year_ago():
    waits, done = said(said="Waits"), said(said="Done")
    ledger.answer(said=done, outcome="did", answer="Done", on=TODAY - timedelta(days=182), by=None)
    found = owed(TODAY)
    assert (found["to_answer"], [one.pk for one in found["to_ask"]]) == ([waits], [done.pk])
    assert owed(TODAY - timedelta(days=1))["to_ask"] == []


def test_group_keeps_its_line_and_what_it_did():
    before, after = (
        Organisation.objects.create(name=name, kind="parent-carer-forum") for name in ("Old", "New")
    )
    hand_over(predecessor=before, successor=after, on=TODAY, by=None)
    ledger.record_activity(fields=ACTIVITY, groups=[before], by=None)
    old = next(one for one in groups() if one.organisation == before)
    assert [step.successor.name for step in old.after] == ["New"]
    assert [one.title for one in old.activities] == ["A day about waiting"]
    assert next(one for one in groups() if one.organisation == after).activities == []


def test_figures_have_a_numerator_a_denominator_and_a_rule():
    ledger.record_activity(fields=ACTIVITY, by=None)
    early, late = said(said="Early"), said(said="Late")
    ledger.answer(
        said=early, outcome="did", answer="Done", on=SAID["heard_on"].last + timedelta(days=90), by=None
    )
    ledger.answer(
        said=late, outcome="will", answer="Soon", on=SAID["heard_on"].last + timedelta(days=91), by=None
    )
    said(said="Another year", heard_on=PartialDate(2025))
    found = {
        one.key: (one.numerator, one.denominator) for one in figures(TODAY.replace(month=1, day=1), TODAY)
    }
    assert found == {
        "co-produced": (0, 1),
        "heard": (0, 1),
        "answered": (2, 2),
        "answered-in-time": (1, 2),
        "worked": (0, 0),
    }


def test_share_of_a_survey_is_what_is_published_of_it():
    survey = make_survey()
    for number in range(20):
        answer(survey, 1 if number < 8 else 4)
    found = share_of_survey(survey, 1, TODAY)
    assert (found.numerator, found.denominator) == (8, 20)
    assert share_of_survey(survey, 2, TODAY) is None
