"""Whom we hear from, beside whom we should hear: never a share without its base, and no small number given back."""

from datetime import date, timedelta

import pytest

from goldenthread.participation.actions import hearing, surveys
from goldenthread.participation.choices import About
from goldenthread.participation.errors import Refused
from goldenthread.participation.queries.hearing import ALIKE, LESS, MORE, NOT_ASKED, TOO_FEW, heard
from goldenthread.participation.queries.hearing_tables import with_tables
from tests.participation.world import TODAY, answer, make_survey, outreach

pytestmark = pytest.mark.django_db
WHERE = """\
Where do you live?
answer: North | South | West | Rather not say
about: place
"""


def people(**groups):
    return hearing.enter_people(
        about=About.PLACE, who="Children with a plan", groups=list(groups.items()), as_at=TODAY - timedelta(days=9),
        source="The January census", today=TODAY, by=None,
    )  # fmt: skip


def answered(slug="plan", *, opens_on=TODAY - timedelta(days=10), **times):
    survey = make_survey(slug, WHERE, opens_on=opens_on, closes_on=opens_on + timedelta(days=60))
    for place, name in enumerate(("north", "south", "west", "unsaid"), 1):
        for _ in range(times.get(name, 0)):
            answer(survey, place, on=opens_on)
    return survey


def place(*, is_public=False, day=TODAY):
    return next(one for one in heard(day, is_public=is_public) if one.about == About.PLACE)


def readings(one):
    return {group.name: group.reading for group in one.groups}


def test_group_is_under_heard_when_chance_does_not_explain_its_share():
    people(North=1000, South=1000, West=1000)
    answered(north=60, south=8, west=30, unsaid=20)
    found = place()
    assert (found.base, found.told, found.there_are) == (118, 98, 3000)
    assert readings(found) == {
        "North": MORE,
        "South": LESS,
        "West": ALIKE,
        "Rather not say": "No number to set it beside",
    }
    assert [group.name for group in found.under_heard] == ["South"]
    assert found.groups[1].expected == pytest.approx(98 / 3)


def test_small_number_is_hidden_with_another_and_still_called_too_low_where_all_that_is_hidden_is():
    people(North=1000, South=1000, West=1000)
    answered(north=90, south=3, west=8)
    found = place()
    assert [group.heard for group in found.groups[1:3]] == [None, None]
    assert readings(found)["South"] == LESS  # 11 are hidden together, and 34 would be expected of each
    cells = [row[1] for row in with_tables([found])[0].table.rows]
    assert cells == ["90 of 101 (89%)", "Too few to show", "Too few to show", "Too few to show"]


def test_hidden_number_that_may_be_as_expected_is_only_too_few():
    people(North=900, South=60, West=40)
    answered(north=90, south=4, west=6)
    assert readings(place())["South"] == TOO_FEW


def test_nothing_is_shown_of_fewer_than_five():
    answered(north=4)
    found = place()
    assert (found.base, with_tables([found])[0].table) == (None, None)


def test_counted_group_that_no_answer_names_is_told():
    people(North=500, South=500, East=500)
    answered(north=20, south=20)
    assert readings(place())["East"] == NOT_ASKED


def test_surveys_are_not_added_up_and_the_one_before_stands_beside():
    answered("before", opens_on=TODAY - timedelta(days=200), north=20, south=30, west=9, unsaid=8)
    answered("now", north=12, south=14, west=9, unsaid=8)
    found = place()
    assert found.base == 43
    assert found.groups[0].before == (20, 67)


def test_survey_older_than_a_year_says_nothing_any_more():
    answered("old", opens_on=TODAY - timedelta(days=365), north=20, south=30)
    assert place().question is None


def test_public_reads_only_what_results_have_published():
    survey = answered("now", opens_on=TODAY - timedelta(days=80), north=12, south=14)
    assert (place().base, place(is_public=True).base) == (26, None)
    surveys.publish_results(survey=survey, on=TODAY, by=None)
    assert place(is_public=True).base == 26
    assert place(is_public=True, day=TODAY - timedelta(days=1)).base is None
    answer(survey, 1, on=TODAY, way="paper", paper_number="7")
    assert (place().base, place(is_public=True).base) == (27, 26)


def test_newest_count_of_people_is_used_and_the_earlier_stays(django_assert_num_queries):
    people(North=1, South=1)
    people(North=300, South=300)
    answered(north=20, south=20)
    with django_assert_num_queries(4):
        assert place().there_are == 600


def test_group_without_a_plan_is_listed_until_somebody_says_what_will_be_done():
    people(North=1000, South=1000)
    answered(north=60, south=8)
    assert [group.name for group in place().unpromised] == ["South"]
    planned = outreach(group="south")
    assert place().unpromised == []
    hearing.finish_outreach(outreach=planned, came_of_it="12 came.", done_on=TODAY, today=TODAY, by=None)
    assert [group.name for group in place().unpromised] == ["South"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"as_at": TODAY + timedelta(days=1)}, "as_at"),
        ({"source": "  "}, "source"),
        ({"groups": [("North", 5)]}, "groups"),
        ({"groups": [("North", 0), ("South", 0)]}, "groups"),
    ],
)
def test_count_of_people_that_cannot_stand_is_refused_by_field(more, field):
    given = {
        "about": "place",
        "who": "All",
        "groups": [("A", 5), ("B", 6)],
        "as_at": TODAY,
        "source": "A census",
    }
    with pytest.raises(Refused) as refused:
        hearing.enter_people(**given | more, today=TODAY, by=None)
    assert refused.value.field == field


def test_what_came_of_it_is_written_once():
    planned = outreach()
    hearing.finish_outreach(outreach=planned, came_of_it="12 came.", done_on=TODAY, today=TODAY, by=None)
    with pytest.raises(Refused, match="already"):
        hearing.finish_outreach(outreach=planned, came_of_it="Nobody.", done_on=TODAY, today=TODAY, by=None)
    with pytest.raises(Refused, match="not past"):
        outreach(due_on=date(2026, 11, 25))
