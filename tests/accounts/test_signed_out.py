"""A form that is sent after the session has ended gives back what was typed."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
WORDS = "Half of the overdue reviews are done, and two officers start in May."


def test_what_was_typed_is_given_back():
    answer = Client().post("/work/actions/1/update/", {"note": WORDS, "delivery": "complete"})
    assert answer.status_code == 401
    assert WORDS in answer.content.decode()
    assert "Nothing was saved" in answer.content.decode()
    assert "/account/login/?next=%2Fwork%2Factions%2F1%2Fupdate%2F" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_passwords_and_codes_are_not_given_back():
    secret = "a very long secret phrase of mine"
    answer = Client().post("/account/password/change/", {"oldpassword": secret, "note": WORDS})
    assert secret not in answer.content.decode()


def test_a_form_without_words_goes_to_sign_in():
    assert Client().post("/work/actions/1/update/", {"delivery": "complete"}).status_code == 302


def test_markup_in_the_words_is_harmless():
    answer = Client().post("/work/actions/1/update/", {"note": "<script>alert(1)</script> and more"})
    assert "<script>alert(1)</script> and" not in answer.content.decode()
