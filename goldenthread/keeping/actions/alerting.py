"""Calling the people on duty, and what they do about it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.audit.models import Head
from goldenthread.casework.models import Allocation, Bar, Case, Grant
from goldenthread.keeping.models import Alert, AlertKind, Canary, Watched
from goldenthread.keeping.queries.watching import canaries_read, many_read, on_duty
from goldenthread.kit.errors import Refused
from goldenthread.kit.notices import send_email

WORDS = (
    "There is something to look at in {service}: {kind}.\n\nSign in and open {address}\n\n"
    "This mail says nothing about whom it concerns. If you do not expect it, ask another person on duty."
)
out = logging.getLogger(__name__)


@transaction.atomic
def raise_alert(
    *, kind: str, key: str, says: str, person: User | None, at: datetime, by: Any
) -> Alert | None:
    """Call the people on duty, once for each thing; None where they were called for it before."""
    made, is_new = Alert.objects.get_or_create(
        key=key[:120], defaults={"kind": kind, "says": says[:3000], "person": person, "raised_at": at}
    )
    if not is_new:
        return None
    log.record(
        "keeping.alert.raised", subject=f"keeping.alert:{made.public_id}", by=by, detail={"kind": kind}
    )
    transaction.on_commit(lambda: call(made))
    return made


def call(alert: Alert) -> None:
    """Write to each person on duty by themselves. One who cannot be written to stops nobody else."""
    address, reached = settings.SITE_ADDRESS.rstrip("/") + reverse("keeping:alerts"), 0
    words = WORDS.format(service=settings.SERVICE_NAME, kind=str(alert).lower(), address=address)
    for person in on_duty(timezone.localdate(alert.raised_at)):
        try:
            send_email(person.email, f"{settings.SERVICE_NAME}: somebody on duty is needed", words)
            reached += 1
        except Exception as trouble:  # the mail system's own
            out.error("a person on duty was not reached: %s", type(trouble).__name__)
    Alert.objects.filter(pk=alert.pk).update(mailed_to=reached)
    if not reached:
        out.error("alert %s reached nobody", alert.public_id)


@transaction.atomic
def watch(*, now: datetime, by: Any) -> list[Alert]:
    """Look through what was read since the last look, and call for what was found."""
    held = Watched.objects.select_for_update().get_or_create(key=1)[0]
    end = Head.objects.filter(key=1).values_list("count", flat=True).first() or 0
    found = [*canaries_read(held.sequence), *many_read(held.sequence, now)] if end > held.sequence else []
    people = {
        str(one.public_id): one
        for one in User.objects.filter(public_id__in={one.actor for one in found if one.actor})
    }
    raised = [raise_alert(kind=one.kind, key=one.key, says=one.says, person=people.get(one.actor), at=now, by=by)
              for one in found]  # fmt: skip
    held.sequence = end
    held.save(update_fields=["sequence"])
    if any(raised):
        log.record("keeping.watched", subject="audit", by=by, detail={"until": end})
    return [one for one in raised if one]


@transaction.atomic
def report(*, words: str, page: str, at: datetime, by: Any) -> Alert | None:
    """Somebody sees what is not theirs. Whoever it is: the people on duty are called."""
    if not words.strip():
        raise Refused("Say in a few words what you see.", "words")
    person = by if isinstance(by, User) else None
    says = f"{words.strip()[:2000]}\n\nFrom the page: {page[:100] or 'not said'}."
    return raise_alert(kind=AlertKind.REPORTED, key=f"reported:{at.isoformat()}:{getattr(person, 'pk', 0)}", says=says,
                       person=person, at=at, by=by)  # fmt: skip


@transaction.atomic
def settle(*, alert: Alert, outcome: str, at: datetime, by: Any) -> Alert:
    """What was found and done."""
    if len(outcome.split()) < 3:
        raise Refused("Say in a few words what you found and did.", "outcome")
    alert = Alert.objects.select_for_update().get(pk=alert.pk)
    if alert.settled_at:
        raise Refused("Somebody has settled this already. Look at it again.")
    alert.outcome, alert.settled_at, alert.settled_by = outcome.strip(), at, by
    alert.save(update_fields=["outcome", "settled_at", "settled_by"])
    log.record("keeping.alert.settled", subject=f"keeping.alert:{alert.public_id}", by=by)
    return alert


@transaction.atomic
def plant_canary(*, case: Case, why: str, by: Any) -> Canary:
    """Mark an invented child's case as one that nobody has a reason to open."""
    if not case.child.is_invented:
        raise Refused(
            "This is a real child’s case. A canary is an invented child: enter one first, marked as invented.",
            "case",
        )
    made, is_new = Canary.objects.get_or_create(case=case, defaults={"why": why.strip(), "recorded_by": by})
    if is_new:
        log.record("keeping.canary.planted", subject=f"keeping.canary:{made.pk}", by=by)
    return made


@transaction.atomic
def break_glass(*, reference: str, reason: str, at: datetime, by: Any) -> Case:
    """Open a case in which one has no part, for today and tomorrow, for a reason. The people on duty are called at once.

    A bar still keeps somebody out: their own child, a relative.
    """
    if len(reason.split()) < 4:
        raise Refused("Say in a sentence why it cannot wait for leave.", "reason")
    on = timezone.localdate(at)
    case = Case.objects.filter(reference__iexact=reference.strip()).first()
    if (
        case is None
        or Bar.objects.filter(case=case, user=by, starts_on__lte=on).exclude(ends_on__lt=on).exists()
    ):
        raise Refused("There is no case with this reference that you may open. Ask a manager.", "reference")
    until = on + timedelta(days=1)
    Allocation.objects.create(
        case=case, worker=by, is_cover=True, starts_on=on, ends_on=until, recorded_by=by
    )
    if case.is_restricted:
        Grant.objects.create(
            case=case, user=by, reason=reason[:500], starts_on=on, ends_on=until, recorded_by=by
        )
    log.record("keeping.glass.broken", subject=log.subject_of(case), by=by, detail={"until": until})
    raise_alert(kind=AlertKind.GLASS, key=f"glass:{case.pk}:{by.pk}:{at.isoformat()}", person=by, at=at, by=by,
                says=f"{case.reference}, until the end of {until:%-d %B %Y}: {reason.strip()[:1000]}")  # fmt: skip
    return case
