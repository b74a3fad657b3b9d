"""One person proposes what goes, another confirms it or says why not."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Any

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from goldenthread.audit import log
from goldenthread.keeping.models import Removal, RemovalState
from goldenthread.keeping.queries.due import BY_EVENT, children_due, held_back, rows_due, rule_on
from goldenthread.kit.errors import Refused
from goldenthread.law.retention import due_on

GONE = "What is due has changed since you opened this page. Look through the list again."


@transaction.atomic
def propose(*, kind: str, keys: Iterable[int], on: date, by: Any) -> list[Removal]:
    """That these go. Refuses what is not due, what is held back, and what is proposed already."""
    rule, chosen = rule_on(kind, on), set(keys)
    event = BY_EVENT[kind][1] if kind in BY_EVENT else "born_on"
    rows = list((rows_due if kind in BY_EVENT else children_due)(kind, on).filter(pk__in=chosen))
    open_now = Removal.objects.filter(kind=kind, state__in=["proposed", "confirmed"])
    taken = open_now.filter(**{"row__in" if kind in BY_EVENT else "child__in": chosen})
    if not chosen or len(rows) != len(chosen) or taken.exists():
        raise Refused(GONE if chosen else "Choose at least one.")
    if kind not in BY_EVENT and any(any(held_back(one, on)) for one in rows):
        raise Refused("One of these is held back. End the hold first, or leave it out.")
    made = [
        Removal.objects.create(
            kind=kind, rule=rule.words, due_on=due_on(getattr(one, event), rule.years), proposed_on=on, proposed_by=by,
            **({"row": one.pk} if kind in BY_EVENT else {"child": one}),
        )
        for one in rows
    ]  # fmt: skip
    for one in made:
        log.record("keeping.removal.proposed", subject=_named(one), by=by, detail={"kind": kind})
    return made


@transaction.atomic
def confirm(*, removals: Iterable[Removal], on: date, by: Any) -> list[Removal]:
    """As the second person, that these go. The worker then removes each in a transaction of its own."""
    from goldenthread.keeping.tasks import carry_out

    held = list(Removal.objects.select_for_update().filter(pk__in=[one.pk for one in removals]))
    if not held:
        raise Refused("Choose at least one.")
    for one in held:
        if one.state != RemovalState.PROPOSED:
            raise Refused(GONE)
        if one.proposed_by_id == by.pk:
            raise Refused("You proposed one of these. Another person must confirm it.")
        one.state, one.confirmed_by, one.decided_on = RemovalState.CONFIRMED, by, on
        one.save(update_fields=["state", "confirmed_by", "decided_on"])
        log.record("keeping.removal.confirmed", subject=_named(one), by=by)
    transaction.on_commit(lambda: _let_carry_out(carry_out))
    return held


def _let_carry_out(task: Any) -> None:
    """Let the worker begin; where it is about to, it takes these too."""
    with suppress(AlreadyEnqueued):
        task.defer()


@transaction.atomic
def decline(*, removal: Removal, why: str, on: date, by: Any) -> Removal:
    """It stays for now, with the reason."""
    if not why.strip():
        raise Refused("Say why it stays.", "why")
    removal = Removal.objects.select_for_update().get(pk=removal.pk)
    if removal.state not in (RemovalState.PROPOSED, RemovalState.CONFIRMED):
        raise Refused(GONE)
    removal.state, removal.why_not, removal.decided_on = RemovalState.DECLINED, why.strip()[:500], on
    removal.confirmed_by = None
    removal.save(update_fields=["state", "why_not", "decided_on", "confirmed_by"])
    log.record("keeping.removal.declined", subject=_named(removal), by=by)
    return removal


def _named(removal: Removal) -> str:
    """In the audit a removal has its own key, and never a child's."""
    return f"keeping.removal:{removal.public_id}"
