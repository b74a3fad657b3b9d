"""What the board watches: now, when it last met, and against the target."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goldenthread.evidence import figures
from goldenthread.evidence.actions.measures import tie
from goldenthread.evidence.models import KeptCount
from goldenthread.evidence.queries.boards import board_measures
from tests.casework import world
from tests.evidence.freezing import make_measure
from tests.readers import person, sign_in

SINCE, DAY = date(2026, 8, 31), date(2026, 9, 30)
IN_TIME = "casework.in-time"


@pytest.fixture
def watched(measure, lead):
    """A measure that was at 100% in August and is at 50% in September."""
    measure.better, measure.target = "higher", {"as_written": "60%", "number": "60", "unit": "%", "op": "="}
    measure.save()
    tie(measure=measure, figure=IN_TIME, months=12, on=date(2026, 7, 1), by=lead)
    world.bring_to(world.make_case(), "final-issued")
    late = world.bring_to(world.make_case(world.make_child("Bo")), "draft-issued")
    world.tell(late, "final-issued", date(2026, 9, 21), placement="Oak School")
    return measure


def _one(measure, day=DAY, since=SINCE):
    (found,) = board_measures(measure.plan.programme, day, since, DAY)
    return found


def test_board_measures_says_how_far_it_moved_and_how_far_the_target_is(watched):
    one = _one(watched)
    assert (one.now.value, one.before.value) == ("50.0%", "100.0%")
    assert (one.moved, one.is_better) == ("50.0 points less", False)
    assert one.against_target == ("late", "10.0 points short")
    assert _one(watched, SINCE).against_target == ("done", "Reached")


def test_board_measures_as_at_a_past_day_knows_nothing_of_later(watched):
    one = _one(watched, SINCE, date(2026, 8, 1))
    assert (one.now.value, one.now.base, one.moved) == ("100.0%", "1 of 1", "No change")
    assert _one(watched, SINCE, date(2026, 6, 1)).before is None


def test_a_target_in_another_unit_is_not_compared(watched):
    watched.target = {"as_written": "60 plans", "number": "60", "unit": ""}
    watched.save()
    assert _one(watched).against_target == ("", "")


def test_a_measure_that_changed_its_figure_in_between_is_not_compared(watched, lead):
    tie(measure=watched, figure="casework.in-time-of-all", months=12, on=date(2026, 9, 5), by=lead)
    assert _one(watched).moved == ""


def test_the_page_names_a_figure_that_is_gone_and_is_right_after_a_change(watched, lead, monkeypatch):
    reader = sign_in(Client(), lead)
    address = reverse("evidence:board", args=[watched.plan.programme.slug])
    make_measure(watched.plan, key="by-hand", name="Counted by hand")
    with time_machine.travel("2026-09-30T10:00:00Z", tick=False):
        first = reader.get(address).content.decode()
        assert "1 of 2" in first
        assert "10.0 points short" in first
        assert "Counted by hand" not in first
        third = world.bring_to(world.make_case(world.make_child("Cy")), "draft-issued")
        world.tell(third, "final-issued", date(2026, 9, 22), placement="Oak School")
        assert KeptCount.objects.exists()
        assert "1 of 3" in reader.get(address).content.decode()
        monkeypatch.delitem(figures.FIGURES, IN_TIME)
        assert "A figure that is gone" in reader.get(address).content.decode()


def test_the_page_is_for_the_programme_it_is_about(watched):
    other = sign_in(Client(), person("board-member", programme="elsewhere"))
    address = reverse("evidence:board", args=[watched.plan.programme.slug])
    assert other.get(address).status_code == 404
