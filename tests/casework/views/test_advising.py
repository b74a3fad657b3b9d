"""Requests for advice: what a professional reads and when it ends; what a caseworker chases."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.casework.actions.access import let_advise
from goldenthread.casework.models import AdviceAccess, Case, OpenDuty
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.queries.advice import by_body, waiting_advice
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessing(worker):
    case = world.make_case(worker=worker, on=date(2026, 9, 7))
    world.tell(case, "assessment-agreed", date(2026, 10, 12))
    return case


@pytest.fixture
def asked(assessing):
    return world.tell(assessing, "advice-requested", date(2026, 10, 14), of="psychology", body="EP service")


@pytest.fixture
def adviser(db):
    return person("adviser", name="Meera Psychologist")


@pytest.fixture
def as_adviser(adviser):
    return sign_in(Client(), adviser)


def test_a_worker_opens_a_request_to_a_professional(as_worker, assessing, asked, adviser):
    where = f"/casework/cases/{assessing.public_id}/events/{asked.pk}/open/"
    assert as_worker.post(where, {}).status_code == 422
    assert as_worker.post(where, {"user": adviser.pk}).status_code == 302
    assert AdviceAccess.objects.get().adviser == adviser


def test_reading_it_the_first_time_starts_the_six_weeks_from_that_day(as_adviser, adviser, asked, assessing):
    access = let_advise(request=asked, adviser=adviser, on=date(2026, 10, 14), by=None)
    assert OpenDuty.objects.get(duty=Duty.ADVISE).due_on is None
    text = as_adviser.get(f"/advice/{access.pk}/").content.decode()
    as_adviser.get(f"/advice/{access.pk}/")
    assert OpenDuty.objects.get(duty=Duty.ADVISE).due_on == date(2027, 1, 5)
    assert assessing.events.filter(kind="advice-reached").count() == 1
    assert "Tuesday 5 January 2027" in text


def test_a_day_that_was_entered_stays(as_adviser, adviser, assessing):
    asked = world.tell(
        assessing, "advice-requested", date(2026, 10, 14), of="medical", body="A", reached_on="2026-10-15"
    )
    access = let_advise(request=asked, adviser=adviser, on=date(2026, 10, 14), by=None)
    as_adviser.get(f"/advice/{access.pk}/")
    assert OpenDuty.objects.get(duty=Duty.ADVISE).due_on == date(2026, 11, 26)


def test_a_professional_sees_what_the_request_needs_and_no_address_or_note(
    as_adviser, adviser, asked, assessing
):
    access = let_advise(request=asked, adviser=adviser, on=date(2026, 10, 14), by=None)
    world.tell(assessing, "note", date(2026, 10, 20), words="A worker’s own thought")
    text = as_adviser.get(f"/advice/{access.pk}/").content.decode()
    assert "Ash Example" in text
    assert "own thought" not in text
    assert as_adviser.get(f"/casework/cases/{assessing.public_id}/").status_code == 403
    assert as_adviser.get(f"/my/{assessing.public_id}/").status_code == 403


def test_an_answered_request_is_gone_the_next_day(as_adviser, adviser, asked, assessing):
    access = let_advise(request=asked, adviser=adviser, on=date(2026, 10, 14), by=None)
    world.tell(assessing, "advice-received", date(2026, 11, 20), answers=asked)
    assert as_adviser.get(f"/advice/{access.pk}/").status_code == 404
    assert "Nothing is asked of you" in as_adviser.get("/advice/").content.decode()


def test_chase_lists_what_has_no_clock_first_and_then_what_is_late(as_worker, assessing, asked):
    world.tell(
        assessing,
        "advice-requested",
        date(2026, 10, 14),
        of="medical",
        body="Paediatrics",
        reached_on="2026-10-13",
    )
    text = as_worker.get("/casework/advice/").content.decode()
    assert text.index("EP service") < text.index("Paediatrics")
    assert "No clock" in text
    assert "Today" in text


def test_a_chaser_is_recorded_and_counted(as_worker, assessing, asked):
    where = f"/casework/cases/{assessing.public_id}/record/advice-chased/?answers={asked.pk}"
    assert "checked" in as_worker.get(where).content.decode()
    for day in (20, 23):
        given = {
            "occurred_on_day": day,
            "occurred_on_month": 11,
            "occurred_on_year": 2026,
            "answers": asked.pk,
        }
        assert as_worker.post(where, given).status_code == 302
    assert "Chased 2 times" in as_worker.get("/casework/advice/").content.decode()


def test_chase_costs_the_same_for_one_request_as_for_twenty(
    as_worker, assessing, django_assert_max_num_queries
):
    for number in range(20):
        world.tell(assessing, "advice-requested", date(2026, 10, 14), of="other", body=f"Body {number}")
    with django_assert_max_num_queries(20):
        as_worker.get("/casework/advice/")


def test_chase_counts_what_each_body_owes_the_latest_first(assessing):
    for of, body, reached in (("medical", "Paediatrics", "2026-10-14"), ("psychology", "EP service", "2026-09-20"),
                              ("other", "EP service", "2026-10-01")):  # fmt: skip
        world.tell(assessing, "advice-requested", date(2026, 10, 14), of=of, body=body, reached_on=reached)
    found = by_body(waiting_advice(Case.objects.all()), date(2026, 11, 24))
    assert [(one.name, one.waiting, one.late) for one in found] == [
        ("EP service", 2, 2),
        ("Paediatrics", 1, 0),
    ]
