"""What is done about a return that does not come: its provider is written to, the board hears of it, and it is cleared."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import roles_that_hold
from goldenthread.audit import log
from goldenthread.commissioning.models import ReturnStep, ServiceMeasure, Step
from goldenthread.commissioning.models.line import members_of
from goldenthread.commissioning.queries.returns import Period, owed, waited_for
from goldenthread.kit.notices import send_email

out = logging.getLogger(__name__)


@transaction.atomic
def chase_returns(*, on: date, by: Any = None) -> list[ReturnStep]:
    """Take every step that is due about a missed return and was not taken yet. Each provider gets one message a day at most.

    Asked twice on a day, or by two workers at once, it takes each step once; after days without a worker it catches up.
    """
    measures = list(
        ServiceMeasure.objects.select_for_update(of=("self",))
        .select_related("service__provider")
        .order_by("pk")
    )
    taken = set(ReturnStep.objects.values_list("measure", "period_ends_on", "step"))
    due: list[tuple[Period, Step]] = []
    for period in waited_for(owed(measures, on)):
        steps = [Step.CHASED] * period.is_chased(on) + [Step.ESCALATED] * period.is_with_the_board(on)
        due += [(period, one) for one in steps if (period.measure.pk, period.ends_on, one) not in taken]
    people = _people_of((period.measure.service.provider_id for period, _ in due), on)
    made = [
        _take(period, step, len(people[period.measure.service.provider_id]), on, by) for period, step in due
    ]
    asked = {period.measure.service.provider_id for period, step in due if step == Step.CHASED}
    for address in sorted({one for provider in asked for one in people[provider]}):
        transaction.on_commit(partial(_write, address))
    return made


def _take(period: Period, step: Step, people: int, on: date, by: Any) -> ReturnStep:
    written_to = people if step == Step.CHASED else 0
    made = ReturnStep.objects.create(
        measure=period.measure, period_ends_on=period.ends_on, step=step, taken_on=on, written_to=written_to
    )
    detail = {"period_ends_on": period.ends_on.isoformat(), "written_to": written_to}
    log.record(f"commissioning.return.{step}", subject=log.subject_of(period.measure), by=by, detail=detail)
    return made


@transaction.atomic
def clear_return(*, measure: ServiceMeasure, ends_on: date, on: date, by: Any) -> ReturnStep | None:
    """Close the steps about a return that has come; None where none was taken, or they are closed."""
    steps = set(
        ReturnStep.objects.filter(measure=measure, period_ends_on=ends_on).values_list("step", flat=True)
    )
    if not steps or Step.CLEARED in steps:
        return None
    made = ReturnStep.objects.create(measure=measure, period_ends_on=ends_on, step=Step.CLEARED, taken_on=on)
    detail = {"period_ends_on": ends_on.isoformat(), "was_with_the_board": Step.ESCALATED in steps}
    log.record("commissioning.return.cleared", subject=log.subject_of(measure), by=by, detail=detail)
    return made


def _people_of(providers: Iterable[int], on: date) -> dict[int, list[str]]:
    """The addresses of those who send returns for each provider on a day. Two queries."""
    roles = [role.key for role in roles_that_hold(Permission.SEND_RETURNS)]
    held = RoleHolding.objects.held_on(on).filter(role__in=roles).values("user")
    senders = dict(User.objects.filter(is_active=True, pk__in=held).values_list("pk", "email"))
    found: dict[int, list[str]] = defaultdict(list)
    for provider, user in members_of(set(providers), on):
        if user in senders and senders[user] not in found[provider]:
            found[provider].append(senders[user])
    return found


def _write(address: str) -> None:
    """One message; a mail system that refuses it keeps nobody else waiting. It says that something waits, and not what."""
    words = (
        "A return that one of your contracts asks for has not come in time.\n\n"
        f"Sign in to see which, and send it: {settings.SITE_ADDRESS}{reverse('commissioning:contracts')}"
    )
    try:
        send_email(address, "A return is late", words)
    except Exception as trouble:  # the mail system's own
        out.warning("a chaser was not sent: %s", type(trouble).__name__)
