"""Keeping services right: providers send changes, the council approves them, and somebody says that an entry is still right."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.kit.notices import send_email
from goldenthread.kit.secret_links import hashed
from goldenthread.localoffer.actions.loading import apply_record
from goldenthread.localoffer.actions.showing import show_changes
from goldenthread.localoffer.choices import Origin, VersionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Keeper, Service, ServiceVersion, UpdateLink
from goldenthread.openreferral.reading import read_service
from goldenthread.openreferral.writing import as_json

LINK_DAYS = 28
GRACE_DAYS = 60
"""How long after its review is due an entry stays before it is hidden."""


def _locked(service: Service) -> Service:
    return Service.objects.select_for_update(of=("self",)).select_related("approved").get(pk=service.pk)


@transaction.atomic
def send_change(
    *, service: Service, record: dict[str, Any], note: str = "", now: datetime, by: Any
) -> ServiceVersion:
    """A changed record that waits; what waited before is replaced. The public goes on reading the approved one."""
    held = _locked(service)
    read = read_service({**record, "id": str(held.public_id)})
    if read.record is None:
        raise Refused("; ".join(str(problem) for problem in read.problems))
    written = as_json(read.record)
    if held.approved and held.approved.record == written:
        raise Refused("Nothing has changed. If all of it is still right, say so below.")
    held.versions.filter(state=VersionState.WAITING).update(state=VersionState.REPLACED, decided_at=now)
    version = ServiceVersion.objects.create(
        service=held,
        number=_next_number(held),
        record=written,
        note=note,
        submitted_at=now,
        submitted_by=log.person(by),
    )
    log.record("localoffer.service.change_sent", subject=log.subject_of(version), by=by)
    return version


def _next_number(service: Service) -> int:
    latest = service.versions.first()
    return latest.number + 1 if latest else 1


@transaction.atomic
def approve(*, version: ServiceVersion, now: datetime, by: Any) -> Service:
    """The waiting record becomes what the public reads, with the next search."""
    service = _locked(version.service)
    waiting = service.versions.filter(pk=version.pk, state=VersionState.WAITING).first()
    if waiting is None:
        raise Refused("This change does not wait any more: it was decided on, or replaced by a newer one.")
    waiting.state, waiting.decided_at, waiting.decided_by = VersionState.APPROVED, now, by
    waiting.save(update_fields=["state", "decided_at", "decided_by"])
    service.approved, service.origin = waiting, _origin(waiting)
    shape = read_service(waiting.record).record
    shape.last_modified = now.isoformat()
    apply_record(service, shape, now)
    service.save()
    show_changes([service.pk])
    log.record("localoffer.service.change_approved", subject=log.subject_of(waiting), by=by)
    return service


def _origin(version: ServiceVersion) -> Origin:
    """Whose words these are: the provider's, behind its link or signed in, or the council's."""
    sent_by = version.submitted_by
    is_own = (
        sent_by is None or Keeper.objects.filter(provider=version.service.provider, user=sent_by).exists()
    )
    return Origin.PROVIDER if is_own else Origin.HERE


@transaction.atomic
def refuse(*, version: ServiceVersion, reason: str, now: datetime, by: Any) -> ServiceVersion:
    """The change is not taken, and why."""
    waiting = (
        ServiceVersion.objects.select_for_update().filter(pk=version.pk, state=VersionState.WAITING).first()
    )
    if waiting is None:
        raise Refused("This change does not wait any more: it was decided on, or replaced by a newer one.")
    if not reason.strip():
        raise Refused("Say why, so that the provider can mend it.", "reason")
    waiting.state, waiting.reason = VersionState.REFUSED, reason.strip()
    waiting.decided_at, waiting.decided_by = now, by
    waiting.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    log.record("localoffer.service.change_refused", subject=log.subject_of(waiting), by=by)
    return waiting


@transaction.atomic
def assure(*, service: Service, who: str, on: date, by: Any) -> Service:
    """Somebody says that the entry is right. It lapses when nobody says so again for its months and some weeks."""
    held = _locked(service)
    held.assured_on, held.assured_by = on, who[:200]
    held.lapses_on = on + timedelta(days=round(held.review_months * 30.44) + GRACE_DAYS)
    held.save(update_fields=["assured_on", "assured_by", "lapses_on"])
    show_changes([held.pk])
    log.record("localoffer.service.assured", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def send_link(*, service: Service, sent_to: str, on: date, by: Any) -> str:
    """A secret address for the provider, good for four weeks, sent by e-mail. The answer is the address, shown once."""
    secret = secrets.token_urlsafe(32)
    link = UpdateLink.objects.create(
        service=service, secret_hash=hashed(secret), sent_to=sent_to, made_on=on,
        ends_on=on + timedelta(days=LINK_DAYS), made_by=log.person(by),
    )  # fmt: skip
    address = settings.SITE_ADDRESS + reverse("localoffer:update", args=[secret])
    words = (
        "Please look at your entry in the Local Offer: is it still right? With this address you can say so, or send "
        f"changes, without a password, until {link.ends_on:%d %B %Y}:\n\n{address}\n\nKeep the address to yourself."
    )
    transaction.on_commit(lambda: send_email(sent_to, "Your entry in the Local Offer", words))
    log.record("localoffer.link.sent", subject=log.subject_of(service), by=by)
    return address
