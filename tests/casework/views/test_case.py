"""A case's pages: reading, recording, correcting; two people at once; the audit of every reading."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.models import Case
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


def page(case, end=""):
    return f"/casework/cases/{case.public_id}/{end}"


def typed(day, **facts):
    return {"occurred_on_day": day.day, "occurred_on_month": day.month, "occurred_on_year": day.year, **facts}


def test_case_shows_stage_clock_and_thread(as_worker, case):
    text = as_worker.get(page(case)).content.decode()
    assert "Ash Example" in text
    assert "Final plan" in text
    assert "Monday 5 July 2027" in text
    assert "Oak School" in text


def test_case_as_at_a_past_day(as_worker, case):
    text = as_worker.get(page(case, "?as_at=2026-05-01")).content.decode()
    assert "Assessing" in text
    assert "Oak School" not in text


def test_case_before_it_was_open_says_so(as_worker, case):
    answer = as_worker.get(page(case, "?as_at=2026-01-05"))
    assert answer.status_code == 404
    assert "was not open yet" in answer.content.decode()


def test_every_reading_is_audited(as_worker, case):
    as_worker.get(page(case))
    last = AuditEvent.objects.order_by("-sequence").first()
    assert (last.action, last.subject) == ("casework.case.read", f"casework.case:{case.pk}")
    assert last.actor_label == "EHC caseworker"


def test_a_guess_is_answered_as_if_there_were_nothing(case):
    stranger = sign_in(Client(), person("EHC caseworker"))
    missing = "00000000-0000-4000-8000-000000000000"
    there, nowhere = stranger.get(page(case)), stranger.get(f"/casework/cases/{missing}/")
    assert there.status_code == nowhere.status_code == 404
    blank = str(case.public_id)
    assert there.content.replace(blank.encode(), b"") == nowhere.content.replace(missing.encode(), b"")


def test_record_moves_the_case(as_worker, request_case):
    answer = as_worker.post(page(request_case, "record/considering/"), typed(date(2026, 11, 10)))
    assert answer.status_code == 302
    assert Case.objects.get(pk=request_case.pk).standing.stage == "considering"


def test_record_keeps_what_was_typed_and_says_what_to_mend(as_worker, request_case):
    words = "We weighed the school’s report"
    answer = as_worker.post(page(request_case, "record/assessment-refused/"),
                            typed(date(2026, 12, 24), reasons=words))  # fmt: skip
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "24 December 2026 is after today" in text
    assert words in text
    assert request_case.events.count() == 1


def test_record_asks_for_reasons(as_worker, request_case):
    answer = as_worker.post(page(request_case, "record/assessment-refused/"), typed(date(2026, 11, 20)))
    assert answer.status_code == 422
    assert "Enter reasons" in answer.content.decode()


def test_record_of_an_unknown_kind_is_not_found(as_worker, case):
    assert as_worker.get(page(case, "record/nonsense/")).status_code == 404


def test_the_second_of_two_writers_sees_the_first_and_keeps_their_words(as_worker, request_case):
    seen = request_case.events.get().pk
    world.tell(request_case, "considering", date(2026, 11, 9))
    sent = typed(date(2026, 11, 20), reasons="Mine", seen=seen)
    answer = as_worker.post(page(request_case, "record/assessment-refused/"), sent)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else recorded this" in text
    assert "Family consulted" in text
    assert "Mine" in text
    assert Case.objects.get(pk=request_case.pk).standing.stage == "considering"


def test_correct_keeps_the_old_line_for_past_days(as_worker, request_case):
    first = request_case.events.get()
    sent = typed(date(2026, 11, 9), by="parent", why="The stamp says 9 November")
    assert as_worker.post(page(request_case, f"events/{first.pk}/correct/"), sent).status_code == 302
    text = as_worker.get(page(request_case)).content.decode()
    assert "The stamp says 9 November" in text
    assert "Monday 21 December 2026" in text
    assert "2 November 2026" in as_worker.get(page(request_case, "?as_at=2026-11-20")).content.decode()


def test_correct_of_another_case_is_not_found(as_worker, request_case, case):
    other = case.events.first()
    assert as_worker.get(page(request_case, f"events/{other.pk}/correct/")).status_code == 404


@pytest.mark.parametrize("end", ["", "record/considering/"])
def test_a_parent_does_not_open_the_workers_pages(end, request_case):
    robin = person("family")
    world.parent_of(request_case.child, robin)
    assert sign_in(Client(), robin, second_step=False).get(page(request_case, end)).status_code == 403
