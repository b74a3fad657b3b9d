"""Services of the directory that look alike, for a person to decide on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goldenthread.localoffer.choices import Origin
from goldenthread.localoffer.likeness import Likeness, Register, marks_of
from goldenthread.localoffer.models import Different, Service

MOST = 200


def register_of_services() -> tuple[Register, dict[str, dict[str, Any]], set[str]]:
    """Every service that is not archived: the marks, the records by identifier, and which of them a person wrote."""
    rows: Any = Service.objects.filter(is_archived=False, approved__isnull=False).values_list(
        "public_id", "approved__record", "origin"
    )
    records, written = {}, set()
    for key, record, origin in rows.iterator(chunk_size=2000):
        records[str(key)] = record
        if origin != Origin.FEED:
            written.add(str(key))
    return Register.of(records.items()), records, written


@dataclass(frozen=True)
class Pair:
    """Two services that look alike, and in what."""

    first: Service
    second: Service
    said: str


def pairs_alike() -> list[Pair]:
    """Every two services that look alike and were not told apart yet."""
    register, _, _ = register_of_services()
    apart = {
        frozenset((str(one.first.public_id), str(one.second.public_id)))
        for one in Different.objects.select_related("first", "second")
    }
    found: list[tuple[str, Likeness]] = [
        (key, one) for key, one in register.pairs() if frozenset((key, one.key)) not in apart
    ][:MOST]
    ids = {one for key, likeness in found for one in (key, likeness.key)}
    rows = {
        str(one.public_id): one
        for one in Service.objects.filter(public_id__in=ids).select_related("provider", "approved")
    }
    return [Pair(rows[key], rows[one.key], one.said) for key, one in found]


def services_like(record: dict[str, Any], *, most: int = 5) -> list[tuple[Service, str]]:
    """The services that look like a record, each with in what."""
    register, _, _ = register_of_services()
    likes = [one for one in register.like(marks_of(record)) if one.key != record.get("id")][:most]
    rows = {str(one.public_id): one for one in Service.objects.filter(public_id__in=[one.key for one in likes])
            .select_related("provider")}  # fmt: skip
    return [(rows[one.key], one.said) for one in likes]
