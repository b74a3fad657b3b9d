"""Bringing in services from a file or a feed: what is new, what has changed, and everything that could not be used."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.audit import log
from goldenthread.localoffer.actions.showing import show_changes
from goldenthread.localoffer.actions.vocabularies import keep_terms
from goldenthread.localoffer.choices import Origin, VersionState
from goldenthread.localoffer.models import Provider, Service, ServiceVersion
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import made_identifier
from goldenthread.openreferral.shapes import Organization
from goldenthread.openreferral.shapes import Service as ServiceShape
from goldenthread.openreferral.writing import as_json

BATCH = 500
LISTED = 200
"""Problems that are told in full; the rest are counted."""


@dataclass
class LoadResult:
    """What came in."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    problems: list[str] = field(default_factory=list)
    problem_count: int = 0

    @property
    def read(self) -> int:
        """How many records there were."""
        return self.added + self.changed + self.unchanged + self.refused

    def note(self, problem: str) -> None:
        """Keep a problem."""
        self.problem_count += 1
        if len(self.problems) < LISTED:
            self.problems.append(problem)


def load_services(
    *, rows: Iterable[Row], now: datetime, progress: Callable[[LoadResult], None] | None = None, by: Any
) -> LoadResult:
    """All services of a feed, in batches: each batch is in or is not. The same feed twice adds nothing."""
    result, seen = LoadResult(), set[str]()
    for batch in _batches(rows, result, seen):
        load_batch(records=batch, result=result, now=now, by=by)
        if progress:
            progress(result)
    return result


def _batches(rows: Iterable[Row], result: LoadResult, seen: set[str]) -> Iterator[list[ServiceShape]]:
    usable = _usable(rows, result, seen)
    while batch := list(islice(usable, BATCH)):
        yield batch


def _usable(rows: Iterable[Row], result: LoadResult, seen: set[str]) -> Iterator[ServiceShape]:
    for row in rows:
        for problem in row.read.problems:
            result.note(f"{row.place}: {problem}")
        record = row.read.record
        if record is None:
            result.refused += 1
        elif record.id in seen:
            result.refused += 1
            result.note(f"{row.place}: id: {record.id} stood in the file already; the first one was kept")
        else:
            seen.add(record.id)
            yield record


@transaction.atomic
def load_batch(*, records: list[ServiceShape], result: LoadResult, now: datetime, by: Any) -> None:
    """Some services, their organisations and their words, in one transaction with its event."""
    providers = _keep_providers(records)
    keep_terms(records)
    ids = [record.id for record in records]
    held = {
        str(one.public_id): one
        for one in Service.objects.filter(public_id__in=ids).select_related("approved")
    }
    fresh = [
        _new(record, providers[_provider_id(record)], now) for record in records if record.id not in held
    ]
    Service.objects.bulk_create(fresh)
    held |= {str(one.public_id): one for one in fresh}
    touched = [held[record.id] for record in records if _differs(held[record.id], as_json(record))]
    _approve(touched, {record.id: record for record in records}, providers, now, by)
    result.added += len(fresh)
    result.changed += len(touched) - len(fresh)
    result.unchanged += len(records) - len(touched)
    show_changes([one.pk for one in touched])
    if touched:
        log.record("localoffer.services.loaded", subject="localoffer.service", by=by,
                   detail={"added": len(fresh), "changed": len(touched) - len(fresh)})  # fmt: skip


def _differs(service: Service, record: dict[str, Any]) -> bool:
    return service.approved is None or service.approved.record != record


def _approve(
    services: list[Service],
    records: dict[str, ServiceShape],
    providers: dict[str, Provider],
    now: datetime,
    by: Any,
) -> None:
    versions = []
    latest = _latest_numbers(services)
    for service in services:
        record = records[str(service.public_id)]
        number = latest.get(service.pk, 0) + 1
        versions.append(ServiceVersion(
            service=service, number=number, record=as_json(record), state=VersionState.APPROVED, submitted_at=now,
            submitted_by=by, decided_at=now, decided_by=by,
        ))  # fmt: skip
        service.provider = providers[_provider_id(record)]
        apply_record(service, record, now)
    ServiceVersion.objects.bulk_create(versions)
    for service, version in zip(services, versions, strict=True):
        service.approved = version
    Service.objects.bulk_update(services, [
        "provider", "approved", "name", "visible_from", "visible_to", "assured_on", "is_invented", "modified_at",
    ])  # fmt: skip


def _latest_numbers(services: list[Service]) -> dict[int, int]:
    """The number of each service's latest version; one may wait that is newer than the approved one."""
    rows: Any = (
        ServiceVersion.objects.filter(service__in=services)
        .values("service_id")
        .annotate(latest=Max("number"))
    )
    return {row["service_id"]: row["latest"] for row in rows.order_by()}


def apply_record(service: Service, record: ServiceShape, now: datetime) -> None:
    """Let a service's own columns say what its approved record says."""
    own = record.local_offer
    service.name = record.name[:300]
    service.visible_from = date.fromisoformat(own.visible_from) if own and own.visible_from else None
    service.visible_to = date.fromisoformat(own.visible_to) if own and own.visible_to else None
    if service.visible_from and service.visible_to and service.visible_from > service.visible_to:
        service.visible_to = None
    service.is_invented = bool(own and own.is_invented)
    service.assured_on = (
        date.fromisoformat(record.assured_date) if record.assured_date else service.assured_on
    )
    service.modified_at = _moment(record.last_modified) or now


def _moment(said: str | None) -> datetime | None:
    if not said:
        return None
    read = datetime.fromisoformat(said.replace("Z", "+00:00"))
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _new(record: ServiceShape, provider: Provider, now: datetime) -> Service:
    return Service(
        public_id=uuid.UUID(record.id),
        provider=provider,
        name=record.name[:300],
        origin=Origin.FEED,
        modified_at=now,
    )


def _provider_id(record: ServiceShape) -> str:
    if record.organization:
        return record.organization.id
    return record.organization_id or made_identifier("no organisation")


def _keep_providers(records: list[ServiceShape]) -> dict[str, Provider]:
    """The organisations of a batch, added or brought up to date."""
    given: dict[str, Organization] = {}
    for record in records:
        if record.organization:
            given[record.organization.id] = record.organization
    ids = {_provider_id(record) for record in records}
    held = {str(one.public_id): one for one in Provider.objects.filter(public_id__in=ids)}
    fresh = []
    for key in ids - set(held):
        shape = given.get(key) or Organization(id=key, name="Organisation not named", description="")
        fresh.append(Provider(public_id=uuid.UUID(key), name=shape.name[:300], record=as_json(shape)))
    Provider.objects.bulk_create(fresh)
    stale = [
        (held[key], shape)
        for key, shape in given.items()
        if key in held and held[key].record != as_json(shape)
    ]
    for provider, shape in stale:
        provider.name, provider.record = shape.name[:300], as_json(shape)
    Provider.objects.bulk_update([provider for provider, _ in stale], ["name", "record"])
    return held | {str(one.public_id): one for one in fresh}
