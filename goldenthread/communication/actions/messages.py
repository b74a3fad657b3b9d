"""Messages and their steps: written, changed without losing what another wrote, and done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.communication.errors import Conflict, Refused
from goldenthread.communication.models import Message, Step

FIELDS = ("words", "audience", "action", "who", "question", "starts_on", "ends_on")


@transaction.atomic
def write_message(
    *, message: Message | None = None, based_on: int = 0, fields: dict[str, Any], by: Any
) -> Message:
    """A message, new or changed. Refuses to overwrite what somebody else wrote meanwhile."""
    held = Message(version=0) if message is None else Message.objects.select_for_update().get(pk=message.pk)
    if message is not None and held.version != based_on:
        raise Conflict(held)
    if fields["ends_on"] < fields["starts_on"]:
        raise Refused("Enter a last day that is not before the first.", "ends_on")
    for name in FIELDS:
        setattr(held, name, fields[name])
    held.version += 1
    held.save()
    log.record("communication.message.written", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def add_step(*, message: Message, channel: str, what: str, who: str, due_on: date, by: Any) -> Step:
    """One more way in which the message goes out. Refuses a day outside the message's own."""
    if not message.starts_on <= due_on <= message.ends_on:
        raise Refused("Enter a day between the first and the last of this message.", "due_on")
    step = Step.objects.create(
        message=message, channel=channel, what=what.strip(), who=who.strip(), due_on=due_on
    )
    log.record("communication.step.added", subject=log.subject_of(message), by=by, detail={"step": step.pk})
    return step


@transaction.atomic
def finish_step(*, step: Step, on: date, by: Any) -> Step:
    """It went out. A second time changes nothing: the first day stays."""
    held = Step.objects.select_for_update().get(pk=step.pk)
    if held.done_on is None:
        held.done_on = on
        held.save(update_fields=["done_on"])
        log.record(
            "communication.step.done", subject=log.subject_of(held.message), by=by, detail={"step": held.pk}
        )
    return held
