"""Links for professionals without an account: a secret in the mail, and a one-time code to the same address.

Both are made in the background worker at the moment they are mailed, so that neither is ever written down: not in the
database, not in a waiting task. Of each only a hash is kept.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Advice, AdviceLink
from goldenthread.kit import notices
from goldenthread.kit.errors import Refused
from goldenthread.kit.secret_links import hashed, new_code, tidied
from goldenthread.kit.who_reads import Purpose, reading_for

GOOD_FOR = timedelta(weeks=16)
"""Six weeks by law, and the lateness that happens. The link ends with the request, however early that is."""
CODE_LENGTH = 8
"""More than 37 bits: with five tries a code and one code a minute, nobody guesses one while a link is good."""
CODE_GOOD_FOR = timedelta(minutes=30)
BETWEEN_CODES = timedelta(minutes=1)
TRIES = 5


@transaction.atomic
def mail_link(*, advice: Advice, on: date, by: Any) -> AdviceLink:
    """A new link, to be mailed by the worker. Every earlier one ends."""
    from goldenthread.casework import tasks

    end_links(advice=advice, on=on, by=by)
    link = AdviceLink.objects.create(
        advice=advice,
        secret_hash=hashed(secrets.token_hex(32)),
        made_on=on,
        good_until=on + GOOD_FOR,
        recorded_by=by,
    )
    log.record("casework.advice.link_made", subject=log.subject_of(advice), by=by)
    tasks.send_advice_link.defer(link=link.pk)
    return link


@transaction.atomic
def end_links(*, advice: Advice, on: date, by: Any) -> None:
    """No link of this advice opens anything any more."""
    if AdviceLink.objects.filter(advice=advice, ended_on=None).update(ended_on=on):
        log.record("casework.advice.link_ended", subject=log.subject_of(advice), by=by)


@reading_for(Purpose.LINK)
def link_of(secret: str) -> AdviceLink | None:
    """The link of a secret, ended or not."""
    return (
        AdviceLink.objects.select_related("advice__case__child", "advice__request")
        .filter(secret_hash=hashed(secret))
        .first()
    )


def send_link(link: AdviceLink, at: datetime) -> None:
    """Mail the link; from then on the six weeks run. Sent again after a crash, the mail that came last is the good one.

    What the sender raises is raised on, so that the worker tries again.
    """
    secret = secrets.token_urlsafe(32)
    AdviceLink.objects.filter(pk=link.pk).update(secret_hash=hashed(secret))
    _mail(link, "advice_link_email.txt", "your advice is asked for", reverse("advice:link", args=[secret]), {
        "is_again": bool(link.advice.submissions.exists()), "good_until": link.good_until})  # fmt: skip
    with transaction.atomic():
        AdviceLink.objects.filter(pk=link.pk).update(sent_at=at, trouble="")
        log.record("casework.advice.link_sent", subject=log.subject_of(link.advice), by=None)
        reach(link.advice, at.date())


def reach(advice: Advice, on: date) -> None:
    """Note that the request reached its body, unless the file says so (regulation 8(1): six weeks from receipt)."""
    request, events = advice.request, advice.case.events.in_force().filter(is_struck=False)
    if request is None:
        return
    now = events.filter(pk=request.pk).first() or events.filter(root=request.pk).first()
    if (
        now is None
        or now.facts.get("reached_on")
        or events.filter(kind="advice-reached", answers=request).exists()
    ):
        return
    try:
        with transaction.atomic():
            record_event(case=advice.case, kind="advice-reached", occurred_on=max(on, now.occurred_on), answers=request,
                         on=max(on, now.occurred_on), by=None)  # fmt: skip
    except Refused:
        return  # the case has moved on, and no clock of advice runs any more


def give_up_link(link: AdviceLink, trouble: str) -> None:
    """After several tries: the worker of the case is shown that the mail did not leave."""
    with transaction.atomic():
        AdviceLink.objects.filter(pk=link.pk, sent_at=None).update(trouble=trouble[:200])
        log.record("casework.advice.link_failed", subject=log.subject_of(link.advice), by=None)


@reading_for(Purpose.LINK)
@transaction.atomic
def ask_for_code(*, link: AdviceLink, at: datetime, by: Any) -> None:
    """Have a code mailed to the address of the link. Refuses a second within a minute."""
    from goldenthread.casework import tasks

    link = AdviceLink.objects.select_for_update(of=("self",)).select_related("advice").get(pk=link.pk)
    if link.code_made_at and at - link.code_made_at < BETWEEN_CODES:
        raise Refused("A code is on its way. If it has not come in a minute, ask for another.")
    link.code_hash, link.code_made_at, link.tries = "", at, 0
    link.save(update_fields=["code_hash", "code_made_at", "tries"])
    log.record("casework.advice.code_asked", subject=log.subject_of(link.advice), by=by)
    tasks.send_advice_code.defer(link=link.pk)


def send_code(link: AdviceLink, at: datetime) -> None:
    """Make a code and mail it. An earlier one is good for nothing from then on."""
    code = new_code(CODE_LENGTH)
    AdviceLink.objects.filter(pk=link.pk).update(
        code_hash=hashed(f"{link.pk}:{code}"), code_made_at=at, tries=0
    )
    _mail(link, "advice_code_email.txt", "your code", "", {"code": f"{code[:4]} {code[4:]}"})


def _mail(link: AdviceLink, template: str, subject: str, path: str, more: dict[str, Any]) -> None:
    """A mail with no child in it: who opens it by mistake learns nothing of anybody."""
    values = {
        "service": settings.SERVICE_NAME,
        "area": settings.AREA_NAME,
        "link": settings.SITE_ADDRESS.rstrip("/") + path,
        **more,
    }
    notices.send_email(
        link.advice.email,
        f"{settings.SERVICE_NAME}: {subject}",
        render_to_string(f"casework/{template}", values),
    )


@reading_for(Purpose.LINK)
def use_code(*, link: AdviceLink, code: str, at: datetime, by: Any) -> AdviceLink:
    """Let in whoever has the code. It is good once, for half an hour, and five wrong ones use it up.

    A wrong one is counted even though it is refused, so this is not one transaction.
    """
    with transaction.atomic():
        held = (
            AdviceLink.objects.select_for_update(of=("self",)).select_related("advice__case").get(pk=link.pk)
        )
        is_fresh = held.code_made_at is not None and at - held.code_made_at < CODE_GOOD_FOR
        usable = bool(held.code_hash) and is_fresh and held.tries < TRIES
        if usable and constant_time_compare(held.code_hash, hashed(f"{held.pk}:{tidied(code)}")):
            AdviceLink.objects.filter(pk=held.pk).update(code_hash="", tries=0)
            log.record("casework.advice.let_in", subject=log.subject_of(held.advice), by=by)
            reach(held.advice, at.date())
            return held
        AdviceLink.objects.filter(pk=held.pk).update(tries=F("tries") + 1)
        log.record("casework.advice.code_wrong", subject=log.subject_of(held.advice), by=by)
    if not usable:
        raise Refused("This code is used up or too old. Ask for a new one.", "code")
    raise Refused("This is not the code. Check it against the mail, or ask for a new one.", "code")
