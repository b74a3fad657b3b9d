"""Who decides when compulsory school age ends: the young person, unless a note of capacity says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.kit.errors import Refused
from goldenthread.people.actions.deciding import end_capacity, note_capacity, stop_following
from goldenthread.people.models import Capacity
from goldenthread.people.queries.rights import holders_on
from goldenthread.transitions.queries.deciding import decides_words
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.adulthood import DAY, young

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def case():
    return young()


def noted(case, **changes):
    details = {"representative": None, "basis": "Dr Lee, 2 November 2026: decisions about the plan.",
               "starts_on": date(2026, 11, 3), "on": DAY, "by": None}  # fmt: skip
    return note_capacity(child=case.child, **(details | changes))


def test_the_rights_pass_on_the_day_after_the_last_friday_of_june(case):
    world.parent_of(case.child)
    assert "parents decide about the plan until 26 June 2026" in decides_words(case.child, date(2026, 6, 26))
    assert decides_words(case.child, date(2026, 6, 27)).startswith("Kit has decided about the plan since")


def test_a_note_of_capacity_moves_the_decisions_and_its_end_gives_them_back(case):
    parent = world.parent_of(case.child)
    noted(case, representative=parent)
    assert holders_on(case.child, DAY).adults == (parent,)
    assert decides_words(case.child, DAY).startswith("Robin Example may decide for Kit")
    assert end_capacity(child=case.child, on=DAY, by=None) == 1
    assert decides_words(case.child, date(2026, 11, 25)).startswith("Kit has decided")
    assert {one.action for one in AuditEvent.objects.filter(action__startswith="people.capacity")} == {
        "people.capacity.noted", "people.capacity.ended",
    }  # fmt: skip


def test_a_second_note_ends_the_first_and_none_is_lost(case):
    noted(case)
    noted(case, starts_on=date(2026, 11, 20), basis="Order of the court")
    assert list(Capacity.objects.values_list("starts_on", "ends_on")) == [
        (date(2026, 11, 3), date(2026, 11, 19)), (date(2026, 11, 20), None),
    ]  # fmt: skip
    with pytest.raises(Refused, match="later note"):
        noted(case, starts_on=date(2026, 11, 10))


@pytest.mark.parametrize(("changes", "field"), [
    ({"basis": " "}, "basis"), ({"starts_on": date(2026, 6, 26)}, "starts_on"), ({"starts_on": date(2026, 11, 25)}, "starts_on"),
])  # fmt: skip
def test_a_note_without_its_basis_before_its_time_or_to_come_is_refused(case, changes, field):
    with pytest.raises(Refused) as refused:
        noted(case, **changes)
    assert refused.value.field == field


def test_nobody_decides_who_has_no_part_in_the_young_persons_life(case):
    with pytest.raises(Refused, match="no part in the life"):
        noted(case, representative=world.parent_of(young(name="Bo").child))


def test_the_young_person_says_who_reads_along(case):
    worker, parent = person("caseworker"), person("family")
    mine = young(worker, "Mine")
    world.parent_of(mine.child, parent)
    tie = mine.child.relationships.get()
    client, reads = sign_in(Client(), worker), sign_in(Client(), parent)
    assert reads.get(f"/my/moves/{mine.public_id}/adulthood/").status_code == 200
    address = f"/transitions/decides/{mine.public_id}/"
    assert "No account of their own" in client.get(address).content.decode()
    for wrong in ("", "abc", "9" * 30):
        assert (
            "not part of the case any more"
            in client.post(address, {"stop": wrong}, follow=True).content.decode()
        )
    assert client.post(address, {"stop": str(tie.pk)}).status_code == 302
    assert reads.get(f"/my/moves/{mine.public_id}/adulthood/").status_code == 404
    child = world.make_case(world.make_child("Young"))
    world.parent_of(child.child)
    with pytest.raises(Refused, match="compulsory school age"):
        stop_following(relationship=child.child.relationships.get(), on=DAY, by=None)


def test_who_decides_for_a_young_person_is_not_shut_out(case):
    parent = world.parent_of(case.child)
    noted(case, representative=parent)
    with pytest.raises(Refused, match="End the note"):
        stop_following(relationship=case.child.relationships.get(), on=DAY, by=None)


def test_a_worker_notes_capacity_on_the_page_and_the_family_reads_who_decides_and_not_why(case):
    worker, parent = person("caseworker"), person("family")
    mine = young(worker, "Mine")
    adult = world.parent_of(mine.child, parent)
    address, client = f"/transitions/decides/{mine.public_id}/", sign_in(Client(), worker)
    typed = {"basis": "Dr Lee: the plan", "representative": adult.pk, "starts_on_day": "3", "starts_on_month": "11",
             "starts_on_year": "2026"}  # fmt: skip
    assert client.post(address, {"basis": ""}).status_code == 422
    assert client.post(address, typed).status_code == 302
    text = sign_in(Client(), parent).get(f"/my/moves/{mine.public_id}/adulthood/").content.decode()
    assert "Robin Example may decide for Mine" in text
    assert "Dr Lee" not in text
    assert client.post(address, {"end": "1"}).status_code == 302
    assert Capacity.objects.get().ends_on == DAY
