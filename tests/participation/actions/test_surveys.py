"""Questions are kept word for word; results are published once it has closed; no share stands without a base."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.participation.actions import answering, surveys
from goldenthread.participation.choices import SurveyKind
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import RecordedResult, Survey
from goldenthread.participation.queries.counting import count_answers
from goldenthread.participation.question_text import read_questions, written
from goldenthread.participation.wording import FRIENDS_AND_FAMILY, NOT_ASKED
from tests.participation.world import QUESTIONS, TODAY, answer, make_survey

pytestmark = pytest.mark.django_db
CHANGED = QUESTIONS.replace("The plan is right.", "The new plan is right.")


def test_questions_are_written_back_as_they_were_read():
    asked = read_questions(QUESTIONS)
    assert read_questions(written(asked)) == asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "at least one question"),
        ("Right?\nanswer: perhaps", "Question 1: write"),
        ("Right?\ncolour: red", "“colour: red” is not understood"),
        ("Right?\nsymbol: dragon", "no picture “dragon”"),
        ("Right?\nanswer: agree\ncut: yes", "only a question with a list"),
        ("Right?\n\nRight?", "the same words"),
        ("\n\n".join(f"Q{n}\nanswer: a | b\ncut: yes" for n in range(3)), "2 questions at most"),
    ],
)
def test_read_questions_names_what_to_mend(text, said):
    with pytest.raises(Refused, match=said):
        read_questions(text)


def test_question_with_other_words_is_another_question_and_keeps_its_answers():
    survey = make_survey()
    answer(survey, 1, 1, 1)
    survey = surveys.revise(survey=survey, questions=read_questions(CHANGED), by=None)
    assert survey.edition == 2
    old, new = survey.questions.get(number=1), survey.questions.get(number=5)
    assert (old.words, old.until_edition, new.words, new.from_edition) == (
        "The plan is right.",
        1,
        "The new plan is right.",
        2,
    )
    answering.send(survey=survey, answers={5: 2, 2: 1}, way="online", on=TODAY, by=None)
    counted = count_answers(survey, [])
    assert counted[1].counts == {1: 1, NOT_ASKED: 1}
    assert counted[5].counts == {2: 1, NOT_ASKED: 1}
    assert counted[2].base == 2


def test_revise_before_anybody_answered_makes_no_edition():
    survey = surveys.revise(survey=make_survey(), questions=read_questions(CHANGED), by=None)
    assert survey.edition == 1
    assert not survey.questions.filter(words="The plan is right.").exists()


def test_revise_without_a_change_is_refused():
    with pytest.raises(Refused, match="as they were"):
        surveys.revise(survey=make_survey(), questions=read_questions(QUESTIONS), by=None)


def test_friends_and_family_test_has_the_words_of_the_nhs_and_keeps_them():
    survey = make_survey(kind=SurveyKind.FRIENDS, closes_on=None)
    assert survey.questions.first().words == FRIENDS_AND_FAMILY
    with pytest.raises(Refused, match="cannot be changed"):
        surveys.revise(survey=survey, questions=read_questions(QUESTIONS), by=None)


def test_results_are_not_published_while_people_answer():
    survey = make_survey()
    with pytest.raises(Refused, match="when it has closed"):
        surveys.publish_results(survey=survey, on=TODAY, by=None)


def test_published_results_stay_as_they_were():
    survey = make_survey(closes_on=TODAY)
    for _ in range(6):
        answer(survey, 1, 1, 1)
    later = TODAY + timedelta(days=1)
    first = surveys.publish_results(survey=survey, on=later, by=None)
    answer(survey, 1, 1, 1, on=later, way="paper", paper_number="1")
    second = surveys.publish_results(survey=survey, on=later, by=None)
    first.refresh_from_db()
    assert (first.content["responses"], second.content["responses"]) == (6, 7)
    assert first.content_hash != second.content_hash
    assert Event.objects.filter(action="participation.results.published").count() == 2


def test_share_with_no_base_is_refused_unless_it_says_why():
    survey = make_survey(ran_elsewhere=True, closes_on=None, responses_unknown_because="Nobody published it.")
    with pytest.raises(Refused, match="85% of how many"):
        surveys.record_result(survey=survey, words="agreed", value="85%", by=None)
    assert not RecordedResult.objects.exists()
    kept = surveys.record_result(
        survey=survey, words="agreed", value="85%", base_missing="not published", by=None
    )
    assert kept.base_missing == "not published"
    with pytest.raises(IntegrityError), transaction.atomic():
        RecordedResult.objects.create(survey=survey, words="agreed", value="85%")


def test_more_people_than_answered_are_refused():
    survey = make_survey(ran_elsewhere=True, closes_on=None, responses_unknown_because="Nobody published it.")
    with pytest.raises(Refused, match="60 is more than the 51"):
        surveys.record_result(survey=survey, words="agreed", value="118%", numerator=60, base=51, by=None)


def test_result_of_our_own_survey_cannot_be_typed_in():
    with pytest.raises(Refused, match="counts its own answers"):
        surveys.record_result(survey=make_survey(), words="agreed", value="85%", base=10, by=None)


def test_two_surveys_cannot_have_one_address():
    make_survey()
    with pytest.raises(Refused, match="Another survey"):
        make_survey()
    assert Survey.objects.count() == 1


FILMED = "The plan is right.\nanswer: agree\nfilm: https://example.org/bsl\ntranscript: Is the plan right?"


def test_another_film_leaves_the_question_and_its_answers_as_they_were():
    survey = make_survey(questions=FILMED)
    answer(survey, 1)
    again = FILMED.replace("/bsl", "/better")
    held = surveys.revise(survey=survey, questions=read_questions(again), by=None)
    question = held.questions.get()
    assert (held.edition, question.number, question.film) == (1, 1, "https://example.org/better")
    assert written([surveys.as_asked(question)]) == again


@pytest.mark.parametrize(
    "lines",
    ["film: https://example.org/bsl", "transcript: Only words", "film: javascript:alert(1)\ntranscript: x",
     "film: http://example.org/\ntranscript: x"],
)  # fmt: skip
def test_film_without_its_words_or_without_a_whole_address_is_refused(lines):
    with pytest.raises(Refused, match="Question 1"):
        read_questions(f"The plan is right.\n{lines}")
