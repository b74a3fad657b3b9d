"""The ledger: activities, what people said, what came of it, and asking again whether it worked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.participation.choices import Level, Outcome, Worked
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Activity, Said
from goldenthread.partners.models import Organisation


@transaction.atomic
def record_activity(*, fields: dict[str, Any], groups: Iterable[Organisation] = (), by: Any) -> Activity:
    """Something in which people took part. To call it co-production, who heard it and what changed must be told."""
    if bool(fields.get("audience")) != bool(fields.get("heard_on")):
        raise Refused("Name the body that heard it together with the day on which it did.", "heard_on")
    if fields.get("level") == Level.COPRODUCE and not (fields.get("audience") and fields.get("influence")):
        raise Refused(
            "Deciding together means that a body heard it and that something changed. Name both, or choose another level.",
            "level",
        )
    person = by if getattr(by, "pk", None) else None
    activity = Activity.objects.create(**fields, recorded_by=person)
    activity.groups.set(groups)
    log.record("participation.activity.recorded", subject=log.subject_of(activity), by=by,
               detail={"level": activity.level})  # fmt: skip
    return activity


@transaction.atomic
def record_said(*, fields: dict[str, Any], by: Any) -> Said:
    """Something that people said, waiting for an answer."""
    said = Said.objects.create(**fields)
    log.record("participation.said.recorded", subject=log.subject_of(said), by=by)
    return said


@transaction.atomic
def answer(
    *,
    said: Said,
    outcome: str,
    answer: str,
    because: str = "",
    action_number: int | None = None,
    on: date,
    by: Any,
) -> Said:
    """What came of it; where the council could not, why. An action of the plan can be named that answers it."""
    held = Said.objects.select_for_update().get(pk=said.pk)
    if outcome == Outcome.COULD_NOT and not because.strip():
        raise Refused("Say why it could not be done.", "because")
    if held.worked:
        raise Refused(
            "People have been asked already whether this worked. Record a new answer as something new."
        )
    held.outcome, held.answer, held.because = Outcome(outcome), answer.strip(), because.strip()
    held.action_number, held.answered_on = action_number, on
    held.answered_by = by if getattr(by, "pk", None) else None
    held.save(update_fields=["outcome", "answer", "because", "action_number", "answered_on", "answered_by"])
    log.record("participation.said.answered", subject=log.subject_of(held), by=by,
               detail={"outcome": outcome, "action": action_number})  # fmt: skip
    return held


@transaction.atomic
def ask_again(*, said: Said, worked: str, words: str, asked_again_on: PartialDate, by: Any) -> Said:
    """What people said when they were asked whether it worked."""
    held = Said.objects.select_for_update().get(pk=said.pk)
    if held.outcome != Outcome.DID or held.answered_on is None:
        raise Refused("People can be asked whether it worked once it is done.", "worked")
    if asked_again_on.last < held.answered_on:
        raise Refused("They cannot have been asked before it was done.", "asked_again_on")
    held.worked, held.worked_words, held.asked_again_on = Worked(worked), words.strip(), asked_again_on
    held.save(update_fields=["worked", "worked_words", "asked_again_on"])
    log.record(
        "participation.said.asked_again", subject=log.subject_of(held), by=by, detail={"worked": worked}
    )
    return held
