"""Held words are read by the safeguarding lead alone; the others are sorted by two people who do not see each other's choice."""

import pytest

from goldenthread.audit.models import Event
from goldenthread.participation.actions import sorting
from goldenthread.participation.choices import WordsState
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Coding, Words
from goldenthread.participation.queries.words import held_words, sorting_of, to_sort
from tests.participation.world import TODAY, answer, make_survey
from tests.readers import person, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def said():
    survey = make_survey()
    for text in ("Nobody answers the phone", "The bus is late", "He hits me"):
        answer(survey, 1, 1, 1, text)
    question = survey.questions.get(kind="words")
    waits, phones = (
        sorting.name_theme(question=question, name=name, by=None) for name in ("Buses", "Phones")
    )
    return {"survey": survey, "question": question, "buses": waits, "phones": phones}


def test_held_words_are_nowhere_among_those_to_sort(said):
    assert [one.text for one in held_words()] == ["He hits me"]
    assert "He hits me" not in [one.text for one in to_sort(said["question"], stranger())]


def test_look_at_lets_words_through_or_keeps_them_and_says_what_was_done(said):
    lead = person("safeguarding-lead")
    words = held_words().get()
    with pytest.raises(Refused, match="Enter what was done"):
        sorting.look_at(words=words, lets_through=True, what_was_done=" ", on=TODAY, by=lead)
    sorting.look_at(words=words, lets_through=False, what_was_done="Told the duty team.", on=TODAY, by=lead)
    words.refresh_from_db()
    assert (words.state, words.looked_at_by) == (WordsState.KEPT, lead)
    with pytest.raises(Refused, match="already"):
        sorting.look_at(words=words, lets_through=True, what_was_done="Fine", on=TODAY, by=lead)
    assert "Told the duty team." not in str(Event.objects.get(action="participation.words.looked_at").detail)


def test_words_that_a_person_passes_on_are_held(said):
    words = Words.objects.get(text="The bus is late")
    sorting.pass_on(words=words, by=stranger())
    assert words.pk in held_words().values_list("pk", flat=True)
    with pytest.raises(Refused, match="safeguarding lead"):
        sorting.sort(words=words, theme=said["buses"], on=TODAY, by=stranger())


def test_two_sort_apart_and_their_agreement_is_shown(said):
    one, other, third = stranger(), stranger(), stranger()
    bus, phone = Words.objects.get(text="The bus is late"), Words.objects.get(text="Nobody answers the phone")
    sorting.sort(words=bus, theme=said["buses"], on=TODAY, by=one)
    assert sorting_of(said["survey"])[0].sorted_by_two == 0
    sorting.sort(words=bus, theme=said["buses"], on=TODAY, by=other)
    sorting.sort(words=phone, theme=said["phones"], on=TODAY, by=one)
    sorting.sort(words=phone, theme=said["phones"], on=TODAY, by=other)
    found = sorting_of(said["survey"])[0]
    assert (found.sorted_by_two, found.agreement.kappa, found.kappa_words) == (2, 1.0, "almost perfect")
    assert found.themes == [("Buses", None), ("Phones", None)] or found.themes == [
        ("Phones", None),
        ("Buses", None),
    ]
    with pytest.raises(Refused, match="Two people"):
        sorting.sort(words=bus, theme=said["buses"], on=TODAY, by=third)


def test_one_person_cannot_sort_an_answer_twice(said):
    words, who = Words.objects.get(text="The bus is late"), stranger()
    sorting.sort(words=words, theme=said["buses"], on=TODAY, by=who)
    with pytest.raises(Refused, match="You have sorted this"):
        sorting.sort(words=words, theme=said["phones"], on=TODAY, by=who)
    assert Coding.objects.get().theme == said["buses"]
    assert words not in to_sort(said["question"], who)


def test_heading_that_is_there_already_is_named(said):
    with pytest.raises(Refused, match="There is a heading “BUSES”"):
        sorting.name_theme(question=said["question"], name="BUSES", by=None)


def test_heading_of_another_question_is_refused(said):
    other = make_survey("other").questions.get(kind="words")
    theme = sorting.name_theme(question=other, name="Elsewhere", by=None)
    with pytest.raises(Refused, match="another question"):
        sorting.sort(words=Words.objects.get(text="The bus is late"), theme=theme, on=TODAY, by=stranger())
