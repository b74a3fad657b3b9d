"""Asked by text message: somebody agrees, is asked once for each survey, and stops with one button."""

from __future__ import annotations

import logging
import re
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from notifications_python_client.errors import HTTPError

from goldenthread.audit import log
from goldenthread.kit import notify
from goldenthread.kit.secret_links import new_code, tidied
from goldenthread.participation.choices import TextState
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Survey, TextInvitation, TextReader

CONFIRM_DAYS = 7
SHORT = 6
"""Letters of a survey’s short address: 27 to the sixth, and nothing to guess, since a survey is open to all."""
REFUSED_FOR_GOOD = (400, 404)
"""What Notify answers where it will not send to this number; anything else may pass, or is ours to mend."""
out = logging.getLogger(__name__)


def mobile(number: str) -> str:
    """A mobile number of the United Kingdom as it is kept. Refused for any other.

    >>> mobile("07700 900 123"), mobile("+44 7700-900123")
    ('07700900123', '07700900123')
    """
    plain = re.sub(r"[\s().-]", "", number)
    plain = re.sub(r"^(\+44|0044)0?", "0", plain)
    if not re.fullmatch(r"07\d{9}", plain) or not plain.isascii():
        raise Refused("Enter a UK mobile number, like 07700 900 123.", "number")
    return plain


def _check_can_send() -> None:
    if not notify.can_text():
        raise Refused("No text message can be sent: GOV.UK Notify is not set up here.")


@transaction.atomic
def ask_to_be_asked(*, number: str, on: date, by: Any) -> None:
    """Have the worker send one message that asks whether the number agrees: one a day, and none to whom agreed already."""
    from goldenthread.participation import tasks

    _check_can_send()
    forget_unconfirmed(on=on)
    found, is_new = TextReader.objects.get_or_create(number=mobile(number), defaults={"asked_on": on})
    if found.agreed_on is None and (is_new or found.asked_on != on):
        found.asked_on = on
        found.save(update_fields=["asked_on"])
        log.record("participation.texts.asked_for", subject=log.subject_of(found), by=None)
        tasks.ask_by_text.defer(reader=found.pk)


@transaction.atomic
def agree(*, key: str, on: date, by: Any) -> TextReader:
    """From now on this number is asked. Refuses a key that is unknown or too old."""
    forget_unconfirmed(on=on)
    found = TextReader.objects.select_for_update().filter(key=tidied(key)[:20]).first()
    if found is None:
        raise Refused(
            f"This link is not good any more: it lasts {CONFIRM_DAYS} days. Enter your number again."
        )
    if found.agreed_on is None:
        found.agreed_on = on
        found.save(update_fields=["agreed_on"])
        log.record("participation.texts.agreed", subject=log.subject_of(found), by=None)
    return found


@transaction.atomic
def stop(*, key: str, by: Any) -> None:
    """Forget the number of a key. What waits for it is not sent; an unknown key is no trouble: it is stopped already."""
    found = TextReader.objects.select_for_update().filter(key=tidied(key)[:20]).first()
    if found is not None:
        log.record("participation.texts.stopped", subject=log.subject_of(found), by=None)
        found.delete()


@transaction.atomic
def forget_unconfirmed(*, on: date) -> int:
    """How many numbers are gone that nobody confirmed in time."""
    rows = TextReader.objects.filter(agreed_on=None, asked_on__lt=on - timedelta(days=CONFIRM_DAYS))
    return rows.delete()[1].get("participation.TextReader", 0)


@transaction.atomic
def invite(*, survey: Survey, on: date, by: Any) -> int:
    """Have the worker ask everybody who agreed and was not asked for this survey; gives how many are new.

    Pressed again it takes up what still waits, and asks nobody twice.
    """
    from goldenthread.participation import tasks

    _check_can_send()
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    if not held.is_open_on(on):
        raise Refused("It cannot be answered today, so nobody is asked to.")
    if not held.text_code:
        held.text_code = new_code(SHORT)
        held.save(update_fields=["text_code"])
    readers = TextReader.objects.filter(agreed_on__isnull=False).exclude(invitations__survey=held)
    made = TextInvitation.objects.bulk_create(
        TextInvitation(survey=held, reader=one, asked_on=on) for one in readers.order_by("pk")
    )
    if not made and not held.text_invitations.filter(state__in=UNDER_WAY).exists():
        raise Refused("Everybody who agreed to be asked by text has been asked for this survey.")
    log.record(
        "participation.texts.invited", subject=log.subject_of(held), by=by, detail={"number": len(made)}
    )
    tasks.send_texts.configure(lock=f"participation.texts.{held.pk}").defer(survey=held.pk)
    return len(made)


UNDER_WAY = (TextState.WAITING, TextState.HANDED)


def ask_one(reader: TextReader) -> None:
    """Send the message that asks whether a number agrees. Raises what Notify raises."""
    address = settings.SITE_ADDRESS + reverse("participation:agree_text", args=[reader.key])
    words = (
        f"{settings.AREA_NAME}: you asked to be asked by text what you think. Open this and press the button: {address} "
        "If it was not you, do nothing."
    )
    notify.send_text(reader.number, words)


def send_what_waits(survey: Survey, on: date) -> None:
    """Send each invitation that waits, one after another. Raises where Notify is away: the worker tries again later."""
    waiting = survey.text_invitations.filter(state__in=UNDER_WAY).order_by("pk")
    for pk in list(waiting.values_list("pk", flat=True)):
        _send_one(pk, on)


def _send_one(pk: int, on: date) -> None:
    """One message. It is marked before it is handed over: one that a killed worker left marked is asked about at Notify first."""
    with transaction.atomic():
        held = (
            TextInvitation.objects.select_for_update(of=("self",))
            .select_related("survey", "reader")
            .get(pk=pk)
        )
        if held.state not in UNDER_WAY:
            return
        if held.reader is None or not held.survey.is_open_on(on):
            _mark(held, TextState.DROPPED)
            return
        was_handed, reader, survey = held.state == TextState.HANDED, held.reader, held.survey
        _mark(held, TextState.HANDED)
    if was_handed and notify.has_taken(str(held.reference)):
        _mark(held, TextState.TAKEN)
        return
    try:
        notify.send_by_template(
            reader.number, settings.NOTIFY_INVITATION_TEMPLATE, values_of(survey, reader), str(held.reference)
        )
    except HTTPError as trouble:
        if trouble.status_code not in REFUSED_FOR_GOOD:
            raise
        out.warning("invitation %s was refused by Notify: %s", pk, trouble.status_code)
        _mark(held, TextState.REFUSED)
    else:
        _mark(held, TextState.TAKEN)


def values_of(survey: Survey, reader: TextReader) -> dict[str, str]:
    """What stands in the message: the survey’s title, its short address, and where to stop. Nothing about anybody."""
    return {
        "title": survey.title,
        "address": settings.SITE_ADDRESS + reverse("say_short", args=[survey.text_code]),
        "stop": settings.SITE_ADDRESS + reverse("say_stop", args=[reader.key]),
    }


def _mark(held: TextInvitation, state: str) -> None:
    held.state = state
    held.save(update_fields=["state"])
