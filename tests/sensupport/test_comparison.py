"""A school beside others: nobody else's small numbers, and no school by name."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.test import Client

from goldenthread.partners.models import Setting
from goldenthread.sensupport.models import RollList
from goldenthread.sensupport.queries.comparison import comparison
from tests.readers import sign_in
from tests.sensupport import world

pytestmark = pytest.mark.django_db


def listed(
    name: str, phase: str = "Primary", support: int = 40, *, away: int = 10, days: int = 5, rest: int = 6
) -> RollList:
    """A school with its list."""
    school = world.school(name)
    Setting.objects.update_or_create(organisation=school, defaults={"kind": "academy", "phase": phase})
    other = dict.fromkeys(("suspended", "social_worker", "part_time", "on_the_list"), rest)
    counts = {code: {"listed": number, "attendance_said": number, "often_away": min(away, number), **other}
              for code, number in (("K", support), ("E", 20), ("N", 200))}  # fmt: skip
    return RollList.objects.create(setting=school, until=world.DAY - timedelta(days=days), counts=counts)


def others(number: int, phase: str = "Primary", **changes) -> None:
    """So many other schools."""
    for one in range(number):
        listed(f"{phase} {one}", phase, **changes)


def test_own_school_is_in_neither_group():
    own = listed("Hill School", support=10).setting
    others(5)
    others(6, "Secondary", support=80)
    found = comparison(own, world.DAY)
    assert (found.own[0].part, found.own[0].whole) == (10, 230)
    assert (found.alike.schools, found.alike.shares[0].part, found.alike.shares[0].whole) == (5, 200, 1300)
    assert (found.area.schools, found.area.shares[0].part) == (11, 680)


@pytest.mark.parametrize(
    ("alike", "rest", "small", "shown"),
    [(5, 6, {}, (True, True)), (4, 6, {}, (False, True)), (5, 0, {}, (True, True)), (5, 6, {"support": 0}, (False, False)),
     (5, 1, {"rest": 1}, (True, True)), (5, 0, {"rest": 0}, (False, False)), (0, 4, {}, (False, False))],
)  # fmt: skip
def test_few_schools_and_small_counts_show_nothing(alike, rest, small, shown):
    own = listed("Hill School").setting
    others(alike, **small)
    others(rest, "Secondary")
    if small.get("support") == 0:
        RollList.objects.filter(setting__name__startswith="Secondary").delete()
    found = comparison(own, world.DAY)
    assert (found.alike.shares is not None, found.area.shares is not None) == shown


def test_no_small_number_comes_out_of_what_is_shown_over_many_areas(capsys):
    chance, tried, shown = Random(7), 0, 0  # noqa: S311
    for _ in range(60):
        RollList.objects.all().delete()
        own = listed("Hill School").setting
        for number in range(chance.randint(4, 9)):
            listed(
                f"P{number}",
                support=chance.randint(0, 6),
                away=chance.randint(0, 4),
                rest=chance.randint(0, 2),
            )
        for number in range(chance.randint(0, 3)):
            listed(
                f"S{number}",
                "Secondary",
                chance.randint(0, 6),
                away=chance.randint(0, 4),
                rest=chance.randint(0, 2),
            )
        found = comparison(own, world.DAY)
        for place in range(len(found.own)):
            groups = [one.shares[place] for one in (found.alike, found.area) if one.shares]
            parts = [number for one in groups for number in (one.part, one.whole - one.part)]
            if len(groups) == 2 and groups[0] != groups[1]:
                left, whole = groups[1].part - groups[0].part, groups[1].whole - groups[0].whole
                parts += [left, whole - left]
            tried, shown = tried + 1, shown + bool(parts)
            assert all(one >= 5 for one in parts)
    with capsys.disabled():
        print(f"\ncomparisons of schools: {tried} tried, {shown} shown, 0 small numbers worked out")
    assert 0 < shown < tried


def test_page_names_no_other_school_and_old_lists_are_left_out():
    own = listed("Hill School").setting
    others(6)
    listed("Old One", days=130)
    assert comparison(own, world.DAY).area.schools == 6
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        client = sign_in(Client(), world.senco(own))
        page = client.get("/sen/compare/").content.decode()
        RollList.objects.filter(setting=own).delete()
        empty = client.get("/sen/compare/").content.decode()
    assert "6 other schools of your phase (Primary)" in page
    assert "Primary 0" not in page
    assert "15% (40 of 260)" in page
    assert "no recent list" in empty
