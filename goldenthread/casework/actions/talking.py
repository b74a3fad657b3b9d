"""What families say to us, what we answer, and the log of calls, letters and meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.casework.actions import outbox
from goldenthread.casework.actions.quarantine import keep_apart
from goldenthread.casework.models import Case, Channel, Message, MessageKind, Outcome, Paper
from goldenthread.casework.queries.other_children import is_of_another
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import File, Inside, inside
from goldenthread.kit.received.scanner import Scan
from goldenthread.law.calendar import add_working_days
from goldenthread.law.rectification import ANSWER_A_CORRECTION
from goldenthread.people.choices import ContactBy
from goldenthread.people.models import Adult, Child


def promised_on(kind: str, came_on: date) -> date:
    """The day by which we answer: the law's month for a correction, and what the council promises for the rest."""
    if kind == MessageKind.CORRECTION:
        return ANSWER_A_CORRECTION.deadline(came_on).due_on
    return add_working_days(came_on, settings.REPLY_WORKING_DAYS)


def party_of(case: Case, user: Any, on: date) -> Adult | Child | None:
    """As whom somebody of the family writes about a case: each in a thread of their own."""
    if case.child.user_id == user.pk:
        return case.child
    tie = case.child.relationships.held_on(on).filter(adult__user=user, may_follow=True).first()
    return tie.adult if tie else None


@transaction.atomic
def write_to_us(
    *, case: Case, words: str, kind: str = MessageKind.MESSAGE, should_say: str = "", papers: Iterable[File] = (),
    on: date, by: Any,
) -> Message:  # fmt: skip
    """A message of the family, or their request to correct a fact, with its files. The clock of the answer begins."""
    party = party_of(case, by, on)
    if party is None:
        raise Refused("Only the family of this case can write here.")
    message = Message.objects.create(
        case=case, kind=kind, on=on, words=words.strip(), should_say=should_say.strip(), reply_due_on=promised_on(kind, on),
        recorded_by=by, **_as(party),
    )  # fmt: skip
    for file in papers:
        keep_paper(case=case, message=message, file=file, on=on, by=by)
    log.record("casework.message.came", subject=log.subject_of(message), by=by, detail={"kind": kind})
    return message


@transaction.atomic
def answer(*, message: Message, words: str, outcome: str = "", on: date, by: Any) -> Message:
    """Our answer, in the same thread; the person is told by the way they chose. Refuses a second answer to one message."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if Message.objects.filter(answers=message).exists():
        raise Refused(
            "Somebody has answered this already. Open the messages again to read the answer.", "words"
        )
    if message.kind == MessageKind.CORRECTION and outcome not in Outcome.values:
        raise Refused("Say what came of the request: corrected, partly, or not changed.", "outcome")
    made = Message.objects.create(
        case=message.case, adult=message.adult, child=message.child, other=message.other, is_ours=True, on=on,
        channel=message.channel, words=words.strip(), answers=message, outcome=outcome, recorded_by=by,
    )  # fmt: skip
    log.record("casework.message.answered", subject=log.subject_of(made), by=by, detail={"outcome": outcome})
    reader = message.adult or message.child
    if message.channel == Channel.SITE and reader and reader.contact_by != ContactBy.POST:
        _tell_of_answer(made, reader)
    return made


def _tell_of_answer(message: Message, reader: Adult | Child) -> None:
    from goldenthread.casework import tasks

    tasks.tell_of_answer.defer(message=message.pk)


def send_news_of(message: Message) -> None:
    """Tell somebody that their message was answered: a link, and nothing else."""
    reader = message.adult or message.child
    if reader is None or reader.user is None or not reader.user.is_active:
        return
    by_text = reader.contact_by == ContactBy.TEXT and reader.telephone
    channel = ContactBy.TEXT if by_text else ContactBy.EMAIL
    outbox.tell(reader, reverse("case:messages", args=[message.case.public_id]), channel)


@transaction.atomic
def log_contact(
    *, case: Case, party: Adult | Child | None, other: str, channel: str, is_ours: bool, occurred_on: date, words: str,
    reply_due_on: date | None, on: date, by: Any,
) -> Message:  # fmt: skip
    """A call, a letter or a meeting, for the log; with the day of an answer if one was promised."""
    if party is None and not other.strip():
        raise Refused("Say who it was with.", "other")
    if occurred_on > on:
        raise Refused("This day is after today. Check the date.", "occurred_on")
    if reply_due_on and reply_due_on < occurred_on:
        raise Refused(
            "The answer was promised for a day before the contact. Check the dates.", "reply_due_on"
        )
    whom = _as(party) if party else {"other": other.strip()}
    made = Message.objects.create(case=case, channel=channel, is_ours=is_ours, on=occurred_on, words=words.strip(),
                                  reply_due_on=reply_due_on, recorded_by=by, **whom)  # fmt: skip
    log.record("casework.contact.logged", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def keep_paper(*, case: Case, file: File, message: Message | None = None, on: date, by: Any) -> Paper:
    """Keep a file of a case, with its hash. Refuses one about another child. One that waits for the scan is kept apart."""
    refuse_of_another(case, file, on)
    waits = file.scan == Scan.WAITING
    paper = Paper.objects.create(
        case=case, message=message, name=file.name, mime=file.mime, size=len(file.content),
        in_row=b"" if waits else file.content, scan=file.scan,
        sha256=sha256(file.content).hexdigest(), recorded_by=by,
    )  # fmt: skip
    log.record("casework.paper.kept", subject=log.subject_of(paper), by=by)
    if waits:
        keep_apart(paper=paper, content=file.content, at=timezone.now(), by=by)
    return paper


def refuse_of_another(case: Case, file: File, on: date) -> Inside:
    """What a file says, unless it names another child of ours and nowhere this one: then it is in the wrong case."""
    read = inside(file)
    if is_of_another(case, read.text, on):
        raise Refused(
            f"“{file.name}” names another child and not {case.child.first_name}. We have not kept it. "
            "Check that you chose the right file.",
            "papers",
        )
    return read


def _as(party: Adult | Child) -> dict[str, Any]:
    return {"child": party} if isinstance(party, Child) else {"adult": party}
