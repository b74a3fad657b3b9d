"""What a family reads: the same clock as staff, in plain words, and never another home's address."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.casework.models import Case
from goldenthread.people.models import Address, Household, Residence, Withholding
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin(db):
    return person("family", name="Robin Parent")


@pytest.fixture
def as_robin(robin):
    return sign_in(Client(), robin, second_step=False)


def follow(case):
    return f"/my/{case.public_id}/"


def test_a_parent_reads_where_the_case_stands_and_what_comes_next(as_robin, robin, request_case):
    world.parent_of(request_case.child, robin)
    text = as_robin.get(follow(request_case)).content.decode()
    assert "The council has the request." in text
    assert "Decide whether to assess" in text
    assert "Monday 14 December 2026" in text
    assert "Nadia Worker" in text


def test_a_parent_reads_the_reasons_of_a_decision(as_robin, robin, request_case):
    world.parent_of(request_case.child, robin)
    world.tell(
        request_case, "assessment-refused", date(2026, 11, 20), reasons="The school can meet this need."
    )
    text = as_robin.get(follow(request_case)).content.decode()
    assert "You can appeal" in text
    assert "The school can meet this need." in text


def test_a_parent_reads_whether_the_limits_were_kept(as_robin, robin, case):
    world.parent_of(case.child, robin)
    text = as_robin.get(follow(case)).content.decode()
    kept = text[text.index("Did the council keep") :]
    assert "Send the final plan:" in kept
    assert "In time" in kept


def test_a_parent_does_not_read_notes(as_robin, robin, request_case):
    world.parent_of(request_case.child, robin)
    world.tell(request_case, "note", date(2026, 11, 20), words="A worker’s own thought")
    assert "own thought" not in as_robin.get(follow(request_case)).content.decode()


def test_a_parent_sees_whose_advice_is_in(as_robin, robin, case):
    other = world.make_case(world.make_child("Bea"), on=date(2026, 9, 1))
    world.parent_of(other.child, robin)
    world.tell(other, "assessment-agreed", date(2026, 10, 1))
    asked = world.tell(
        other, "advice-requested", date(2026, 10, 2), of="medical", body="Community paediatrics"
    )
    assert "Not answered yet" in as_robin.get(follow(other)).content.decode()
    world.tell(other, "advice-received", date(2026, 11, 2), answers=asked)
    text = as_robin.get(follow(other)).content.decode()
    assert "Community paediatrics" in text
    assert "Answered" in text


def test_no_page_shows_a_parent_the_other_home(as_robin, robin, case):
    adult = world.parent_of(case.child, robin)
    home = Household.objects.create(label="mother’s home")
    Address.objects.create(
        household=home, lines="7 Hidden Lane\nSafe Town", postcode="ZZ9 9ZZ", starts_on=world.BORN
    )
    Residence.objects.create(household=home, child=case.child, starts_on=world.BORN)
    Withholding.objects.create(household=home, adult=adult, reason="Order", starts_on=world.BORN)
    for address in ("/my/", follow(case)):
        text = as_robin.get(address).content.decode()
        for secret in ("Hidden Lane", "Safe Town", "ZZ9"):
            assert secret not in text


def test_staff_are_warned_of_a_withheld_address(as_worker, case):
    adult = world.parent_of(case.child)
    home = Household.objects.create(label="mother’s home")
    Address.objects.create(household=home, lines="7 Hidden Lane", postcode="ZZ9 9ZZ", starts_on=world.BORN)
    Residence.objects.create(household=home, child=case.child, starts_on=world.BORN)
    Withholding.objects.create(household=home, adult=adult, reason="Order", starts_on=world.BORN)
    text = as_worker.get(f"/casework/cases/{case.public_id}/").content.decode()
    assert "may not learn where Ash lives" in text
    assert "7 Hidden Lane" in text


def test_somebody_elses_case_is_not_found(as_robin, case):
    assert as_robin.get(follow(case)).status_code == 404


def test_followed_lists_only_their_own(as_robin, robin, case):
    world.parent_of(case.child, robin)
    world.make_case(world.make_child("Zed"))
    text = as_robin.get("/my/").content.decode()
    assert "Ash Example" in text
    assert "Zed" not in text


def test_followed_without_a_case_says_what_to_do(as_robin):
    assert "No case is open to you" in as_robin.get("/my/").content.decode()


ASK = {"given_names": "Ivy", "family_name": "Example", "born_on_day": "4", "born_on_month": "5", "born_on_year": "2019",
       "tie": "mother", "words": "Reading and noise in class"}  # fmt: skip


def test_a_parent_asks_and_the_weeks_run_from_that_day(as_robin, robin):
    world.council()
    answer = as_robin.post("/my/ask/", ASK)
    case = Case.objects.get()
    assert answer.url == follow(case)
    assert str(case.standing.decision_due_on) == "2027-01-05"
    assert case.child.relationships.get().adult.user == robin
    assert not case.child.relationships.get().has_parental_responsibility
    assert "Tuesday 5 January 2027" in as_robin.get(follow(case)).content.decode()


def test_a_parent_who_asks_is_never_told_who_else_is_here(as_robin):
    world.council()
    world.make_child("Ivy", "Example", born_on=date(2019, 5, 4))
    answer = as_robin.post("/my/ask/", ASK, follow=True)
    assert "already" not in answer.content.decode()
    case = Case.objects.get()
    assert "May be here already" in case.events.get(kind="note").facts["words"]
    assert "May be here already" not in answer.content.decode()


def test_a_parent_asks_once_for_one_child(as_robin):
    world.council()
    as_robin.post("/my/ask/", ASK)
    answer = as_robin.post("/my/ask/", ASK)
    assert answer.status_code == 422
    assert "You have asked for Ivy already" in answer.content.decode()
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"words": ""}, "Tell us what your child finds hard"),
        ({"born_on_year": "2029"}, "after today"),
        ({"tie": ""}, "Choose what you are to the child"),
    ],
)
def test_a_parent_is_told_what_to_mend_and_nothing_is_lost(change, words, as_robin):
    world.council()
    answer = as_robin.post("/my/ask/", ASK | change)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Ivy" in answer.content.decode()
    assert not Case.objects.exists()


def test_a_new_request_is_seen_by_a_manager_though_no_team_has_it(as_robin):
    world.council()
    as_robin.post("/my/ask/", ASK)
    manager = person("SEND casework manager")
    world.join(manager, world.team())
    assert "Nobody yet" in sign_in(Client(), manager).get("/casework/team/").content.decode()


def test_a_worker_does_not_ask_as_a_family(as_worker):
    assert as_worker.get("/my/ask/").status_code == 403
