"""Entries that the council writes itself, and services that people miss."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.localoffer.actions import upkeep
from goldenthread.localoffer.actions.loading import LoadResult, load_batch
from goldenthread.localoffer.choices import Origin, SuggestionState, VersionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Service, Suggestion
from goldenthread.openreferral.reading import made_identifier, read_service

BY_COUNCIL = "the council"


@transaction.atomic
def add_entry(
    *, record: dict[str, Any], organisation: str, suggestion: Suggestion | None = None, now: datetime, by: Any
) -> Service:
    """A new service, read at once and checked today. `organisation` is who gives it; one that is known by its name stays one."""
    given = {
        **record,
        "id": str(uuid.uuid4()),
        "organization": {"id": made_identifier("organisation", organisation.lower()), "name": organisation,
                         "description": organisation},
    }  # fmt: skip
    read = read_service(given)
    if read.record is None:
        raise Refused("; ".join(str(problem) for problem in read.problems))
    load_batch(records=[read.record], result=LoadResult(), now=now, by=by)
    service = Service.objects.get(public_id=read.record.id)
    service.origin = Origin.HERE
    service.save(update_fields=["origin"])
    today = timezone.localdate(now)
    service = upkeep.assure(service=service, who=BY_COUNCIL, on=today, by=by)
    if suggestion:
        _decide(suggestion, SuggestionState.TAKEN, today, by, service=service)
    return service


@transaction.atomic
def edit_entry(
    *, service: Service, record: dict[str, Any], review_months: int, now: datetime, by: Any
) -> Service:
    """The council's own change, read at once. Refuses while a change of the provider waits, which would be lost."""
    held = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if held.versions.filter(state=VersionState.WAITING).exists():
        raise Refused("A change of the provider waits. Decide on it first, or it would be lost.")
    if review_months != held.review_months:
        held.review_months = review_months
        held.save(update_fields=["review_months"])
        detail = {"review_months": review_months}
        log.record("localoffer.service.review_set", subject=log.subject_of(held), by=by, detail=detail)
        if held.approved and held.approved.record == record:
            return held
    version = upkeep.send_change(service=held, record=record, now=now, by=by)
    return upkeep.approve(version=version, now=now, by=by)


@transaction.atomic
def suggest(*, name: str, words: str, reach: str = "", place: str = "", on: date, by: Any) -> Suggestion:
    """A service that somebody misses. Who they are is not kept."""
    said = Suggestion.objects.create(
        name=name.strip(), words=words.strip(), reach=reach.strip(), place=place.strip(), sent_on=on
    )
    log.record("localoffer.suggestion.sent", subject=log.subject_of(said), by=by)
    return said


@transaction.atomic
def decline_suggestion(*, suggestion: Suggestion, reason: str, on: date, by: Any) -> Suggestion:
    """It does not become an entry, and why."""
    if not reason.strip():
        raise Refused("Say why, for those who keep the Local Offer after you.", "reason")
    return _decide(suggestion, SuggestionState.DECLINED, on, by, reason=reason.strip())


def _decide(
    suggestion: Suggestion,
    state: SuggestionState,
    on: date,
    by: Any,
    *,
    service: Service | None = None,
    reason: str = "",
) -> Suggestion:
    held = Suggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
    if held.state != SuggestionState.NEW:
        raise Refused("Somebody has decided on this suggestion already.")
    held.state, held.service, held.reason, held.decided_on, held.decided_by = state, service, reason, on, by
    held.save(update_fields=["state", "service", "reason", "decided_on", "decided_by"])
    log.record(f"localoffer.suggestion.{state.value}", subject=log.subject_of(held), by=by)
    return held
