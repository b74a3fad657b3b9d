"""Results: always of how many; small numbers hidden so that all that is published together gives none back."""

from datetime import date, timedelta
from random import Random

import pytest

from goldenthread.participation.choices import SurveyKind
from goldenthread.participation.models import Response
from goldenthread.participation.queries.report import report
from goldenthread.participation.queries.results import OTHERS, compile_results
from tests.kit.attack import betrayed, solved
from tests.participation.world import TODAY, answer, make_survey

pytestmark = pytest.mark.django_db


def results(survey):
    return compile_results(survey, TODAY)


def test_agree_is_strongly_agree_and_agree_out_of_all_who_answered_the_question():
    survey = make_survey()
    for choice, times in {1: 6, 2: 14, 3: 5, 4: 5, 5: 5, 6: 5}.items():
        for _ in range(times):
            answer(survey, choice)
    answer(survey, 0, 1)  # leaves the question out
    found = results(survey)
    first = found["questions"][0]
    assert (found["responses"], first["base"]) == (41, 40)
    assert first["share"] == {"count": 20, "base": 40, "percent": 50.0, "words": "agree or strongly agree"}
    assert first["counts"] == [6, 14, 5, 5, 5, 5]


def test_nothing_is_shown_of_fewer_than_five():
    survey = make_survey()
    for _ in range(4):
        answer(survey, 1, 1, 1)
    found = results(survey)
    assert (found["responses"], found["questions"]) == (None, [])
    assert "Fewer than 5" in report(survey, found).size


def test_response_rate_is_told_or_said_to_be_unknown():
    known, unknown = make_survey("a", asked_number=50), make_survey("b")
    for survey in (known, unknown):
        for _ in range(10):
            answer(survey, 1)
    assert report(known, results(known)).rate == "Response rate: 20% (10 of 50 who were asked)."
    assert "not known" in report(unknown, results(unknown)).rate


def test_small_groups_are_put_together():
    survey = make_survey()
    for place, times in {1: 14, 2: 12, 3: 3}.items():
        for number in range(times):
            answer(survey, 1 if number % 2 else 4, place)
    cut = results(survey)["questions"][0]["cuts"][0]
    assert cut["groups"] == ["North", OTHERS]
    assert cut["bases"] == [14, 15]


def test_second_answers_are_counted_and_named():
    survey = make_survey()
    for number in range(20):
        answer(survey, 1, came_from_same_device=number < 6)
    found = results(survey)
    assert (found["responses"], found["second_answers"]) == (20, 6)
    assert "6 of the answers may be somebody’s second" in report(survey, found).second


def test_friends_and_family_test_is_shown_by_month():
    survey = make_survey(kind=SurveyKind.FRIENDS, opens_on=date(2026, 9, 1), closes_on=None)
    for month, positive, other in ((9, 12, 6), (10, 3, 0), (11, 9, 7)):
        for number in range(positive + other):
            answer(survey, 1 + number % 2 if number < positive else 4, on=date(2026, month, 2))
    question = results(survey)["questions"][0]
    assert question["share"]["count"] == 24
    assert [one["month"] for one in question["months"]] == ["2026-09", "2026-10", "2026-11"]
    assert question["months"][1] == {"month": "2026-10", "base": None, "share": None}


def page_of(question):
    """All that is published of one question, as a reader may add it up, and the words of every number."""
    figures = {frozenset(): question["base"]}
    if question["share"]:
        figures[frozenset({("side", 0)})] = question["share"]["count"]
        figures[frozenset({("side", 1)})] = question["base"] - question["share"]["count"]
    for number, cut in enumerate(question["cuts"]):
        for group, (base, share) in enumerate(zip(cut["bases"], cut["shares"], strict=True)):
            kind = (f"cut {number}", group)
            figures[frozenset({kind})] = base
            figures[frozenset({kind, ("side", 0)})] = share["count"] if share else None
            figures[frozenset({kind, ("side", 1)})] = base - share["count"] if share else None
    return figures


def test_attack_on_all_published_cuts_of_surveys_recovers_no_small_number():
    chance, tried, narrow, exact = Random(2026), 0, 0, 0  # noqa: S311 (a seed, so that a failure repeats)
    for number in range(60):
        survey = make_survey(f"survey-{number}")
        Response.objects.bulk_create(
            Response(survey=survey, edition=1, way="online", sent_on=TODAY, choices=[
                chance.choices(range(1, 7), (5, 9, 3, 6, 2, 1))[0], chance.choices(range(4), (1, 6, 5, 2))[0],
                chance.choices(range(3), (1, 3, 6))[0], None,
            ]) for _ in range(chance.choice([24, 40, 60]))
        )  # fmt: skip
        question = results(survey)["questions"][0]
        page = page_of(question)
        hidden = [figure for figure, shown in page.items() if shown is None]
        tried += len(hidden)
        narrow += len(betrayed(page, hidden))
        exact += sum(figure in solved(page) for figure in hidden)
        assert all(shown is None or shown >= 5 for shown in page.values())
        assert all(shown is None or shown >= 5 for shown in question["counts"])
    print(
        f"Attack on survey cuts: {tried} hidden numbers tried, {exact} recovered, {narrow} bounded under five."
    )
    assert tried > 30
    assert (exact, narrow) == (0, 0)


def test_results_cost_the_same_number_of_queries_for_many_answers(django_assert_num_queries):
    survey = make_survey(opens_on=TODAY - timedelta(days=30))
    for size in (5, 40):
        for _ in range(size):
            answer(survey, 1, 1, 1)
        with django_assert_num_queries(5):
            results(survey)
