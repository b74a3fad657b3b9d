"""Fourteen things that a programme must get right, one after another, each a story that has gone wrong somewhere.

The reading of plans (10) is told in full in tests/programme/reading, the counting of days (1 to 4) in tests/law.
"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from goldenthread.kit.dates import PartialDate
from goldenthread.law import calendar, inspection
from goldenthread.partners.models import Organisation, Succession
from goldenthread.partners.queries.organisations import organisation_on
from goldenthread.programme import rating_key
from goldenthread.programme.actions.action_plan import update_action
from goldenthread.programme.actions.publishing import publish
from goldenthread.programme.actions.reviewing import Letter, Subjects, record_decision
from goldenthread.programme.differences import Difference, differences
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import Decision, Effect, Measure, Programme, Reading
from goldenthread.programme.queries.areas import area_as_known, open_areas
from goldenthread.programme.queries.openness import openness_of_areas
from goldenthread.programme.queries.readiness import readiness
from tests.programme.world import make_action, make_area, make_body, make_plan
from tests.readers import person

pytestmark = pytest.mark.django_db
MARCH = date(2024, 3, 31)
APRIL = PartialDate(2024, 4)
LETTER = Letter("Outcome of the April review", "https://example.org/letters/april")


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def lead():
    return person("programme lead")


def close(area, lead, *, on=date(2024, 4, 30), decided_on=APRIL, effect="closes"):
    return record_decision(
        programme=area.plan.programme, body=make_body("DfE and NHS England"), decided_on=decided_on,
        words="Clear and sustained progress.", letter=LETTER, effect=effect, subjects=Subjects(areas=[area]),
        on=on, by=lead,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "received", "due"),
    [
        ("wsoa-statement", date(2021, 11, 5), date(2022, 2, 16)),
        ("wsoa-statement", date(2021, 11, 12), date(2022, 2, 23)),
        ("pap-draft", date(2023, 9, 5), date(2023, 10, 24)),
        ("pap-final", date(2023, 9, 5), date(2023, 12, 12)),
        ("wsoa-statement", date(2022, 2, 22), date(2022, 6, 7)),
    ],
)
def test_1_3_4_deadlines_run_from_receipt_and_leave_out_moved_holidays(rule, received, due):
    assert inspection.deadline(rule, received).due_on == due


def test_1_forgetting_bank_holidays_gives_another_day():
    weekdays, day = 0, date(2021, 11, 5)
    while weekdays < 70:
        day += timedelta(days=1)
        weekdays += day.weekday() < 5
    assert day != date(2022, 2, 16)


def test_2_norfolk_was_answered_after_10_working_days():
    assert calendar.working_days_between(date(2020, 9, 11), date(2020, 9, 25)) == 10


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2023, 11, 30), [1, 2, 3, 4, 5, 6]),
        (date(2024, 4, 30), [1, 2, 3, 6]),
        (date(2024, 11, 30), [2, 6]),
        (date(2025, 3, 31), [2]),
        (date(2025, 9, 30), [2]),
    ],
)
def test_5_open_areas_after_each_review_match_wolverhamptons_record(day, numbers):
    from goldenthread.programme.demonstration.load import load

    load(on=date(2026, 11, 1))
    programme = Programme.objects.get()
    assert [now.number for now in open_areas(programme, day)] == numbers


def test_6_all_actions_done_without_evidence_of_impact_is_not_ready_to_close(plan):
    area = make_area(plan)
    make_action(area, delivery="complete")
    found = readiness(area, rating_key.DEFAULT, MARCH)
    assert not found.is_ready
    assert found.lacking == ("No evidence shows what difference it has made.",)


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"body": None}, "body"),
        ({"decided_on": None}, "decided_on"),
        ({"letter": Letter("", "")}, "letter_title"),
    ],
)
def test_7_closing_needs_a_body_a_date_and_a_letter(plan, lead, missing, field):
    area = make_area(plan)
    given = {"body": make_body("DfE and NHS England"), "decided_on": APRIL, "letter": LETTER, **missing}
    with pytest.raises(Refused) as refusal:
        record_decision(programme=plan.programme, words="Closed.", effect="closes", subjects=Subjects(areas=[area]),
                        on=date(2024, 4, 30), by=lead, **given)  # fmt: skip
    assert refusal.value.field == field
    assert not Decision.objects.exists()
    assert area_as_known(area, date(2024, 5, 1)).is_open


def test_7_an_effect_without_a_decision_cannot_be_saved(plan):
    with pytest.raises(IntegrityError), transaction.atomic():
        Effect.objects.create(area=make_area(plan), effect="closes")


def test_8_what_happened_before_july_2022_stays_with_the_clinical_commissioning_group():
    ccg = Organisation.objects.create(name="Black Country CCG", kind="ccg", ended_on=PartialDate(2022, 6, 30))
    icb = Organisation.objects.create(name="Black Country ICB", kind="icb", began_on=PartialDate(2022, 7, 1))
    Succession.objects.create(predecessor=ccg, successor=icb, on=date(2022, 7, 1))
    assert organisation_on(icb, date(2022, 1, 19)) == ccg
    assert organisation_on(ccg, date(2022, 6, 30)) == ccg
    assert organisation_on(ccg, date(2022, 7, 1)) == icb


def test_9_reopening_keeps_both_spells(plan, lead):
    area = make_area(plan)
    close(area, lead)
    close(area, lead, effect="reopens", decided_on=PartialDate(2025, 3), on=date(2025, 3, 31))
    openness = openness_of_areas([area], date(2025, 4, 1))[area.pk]
    assert openness.is_open
    assert openness.was_reopened
    assert [(s.opened_on, s.closed_on) for s in openness.spells] == [
        (PartialDate(2021, 11, 12), APRIL),
        (PartialDate(2025, 3), None),
    ]
    assert not openness_of_areas([area], date(2024, 5, 1))[area.pk].is_open


def test_10_plans_that_councils_publish_are_understood(shared):
    from goldenthread.programme.reading import read_plan

    wirral = shared / "data" / "plans" / "wirral-pap-2025.txt"
    understood = read_plan(wirral.read_bytes(), wirral.name).as_dict()
    assert len(understood["areas"]) == 3
    assert len(understood["actions"]) == 12
    assert understood["dues"] == {}
    assert all({"due date", "lead"} <= set(fields) for fields in understood["missing"].values())


def test_11_publishing_twice_shows_just_the_one_due_date_that_moved(plan, lead):
    action = make_action(make_area(plan), due=PartialDate(2024, 5), text="Write the guide")
    first = publish(plan=plan, on=MARCH, by=lead)
    version = action.versions.get()
    update_action(action=action, changes={"due": PartialDate(2024, 9)}, based_on=version.pk,
                  reason="The writer left", on=date(2024, 4, 2), by=lead)  # fmt: skip
    with pytest.raises(Refused, match="somebody else must read and publish it"):
        publish(plan=plan, on=date(2024, 4, 3), by=lead)
    second = publish(plan=plan, on=date(2024, 4, 3), by=person("communications-officer"))
    where = f"{action.area.key} / {action.key}"
    assert differences(first.content, second.content) == [Difference(where, "due", "2024-05", "2024-09")]
    assert first.sha256 != second.sha256


def test_12_a_bound_without_its_base_is_shown_as_not_published(plan, client):
    measure = Measure.objects.create(plan=plan, key="agree", name="People who agreed", known_on=MARCH)
    value = {"as_written": "more than 85%", "op": ">", "number": "85", "unit": "%", "base": None}
    Reading.objects.create(measure=measure, period=PartialDate(2024, 3), actual=value, known_on=MARCH)
    page = client.get("/progress/").content.decode()
    assert "more than 85%" in page
    assert "was not published" in page


def test_13_a_month_never_becomes_its_first_day_in_public(plan, client):
    area = make_area(plan)
    make_action(area, due=PartialDate(2024, 5), text="Write the guide")
    for address in (f"/progress/areas/{area.pk}/", "/progress/progress.json", "/progress/progress.csv"):
        page = client.get(address).content.decode()
        assert "May 2024" in page or "2024-05" in page
        assert "1 May 2024" not in page
        assert "2024-05-01" not in page
        assert "2024-05-31" not in page


def test_14_every_status_can_be_read_without_colour(plan, client):
    area = make_area(plan)
    for grade in rating_key.DEFAULT["delivery"]:
        make_action(area, delivery=grade["code"], text=f"Action {grade['code']}")
    page = client.get(f"/progress/areas/{area.pk}/").content.decode()
    for grade in rating_key.DEFAULT["delivery"]:
        assert grade["word"] in page
    assert rating_key.mistakes({**rating_key.DEFAULT, "impact": [{"code": "a", "word": "A"}]}) == [
        "“A” has no shape. Colour alone is not read by everyone."
    ]
