"""The pages about whom we hear from."""

import pytest
import time_machine

from goldenthread.participation.models import Outreach, People
from tests.participation import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def officer(client):
    return sign_in(client, person("participation-officer"))


PEOPLE = {"about": "place", "who": "Children with a plan", "groups": "North: 1,240\nSouth: 90", "as_at_day": "1",
          "as_at_month": "9", "as_at_year": "2026", "source": "The census"}  # fmt: skip


def test_count_of_people_is_entered_as_lines(officer):
    assert officer.post("/voice/heard/people/", PEOPLE).status_code == 302
    assert People.objects.get().groups == [["North", 1240], ["South", 90]]


@pytest.mark.parametrize(
    "groups", ["North 1240", "North: many", "North: 1.5", "North: 1\nnorth: 2", ": 4", "North: ²"]
)
def test_line_that_is_not_a_group_and_a_number_is_named_and_not_lost(officer, groups):
    page = officer.post("/voice/heard/people/", PEOPLE | {"groups": groups})
    assert page.status_code == 422
    assert groups.split("\n")[0] in page.content.decode()
    assert not People.objects.exists()


def test_families_read_whom_we_do_not_hear_and_what_we_will_do(client):
    world.outreach()
    page = client.get("/have-your-say/whom-we-hear/").content.decode()
    assert "No survey of the last year asked this, so we do not know." in page
    assert "Go to the market." in page
    assert "Write what came of it" not in page


def test_outreach_is_planned_and_finished(officer):
    given = {"about": "place", "group": "South", "will_do": "Go there", "who": "Officer", "due_on_day": "1", "due_on_month": "12",
             "due_on_year": "2026"}  # fmt: skip
    assert officer.post("/voice/heard/plan/", given).status_code == 302
    held = Outreach.objects.get()
    done = {"came_of_it": "12 came", "done_on_day": "27", "done_on_month": "11", "done_on_year": "2026"}
    page = officer.post(f"/voice/heard/plan/{held.public_id}/", done)
    assert "cannot be still to come" in page.content.decode()
    officer.post(f"/voice/heard/plan/{held.public_id}/", done | {"done_on_day": "26"})
    assert "12 came" in officer.get("/have-your-say/whom-we-hear/").content.decode()


def test_chart_is_drawn_for_a_question_asked_twice_and_for_nothing_else(client):
    world.wave("spring", 12, 28, world.TODAY.replace(month=3))
    assert client.get("/have-your-say/asked-again/spring/1/chart.svg").status_code == 404
    world.wave("autumn", 30, 20, world.TODAY.replace(month=9))
    drawn = client.get("/have-your-say/asked-again/spring/1/chart.svg")
    assert drawn["Content-Type"].startswith("image/svg+xml")
    page = client.get("/have-your-say/asked-again/").content.decode()
    assert "60% (30 of 50)" in page
