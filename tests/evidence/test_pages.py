"""The pages of a measure that counts itself, as a programme lead and as somebody of another programme."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goldenthread.evidence.models import Frozen, Tie
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_work(lead):
    """The lead's browser on a day after a plan was issued in time."""
    world.bring_to(world.make_case(), "final-issued")
    with time_machine.travel("2026-09-30T10:00:00Z", tick=False):
        yield sign_in(Client(), lead)


def _post(client, page, measure, **typed):
    return client.post(reverse(f"evidence:{page}", args=[measure.pk]), typed)


def test_a_lead_ties_a_measure_reads_it_and_freezes_a_reading(at_work, measure):
    _post(at_work, "tie", measure, figure="casework.in-time", months="12")
    page = at_work.get(reverse("evidence:measure", args=[measure.pk])).content.decode()
    assert "100.0%" in page
    assert "1 of 1" in page
    answer = _post(at_work, "freeze", measure, until_day="29", until_month="9", until_year="2026")
    assert answer.status_code == 302, answer.content.decode()
    read = at_work.get(answer.url).content.decode()
    assert "100.0% (1 of 1)" in read
    assert "the same value from the same rows" in read
    assert Frozen.objects.get().rows_hash in read


def test_the_page_of_a_measure_shows_its_months_with_their_limits(at_work, measure):
    _post(at_work, "tie", measure, figure="casework.new-plans", months="12")
    page = at_work.get(reverse("evidence:measure", args=[measure.pk])).content.decode()
    assert "limits 0 and" in page
    drawing = at_work.get(reverse("evidence:measure_chart", args=[measure.pk]), {"alone": "1"})
    assert "Upper limit" in drawing.content.decode()
    _post(at_work, "tie", measure, figure="casework.in-time", months="12")
    assert (
        "No limits of chance yet"
        in at_work.get(reverse("evidence:measure", args=[measure.pk])).content.decode()
    )


def test_a_refused_tie_says_why_on_the_page_and_keeps_nothing(at_work, measure):
    answer = _post(at_work, "tie", measure, figure="casework.beds", months="12")
    assert answer.status_code == 422
    assert not Tie.objects.exists()


def test_measures_lists_those_of_the_readers_own_programme_only(at_work, measure):
    own = sign_in(Client(), person("board-member", programme="testshire"))
    other = sign_in(Client(), person("board-member", programme="elsewhere"))
    address = reverse("evidence:measures")
    assert measure.name in own.get(address).content.decode()
    assert measure.name not in other.get(address).content.decode()
