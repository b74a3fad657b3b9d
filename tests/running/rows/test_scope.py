"""The second lock beside the gate, for everybody of the access matrix: it never shuts out whom the gate lets in, and where it
is wider the places are named here."""

from __future__ import annotations

import pytest

from goldenthread.accounts.models import User
from goldenthread.accounts.standing import standing_on
from goldenthread.casework.models import Case
from goldenthread.kit.who_reads import Reading, reading
from goldenthread.people.models import Address, Child, Withholding
from goldenthread.sensupport.models import Pupil
from tests.access.people import EVERYBODY
from tests.casework import letterbox, world

pytestmark = pytest.mark.django_db

AREA = {
    "worker",
    "worker-cover",
    "worker-before",
    "worker-elsewhere",
    "worker-barred",
    "manager",
    "manager-elsewhere",
    "analyst",
}
"""The lock shows them the area; the gate their own, their team's or none. Bars and teams are the gate's alone for them."""
THROUGH_A_RECORD = {"setting-elsewhere", "adult-services"}
"""The gate opens one record of the case to them (a question to a school, a move, a notice), and the lock the case with it."""


def test_the_lock_and_the_gate_open_the_same_cases(area):
    wider = set()
    for who in EVERYBODY:
        user = area["people"].get(who)
        by_gate = set(Case.objects.known_to(standing_on(user, world.TODAY)).values_list("pk", flat=True))
        with reading(Reading(person=user and user.pk, day=world.TODAY)):
            by_lock = set(Case.objects.values_list("pk", flat=True))
        assert by_gate <= by_lock, f"the lock shuts {who} out"
        if by_lock - by_gate:
            wider.add(who)
    assert wider == AREA | THROUGH_A_RECORD


def test_every_pupil_whom_the_gate_shows_is_there(area):
    for who in EVERYBODY:
        user = area["people"].get(who)
        by_gate = set(
            Pupil.objects.all().known_to(standing_on(user, world.TODAY)).values_list("pk", flat=True)
        )
        with reading(Reading(person=user and user.pk, day=world.TODAY)):
            assert by_gate <= set(Pupil.objects.values_list("pk", flat=True)), who


def test_a_restricted_case_is_there_for_its_family_and_for_those_with_a_grant(area):
    ash, people = area["ash"], area["people"]
    Case.objects.filter(pk=ash.pk).update(is_restricted=True)
    for who, is_there in (("parent", True), ("young-person", True), ("inspector-granted", True), ("adviser", False),
                          ("panel-member", False), ("setting", False), ("setting-elsewhere", False)):  # fmt: skip
        with reading(Reading(person=people[who].pk, day=world.TODAY)):
            assert Case.objects.filter(pk=ash.pk).exists() is is_there, who


def test_somebody_suspended_or_whose_role_has_ended_finds_nothing(area):
    parent, adviser = area["people"]["parent"], area["people"]["adviser"]
    User.objects.filter(pk=parent.pk).update(is_active=False, suspended_on=world.TODAY)
    adviser.holdings.update(ends_on=world.TODAY.replace(day=1))
    for user in (parent, adviser):
        with reading(Reading(person=user.pk, day=world.TODAY)):
            assert not Child.objects.exists()


def test_an_address_is_there_for_who_lives_in_it_and_never_for_whom_it_is_kept_from(area):
    ash, parent, other = area["ash"], area["people"]["parent"], area["people"]["parent-elsewhere"]
    home = letterbox.house(ash.child, parent.adult)
    for user, is_there in ((parent, True), (other, False)):
        with reading(Reading(person=user.pk, day=world.TODAY)):
            assert Address.objects.filter(household=home).exists() is is_there
    Withholding.objects.create(
        household=home, adult=parent.adult, reason="An order", starts_on=letterbox.SINCE
    )
    with reading(Reading(person=parent.pk, day=world.TODAY)):
        assert not Address.objects.filter(household=home).exists()
        assert not Withholding.objects.exists()
