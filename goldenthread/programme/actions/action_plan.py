"""Writing to a plan's actions: updates, notes, evidence, requests for an update."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.programme import rating_key
from goldenthread.programme.actions.revising import first_version, revise
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import (
    Action,
    ActionVersion,
    Area,
    Milestone,
    ProgressNote,
    UpdateRequest,
)
from goldenthread.programme.queries.areas import programme_as_known


@transaction.atomic
def add_action(*, area: Area, number: str, text: str, on: date, by: Any, **state: Any) -> Action:
    """A new action of an area, known from `on`."""
    key = number or slugify(text)[:100]
    if Action.objects.filter(area=area, key=key).exists():
        raise Refused(f"This area already has an action {key}. Give the new one another number.", "number")
    action = Action.objects.create(area=area, key=key, number=number, known_on=on)
    first_version(action, on=on, by=by, text=text, **state)
    return action


@transaction.atomic
def update_action(
    *,
    action: Action,
    changes: dict[str, Any],
    note: str = "",
    based_on: int | None,
    on: date,
    reason: str = "",
    by: Any,
) -> ActionVersion:
    """What somebody reports of an action: fields that changed, a progress note, or both. Answers open requests.

    A moved due date needs its reason; a grade that speaks of proof needs dated evidence that a second
    person has confirmed. Raises Conflict when the action changed meanwhile: then nothing is saved.
    """
    now = action.versions.get(known_until=None)
    _refuse_unknown_grades(action, changes, on)
    if "due" in changes and changes["due"] != now.due and now.due is not None and not reason.strip():
        raise Refused("Say why the due date moves. The reason is shown with the old date.", "reason")
    _refuse_unproven_grades(action, now, changes, on)
    version: ActionVersion = revise(action, changes=changes, based_on=based_on, on=on, reason=reason, by=by)
    if note.strip():
        add_note(action=action, text=note, on=on, by=by)
    UpdateRequest.objects.filter(action=action, asked_of=by, answered_on=None).update(answered_on=on)
    return version


def _key(action: Action, on: date) -> rating_key.Key:
    key: rating_key.Key = programme_as_known(action.area.plan.programme, on).rating_key
    return key


def _refuse_unknown_grades(action: Action, changes: dict[str, Any], on: date) -> None:
    key = _key(action, on)
    for axis in set(rating_key.AXES) & set(changes):
        if changes[axis] and changes[axis] not in rating_key.codes(key, axis):
            words = ", ".join(grade["word"] for grade in key[axis])
            raise Refused(f"Choose one of the grades of {axis}: {words}.", axis)


def _refuse_unproven_grades(action: Action, now: ActionVersion, changes: dict[str, Any], on: date) -> None:
    key = _key(action, on)
    for axis in rating_key.AXES:
        code = changes.get(axis, "")
        chosen = rating_key.grade(key, axis, code)
        if not chosen or code == getattr(now, axis) or not chosen.get("needs_evidence"):
            continue
        if not action.evidence.filter(confirmed_on__lte=on).exists():
            raise Refused(
                f"“{chosen['word']}” needs dated evidence that a second person has confirmed. "
                "Add the evidence below and ask a colleague to confirm it.",
                axis,
            )


@transaction.atomic
def add_note(*, action: Action, text: str, on: date, by: Any) -> ProgressNote:
    """A progress note of the day."""
    if not text.strip():
        raise Refused("Write what has happened since the last update.", "note")
    note = ProgressNote.objects.create(
        action=action, text=text.strip(), noted_on=PartialDate.of(on), known_on=on, recorded_by=by
    )
    log.record("programme.action.noted", subject=log.subject_of(action), by=by)
    return note


@transaction.atomic
def reach_milestone(*, milestone: Milestone, reached_on: PartialDate, on: date, by: Any) -> Milestone:
    """A milestone was reached. It cannot have been reached on a day that has not come."""
    if reached_on.first > on:
        raise Refused(
            "This day has not come yet. Give the day or month on which it was reached.", "reached_on"
        )
    milestone.reached_on, milestone.reached_known_on = reached_on, on
    milestone.save(update_fields=["reached_on", "reached_known_on"])
    log.record("programme.milestone.reached", subject=log.subject_of(milestone), by=by)
    return milestone


@transaction.atomic
def ask_for_update(
    *, action: Action, asked_of: Any, due_on: date, question: str = "", on: date, by: Any
) -> UpdateRequest:
    """Ask a lead for an update by a day, and write to them; asking again while one is open moves that one."""
    from goldenthread.programme import tasks

    if due_on < on:
        raise Refused("Choose a day that has not passed.", "due_on")
    request, _ = UpdateRequest.objects.update_or_create(
        action=action, asked_of=asked_of, answered_on=None,
        defaults={"asked_on": on, "due_on": due_on, "question": question, "recorded_by": by},
    )  # fmt: skip
    log.record("programme.update.asked", subject=log.subject_of(action), by=by)
    tasks.mail_update_request.defer(request=request.pk)
    return request


@transaction.atomic
def name_leads(*, action: Action, people: Any, by: Any) -> Action:
    """The people with an account who lead an action; they may update it and can be asked to."""
    action.led_by.set(people)
    detail = {"leads": sorted(str(person.public_id) for person in people)}
    log.record("programme.action.leads_named", subject=log.subject_of(action), by=by, detail=detail)
    return action
