"""A survey in other languages: words that belong to exact English, the way back to English, and answers counted as one."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from goldenthread.audit.models import Event
from goldenthread.kit.languages import LANGUAGES
from goldenthread.participation.actions import answering, sorting, surveys, translating
from goldenthread.participation.choices import WordsState
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Draft, Translation, Words
from goldenthread.participation.queries.hearing import spoken
from goldenthread.participation.queries.report import report
from goldenthread.participation.queries.results import compile_results
from goldenthread.participation.queries.translating import page_wordings, progress, speech_of, wordings_of
from goldenthread.participation.question_text import read_questions
from tests.participation.world import QUESTIONS, TODAY, answer, make_survey

pytestmark = pytest.mark.django_db
POLISH, URDU = LANGUAGES["pl"], LANGUAGES["ur"]


def say(words: str) -> str:
    """Invented words of another language, with what the page fills in."""
    return f"xx {words} xx"


def offered(*languages, survey=None):
    """A survey that is offered in languages."""
    survey = survey or make_survey()
    for language in languages or (POLISH,):
        english = [one.english for one in [*wordings_of(survey), *page_wordings(survey)]]
        translating.translate(language=language, said={one: say(one) for one in english}, translated_by="A translator",
                              on=TODAY, today=TODAY, by=None)  # fmt: skip
        survey = translating.offer(survey=survey, language=language, by=None)
    return survey


def revise(survey, words: str) -> None:
    """The first question in other words."""
    surveys.revise(
        survey=survey, questions=read_questions(QUESTIONS.replace("The plan is right.", words)), by=None
    )


def test_translate_keeps_the_earlier_words_and_an_event():
    for words in ("Dalej", "Dalej", "Naprzód"):
        translating.translate(
            language=POLISH, said={"Next": words}, translated_by="T", on=TODAY, today=TODAY, by=None
        )
    assert list(Translation.objects.values_list("said", flat=True)) == ["Dalej", "Naprzód"]
    events = Event.objects.filter(action="participation.translation.entered")
    assert events.count() == 2
    assert all("Dalej" not in str(one.detail) for one in events)


@pytest.mark.parametrize(
    ("said", "more", "words"),
    [({"Question {number} of {of}": "Pytanie {number}"}, {}, "{of}"), ({"Next": "Dalej {x}"}, {}, "{x}"),
     ({"Next": "Dalej"}, {"translated_by": " "}, "who translated"),
     ({"Next": "Dalej"}, {"on": date(2026, 11, 27)}, "still to come")],
)  # fmt: skip
def test_translate_refuses_what_a_page_could_not_say(said, more, words):
    given = {"translated_by": "T", "on": TODAY} | more
    with pytest.raises(Refused, match=words):
        translating.translate(language=POLISH, said=said, today=TODAY, by=None, **given)
    assert not Translation.objects.exists()


def test_offer_refuses_a_language_in_which_a_word_is_missing():
    with pytest.raises(Refused, match="not translated into Polish yet"):
        translating.offer(survey=make_survey(), language=POLISH, by=None)


def test_check_is_of_the_words_as_they_stand_and_once():
    offered()
    english = list(Translation.objects.values_list("english", flat=True))
    given = {
        "language": POLISH,
        "english": english,
        "checked_by": "Two parents",
        "on": TODAY,
        "today": TODAY,
        "by": None,
    }
    assert translating.check(**given) == len(english)
    with pytest.raises(Refused, match="checked already"):
        translating.check(**given)
    translating.translate(
        language=POLISH, said={"Next": "Inaczej"}, translated_by="T", on=TODAY, today=TODAY, by=None
    )
    assert not Translation.objects.filter(english="Next").last().checked_on


def test_question_whose_english_changed_is_asked_in_english_and_says_so(client):
    survey = offered(URDU)
    address = "/have-your-say/about/plan/question/1/?language=ur"
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        before = client.get(address).content.decode()
        revise(survey, "The plan is good.")
        after = client.get(address).content.decode()
    assert 'lang="ur" dir="rtl"' in before
    assert say("The plan is right.") in before
    assert "These words are in English" not in before
    assert "The plan is good." in after
    assert say("The plan") not in after
    assert say("These words are in English. They were changed, and nobody has translated them yet.") in after
    (urdu,) = [one for one in progress(survey) if one.language is URDU]
    assert urdu.out_of_date == 1


def test_person_answers_in_a_language_and_it_is_kept(client):
    survey = offered(POLISH, URDU)
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        page = client.get("/have-your-say/about/plan/").content.decode()
        client.post("/have-your-say/about/plan/start/", {"way": "plain", "language": "pl"})
        client.post("/have-your-say/about/plan/question/1/", {"answer": "2", "next": "1"})
        wrong = client.post("/have-your-say/about/plan/question/1/", {"answer": "77"})
        check = client.get("/have-your-say/about/plan/check/").content.decode()
        sent = client.post("/have-your-say/about/plan/check/")
    assert '<a href="?language=ur" lang="ur" hreflang="ur" dir="rtl">اردو</a>' in page
    assert say("Choose one of the answers below") in wrong.content.decode()
    assert say("Agree") in check
    assert sent.url.endswith("?language=pl")
    assert survey.responses.get().language == "pl"


def test_language_that_is_not_offered_is_english():
    survey = offered()
    assert speech_of(survey, "ur").is_english
    assert speech_of(survey, "<script>").is_english
    assert answer(survey, 1, language="ur").language == "en-GB"


def test_answers_put_aside_come_back_in_their_language(client):
    survey = offered()
    code = answering.put_aside(survey=survey, answers={1: 2}, is_easy=False, on=TODAY, language="pl", by=None)
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        client.post("/have-your-say/come-back/", {"code": code})
        assert say("Check your answers") in client.get("/have-your-say/about/plan/check/").content.decode()
    assert Draft.objects.get().language == "pl"


def test_results_count_all_languages_as_one_and_hide_small_ones():
    survey = offered(POLISH, URDU)
    for tag, times in (("en-GB", 12), ("pl", 7), ("ur", 2)):
        for _ in range(times):
            answer(survey, 1, language=tag)
    content = compile_results(survey, TODAY)
    assert content["questions"][0]["base"] == 21
    assert content["languages"] == {"en-GB": 12, "pl": None, "ur": None}
    assert "English 12, Polish too few to show, Urdu too few to show" in report(survey, content).languages
    assert spoken(TODAY, is_public=False).numbers.startswith("English 12")
    assert spoken(TODAY, is_public=True) is None


def test_survey_without_other_languages_tells_of_none():
    survey = make_survey()
    for _ in range(6):
        answer(survey, 1)
    assert compile_results(survey, TODAY)["languages"] == {}


def test_words_in_another_language_wait_until_somebody_says_what_they_say():
    survey = offered()
    answer(survey, 1, 1, 1, "On mnie bije.", language="pl")
    held = Words.objects.get()
    assert (held.state, held.stopped_by) == (WordsState.HELD, ["another language"])
    given = {"words": held, "lets_through": True, "what_was_done": "Translated.", "on": TODAY, "by": None}
    with pytest.raises(Refused, match="what it says in English"):
        sorting.look_at(**given)
    released = sorting.look_at(**given, in_english="The buses are late.")
    assert (released.state, released.in_english) == (WordsState.RELEASED, "The buses are late.")


def test_paper_form_is_in_the_language_and_its_code_leads_there(client):
    offered(URDU)
    page = client.get("/have-your-say/about/plan/paper/?language=ur").content.decode()
    assert "about/plan/?language=ur" in page
    assert say("The plan is right.") in page
    assert 'dir="rtl"' in page


def test_page_says_that_nobody_has_checked_a_translation_until_somebody_has(client):
    survey = offered()
    words = "Not checked by a native speaker."
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        assert words in client.get("/have-your-say/about/plan/?language=pl").content.decode()
        english = [one.english for one in [*wordings_of(survey), *page_wordings()]]
        translating.check(
            language=POLISH, english=english, checked_by="Parents", on=TODAY, today=TODAY, by=None
        )
        assert words not in client.get("/have-your-say/about/plan/?language=pl").content.decode()


def test_pages_in_a_language_cost_the_same_however_many_words(client, django_assert_max_num_queries):
    offered(URDU, survey=make_survey("one", "One question.\nanswer: agree"))
    offered(
        URDU, survey=make_survey("many", "\n\n".join(f"Question {n}.\nanswer: A{n} | B{n}" for n in range(9)))
    )
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        for slug in ("one", "many"):
            with django_assert_max_num_queries(14):
                client.get(f"/have-your-say/about/{slug}/?language=ur")


def test_nothing_is_saved_when_the_event_cannot_be(monkeypatch):
    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr("goldenthread.audit.log.record", broken)
    with pytest.raises(RuntimeError):
        translating.translate(
            language=POLISH, said={"Next": "Dalej"}, translated_by="T", on=TODAY, today=TODAY, by=None
        )
    assert not Translation.objects.exists()
