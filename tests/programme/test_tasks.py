"""What the worker does: mail to leads, and the nightly reading of the audit."""

from datetime import date

import pytest
from django.core import mail
from django.db import transaction

from goldenthread.audit.log import record
from goldenthread.audit.models import Event
from goldenthread.audit.tasks import VERIFIED, verify_audit
from goldenthread.programme.actions.action_plan import ask_for_update
from tests.worker import work_off

DAY = date(2026, 11, 1)


def test_a_lead_who_is_asked_gets_a_link_and_nothing_else(action, lead, second):
    ask_for_update(
        action=action,
        asked_of=second,
        due_on=date(2026, 11, 9),
        question="Is Jo Bloggs seen?",
        on=DAY,
        by=lead,
    )
    assert mail.outbox == []
    work_off()
    [sent] = mail.outbox
    assert sent.to == [second.email]
    assert f"/work/actions/{action.pk}/" in sent.body
    assert "9 November 2026" in sent.body
    assert "Bloggs" not in sent.body + sent.subject
    assert action.versions.get().text not in sent.body


def test_nobody_is_written_to_when_they_have_answered_or_left(action, lead, second):
    request = ask_for_update(action=action, asked_of=second, due_on=date(2026, 11, 9), on=DAY, by=lead)
    type(request).objects.update(answered_on=DAY)
    work_off()
    assert mail.outbox == []


@pytest.mark.django_db
def test_the_nightly_reading_says_what_it_found():
    with transaction.atomic():
        record("tests.something", subject="tests:1", by=None)
    verify_audit(timestamp=0)
    event = Event.objects.get(action=VERIFIED)
    assert event.detail == {"sound": True, "events": 1, "problems": []}
    assert event.actor_label == "the system"
