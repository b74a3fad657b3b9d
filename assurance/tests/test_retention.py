"""S23: what is due by its rule goes from everywhere, nothing goes early, and what is held back stays."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
import time_machine

from assurance.amount import times
from goldenthread.audit.models import Event
from goldenthread.audit.verify import verify
from goldenthread.keeping.actions.holding import hold
from goldenthread.keeping.actions.proposing import confirm, propose
from goldenthread.keeping.models import Removal
from goldenthread.keeping.queries.due import count_due, due
from goldenthread.keeping.tasks import carry_out
from goldenthread.kit.errors import Refused
from goldenthread.law.retention import due_on, is_due, latest_event
from goldenthread.people.models import Child
from tests.keeping.planted import let_anything_in, plant, traces
from tests.readers import person

BIRTHS, CHILDREN, YEARS = times(2_000, full=100_000), times(12, full=300), 31
TODAY = date(2027, 3, 1)


def _birth(chance: random.Random) -> date:
    """Any day of a hundred years; one of ten is a 29 February."""
    year = chance.randrange(1950, 2050)
    if chance.random() < 0.1:
        return date(year - year % 4, 2, 29) if year % 4 == 0 and year - year % 4 != 1900 else date(year, 3, 1)
    return date(year, 1, 1) + timedelta(days=chance.randrange(365))


def _complete(born_on: date, years: int) -> date:
    """By another way: the day after the last day before the birthday on which so many years are not over."""
    day = date(born_on.year + years, 1, 1) + timedelta(days=0)
    while (day.month, day.day) < (born_on.month, born_on.day):
        day += timedelta(days=1)
    return day


def test_the_years_are_whole_for_every_birth(record_property):
    """Due on the day on which they are complete and not the day before; a list asked by the day of birth agrees."""
    chance, failed, leap = random.Random(23), 0, 0
    for _ in range(BIRTHS):
        born_on = _birth(chance)
        leap += (born_on.month, born_on.day) == (2, 29)
        day = _complete(born_on, YEARS)
        failed += due_on(born_on, YEARS) != day
        failed += not is_due(born_on, YEARS, day) or is_due(born_on, YEARS, day - timedelta(days=1))
        failed += (
            latest_event(YEARS, day) < born_on or latest_event(YEARS, day - timedelta(days=1)) >= born_on
        )
    record_property(
        "counted", {"what": f"dates of birth, {leap} of them 29 February", "tried": BIRTHS, "failed": failed}
    )
    assert failed == 0
    assert leap


def _born(chance: random.Random, number: int) -> date:
    edge = date(TODAY.year - YEARS, TODAY.month, TODAY.day)
    near = [
        edge,
        edge + timedelta(days=1),
        edge - timedelta(days=1),
        date(1996, 2, 29),
        edge + timedelta(days=2),
    ]
    return near[number] if number < len(near) else edge + timedelta(days=chance.randrange(-2000, 2000))


CLAIM = {
    "asked_by": "legal services",
    "reason": "A claim is running",
    "review_on": date(2028, 1, 1),
    "on": TODAY,
}


@pytest.mark.django_db
@pytest.mark.timeout(1800)
def test_what_is_due_is_gone_everywhere_and_nothing_else_is(record_property):
    """From every table, every file and every kept copy; and the audit is whole and names nobody."""
    let_anything_in()
    chance, (one, other) = random.Random(31), (person("data-protection"), person("data-protection"))
    planted, held = {}, set()
    for number in range(CHILDREN):
        marker, born_on = f"Zanzibar{number:04d}x", _born(chance, number)
        child, _ = plant(marker, born_on)
        planted[marker] = (child, born_on)
        if number % 7 == 3:
            hold(child=child, by=one, **CLAIM)
            held.add(marker)
    missing = [marker for marker in planted if len(traces(marker)) < 50]
    assert missing == [], "planted in too few tables for this to show anything"
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        wanted = [line.key for line in due("child-file", TODAY, most=CHILDREN) if not line.holds]
        made = propose(kind="child-file", keys=wanted, on=TODAY, by=one)
        confirm(removals=made, on=TODAY, by=other)
        carry_out()
    left, early, lost = 0, 0, 0
    for marker, (child, born_on) in planted.items():
        is_there, should_go = Child.objects.filter(pk=child.pk).exists(), is_due(born_on, YEARS, TODAY)
        if should_go and marker not in held:
            left += is_there or traces(marker) != []
        else:
            early += not is_there and not should_go
            lost += not is_there and marker in held
    record_property("counted", {"what": f"children planted in every table, {len(wanted)} of them due and {len(held)} held back",
                                "tried": CHILDREN, "failed": left + early + lost})  # fmt: skip
    assert (left, early, lost) == (0, 0, 0)
    assert Removal.objects.filter(state="removed").count() == len(wanted) > CHILDREN // 4
    assert count_due("child-file", TODAY) == sum(is_due(planted[m][1], YEARS, TODAY) for m in held)
    assert verify().ok
    said = [str(event.detail) + event.subject for event in Event.objects.filter(action="keeping.removed")]
    assert not any("child" in words.replace("child-file", "") for words in said)


@pytest.mark.django_db
def test_one_person_alone_removes_nothing(record_property):
    """Neither by confirming their own proposal nor past the program: the database asks for two."""
    from django.db import DatabaseError, IntegrityError, connection, transaction

    from goldenthread.casework.models import Event as CaseEvent
    from tests.casework import world

    case = world.make_case(world.make_child(born_on=date(1990, 1, 1)))
    one = person("data-protection")
    (made,) = propose(kind="child-file", keys=[case.child_id], on=TODAY, by=one)
    passed = 0
    for attempt in (
        lambda: confirm(removals=[made], on=TODAY, by=one),
        lambda: Removal.objects.filter(pk=made.pk).update(state="confirmed", confirmed_by=one),
        lambda: connection.cursor().execute("DELETE FROM casework_event WHERE case_id = %s", [case.pk]),
    ):
        try:
            with transaction.atomic():
                attempt()
            passed += 1
        except (Refused, IntegrityError, DatabaseError):
            pass
    record_property("counted", {"what": "ways past the second person", "tried": 3, "failed": passed})
    assert passed == 0
    assert CaseEvent.objects.filter(case=case).exists()
