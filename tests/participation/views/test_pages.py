"""The public and the staff pages."""

import pytest
import time_machine
from django.test import Client

from goldenthread.participation.models import Response, Said, Survey, Words
from tests.participation import world
from tests.participation.world import QUESTIONS, answer, make_survey
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


def _answer(client, **chosen):
    client.post("/have-your-say/about/plan/start/", {"way": "plain"})
    for number, given in chosen.items():
        client.post(f"/have-your-say/about/plan/question/{number[1:]}/", {"answer": given, "next": "1"})
    return client.post("/have-your-say/about/plan/check/")


def test_second_answer_from_one_device_is_noticed_and_told(client):
    make_survey()
    assert _answer(client, q1="1").status_code == 302
    page = client.get("/have-your-say/about/plan/")
    assert "Somebody has answered on this device already" in page.content.decode()
    _answer(client, q1="2")
    assert list(Response.objects.values_list("came_from_same_device", flat=True)) == [False, True]
    _answer(Client(), q1="3")
    assert not Response.objects.last().came_from_same_device


def test_forged_cookie_is_taken_for_none(client):
    make_survey()
    client.cookies["answered"] = "plan"
    assert "already" not in client.get("/have-your-say/about/plan/").content.decode()


def test_nothing_is_kept_until_it_is_sent(client):
    make_survey()
    client.post("/have-your-say/about/plan/question/1/", {"answer": "2", "next": "1"})
    assert not Response.objects.exists()
    assert "Agree" in client.get("/have-your-say/about/plan/check/").content.decode()


@pytest.mark.parametrize("given", ["9", "-1", "x", "1" * 400])
def test_answer_that_is_not_in_the_list_is_named(client, given):
    make_survey()
    page = client.post("/have-your-say/about/plan/question/1/", {"answer": given, "next": "1"})
    assert page.status_code == 422
    assert "Choose one of the answers" in page.content.decode()


def test_answer_that_is_too_long_is_named_and_not_lost(client):
    make_survey()
    page = client.post("/have-your-say/about/plan/question/4/", {"answer": "y" * 3001, "next": "1"})
    assert "1 letters too long" in page.content.decode()
    assert "y" * 3001 in page.content.decode()


def test_question_that_is_not_there_and_a_survey_that_nobody_sees_are_not_found(client):
    make_survey()
    make_survey("hidden", is_shown=False)
    assert client.get("/have-your-say/about/plan/question/5/").status_code == 404
    assert client.get("/have-your-say/about/hidden/").status_code == 404


def test_closed_survey_leads_back_to_its_page(client):
    make_survey(closes_on=world.TODAY.replace(day=25))
    assert client.get("/have-your-say/about/plan/question/1/").url == "/have-your-say/about/plan/"


def test_consultation_with_no_known_number_says_so(client):
    survey = make_survey(
        "old", ran_elsewhere=True, closes_on=None, responses_unknown_because="No page gives it."
    )
    survey.recorded_results.create(words="agreed", value="more than 85%", base_missing="of an unknown number")
    page = client.get("/have-your-say/about/old/").content.decode()
    assert "Not known. No page gives it." in page
    assert "of an unknown number" in page


def test_paper_form_has_a_code_for_a_phone_and_every_question(client):
    make_survey()
    page = client.get("/have-your-say/about/plan/paper/").content.decode()
    assert "QR code that leads to" in page
    assert all(words in page for words in ("The plan is right.", "What should change?"))


def test_lists_cost_the_same_number_of_queries(client, django_assert_max_num_queries):
    for number in range(12):
        make_survey(f"s{number}")
        Said.objects.create(**world.SAID)
    with django_assert_max_num_queries(4):
        client.get("/have-your-say/")
    with django_assert_max_num_queries(4):
        client.get("/have-your-say/you-said/")


def test_officer_makes_a_survey_shows_it_and_types_in_a_paper():
    client = sign_in(Client(), person("participation-officer"))
    given = {"kind": "survey", "title": "Is it right?", "slug": "right", "summary": "Tell us.", "run_by": "Us", "asked": "All",
             "questions": QUESTIONS, "opens_on_day": "1", "opens_on_month": "11", "opens_on_year": "2026"}  # fmt: skip
    bad = client.post("/voice/surveys/add/", given | {"questions": "Right?\nsymbol: dragon"})
    assert "no picture “dragon”" in bad.content.decode()
    assert not Survey.objects.exists()
    assert client.post("/voice/surveys/add/", given).status_code == 302
    client.post("/voice/surveys/right/", {"show": "1"})
    paper = {"paper_number": "7", "q1": "1", "q4": "More buses"}
    assert client.post("/voice/surveys/right/paper/", paper).status_code == 302
    again = client.post("/voice/surveys/right/paper/", paper)
    assert "Paper 7 has been entered already" in again.content.decode()
    assert Response.objects.count() == 1


def test_reading_held_words_leaves_a_line_in_the_audit():
    from goldenthread.audit.models import Event

    answer(make_survey(), 1, 1, 1, "He hits me")
    words = Words.objects.get()
    client = sign_in(Client(), person("safeguarding-lead"))
    assert "He hits me" in client.get(f"/voice/held/{words.public_id}/").content.decode()
    assert Event.objects.filter(action="participation.words.read").count() == 1
    sorter = sign_in(Client(), person("participation-officer"))
    assert sorter.get(f"/voice/held/{words.public_id}/").status_code == 404
    assert "He hits me" not in sorter.get("/voice/sort/plan/4/").content.decode()


def test_question_with_a_film_shows_its_words_too(client):
    make_survey(questions="Good?\nanswer: agree\nfilm: https://example.org/bsl\ntranscript: Is it good?")
    page = client.get("/have-your-say/about/plan/question/1/").content.decode()
    assert "https://example.org/bsl" in page
    assert "Is it good?" in page
