"""What leaves: a link and nothing of the case; tried again; given up to paper; noted once."""

from datetime import date

import pytest
from django.core import mail
from django.utils import timezone

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework import tasks
from goldenthread.casework.actions import outbox
from goldenthread.casework.models import LetterState
from goldenthread.kit.errors import Refused
from goldenthread.kit.patience import most_tries
from tests.casework import letterbox, world
from tests.readers import person
from tests.worker import work_off

pytestmark = pytest.mark.django_db
ON = date(2026, 4, 8)


@pytest.fixture
def letter():
    """A letter that waits for its notice by e-mail."""
    return sent_to("email")


def sent_to(contact_by, telephone=""):
    case = world.make_case(worker=person("EHC caseworker", name="Nadia Worker"))
    world.tell(case, "assessment-refused", date(2026, 4, 7), reasons="The school can meet this need.")
    world.parent_of(case.child, person("family", name="Robin Example"))
    robin = case.child.relationships.get().adult
    robin.contact_by, robin.telephone = contact_by, telephone
    robin.save()
    letterbox.enter_services()
    return letterbox.send(letterbox.write(case, "refusal-to-assess", ON)[0], ON)


def test_a_sealed_letter_waits_until_the_worker_sends_its_notice(letter):
    assert letter.state == LetterState.WAITING
    assert work_off() == ["casework.send_notice"]
    letter.refresh_from_db()
    assert (letter.state, letter.left_on) == (LetterState.SENT, timezone.localdate())
    assert AuditEvent.objects.filter(action="casework.letter.noticed").count() == 1


def test_a_notice_holds_a_link_and_nothing_of_the_case(letter, settings):
    settings.SITE_ADDRESS = "https://send.council.test"
    work_off()
    (message,) = mail.outbox
    assert f"https://send.council.test/my/{letter.case.public_id}/letters/{letter.public_id}/" in message.body
    for private in ("Ash", "Example", "Robin", letter.case.reference, "assess", "refus", "Nadia"):
        assert private.lower() not in (message.subject + message.body).lower()
    assert message.attachments == []


def test_a_text_goes_to_the_number_that_was_chosen(capsys):
    sent_to("text", "07700900123")
    work_off()
    said = capsys.readouterr().out
    assert "text to 07700900123" in said
    assert "Ash" not in said
    assert mail.outbox == []


def test_a_notice_goes_once_even_when_its_task_runs_twice(letter):
    tasks.send_notice(letter=letter.pk)
    tasks.send_notice(letter=letter.pk)
    assert len(mail.outbox) == 1


def test_a_notice_that_is_not_taken_is_tried_again_and_at_last_printed(letter, monkeypatch):
    def refuse(*arguments):
        raise ConnectionRefusedError

    monkeypatch.setattr("goldenthread.kit.notices.send_email", refuse)
    for _ in range(most_tries(ConnectionRefusedError()) - 1):
        with pytest.raises(ConnectionRefusedError):
            tasks.send_notice(letter=letter.pk)
        letter.refresh_from_db()
        assert letter.state == LetterState.WAITING
    tasks.send_notice(letter=letter.pk)
    letter.refresh_from_db()
    assert letter.state == LetterState.FAILED
    assert letter.trouble
    outbox.mark_posted(letter=letter, on=date(2026, 4, 10), by=None)
    letter.refresh_from_db()
    assert (letter.state, letter.channel, letter.left_on) == ("sent", "post", date(2026, 4, 10))


def test_mark_posted_refuses_a_letter_that_waits_for_its_notice(letter):
    with pytest.raises(Refused, match="does not wait to be posted"):
        outbox.mark_posted(letter=letter, on=ON, by=None)


def test_mark_opened_keeps_the_first_day(letter):
    outbox.mark_opened(letter=letter, on=date(2026, 4, 9), by=None)
    outbox.mark_opened(letter=letter, on=date(2026, 4, 20), by=None)
    letter.refresh_from_db()
    assert letter.opened_on == date(2026, 4, 9)
    assert AuditEvent.objects.filter(action="casework.letter.opened").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_notice_is_noted_outside_any_transaction_of_the_caller(transactional_db):
    letter = sent_to("email")
    tasks.send_notice(letter=letter.pk)
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
