"""Asking for advice, and what becomes of a request that nobody answers with words of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.access import let_advise
from goldenthread.casework.actions.links import end_links, mail_link
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Advice, AdviceAccess, AdviceState, Case, Event
from goldenthread.kit.errors import Refused

OF = {"a": "family", "b": "education", "b-iv": "defence", "c": "medical", "d": "psychology", "e": "social-care", "f": "other",
      "g": "adulthood", "h": "requested"}  # fmt: skip
"""The kind of advice, as events say it, of each letter of regulation 6(1)."""
LETTERS = {**{kind: letter for letter, kind in OF.items()}, "vision-hearing": "b"}


@dataclass(frozen=True)
class Ask:
    """One body to ask: under which letter, who, and where the link goes."""

    letter: str
    body: str
    email: str = ""
    reached_on: date | None = None


@transaction.atomic
def ask_for_advice(*, case: Case, asks: Iterable[Ask], on: date, by: Any) -> list[Advice]:
    """Ask each body, today. Who has an e-mail address is sent a link; for the others, the day it reached them is entered.

    Refuses to ask nobody, and where the case does not stand at an assessment.
    """
    asks = list(asks)
    if not asks:
        raise Refused("Enter at least one body to ask.")
    made = []
    for one in asks:
        facts = {"of": OF[one.letter], "body": one.body.strip()}
        if one.reached_on:
            facts["reached_on"] = one.reached_on.isoformat()
        occurred_on = min(one.reached_on or on, on)
        request = record_event(
            case=case, kind="advice-requested", occurred_on=occurred_on, facts=facts, on=on, by=by
        )
        advice = Advice.objects.create(
            case=case,
            request=request,
            letter=one.letter,
            body=one.body.strip(),
            email=one.email.strip(),
            recorded_by=by,
        )
        log.record(
            "casework.advice.asked", subject=log.subject_of(advice), by=by, detail={"letter": one.letter}
        )
        if advice.email:
            mail_link(advice=advice, on=on, by=by)
        made.append(advice)
    return made


@transaction.atomic
def follow_up(*, request: Event, by: Any) -> Advice:
    """The advice that belongs to a request, entered now if the request came from an earlier record."""
    first = Event.objects.get(pk=request.number)
    letter = LETTERS.get(str(request.facts.get("of")), "f")
    answered = (
        request.case.events.in_force()
        .filter(kind="advice-not-needed", answers=first, is_struck=False)
        .exists()
    )
    advice, is_new = Advice.objects.get_or_create(
        request=first,
        defaults={"case": request.case, "letter": letter, "body": str(request.facts.get("body", "")), "recorded_by": by,
                  "state": AdviceState.NOT_NEEDED if answered else AdviceState.ASKED},
    )  # fmt: skip
    if is_new:
        log.record("casework.advice.taken_up", subject=log.subject_of(advice), by=by)
    return advice


@transaction.atomic
def give_up_advice(*, advice: Advice, state: str, reason: str, on: date, by: Any) -> Advice:
    """The body declined, or its advice is not needed after all; with the reason, which the plan’s checks ask for.

    A refusal does not end the six weeks: they ran for the body, and somebody else must be asked. What is not needed ends them.
    """
    advice = Advice.objects.select_for_update().get(pk=advice.pk)
    if state not in (AdviceState.DECLINED, AdviceState.NOT_NEEDED):
        raise Refused("Choose what came of it.", "state")
    if advice.is_in:
        raise Refused("This advice is in. It stays in the record.")
    if not reason.strip():
        raise Refused("Say why: the plan must give the reason.", "reason")
    kind = "advice-declined" if state == AdviceState.DECLINED else "advice-not-needed"
    record_event(
        case=advice.case,
        kind=kind,
        occurred_on=on,
        facts={"reasons": reason.strip()},
        answers=advice.request,
        on=on,
        by=by,
    )
    advice.state, advice.reason = state, reason.strip()
    advice.save(update_fields=["state", "reason"])
    end_links(advice=advice, on=on, by=by)
    log.record("casework.advice.given_up", subject=log.subject_of(advice), by=by, detail={"state": state})
    return advice


@transaction.atomic
def ask_again(*, advice: Advice, email: str, on: date, by: Any) -> Advice:
    """Send the request once more, to the same or another address; an earlier link opens nothing any more."""
    advice = Advice.objects.select_for_update().get(pk=advice.pk)
    if advice.is_in:
        raise Refused("This advice is in. To ask for more, send it back to its author.")
    if not email.strip():
        raise Refused("Enter the address that the link goes to.", "email")
    advice.email = email.strip()
    if not advice.is_open:
        advice.state, advice.reason = AdviceState.ASKED, ""
    advice.save(update_fields=["email", "state", "reason"])
    mail_link(advice=advice, on=on, by=by)
    log.record("casework.advice.asked_again", subject=log.subject_of(advice), by=by)
    return advice


@transaction.atomic
def send_back(*, advice: Advice, reason: str, on: date, by: Any) -> Advice:
    """Ask the author to say more. What came stays; a new link goes out, or the request opens again for an account."""
    advice = Advice.objects.select_for_update().get(pk=advice.pk)
    if advice.state != AdviceState.IN:
        raise Refused("Only advice that is in can be sent back. Open it again to see how it stands.")
    if advice.request is None:
        raise Refused("Another authority asked for this advice. Ask its author anew, under the same letter.")
    if not reason.strip():
        raise Refused("Say what its author should add or change.", "reason")
    try:
        with transaction.atomic():
            record_event(
                case=advice.case, kind="advice-returned", occurred_on=on, answers=advice.request, on=on, by=by
            )
    except Refused:
        log.record("casework.advice.returned_late", subject=log.subject_of(advice), by=by)
    advice.state, advice.reason = AdviceState.RETURNED, reason.strip()
    advice.save(update_fields=["state", "reason"])
    if advice.email:
        mail_link(advice=advice, on=on, by=by)
    _open_again(advice, on, by)
    log.record("casework.advice.returned", subject=log.subject_of(advice), by=by)
    return advice


def _open_again(advice: Advice, on: date, by: Any) -> None:
    """Whoever had the request open with an account has it again."""
    had = (
        AdviceAccess.objects.filter(request__in=_chain(advice))
        .select_related("adviser")
        .order_by("-pk")
        .first()
    )
    if had is None or had.ends_on is None or not had.adviser.is_active:
        return
    if had.ends_on >= on:
        AdviceAccess.objects.filter(pk=had.pk).update(ends_on=None)
    else:
        let_advise(request=had.request, adviser=had.adviser, on=on, by=by)


def _chain(advice: Advice) -> Any:
    if advice.request is None:
        return Event.objects.none()
    return Event.objects.filter(pk=advice.request.pk) | Event.objects.filter(root=advice.request.pk)
