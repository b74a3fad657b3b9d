"""What is counted of SEN support, and for which days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.evidence.figures import Asked as Period
from goldenthread.evidence.figures import Counted, count
from goldenthread.partners.models import Setting
from goldenthread.sensupport.actions import workforce
from goldenthread.sensupport.actions.asking import note_request
from tests.sensupport import world
from tests.sensupport.test_comparison import listed

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), world.DAY, world.DAY)
BEFORE = Period(date(2025, 1, 1), date(2025, 12, 31), world.DAY, world.DAY)


def counted(name: str, period: Period = YEAR) -> Counted | None:
    return count([(f"sensupport.{name}", period)])[f"sensupport.{name}", period]


def test_requests_are_counted_by_their_day_and_what_was_expected_then(settings):
    early, ready = (
        world.pupil(on=world.DAY - timedelta(days=200)),
        world.pupil(name="Two Cycles", on=world.DAY - timedelta(200)),
    )
    for days in (190, 100):
        world.reviewed(ready, on=world.DAY - timedelta(days=days))
    for pupil in (early, ready):
        note_request(pupil=pupil, reason="Now", parents_know=True, on=world.DAY, by=None)
    settings.SEN_CYCLES = 9
    assert counted("asked-after-cycles") == Counted(1, 2)
    assert counted("asked-after-cycles", BEFORE) == Counted(0, 0)


def test_types_of_need_are_counted_of_k_and_e_alone():
    world.pupil(name="Has Type")
    world.pupil(name="No Type", primary_need="")
    world.pupil(name="No Need", code="N", primary_need="")
    assert counted("need-named") == Counted(1, 2)


def test_lists_that_end_in_the_period_are_counted():
    listed("Hill School")
    listed("Vale School", days=400)
    assert counted("suspended-with-need") == Counted(12, 60)
    assert counted("away-without") == Counted(10, 200)
    assert counted("away-with-need", BEFORE) == Counted(20, 60)
    assert counted(
        "suspended-without", Period(date(2024, 1, 1), date(2024, 12, 31), world.DAY, world.DAY)
    ) == Counted(0, 0)


def test_workforce_is_counted():
    schools = [world.school(name) for name in ("Hill", "Vale", "Moor")]
    for one in schools:
        Setting.objects.create(organisation=one, kind="academy")
    for one, began in zip(schools, (date(2024, 9, 1), date(2026, 9, 1), date(2015, 9, 1)), strict=True):
        workforce.name_senco(setting=one, name="A", starts_on=began, by=None)
    workforce.name_champion(setting=schools[0], name="C", area="senses", starts_on=world.DAY, by=None)
    training = workforce.add_training(title="T", held_on=world.DAY, is_network=False, is_co_delivered=True, why="",
                                      strategies=[], by=None)  # fmt: skip
    for number, (before, after) in enumerate(((1, 3), (3, 3), (2, None))):
        workforce.note_attendance(
            training=training, setting=schools[1], name=f"N{number}", before=before, after=after, by=None
        )
    assert counted("sencos-in-time") == Counted(2, 3)
    assert counted("with-champion") == Counted(1, 3)
    assert counted("trained") == Counted(1, 3)
    assert counted("given-together") == Counted(1, 1)
    assert counted("surer-after") == Counted(1, 2)
