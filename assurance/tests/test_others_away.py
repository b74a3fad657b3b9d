"""R14: mail and text messages cannot be sent for 24 hours. The clock is moved from one try of the worker to the next.

The queue's own waiting is played here: each job is done at the moment for which its task's patience has put it off. Letters
that were sealed and answers to messages are told of, by mail and by text; each must go once, after the day, and none be given up.
"""

from __future__ import annotations

import heapq
import smtplib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from assurance.amount import times
from goldenthread.casework.actions import talking
from goldenthread.casework.models import LetterState
from tests.casework import letterbox, world
from tests.readers import person

pytestmark = pytest.mark.django_db
LETTERS = times(6, full=60)
BEGAN = datetime(2026, 4, 8, 9, tzinfo=UTC)
OVER = BEGAN + timedelta(hours=24)


class NotNow(Exception):
    """GOV.UK Notify that is not there, as its client tells it."""

    status_code = 503


TROUBLES = (
    ConnectionRefusedError(), TimeoutError(), smtplib.SMTPServerDisconnected("gone"),
    smtplib.SMTPDataError(451, b"try again later"), NotNow(),
)  # fmt: skip


@dataclass
class Carrier:
    """Who carries mails and texts: refuses everything until the day is over, in each of the ways in which it is done."""

    refused: int = 0
    sent: Counter[str] = field(default_factory=Counter)

    def email(self, address: str, subject: str, words: str, **more: Any) -> None:
        """In place of kit.notices.send_email."""
        self.take(f"{address} {words}")

    def text(self, number: str, words: str) -> None:
        """In place of kit.notices.send_text."""
        self.take(f"{number} {words}")

    def take(self, message: str) -> None:
        """Take one message, or raise."""
        if timezone.now() < OVER:
            self.refused += 1
            raise TROUBLES[self.refused % len(TROUBLES)]
        self.sent[message] += 1


@pytest.fixture
def carrier(monkeypatch):
    """Nothing leaves but by it."""
    made = Carrier()
    monkeypatch.setattr("goldenthread.kit.notices.send_email", made.email)
    monkeypatch.setattr("goldenthread.kit.notices.send_text", made.text)
    return made


def work_through() -> int:
    """Do every job at its moment, and those that are put off at theirs; how many were given up."""
    queue = [(BEGAN, job.pk, 0, job) for job in ProcrastinateJob.objects.filter(status="todo").order_by("pk")]
    given_up = 0
    while queue:
        at, key, attempts, job = heapq.heappop(queue)
        task, context = app.tasks[job.task_name], SimpleNamespace(job=SimpleNamespace(attempts=attempts))
        with time_machine.travel(at, tick=False):
            try:
                task.func(*([context] if task.pass_context else []), **job.args)
            except Exception as trouble:
                strategy = task.retry_strategy
                decision = (
                    strategy.get_retry_decision(exception=trouble, job=context.job) if strategy else None
                )
                if decision is None:
                    given_up += 1
                else:
                    heapq.heappush(queue, (decision.retry_at, key, attempts + 1, job))
    return given_up


def letters() -> list[Any]:
    """Sealed letters to as many parents, every other one of whom is told by text."""
    letterbox.enter_services()
    made, worker = [], person("EHC caseworker", name="Nadia Worker")
    for number in range(LETTERS):
        case = world.make_case(world.make_child(given_names=f"Ash{number}"), worker=worker)
        world.tell(case, "assessment-refused", date(2026, 4, 7), reasons="The school can meet this need.")
        robin = world.parent_of(case.child, person("family", name=f"Robin Example {number}"))
        robin.contact_by, robin.telephone = ("text", f"07700 900{number:03}") if number % 2 else ("email", "")
        robin.save()
        draft = letterbox.write(case, "refusal-to-assess", BEGAN.date())[0]
        made.append(letterbox.send(draft, BEGAN.date()))
    return made


def test_a_day_without_mail_and_texts_loses_and_doubles_nothing(carrier, record_property):
    with time_machine.travel(BEGAN, tick=False):
        sealed = letters()
        for one in sealed:
            asked = talking.write_to_us(case=one.case, words="When?", on=BEGAN.date(), by=one.reader.user)
            talking.answer(message=asked, words="Soon.", on=BEGAN.date(), by=None)
    waiting = ProcrastinateJob.objects.filter(status="todo").count()
    given_up = work_through()
    for one in sealed:
        one.refresh_from_db()
    lost = sum(one.state != LetterState.SENT for one in sealed) + given_up
    doubled = sum(number - 1 for number in carrier.sent.values())
    for what, failed in (
        ("not sent afterwards", lost + waiting - len(carrier.sent)),
        ("sent twice", doubled),
    ):
        what = f"messages while mail and texts were away for 24 hours ({carrier.refused} tries); {what}"
        counted = {"what": what, "tried": waiting}
        record_property("counted", counted | {"failed": failed})
    assert waiting >= 2 * LETTERS
    assert carrier.refused > waiting
    assert (given_up, lost, doubled) == (0, 0, 0)
    assert carrier.sent.total() == waiting
