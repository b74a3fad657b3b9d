"""Writing to the audit, in the transaction of the change that it records: both are saved, or neither."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.audit import chain
from goldenthread.audit.models import Event, Head

LOCK = 7_346_211_905
"""Any number that nothing else in this database locks: one writer at a time, until its transaction ends."""


class AuditTrouble(RuntimeError):
    """The audit cannot be written, so the change it belongs to may not be saved either."""


def record(action: str, *, subject: str, by: Any, detail: dict[str, Any] | None = None) -> Event:
    """Add one event to the chain.

    `subject` reads "programme.action:17". `by` is the person, an anonymous reader, or None for a program.
    `detail` holds what changed and no personal data. Raises AuditTrouble outside a transaction.
    """
    if not connection.in_atomic_block:
        raise AuditTrouble(
            f"{action} was to be recorded outside a transaction. Wrap the change and its event in one."
        )
    head = _locked_head()
    event = Event(
        sequence=head.count + 1,
        at=timezone.now(),
        actor=str(getattr(by, "public_id", "") or ""),
        actor_label=_label(by),
        action=action,
        subject=subject,
        detail=chain.plain(detail),
        previous_hash=head.hash,
    )
    event.hash = chain.event_hash(event.content())
    event.save(force_insert=True)
    Head.objects.filter(key=1).update(
        count=event.sequence, hash=event.hash, mac=chain.head_mac(event.sequence, event.hash)
    )
    return event


def record_read(action: str, *, subject: str, by: Any, detail: dict[str, Any] | None = None) -> Event:
    """Record that somebody opened a sensitive page or took an export; in a transaction of its own if need be."""
    with transaction.atomic():
        return record(action, subject=subject, by=by, detail=detail)


def subject_of(row: Any) -> str:
    """How a row is named in the audit: "programme.action:17"."""
    return f"{row._meta.label_lower}:{row.pk}"


def person(by: Any) -> Any:
    """Who did it, as a row may keep it: somebody who has signed in, or nobody."""
    return by if getattr(by, "is_authenticated", False) else None


def _locked_head() -> Head:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    head = Head.objects.filter(key=1).first()
    if head is not None:
        return head
    if Event.objects.exists():
        raise AuditTrouble(
            "The audit's last line is missing. Nothing is saved until `goldenthread audit verify` is run."
        )
    return Head.objects.create(hash=chain.START, mac=chain.head_mac(0, chain.START))


def _label(by: Any) -> str:
    if by is None:
        return "the system"
    return str(getattr(by, "audit_label", "") or "the public")[:200]
