"""Remarks on the run of a measure: what happened on a day that explains it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.evidence.models import Remark
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Measure


@transaction.atomic
def add_remark(*, measure: Measure, about_on: date, words: str, on: date, by: Any) -> Remark:
    """A remark about a day that is past or today."""
    if about_on > on:
        raise Refused("This day has not come yet. A remark is about what happened.", "about_on")
    if not words.strip():
        raise Refused("Say what happened.", "words")
    made = Remark.objects.create(
        measure=measure, about_on=about_on, words=words.strip(), known_on=on, recorded_by=by
    )
    log.record("evidence.remark.added", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def take_back_remark(*, remark: Remark, why: str, on: date, by: Any) -> Remark:
    """The remark counts no more from today. It stays in the record with the reason, and days before still show it."""
    held: Remark = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    if held.taken_back_on is not None:
        raise Refused("Somebody has taken this back already.")
    if not why.strip():
        raise Refused("Say why it is taken back.", "why")
    held.taken_back_on, held.taken_back_why = on, why.strip()
    held.save(update_fields=["taken_back_on", "taken_back_why"])
    log.record("evidence.remark.taken_back", subject=log.subject_of(held), by=by)
    return held
