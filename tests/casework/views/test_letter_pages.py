"""Letters' pages: drafted for those who must have one, stopped with the reason, sent, printed, read by their reader."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Letter
from tests.casework import letterbox, world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(worker, request_case):
    robin = world.parent_of(request_case.child, person("family", name="Robin Parent"))
    letterbox.house(request_case.child, robin)
    record_event(case=request_case, kind="assessment-refused", occurred_on=date(2026, 11, 20), on=world.TODAY, by=worker,
                 facts={"reasons": "The school can meet this need."})  # fmt: skip
    return request_case


def of(case, more=""):
    return f"/casework/cases/{case.public_id}/{more}"


def draft(client, case):
    robin = case.child.relationships.get().adult
    answer = client.post(of(case, "letters/write/refusal-to-assess/"), {"readers": [f"adult-{robin.pk}"]})
    assert answer.status_code == 302
    return Letter.objects.get()


def test_a_case_shows_the_letter_that_its_decision_calls_for(as_worker, refused):
    assert "Not sent yet" in as_worker.get(of(refused)).content.decode()


def test_a_draft_says_what_stops_it_and_goes_once_that_is_mended(as_worker, refused):
    letter = draft(as_worker, refused)
    where = of(refused, f"letters/{letter.public_id}/")
    assert "It cannot go yet." in as_worker.get(where).content.decode()
    letterbox.enter_services()
    text = as_worker.get(where).content.decode()
    assert "Send this letter" in text
    assert "The tribunal must have your appeal by 25 January 2027." in text
    as_worker.post(of(refused, f"letters/{letter.public_id}/send/"), {"edition": letter.edition})
    letter.refresh_from_db()
    assert letter.sealed_on == world.TODAY
    assert "Not sent yet" not in as_worker.get(of(refused)).content.decode()


def test_two_people_writing_the_second_sees_both(as_worker, refused):
    letter = draft(as_worker, refused)
    where = of(refused, f"letters/{letter.public_id}/")
    assert as_worker.post(where, {"edition": 1, "paragraph_1": "Hello {reader}"}).status_code == 302
    answer = as_worker.post(where, {"edition": 1, "paragraph_1": "Good day {reader}"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Hello Robin Example" in text
    assert "Good day {reader}" in text


@pytest.mark.parametrize(("name", "begins"), [("letter.pdf", b"%PDF-"), ("letter.docx", b"PK")])
def test_a_letter_is_taken_as_a_file_and_that_is_in_the_audit(as_worker, refused, name, begins):
    letterbox.enter_services()
    letter = draft(as_worker, refused)
    answer = as_worker.get(of(refused, f"letters/{letter.public_id}/{name}"))
    assert answer.content.startswith(begins)
    assert AuditEvent.objects.filter(action="casework.letter.read").exists()


def test_the_reader_opens_their_letter_and_the_first_day_is_kept(as_worker, refused):
    letterbox.enter_services()
    letter = letterbox.send(draft(as_worker, refused), world.TODAY)
    robin = sign_in(Client(), letter.adult.user, second_step=False)
    text = robin.get(f"/my/{refused.public_id}/letters/{letter.public_id}/").content.decode()
    assert "We have decided not to assess." in text
    letter.refresh_from_db()
    assert letter.opened_on == world.TODAY
    assert robin.get(f"/my/{refused.public_id}/letters/{letter.public_id}/letter.pdf").content.startswith(
        b"%PDF-"
    )


def test_a_letter_to_one_parent_is_not_there_for_the_other(as_worker, refused):
    letterbox.enter_services()
    letter = letterbox.send(draft(as_worker, refused), world.TODAY)
    sam = person("family", name="Sam Parent")
    world.parent_of(refused.child, sam, name="Sam Parent")
    client = sign_in(Client(), sam, second_step=False)
    assert client.get(f"/my/{refused.public_id}/").status_code == 200
    assert client.get(f"/my/{refused.public_id}/letters/{letter.public_id}/").status_code == 404


def test_a_manager_changes_the_words_and_cannot_leave_out_what_the_law_asks_for(db):
    manager = person("SEND casework manager")
    world.join(manager, world.team())
    client = sign_in(Client(), manager)
    page = client.get("/casework/letters/words/agreement-to-assess/").content.decode()
    assert "The law asks for this" in page
    answer = client.post(
        "/casework/letters/words/agreement-to-assess/", {"paragraph_1": "Hello", "paragraph_3": ""}
    )
    assert answer.status_code == 422
    assert "The law asks this letter to say" in answer.content.decode()
