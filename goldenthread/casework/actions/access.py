"""Who may see a case besides those whom their part lets in: leave, bars, restriction, and those asked for advice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from goldenthread.audit import log
from goldenthread.casework.models import AdviceAccess, Bar, Case, Event, Grant
from goldenthread.kit.errors import Refused
from goldenthread.kit.spans import Span


@transaction.atomic
def grant(*, case: Case, user: Any, reason: str, starts_on: date, ends_on: date | None, by: Any) -> Grant:
    """Leave to see a case, for a reason and, for a visitor, until a day."""
    if not reason.strip():
        raise Refused("Say why they need to see this case.", "reason")
    made = Grant.objects.create(
        case=case, user=user, reason=reason.strip(), starts_on=starts_on, ends_on=ends_on, recorded_by=by
    )
    log.record("casework.case.granted", subject=log.subject_of(case), by=by)
    return made


@transaction.atomic
def bar(*, case: Case, user: Any, reason: str, starts_on: date, by: Any) -> Bar:
    """Keep somebody from a case from a day on, whatever their role."""
    if not reason.strip():
        raise Refused("Say why they may not see this case.", "reason")
    made = Bar.objects.create(
        case=case, user=user, reason=reason.strip(), starts_on=starts_on, recorded_by=by
    )
    log.record("casework.case.barred", subject=log.subject_of(case), by=by)
    return made


@transaction.atomic
def let_advise(*, request: Event, adviser: Any, on: date, by: Any) -> AdviceAccess:
    """Let a professional see what a request for advice needs, until it is answered.

    Refuses a second time, and somebody of the child's family.
    """
    running = AdviceAccess.objects.filter(case=request.case, adviser=adviser, ends_on=None)
    if running.filter(request__pk=request.pk).exists():
        raise Refused(f"{adviser} can read this request already.", "user")
    if request.case.child.relationships.filter(adult__user=adviser).exists():
        raise Refused(f"{adviser} is of this child’s family. Ask somebody else.", "user")
    made = AdviceAccess.objects.create(
        case=request.case, request=request, adviser=adviser, starts_on=on, recorded_by=by
    )
    log.record("casework.advice.opened", subject=log.subject_of(request.case), by=by)
    return made


@transaction.atomic
def end_advising(*, request: int, on: date) -> None:
    """Nobody who was asked with this request sees the case any more after a day: it was answered, or is not needed."""
    asked = AdviceAccess.objects.filter(Q(request__pk=request) | Q(request__root=request))
    asked.filter(Q(ends_on=None) | Q(ends_on__gt=on)).update(ends_on=on)


@transaction.atomic
def end_span(*, span: Span, on: date, by: Any) -> None:
    """End leave or a bar with yesterday. One that begins today or later goes altogether."""
    if span.ends_on is not None and span.ends_on < on:
        raise Refused("This has ended already.")
    log.record("casework.access.ended", subject=log.subject_of(span), by=by)
    if span.starts_on >= on:
        span.delete()
        return
    span.ends_on = on - timedelta(days=1)
    span.save(update_fields=["ends_on"])


@transaction.atomic
def restrict(*, case: Case, reason: str, on: date, by: Any) -> Case:
    """From now on only people with leave of their own see the case, and its family. Whoever restricts it keeps leave."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.is_restricted:
        raise Refused("This case is restricted already.")
    if not reason.strip():
        raise Refused("Say why this case is restricted.", "reason")
    grant(case=case, user=by, reason=f"Restricted it: {reason.strip()}", starts_on=on, ends_on=None, by=by)
    case.is_restricted = True
    case.save(update_fields=["is_restricted"])
    log.record("casework.case.restricted", subject=log.subject_of(case), by=by)
    return case


@transaction.atomic
def lift_restriction(*, case: Case, by: Any) -> Case:
    """Everybody with a part in the case sees it again."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    case.is_restricted = False
    case.save(update_fields=["is_restricted"])
    log.record("casework.case.opened_up", subject=log.subject_of(case), by=by)
    return case
