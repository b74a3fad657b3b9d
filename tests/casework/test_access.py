"""Who may know of a case: a role and a part in this very case and the day; a bar beats them all."""

from datetime import date, timedelta

import pytest

from goldenthread.accounts.permissions import Permission as P
from goldenthread.accounts.standing import standing_on
from goldenthread.casework.access import Section, sections_of
from goldenthread.casework.actions.access import bar, grant
from goldenthread.casework.actions.allocating import allocate, cover
from goldenthread.casework.models import Case
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Schooling
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db
DAY = world.TODAY


def knows(user, case, on=DAY):
    return Case.objects.known_to(standing_on(user, on)).filter(pk=case.pk).exists()


def may(user, case, permission, on=DAY):
    return standing_on(user, on).may(permission, case)


def test_a_caseworker_knows_of_their_own_cases_only():
    mine, other = person("EHC caseworker"), person("EHC caseworker")
    case = world.make_case(worker=mine)
    assert knows(mine, case)
    assert may(mine, case, P.WORK_CASE)
    assert not knows(other, case)
    assert not may(other, case, P.WORK_CASE)


def test_a_case_given_to_another_is_gone_from_the_first():
    first, second = person("EHC caseworker"), person("EHC caseworker")
    case = world.make_case(worker=first)
    assert allocate(cases=[case], worker=second, on=DAY, by=None) == 1
    assert knows(first, case, DAY - timedelta(days=1))
    assert not knows(first, case)
    assert knows(second, case)


def test_cover_lasts_for_its_days():
    away, stands_in = person("EHC caseworker"), person("EHC caseworker")
    case = world.make_case(worker=away)
    cover(worker=away, covered_by=stands_in, starts_on=DAY, ends_on=DAY + timedelta(days=6), by=None)
    assert knows(stands_in, case)
    assert not knows(stands_in, case, DAY + timedelta(days=7))


def test_a_manager_knows_of_their_team_only():
    manager = person("SEND casework manager")
    world.join(manager, world.team("North"))
    assert knows(manager, world.make_case(team=world.team("North")))
    south = world.make_case(world.make_child("Bo"), team=world.team("South"))
    assert not knows(manager, south)


@pytest.mark.parametrize(
    "role",
    [
        "programme lead",
        "board member",
        "administrator",
        "communications officer",
        "DfE/NHS adviser",
        "inspector",
    ],
)
def test_other_roles_know_of_no_case(role):
    assert not knows(person(role), world.make_case())


def test_an_inspector_sees_a_named_sample_for_its_days():
    inspector, case = person("inspector"), world.make_case()
    grant(case=case, user=inspector, reason="Sample", starts_on=DAY, ends_on=DAY + timedelta(days=4), by=None)
    assert knows(inspector, case)
    assert may(inspector, case, P.FOLLOW_CASE)
    assert not may(inspector, case, P.WORK_CASE)
    assert not knows(inspector, case, DAY + timedelta(days=5))


def test_a_parent_follows_only_a_case_that_was_opened_to_them():
    robin, other = person("family"), person("family")
    case = world.make_case()
    world.parent_of(case.child, robin)
    world.parent_of(case.child, other, may_follow=False)
    assert knows(robin, case)
    assert not knows(other, case)
    assert not may(robin, case, P.VIEW_CASE)
    assert sections_of(case, standing_on(robin, DAY)) == {
        Section.COURSE, Section.LETTERS, Section.REQUEST, Section.PEOPLE,
    }  # fmt: skip


def test_a_young_person_follows_their_own():
    young = person("family")
    child = world.make_child(born_on=date(2009, 1, 5), user=young)
    assert knows(young, world.make_case(child))


def test_a_caseworker_who_is_a_parent_is_only_a_parent_there():
    worker = person("EHC caseworker")
    case = world.make_case()
    world.parent_of(case.child, worker)
    assert not knows(worker, case)


def test_a_setting_follows_those_on_roll_until_they_leave():
    senco, school = person("setting"), Organisation.objects.create(name="Oak School", kind="education")
    world.join(senco, school)
    case = world.make_case()
    Schooling.objects.create(child=case.child, setting=school, starts_on=date(2025, 9, 1), ends_on=DAY)
    assert knows(senco, case)
    assert not knows(senco, case, DAY + timedelta(days=1))


def test_a_restricted_case_needs_a_grant_as_well():
    worker, case = person("EHC caseworker"), world.make_case()
    allocate(cases=[case], worker=worker, on=DAY, by=None)
    Case.objects.filter(pk=case.pk).update(is_restricted=True)
    assert not knows(worker, case)
    grant(case=case, user=worker, reason="Named worker", starts_on=DAY, ends_on=None, by=None)
    assert knows(worker, case)


def test_a_restricted_case_stays_open_to_its_family():
    robin, case = person("family"), world.make_case()
    world.parent_of(case.child, robin)
    Case.objects.filter(pk=case.pk).update(is_restricted=True)
    assert knows(robin, case)


def test_a_bar_beats_every_part():
    worker, case = person("EHC caseworker"), world.make_case()
    allocate(cases=[case], worker=worker, on=DAY, by=None)
    bar(case=case, user=worker, reason="Neighbour", starts_on=DAY, by=None)
    assert not knows(worker, case)
    assert not may(worker, case, P.VIEW_CASE)
