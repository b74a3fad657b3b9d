"""Our own figures by the published definitions, as known on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.casework.actions.bulk import load_invented
from goldenthread.casework.generator import area
from goldenthread.casework.models import Case
from goldenthread.casework.process.course import MOVING, follow, stage_after
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.process.stages import WITH_PLAN
from goldenthread.casework.queries import figures
from goldenthread.casework.queries.figures import Count, Period, counts, counts_of
from goldenthread.casework.queries.snapshot import standings_on
from goldenthread.partners.models import Organisation, Team
from tests.casework import world

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 31)
_EXCEPTION = next(one for one in KINDS["exception-recorded"].facts if one.name == "code").choices[0][0]


def of_2026(day: date = TODAY, **more: bool) -> dict[str, Count]:
    return counts(since=date(2026, 1, 1), until=date(2026, 12, 31), day=day, today=TODAY, **more)


def test_the_kinds_that_are_counted_exist():
    assert set(figures.CONTESTED) | set(figures.DECISIONS_AFTER_REVIEW) <= set(KINDS)


def test_an_empty_area_counts_nothing():
    found = of_2026()
    assert found["plans"] == Count(0)
    assert found["in_time"].value is None


def test_one_case_in_time_is_in_every_count_that_it_belongs_to():
    world.bring_to(world.make_case(), "final-issued")
    found = of_2026()
    assert found["requests"] == Count(1)
    assert found["decided_in_time"] == Count(1, 1)
    assert found["in_time"] == found["in_time_unexcepted"] == Count(1, 1)
    assert found["new_plans"] == found["plans"] == Count(1)
    assert found["after_a_year"] == Count(0, 1)
    assert found["refused_plan"] == found["refused_to_assess"] == Count(0, 1)


def test_an_excepted_plan_is_out_of_the_one_and_in_the_other():
    case = world.make_case(on=date(2026, 1, 5))
    for kind, on, facts in world.TO_FINAL[:2]:
        world.tell(case, kind, on, **facts)
    world.tell(case, "exception-recorded", date(2026, 5, 1), code=_EXCEPTION, reasons="They were abroad.",
               evidence="The family’s letter", starts_on="2026-03-27", ends_on="2026-05-01")  # fmt: skip
    for kind, on, facts in world.TO_FINAL[2:]:
        world.tell(case, kind, on, **facts)
    found = of_2026()
    assert found["in_time"] == Count(0, 1)
    assert found["in_time_unexcepted"] == Count(0, 0)


def test_a_late_undecided_request_counts_as_over_six_weeks():
    world.make_case(on=date(2026, 3, 2))
    assert of_2026(day=date(2026, 4, 13))["decided_in_time"] == Count(0, 0)  # the last day of the six weeks
    assert of_2026(day=date(2026, 4, 14))["decided_in_time"] == Count(0, 1)


def test_what_was_not_known_on_a_day_is_not_counted():
    case = world.make_case()
    world.tell(case, "considering", date(2026, 3, 9))
    world.tell(case, "assessment-agreed", date(2026, 4, 7), on=date(2026, 4, 20))
    assert of_2026(day=date(2026, 4, 10))["decided_in_time"] == Count(0, 0)
    assert of_2026(day=date(2026, 4, 20))["decided_in_time"] == Count(1, 1)


def test_contested_cases_can_be_left_out():
    case = world.bring_to(world.make_case(), "final-issued")
    world.tell(case, "appeal-lodged", date(2026, 8, 3), about="Section F")
    assert of_2026()["new_plans"] == Count(1)
    assert of_2026(without_contested=True)["new_plans"] == Count(0)


def test_a_review_is_in_time_when_decided_in_four_weeks():
    case = world.bring_to(world.make_case(on=date(2025, 3, 3)), "considering")
    for kind, on, facts in world.TO_FINAL[1:]:
        world.tell(case, kind, on, **facts)
    world.tell(case, "review-opened", date(2026, 9, 1))
    world.tell(case, "review-met", date(2026, 9, 7))
    world.tell(case, "review-reported", date(2026, 9, 14))
    assert of_2026()["reviews_in_time"] == Count(0, 0)
    world.tell(case, "review-maintained", date(2026, 10, 5), reasons="The outcomes stand.")
    assert of_2026()["reviews_in_time"] == Count(1, 1)


def test_counts_ask_the_same_number_of_times_for_one_case_as_for_five(django_assert_num_queries):
    for n in (1, 4):
        for _ in range(n):
            world.bring_to(world.make_case(world.make_child(f"Ash{n}{_}")), "final-issued")
        with django_assert_num_queries(3):
            of_2026()


def test_many_periods_at_once_count_as_one_by_one_in_three_queries(django_assert_num_queries):
    """Of an invented area, with corrections, so that what was known differs from day to day."""
    council = Organisation.objects.create(name="Testshire", kind="council")
    team = Team.objects.create(organisation=council, name="One")
    invented = list(area(150, today=TODAY, seed=7, years=3))
    load_invented(cases=invented, authority=council, teams=[team], on=TODAY, by=None)
    days = [date(2026, month, 28) for month in range(1, 12)] + [TODAY]
    periods = [Period(day - timedelta(days=length), day, day) for day in days for length in (364, 30)]
    with django_assert_num_queries(4):
        found = counts_of(periods, today=TODAY)
    for one in periods:
        alone = counts(since=one.since, until=one.until, day=one.day, today=TODAY)
        assert alone == found[one]
        stood = standings_on(Case.objects.all(), one.day, today=TODAY)
        assert found[one]["plans"] == Count(sum(case.stage in WITH_PLAN for case in stood))
    assert len({found[one]["plans"].numerator for one in periods}) > 5
    assert any(found[one]["reviews_in_time"].denominator for one in periods)


def test_stage_after_says_what_following_the_whole_case_says():
    for case in area(300, today=TODAY, seed=8, years=4):
        for upto in range(1, len(case.events) + 1):
            course = follow(case.events[:upto])
            kinds = [one.kind for one in case.events[:upto] if one.kind in MOVING]
            assert stage_after(kinds) == (course.stage, course.ended_on is not None)
