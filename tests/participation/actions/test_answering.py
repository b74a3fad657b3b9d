"""Answers come in whole or not at all; a second answer is noticed without anybody being followed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.participation.actions import answering
from goldenthread.participation.choices import Way, WordsState
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Draft, Response, Words
from goldenthread.participation.queries.surveys import draft_under
from tests.participation.world import TODAY, answer, make_survey
from tests.readers import stranger

pytestmark = pytest.mark.django_db
LONG = "The bus to the short breaks club stops at four, so nobody can use it."


def test_send_keeps_what_was_chosen_and_an_event_without_the_person():
    survey = make_survey()
    response = answer(survey, 2, 1, 2, "More buses", by=stranger())
    assert response.choices == [2, 1, 2, None]
    assert Words.objects.get().state == WordsState.OPEN
    event = Event.objects.get(action="participation.answer.sent")
    assert (event.actor, event.actor_label) == ("", "the system")
    assert response.entered_by is None


def test_send_with_nothing_answered_is_refused():
    with pytest.raises(Refused, match="Nothing has been answered"):
        answer(make_survey(), 0, 0, 0, "")
    assert not Response.objects.exists()


def test_send_with_an_answer_that_is_not_in_the_list_keeps_nothing():
    survey = make_survey()
    with pytest.raises(Refused, match="has no such answer"):
        answer(survey, 9, 1, 1, "Words that must not stay behind")
    assert not Response.objects.exists()
    assert not Words.objects.exists()


@pytest.mark.parametrize("day", [TODAY - timedelta(days=11), TODAY + timedelta(days=11)])
def test_send_on_a_day_when_it_is_not_open_is_refused(day):
    with pytest.raises(Refused, match="closed before"):
        answer(make_survey(), 1, on=day)


def test_paper_can_be_typed_in_after_the_last_day_and_keeps_who_did():
    clerk = stranger()
    response = answer(
        make_survey(), 1, on=TODAY + timedelta(days=30), way=Way.PAPER, paper_number="17", by=clerk
    )
    assert response.entered_by == clerk


def test_paper_entered_twice_is_named_and_nothing_is_saved():
    survey = make_survey()
    answer(survey, 1, way=Way.PAPER, paper_number="17")
    with pytest.raises(Refused, match="Paper 17 has been entered already"):
        answer(survey, 2, way=Way.PAPER, paper_number="17")
    assert survey.responses.count() == 1


def test_database_itself_takes_no_paper_twice():
    response = answer(make_survey(), 1, way=Way.PAPER, paper_number="17")
    response.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        response.save(force_insert=True)


def test_long_words_that_stand_twice_are_noticed_and_short_ones_are_not():
    survey = make_survey()
    assert not answer(survey, 1, 1, 1, LONG).has_words_of_another
    assert answer(survey, 2, 1, 1, f"  {LONG.upper()} ").has_words_of_another
    answer(survey, 1, 1, 1, "More buses")
    assert not answer(survey, 1, 1, 1, "More buses").has_words_of_another


def test_words_that_may_tell_of_harm_are_held_before_anybody_reads_them():
    answer(make_survey(), 1, 1, 1, "He hits me")
    words = Words.objects.get()
    assert (words.state, words.stopped_by) == (WordsState.HELD, ["harm"])


def test_put_aside_keeps_a_hash_of_the_code_and_sending_takes_the_draft_away():
    survey = make_survey()
    code = answering.put_aside(survey=survey, answers={1: 2, 4: "So far"}, is_easy=True, on=TODAY, by=None)
    draft = draft_under(code.lower().replace("-", " "), TODAY)
    assert draft is not None
    assert draft.answers == {"1": 2, "4": "So far"}
    assert code not in str(Draft.objects.values())
    assert (
        answering.put_aside(survey=survey, answers={1: 3}, is_easy=True, on=TODAY, code=code, by=None) == code
    )
    assert Draft.objects.get().answers == {"1": 3}
    answer(survey, 2, code=code)
    assert not Draft.objects.exists()


def test_draft_is_there_until_its_last_day_and_then_forgotten():
    survey = make_survey(closes_on=None)
    code = answering.put_aside(survey=survey, answers={1: 2}, is_easy=False, on=TODAY, by=None)
    last = TODAY + timedelta(days=30)
    assert answering.forget_old_drafts(on=last, by=None) == 0
    assert draft_under(code, last)
    assert draft_under(code, last + timedelta(days=1)) is None
    assert answering.forget_old_drafts(on=last + timedelta(days=1), by=None) == 1


def test_nothing_is_saved_when_its_event_cannot_be(monkeypatch):
    survey = make_survey()

    def broken(*_, **__):
        raise RuntimeError("no audit")

    monkeypatch.setattr(answering.log, "record", broken)
    with pytest.raises(RuntimeError):
        answer(survey, 1, 1, 1, "Words")
    assert not Response.objects.exists()
