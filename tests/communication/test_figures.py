"""What communication counts as evidence."""

from datetime import timedelta

import pytest

from goldenthread.communication.actions import messages
from goldenthread.communication.models import Visits
from goldenthread.communication.queries.figures import figures
from goldenthread.evidence.figures.communication import SOURCE
from goldenthread.evidence.figures.shape import Asked, Counted
from goldenthread.localoffer.models import Newsletter, Subscriber
from tests.communication.world import RUN, TODAY, address, print_run, step

pytestmark = pytest.mark.django_db
WEEK = TODAY - timedelta(days=6)


def _counts(first=WEEK, last=TODAY):
    return {one.key: (one.numerator, one.denominator) for one in figures(first, last)}


def test_cards_are_counted_by_the_day_they_were_left():
    from goldenthread.communication.actions.cards import record_run

    run = print_run()
    record_run(card=run.wording.card, fields=RUN | {"left": 20, "address": address()}, by=None)
    assert _counts()["cards-left"] == (100, None)
    assert _counts()["cards-told-apart"] == (20, 100)
    assert _counts(last=TODAY - timedelta(days=1))["cards-left"] == (0, None)


def test_steps_count_as_in_time_up_to_their_day():
    for late in (0, 1):
        messages.finish_step(step=step(), on=TODAY + timedelta(days=late), by=None)
    step()
    assert _counts()["steps-in-time"] == (1, 3)


def test_visits_newsletters_and_subscribers_of_a_period():
    held = address()
    for days, times in ((0, 3), (6, 4), (7, 50)):
        Visits.objects.create(address=held, day=TODAY - timedelta(days=days), times=times)
    Newsletter.objects.create(title="News", body="", number=1, sent_on=TODAY)
    Newsletter.objects.create(title="Draft", body="")
    for number, confirmed in enumerate((TODAY, TODAY + timedelta(days=1), None)):
        Subscriber.objects.create(email=f"{number}@example.org", asked_on=WEEK, confirmed_on=confirmed)
    found = _counts()
    assert (found["visits"], found["newsletters"], found["subscribers"]) == ((7, None), (1, None), (1, None))


def test_every_figure_on_offer_is_counted():
    asked = Asked(WEEK, TODAY + timedelta(days=30), TODAY, TODAY)
    counted = SOURCE.count([asked], set())[asked]
    assert set(counted) == {one.code for one in SOURCE.offers}
    assert counted["communication.comments-answered"] == Counted(0, 0)
