"""Adding facts and taking them back: past days answer as they were known then."""

from datetime import date

import pytest
from django.db import transaction

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions import facts
from goldenthread.programme.actions.rating import change_key
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.models import ProgrammeVersion
from goldenthread.programme.queries.action_story import waiting
from goldenthread.programme.queries.measures import measure_now
from goldenthread.programme.queries.route import annual_review, steps_to_come
from goldenthread.programme.rating_key import DEFAULT
from tests.programme.factories import make_review, revise_action
from tests.programme.world import make_action

DAY, LATER = date(2023, 6, 1), date(2023, 9, 1)


def step(plan, kind="cabinet", on=DAY, **fields):
    return facts.add_route_step(plan=plan, step=kind, happened_on=fields.pop("happened_on", PartialDate(2023, 5)), body=None,
                                words="Agreed.", amendments=fields.pop("amendments", ""), on=on, by=None)  # fmt: skip


def test_add_route_step_keeps_a_month_a_month(plan):
    assert str(step(plan).happened_on) == "May 2023"


def test_add_route_step_refuses_a_day_to_come(plan):
    with pytest.raises(Refused) as refused:
        step(plan, happened_on=PartialDate(2023, 7))
    assert refused.value.field == "happened_on"


def test_steps_to_come_are_those_that_were_not_passed(plan):
    assert "Cabinet" in steps_to_come(plan, DAY)
    step(plan)
    assert "Cabinet" not in steps_to_come(plan, DAY)
    step(plan, "published")
    assert steps_to_come(plan, DAY) == []


def test_take_back_leaves_past_days_as_they_were(plan, lead, event):
    made = step(plan)
    facts.take_back(fact=made, why="It was council, not cabinet", on=LATER, by=lead)
    assert list(plan.route.as_known_on(DAY)) == [made]
    assert list(plan.route.as_known_on(LATER)) == []
    assert event("programme.routestep.taken_back")


def test_take_back_asks_why_and_happens_once(plan):
    made = step(plan)
    with pytest.raises(Refused) as refused:
        facts.take_back(fact=made, why=" ", on=LATER, by=None)
    assert refused.value.field == "why"
    facts.take_back(fact=made, why="Wrong", on=LATER, by=None)
    with pytest.raises(Refused, match="already"):
        facts.take_back(fact=made, why="Wrong", on=LATER, by=None)


def test_add_milestone_again_after_one_was_taken_back(action):
    first = facts.add_milestone(action=action, title="Draft", due=PartialDate(2023, 7), on=DAY, by=None)
    with pytest.raises(Refused, match="already"):
        facts.add_milestone(action=action, title="Draft", due=None, on=DAY, by=None)
    facts.take_back(fact=first, why="Moved by two months", on=LATER, by=None)
    moved = facts.add_milestone(action=action, title="Draft", due=PartialDate(2023, 9), on=LATER, by=None)
    assert list(action.milestones.as_known_on(DAY)) == [first]
    assert list(action.milestones.as_known_on(LATER)) == [moved]


def test_add_dependency_refuses_a_circle_by_name(area, action):
    second, third = make_action(area), make_action(area)
    facts.add_dependency(action=second, needs=action, on=DAY, by=None)
    facts.add_dependency(action=third, needs=second, on=DAY, by=None)
    with pytest.raises(Refused, match=r"1\.1 → 1\.3 → 1\.2 → 1\.1"), transaction.atomic():
        facts.add_dependency(action=action, needs=third, on=DAY, by=None)
    with pytest.raises(Refused, match=r"1\.1 → 1\.1"), transaction.atomic():
        facts.add_dependency(action=action, needs=action, on=DAY, by=None)


def test_waiting_is_as_known_and_says_what_is_due_too_late(area, action):
    second = make_action(area, due=PartialDate(2024, 1))
    version = revise_action(action, on=DAY, due=PartialDate(2023, 12))
    link = facts.add_dependency(action=action, needs=second, on=DAY, by=None)
    [(shown, needed)], _ = waiting(action, version, DAY)
    assert (shown, shown.is_too_late, needed.text) == (link, True, "Promise 1.2")
    assert waiting(second, second.versions.get(), DAY)[1] == [action]
    facts.take_back(fact=link, why="Done", on=LATER, by=None)
    assert waiting(action, version, LATER) == ([], [])
    assert len(waiting(action, version, DAY)[0]) == 1


def measure(plan, **fields):
    usual = {
        "name": "Plans in 20 weeks",
        "definition": "",
        "better": "higher",
        "area": None,
        "baseline": "46%",
        "target": "60%",
    }
    return facts.add_measure(plan=plan, on=DAY, by=None, **usual | fields)


def reading(of, period, actual, **fields):
    usual = {"milestone": "", "base": None, "source": ""}
    return facts.add_reading(measure=of, period=period, actual=actual, on=LATER, by=None, **usual | fields)


def test_add_measure_needs_a_name_of_its_own(plan):
    measure(plan)
    with pytest.raises(Refused, match="already"):
        measure(plan, name="Plans in 20 WEEKS")


def test_a_bound_without_a_base_stays_a_bound():
    was = facts.value_of(">85%")
    assert (was["op"], was["number"], was["base"]) == (">", "85", None)


def test_add_reading_keeps_the_base_that_was_given(plan):
    assert reading(measure(plan), PartialDate(2023, 7), "12 weeks", base=120).actual["base"] == 120


@pytest.mark.parametrize(("actual", "count", "base", "field", "said"), [
    ("85%", None, 120, "count", "“85%” of “Plans in 20 weeks” is a percentage without its two numbers"),
    (">85 per cent", 102, None, "base", "what you typed is still here"),
    ("58%", 102, 120, "actual", "102 of 120 is 85.0%, and not 58%"),
])  # fmt: skip
def test_add_reading_refuses_a_percentage_without_its_two_numbers_by_name(
    plan, actual, count, base, field, said
):
    one = measure(plan)
    with pytest.raises(Refused) as refused:
        reading(one, PartialDate(2023, 7), actual, count=count, base=base)
    assert refused.value.field == field
    assert said in refused.value.sentence
    assert not one.readings.exists()


def test_add_reading_takes_a_percentage_with_its_two_numbers_however_they_are_given(plan):
    one = measure(plan)
    for month, given in (
        (6, {"actual": "85% (102 of 120)"}),
        (7, {"actual": "85%", "count": 102, "base": 120}),
    ):
        was = reading(one, PartialDate(2023, month), **given).actual
        assert (was["as_written"], was["number"], was["base"]) == ("85% (102 of 120)", "85", 120)


def test_add_reading_refuses_nothing_the_future_and_a_second_of_one_time(plan):
    one = measure(plan)
    for period, actual, field in ((PartialDate(2023, 7), " ", "actual"), (PartialDate(2024), "5%", "period")):
        with pytest.raises(Refused) as refused:
            reading(one, period, actual)
        assert refused.value.field == field
    reading(one, PartialDate(2023, 7), "50% (5 of 10)")
    with pytest.raises(Refused, match="Take that one back first"):
        reading(one, PartialDate(2023, 7), "51%")


def test_a_figure_that_looks_wrong_is_flagged_and_kept(plan):
    one = measure(plan, baseline="30.8%", target="3.99%", better="lower")
    now = measure_now(one, [reading(one, PartialDate(2023, 7), "0.31")])
    assert any("%" in sentence for sentence in now.suspects)
    assert now.latest.actual["as_written"] == "0.31"


def test_the_yearly_review_is_due_twelve_months_after_the_last(plan):
    programme = plan.programme
    assert annual_review(programme, DAY).due_by == date(2022, 11, 12)
    assert annual_review(programme, DAY).is_late
    make_review(programme, kind="annual", held_on=date(2023, 3, 15))
    found = annual_review(programme, DAY)
    assert (found.due_by, found.is_late) == (date(2024, 3, 15), False)


def key_with(**changes):
    return {axis: [dict(grade) for grade in grades] for axis, grades in DEFAULT.items()} | changes


def test_change_key_makes_a_version_and_keeps_the_old_for_past_days(plan):
    programme = plan.programme
    key = key_with()
    key["delivery"][1]["word"] = "Under way"
    change_key(
        programme=programme, key=key, based_on=programme.versions.get().pk, on=DAY, reason="Plainer", by=None
    )
    words = [
        version.rating_key["delivery"][1]["word"]
        for version in ProgrammeVersion.objects.order_by("known_from")
    ]
    assert words == ["In progress", "Under way"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda key: key["confidence"][0].update(shape=""), "has no shape"),
        (lambda key: key["delivery"][0].update(word="in progress"), "same word"),
        (lambda key: key["delivery"].__delitem__(slice(2, 4)), "marked as finished"),
        (lambda key: key["impact"].clear(), "needs a code"),
    ],
)
def test_change_key_says_what_is_wrong(spoil, words, plan):
    key = key_with()
    spoil(key)
    with pytest.raises(Refused, match=words), transaction.atomic():
        change_key(programme=plan.programme, key=key, based_on=None, on=DAY, by=None)


def test_change_key_keeps_a_grade_that_actions_have(plan, area):
    make_action(area, delivery="in progress")
    key = key_with()
    del key["delivery"][1]
    with pytest.raises(Refused, match="1 action has “in progress” as delivery"), transaction.atomic():
        change_key(programme=plan.programme, key=key, based_on=None, on=DAY, by=None)


def test_change_key_shows_the_second_writer_the_first(plan):
    programme = plan.programme
    seen = programme.versions.get().pk
    key = key_with()
    key["impact"][0]["word"] = "Nothing yet"
    change_key(programme=programme, key=key, based_on=seen, on=DAY, by=None)
    with pytest.raises(Conflict), transaction.atomic():
        change_key(programme=programme, key=key_with(), based_on=seen, on=DAY, by=None)


def test_keep_priority_links_areas_and_actions(plan, area, action):
    first = facts.keep_priority(
        plan=plan, priority=None, title="Better starts", areas=[area], actions=[action], by=None
    )
    assert (first.number, list(first.areas.all()), list(first.actions.all())) == (1, [area], [action])
    changed = facts.keep_priority(
        plan=plan, priority=first, title="Best starts", areas=[], actions=[], by=None
    )
    assert (changed.pk, changed.title, changed.areas.count()) == (first.pk, "Best starts", 0)
