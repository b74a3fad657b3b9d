"""Evidence: adding it, confirming it as the second person, and saying that it is gone."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.choices import Confidence
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import Action, Area, Evidence

_SHARE = re.compile(r"\d\s?(?:%|per ?cent\b)", re.IGNORECASE)
_BASE = re.compile(r"\d[\d,]*\s+(?:out\s+)?of\s+(?:the\s+)?\d", re.IGNORECASE)


@transaction.atomic
def add_evidence(
    *,
    area: Area,
    action: Action | None = None,
    title: str,
    kind: str,
    address: str,
    dated_on: PartialDate,
    shows: str,
    says: str = "",
    owner: str = "",
    whose: str = "",
    confidence: str = Confidence.MEDIUM,
    is_publishable: bool = False,
    supersedes: Evidence | None = None,
    on: date,
    by: Any,
) -> Evidence:
    """Evidence for an action or a whole area, waiting for a second person. Newer evidence may take the place of older.

    Refuses a share that does not say what it is of: write “46.4% (283 of 610)”.
    """
    if dated_on.first > on:
        raise Refused("The evidence is dated in the future. Give the day that it was made.", "dated_on")
    if is_bare_share(says):
        raise Refused(
            "A percentage must say what it is of. Write for example “46.4% (283 of 610 plans)”.", "says"
        )
    if supersedes:
        _check_newest(supersedes)
    evidence = Evidence.objects.create(
        area=area, action=action, title=title, kind=kind, address=address, dated_on=dated_on, shows=shows, says=says,
        owner=owner, whose=whose, confidence=confidence, is_publishable=is_publishable, supersedes=supersedes, known_on=on,
        recorded_by=by,
    )  # fmt: skip
    log.record("programme.evidence.added", subject=log.subject_of(evidence), by=by)
    return evidence


def _check_newest(evidence: Evidence) -> None:
    Evidence.objects.select_for_update().get(pk=evidence.pk)
    if Evidence.objects.filter(supersedes=evidence).exists():
        raise Refused("Newer evidence has taken the place of that already. Choose the newest.", "supersedes")


def is_bare_share(words: str) -> bool:
    """Whether words give a percentage without how many of how many.

    >>> is_bare_share("85% agreed"), is_bare_share("85% (297 of 349) agreed")
    (True, False)
    """
    return bool(_SHARE.search(words)) and not _BASE.search(words)


@transaction.atomic
def confirm_evidence(*, evidence: Evidence, on: date, by: Any) -> Evidence:
    """A second person says that the evidence shows what it is said to show."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if evidence.recorded_by_id == by.pk:
        raise Refused("You added this evidence, so somebody else must confirm it.")
    if evidence.confirmed_on is None:
        evidence.confirmed_by, evidence.confirmed_on = by, on
        evidence.save(update_fields=["confirmed_by", "confirmed_on"])
        log.record("programme.evidence.confirmed", subject=log.subject_of(evidence), by=by)
    return evidence


@transaction.atomic
def say_gone(*, evidence: Evidence, why: str, on: date, by: Any) -> Evidence:
    """The evidence cannot be opened any more. It stays in the record, and what rests on it says so."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if not why.strip():
        raise Refused(
            "Say what happened when you tried to open it, for example “The page is not there”.", "why"
        )
    if evidence.gone_on is None:
        evidence.gone_on, evidence.gone_why = on, why.strip()
        evidence.save(update_fields=["gone_on", "gone_why"])
        log.record("programme.evidence.gone", subject=log.subject_of(evidence), by=by)
    return evidence
