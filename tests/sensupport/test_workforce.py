"""SENCOs' clocks, champions' gaps, what training changed, and who has had none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Organisation, Setting
from goldenthread.sensupport.actions import workforce
from goldenthread.sensupport.choices import Area
from goldenthread.sensupport.models import SencoPost, Training
from goldenthread.sensupport.queries.workforce import (
    coverage,
    felt,
    posts,
    schools_without_senco,
    trainings,
    untrained,
)
from tests.readers import person, sign_in
from tests.sensupport import world

pytestmark = pytest.mark.django_db
DAY = world.DAY


def school(name: str) -> Organisation:
    held = world.school(name)
    Setting.objects.get_or_create(organisation=held, defaults={"kind": "academy"})
    return held


def held(title: str = "Stammering", on: date = DAY, **changes) -> Training:
    fields = {"is_network": False, "is_co_delivered": False, "why": "", "strategies": [], **changes}
    return workforce.add_training(title=title, held_on=on, by=None, **fields)


@pytest.mark.parametrize(
    ("taken", "changes", "state", "words"),
    [
        (date(2024, 9, 1), {}, "late", "Too late to begin"),
        (date(2026, 9, 1), {}, "due", "Has to begin"),
        (date(2024, 9, 1), {"enrolled_on": date(2025, 9, 1)}, "waiting", "On the course"),
        (date(2024, 9, 1), {"qualified_on": date(2026, 9, 1)}, "done", "Qualified"),
        (date(2024, 9, 1), {"has_award": True}, "done", "National Award"),
        (date(2015, 9, 1), {}, "waiting", "does not run"),
    ],
)
def test_clock_of_a_senco(taken, changes, state, words):
    post = workforce.name_senco(setting=school("Hill"), name="A. Senco", starts_on=taken, by=None)
    fields = {"has_award": False, "enrolled_on": None, "qualified_on": None, **changes}
    workforce.note_qualification(post=post, on=DAY, by=None, **fields)
    [found] = posts(DAY)
    assert (found.state, words in found.words) == (state, True)


def test_three_years_that_are_over_are_late_also_on_the_course():
    post = workforce.name_senco(setting=school("Hill"), name="A", starts_on=date(2024, 9, 1), by=None)
    workforce.note_qualification(
        post=post, has_award=False, enrolled_on=date(2026, 1, 1), qualified_on=None, on=DAY, by=None
    )
    assert posts(date(2027, 9, 2))[0].words == "The three years are over"


def test_new_senco_ends_the_post_before():
    place = school("Hill")
    workforce.name_senco(setting=place, name="First", starts_on=date(2024, 9, 1), by=None)
    workforce.name_senco(setting=place, name="Second", starts_on=date(2026, 1, 1), by=None)
    assert [(one.name, one.ends_on) for one in SencoPost.objects.order_by("starts_on")] == [
        ("First", date(2025, 12, 31)), ("Second", None),
    ]  # fmt: skip
    with pytest.raises(Refused, match="on this day or later"):
        workforce.name_senco(setting=place, name="Third", starts_on=date(2026, 1, 1), by=None)
    school("Vale")
    assert schools_without_senco(DAY) == ["Vale"]


def test_qualification_to_come_is_refused():
    post = workforce.name_senco(setting=school("Hill"), name="A", starts_on=date(2025, 9, 1), by=None)
    for enrolled, qualified in ((None, DAY + timedelta(days=1)), (DAY, DAY - timedelta(days=1))):
        with pytest.raises(Refused):
            workforce.note_qualification(
                post=post, has_award=False, enrolled_on=enrolled, qualified_on=qualified, on=DAY, by=None
            )


def test_map_shows_where_no_champion_is():
    workforce.name_champion(setting=school("Hill"), name="C", area="senses", starts_on=DAY, by=None)
    school("Vale")
    assert coverage(DAY) == [("Vale", [False] * 5), ("Hill", [area == "senses" for area in Area.values])]
    assert coverage(DAY - timedelta(days=1))[0][1] == [False] * 5


def test_what_training_changed_is_of_those_who_said_both_and_of_five_at_least():
    training = held()
    for number in range(5):
        workforce.note_attendance(
            training=training, setting=school("Hill"), name=f"N{number}", before=2, after=4, by=None
        )
        if number == 3:
            assert felt(training).before is None
    workforce.note_attendance(
        training=training, setting=school("Hill"), name="Only before", before=1, after=None, by=None
    )
    found = felt(training)
    assert (found.count, found.before, found.after, found.later) == (6, 2, 4, None)
    for number in range(5):
        workforce.note_attendance(training=training, setting=school("Hill"), name=f"N{number}", before=None, after=None, later=5,
                                  practice="Ask less, wait more.", by=None)  # fmt: skip
    found = felt(training)
    assert (found.count, found.after, found.later, found.answered_later) == (6, 4, 5, 5)


def test_schools_that_had_no_training_for_two_years_come_by_their_pupils():
    for number in range(2):
        world.pupil(school("Vale"), name=f"Child N{number}")
    school("Hill"), school("Moor")
    workforce.note_attendance(
        training=held(on=DAY), setting=school("Hill"), name="A", before=1, after=2, by=None
    )
    old = held(on=DAY - timedelta(days=800))
    workforce.note_attendance(training=old, setting=school("Moor"), name="B", before=1, after=2, by=None)
    assert [(one.setting, one.support, one.last_on) for one in untrained(DAY)] == [
        ("Vale", 2, None), ("Moor", 0, DAY - timedelta(days=800)),
    ]  # fmt: skip
    assert [one.came for one in trainings(DAY)] == [1]
    later = held("Later", on=DAY + timedelta(days=1))
    assert trainings(DAY)[0] == later


def test_officer_keeps_it_by_pages_and_nobody_else_may():
    place = school("Hill")
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        officer = sign_in(Client(), person("inclusion-officer"))
        day = {"starts_on_day": "1", "starts_on_month": "9", "starts_on_year": "2026"}
        assert (
            officer.post("/sen/people/senco/", {"setting": place.pk, "name": "A. Senco", **day}).status_code
            == 302
        )
        assert (
            officer.post(
                "/sen/people/champion/", {"setting": place.pk, "name": "C", "area": "senses", **day}
            ).status_code
            == 302
        )
        given = {
            "title": "Stammering",
            "strategies": ["COM-02"],
            "held_on_day": "3",
            "held_on_month": "9",
            "held_on_year": "2026",
        }
        assert officer.post("/sen/people/training/", given).status_code == 302
        training = Training.objects.get()
        address = f"/sen/people/training/{training.public_id}/"
        assert officer.post(address, {"setting": place.pk, "name": "D", "before": "6"}).status_code == 422
        assert (
            officer.post(address, {"setting": place.pk, "name": "D", "before": "2", "after": "4"}).status_code
            == 302
        )
        page = officer.get("/sen/people/").content.decode()
        assert "Has to begin a course" in page
        assert "begin by 1 November 2027" in page
        assert "A small group for talking" in officer.get(address).content.decode()
        assert sign_in(Client(), person("setting")).get(address).status_code in (403, 404)
