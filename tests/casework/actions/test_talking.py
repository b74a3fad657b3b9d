"""Messages: a thread of one's own, a day promised for the answer, one answer, files that are what they say."""

from datetime import date

import pytest
from django.core import mail

from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.talking import answer, log_contact, promised_on, write_to_us
from goldenthread.casework.models import Message, MessageKind, Paper
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import accepted
from tests.casework import world
from tests.readers import person
from tests.worker import work_off

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)


@pytest.fixture
def worker():
    return person("EHC caseworker", name="Nadia Worker")


@pytest.fixture
def case(worker):
    return world.make_case(worker=worker)


@pytest.fixture
def robin(case):
    user = person("family", name="Robin Parent")
    world.parent_of(case.child, user)
    return user


def say(case, user, **more):
    return write_to_us(case=case, words="When is the meeting?", on=ON, by=user, **more)


def readable(user):
    return set(Message.objects.known_to(standing_on(user, ON)).values_list("pk", flat=True))


def test_promised_on_counts_working_days_for_a_message_and_a_month_for_a_correction(settings):
    settings.REPLY_WORKING_DAYS = 10
    assert promised_on(MessageKind.MESSAGE, date(2026, 12, 21)) == date(2027, 1, 7)
    assert promised_on(MessageKind.CORRECTION, date(2026, 12, 21)) == date(2027, 1, 21)


def test_write_to_us_starts_the_clock_of_the_answer(case, robin):
    message = say(case, robin)
    assert (message.reply_due_on, message.adult.user, message.is_ours) == (date(2026, 12, 8), robin, False)
    assert AuditEvent.objects.order_by("-sequence").first().action == "casework.message.came"


def test_write_to_us_refuses_somebody_who_is_not_of_the_family(case):
    with pytest.raises(Refused, match="Only the family"):
        say(case, person("family"))


def test_each_parent_reads_their_own_thread_and_the_worker_both(case, robin, worker):
    sam = person("family", name="Sam Parent")
    world.parent_of(case.child, sam, name="Sam Parent")
    first, second = say(case, robin), say(case, sam)
    assert readable(robin) == {first.pk}
    assert readable(sam) == {second.pk}
    assert readable(worker) == {first.pk, second.pk}


def test_a_stranger_reads_nothing(case, robin):
    say(case, robin, papers=[accepted("report.txt", b"A report")])
    for other in (
        person("family"),
        person("EHC caseworker"),
        person("administrator"),
        person("programme lead"),
    ):
        assert readable(other) == set()
        assert not Paper.objects.known_to(standing_on(other, ON)).exists()


def test_answer_goes_into_the_same_thread_and_tells_by_a_link(case, robin, worker):
    adult = case.child.relationships.get().adult
    adult.contact_by = "email"
    adult.save()
    message = say(case, robin)
    answer(message=message, words="On Monday.", on=ON, by=worker)
    assert readable(robin) == {message.pk, message.answer.pk}
    work_off()
    (told,) = mail.outbox
    assert "On Monday" not in told.body
    assert "Ash" not in told.body


def test_answer_refuses_a_second_one(case, robin, worker):
    message = say(case, robin)
    answer(message=message, words="On Monday.", on=ON, by=worker)
    with pytest.raises(Refused, match="Somebody has answered this already"):
        answer(message=message, words="On Tuesday.", on=ON, by=worker)


def test_answer_to_a_correction_says_what_came_of_it(case, robin, worker):
    message = say(case, robin, kind=MessageKind.CORRECTION, should_say="Born on 5 May")
    with pytest.raises(Refused, match="Say what came of the request"):
        answer(message=message, words="We looked.", on=ON, by=worker)
    assert (
        answer(message=message, words="Mended.", outcome="corrected", on=ON, by=worker).outcome == "corrected"
    )


def test_log_contact_keeps_a_call_with_the_answer_that_was_promised(case, worker):
    made = log_contact(case=case, party=None, other="School office", channel="telephone", is_ours=False, occurred_on=ON,
                       words="Asked for the date.", reply_due_on=date(2026, 11, 27), on=ON, by=worker)  # fmt: skip
    assert (made.party, made.reply_due_on) == ("School office", date(2026, 11, 27))


@pytest.mark.parametrize(("change", "says"), [
    ({"other": " "}, "Say who it was with"), ({"occurred_on": date(2026, 11, 25)}, "is after today"),
    ({"reply_due_on": date(2026, 11, 1)}, "before the contact"),
])  # fmt: skip
def test_log_contact_refuses_what_cannot_be(case, worker, change, says):
    given = {"party": None, "other": "School office", "channel": "telephone", "is_ours": False, "occurred_on": ON,
             "words": "W", "reply_due_on": None} | change  # fmt: skip
    with pytest.raises(Refused, match=says):
        log_contact(case=case, on=ON, by=worker, **given)
    assert not Message.objects.exists()
