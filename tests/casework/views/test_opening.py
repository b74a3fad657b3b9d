"""Entering a request: all of it or nothing."""

import pytest

from goldenthread.casework.models import Case
from goldenthread.people.identifiers import check_letter
from goldenthread.people.models import Adult, Child
from tests.casework import world

pytestmark = pytest.mark.django_db
ENTER = "/casework/requests/enter/"


@pytest.fixture
def sent(worker):
    world.join(worker, world.team())
    return {
        "given_names": "Ash", "family_name": "Example", "born_on_day": "4", "born_on_month": "5", "born_on_year": "2017",
        "sex": "U", "adult_name": "Robin Example", "tie": "parent", "has_responsibility": "on", "by": "parent",
        "occurred_on_day": "2", "occurred_on_month": "11", "occurred_on_year": "2026", "words": "Please assess Ash.",
    }  # fmt: skip


def test_start_opens_a_case_with_its_worker_and_its_clock(as_worker, worker, sent):
    answer = as_worker.post(ENTER, sent)
    case = Case.objects.get()
    assert answer.url == f"/casework/cases/{case.public_id}/"
    assert (case.team, case.allocations.get().worker) == (world.team(), worker)
    assert case.child.relationships.get().has_parental_responsibility
    assert str(case.standing.decision_due_on) == "2026-12-14"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"given_names": ""}, "Enter given names"),
        ({"born_on_year": "2027"}, "The date of birth is after today"),
        ({"born_on_year": "1999"}, "more than 26 years ago"),
        ({"upn": "B801200001001"}, "goes with H"),
        ({"upn": "A8012"}, "this has 5"),
        ({"uln": "1234567890"}, "last digit of this ULN"),
        ({"occurred_on_year": "2016"}, "before the child was born"),
        ({"occurred_on_month": "12"}, "is after today"),
        ({"by": ""}, "Choose who asked"),
    ],
)
def test_start_says_what_to_mend_and_saves_nothing(change, words, as_worker, sent):
    answer = as_worker.post(ENTER, sent | change)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text
    assert "Please assess Ash." in text
    assert not Child.objects.exists()
    assert not Adult.objects.exists()


def test_start_asks_about_a_child_who_may_be_here(as_worker, sent):
    world.make_child("Ashe", "Example")
    text = as_worker.post(ENTER, sent).content.decode()
    assert "may be here already: Ashe Example, born 4 May 2017" in text
    assert as_worker.post(ENTER, sent | {"is_another": "on"}).status_code == 302
    assert Child.objects.count() == 2


def test_start_never_takes_a_number_twice(as_worker, sent):
    upn = check_letter("801200001001") + "801200001001"
    world.make_child("Somebody", "Else", upn=upn)
    answer = as_worker.post(ENTER, sent | {"upn": upn, "is_another": "on"})
    assert "has the same UPN or ULN" in answer.content.decode()
    assert Child.objects.count() == 1


def test_a_name_like_another_on_another_birthday_is_no_duplicate(as_worker, sent):
    world.make_child("Ash", "Example", born_on=world.date(2015, 1, 30))
    assert as_worker.post(ENTER, sent).status_code == 302
