"""The same question, asked again: one wording, the same people asked, everybody who answered counted."""

from datetime import date, timedelta

import pytest

from goldenthread.evidence.figures import Asked, count
from goldenthread.participation.actions import surveys
from goldenthread.participation.queries.figures import heard_of_the_offer
from goldenthread.participation.queries.waves import lines
from goldenthread.participation.queries.waves_shown import chart_of, table_of
from goldenthread.participation.wording import AWARENESS
from tests.participation.world import TODAY, answer, make_survey, wave

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2026, 3, 31), date(2026, 9, 30)


def test_waves_stand_with_their_base_oldest_first():
    wave("autumn", 30, 20, AUTUMN)
    wave("spring", 12, 28, SPRING)
    (line,) = lines(TODAY)
    assert [(one.slug, one.count, one.base) for one in line.waves] == [("spring", 12, 40), ("autumn", 30, 50)]
    assert [row[3] for row in table_of(line).rows] == ["12 (30%)", "30 (60%)"]
    assert chart_of(line, "/x").words == "31 March 2026: 30% (12 of 40); 30 September 2026: 60% (30 of 50)."


def test_other_words_and_other_people_asked_are_other_lines():
    wave("spring", 12, 28, SPRING)
    wave("autumn", 30, 20, AUTUMN, asked="Parents of children with a plan")
    wave("other", 30, 20, AUTUMN, words="Do you know the Local Offer?")
    assert [(line.words, len(line.waves)) for line in lines(TODAY)] == [(AWARENESS, 1), (AWARENESS, 1)]


def test_wave_too_small_to_show_stays_in_the_table_and_out_of_the_drawing():
    wave("spring", 3, 28, SPRING)
    wave("autumn", 30, 20, AUTUMN)
    (line,) = lines(TODAY)
    assert [row[3] for row in table_of(line).rows] == ["too few to show", "30 (60%)"]
    assert chart_of(line, "/x") is None


def test_results_published_again_take_the_place_of_the_earlier_and_a_past_day_knows_the_earlier():
    survey = wave("spring", 12, 28, SPRING)
    for number in range(5):
        answer(survey, 1, on=AUTUMN, way="paper", paper_number=str(number))
    surveys.publish_results(survey=survey, on=AUTUMN, by=None)
    assert lines(AUTUMN)[0].waves[0].base == 45
    assert lines(AUTUMN - timedelta(days=1))[0].waves[0].base == 40


def test_awareness_is_the_newest_wave_that_ended_in_the_period():
    wave("spring", 12, 28, SPRING)
    wave("autumn", 30, 20, AUTUMN)
    found = [heard_of_the_offer(date(2026, 1, 1), last, TODAY) for last in (SPRING, AUTUMN)]
    assert [(one.numerator, one.denominator) for one in found] == [(12, 40), (30, 50)]
    nothing = heard_of_the_offer(date(2026, 4, 1), date(2026, 6, 30), TODAY)
    assert (nothing.numerator, nothing.denominator) == (0, 0)
    unpublished = heard_of_the_offer(date(2026, 1, 1), SPRING, SPRING)
    assert unpublished.denominator == 0


def test_evidence_can_bind_to_awareness_and_counts_anew_when_results_are_published():
    asked = ("participation.awareness", Asked(date(2026, 1, 1), TODAY, TODAY, TODAY))
    assert count([asked])[asked].in_words == "Nothing to count"
    wave("spring", 12, 28, SPRING)
    assert count([asked])[asked].in_words == "30.0% (12 of 40)"


def test_share_of_yes_counts_those_who_are_not_sure():
    survey = make_survey(questions=f"{AWARENESS}\nanswer: knows", closes_on=TODAY - timedelta(days=1))
    for place, times in ((1, 10), (2, 6), (3, 9)):
        for _ in range(times):
            answer(survey, place, on=TODAY - timedelta(days=2))
    surveys.publish_results(survey=survey, on=TODAY, by=None)
    (line,) = lines(TODAY)
    assert (line.waves[0].count, line.waves[0].base) == (10, 25)
