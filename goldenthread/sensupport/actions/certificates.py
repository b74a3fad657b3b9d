"""Certificates of training, which anybody can check who was given one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.models import Certificate, Training


@transaction.atomic
def issue_certificates(*, training: Training, on: date, by: Any) -> int:
    """A certificate for everybody who came and has none; how many. Refuses a training that is still to come."""
    held = Training.objects.select_for_update().get(pk=training.pk)
    if held.held_on > on:
        raise Refused("This training is still to come. Issue certificates once it was held.")
    without = list(held.attendances.filter(certificate=None))
    Certificate.objects.bulk_create(
        Certificate(attendance=one, issued_on=on, recorded_by=by) for one in without
    )
    log.record(
        "sensupport.certificates.issued", subject=log.subject_of(held), by=by, detail={"number": len(without)}
    )
    return len(without)


@transaction.atomic
def withdraw_certificate(*, certificate: Certificate, on: date, by: Any) -> Certificate:
    """Its link says from now on that it was withdrawn. There is no way back: a name that was wrong is entered again, rightly."""
    held = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if held.withdrawn_on is None:
        held.withdrawn_on = on
        held.save(update_fields=["withdrawn_on"])
        log.record("sensupport.certificate.withdrawn", subject=log.subject_of(held), by=by)
    return held
