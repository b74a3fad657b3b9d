"""The directory as Open Referral UK: which records a list holds, and the records themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from goldenthread.localoffer.api_parameters import Filters
from goldenthread.localoffer.models import Service
from goldenthread.localoffer.search.answer import Answer, terms_of
from goldenthread.localoffer.search.bitsets import made_of, members
from goldenthread.localoffer.search.entries import OLDEST, Entry
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.places import metres
from goldenthread.localoffer.search.question import Question
from goldenthread.openreferral import shapes

Json = dict[str, Any]
CHUNK = 500


def _single(shape: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(shape) if "shape" not in one.metadata)


SERVICE, ORGANIZATION, LOCATION = (
    _single(shapes.Service),
    _single(shapes.Organization),
    _single(shapes.Location),
)


def _short(record: Json, names: Sequence[str]) -> Json:
    return {name: record[name] for name in names if record.get(name) not in (None, "")}


def short_service(record: Json) -> Json:
    """A service's one-to-one fields, with its organisation's."""
    short = _short(record, SERVICE)
    if organisation := record.get("organization"):
        short["organization"] = short_organization(organisation)
        short.setdefault("organization_id", organisation["id"])
    return short


def short_organization(record: Json) -> Json:
    """An organisation's one-to-one fields; what the standard requires is there."""
    return {"description": "", **_short(record, ORGANIZATION)}


def full_service(record: Json) -> Json:
    """Everything, but for contacts that are for the council's staff alone."""
    contacts = [one for one in record.get("contacts", ()) if one.get("visible") is not False]
    full = {name: value for name, value in record.items() if name != "contacts"}
    if contacts:
        full["contacts"] = contacts
    full["attributes"] = [_described(one) for one in record.get("attributes", ())]
    return full


def _described(attribute: Json) -> Json:
    term = attribute.get("taxonomy_term")
    if not term or term.get("description"):
        return attribute
    return {**attribute, "taxonomy_term": {**term, "description": term["name"]}}


def matching(index: Index, asked: Filters, day: date) -> int:
    """The services that a list holds, as a set."""
    bits = index.shown_on(day)
    if asked.search:
        found = Answer(Question(words=asked.search))
        for term in terms_of(index, asked.search, found):
            one = 0
            for key in term.keys:
                one |= index.postings.get(f"w {key}")
            bits &= one
    for key, value in (("term", asked.term), ("taxonomy", asked.taxonomy), ("org", asked.organization)):
        if value:
            bits &= index.postings.get(f"h {key}:{value}")
    if asked.day:
        bits &= index.postings.get(f"f day {asked.day}")
    if asked.place and asked.proximity:
        bits &= index.circle(asked.place.point, asked.proximity)
    return _by_hand(index, _by_age(index, bits, asked), asked)


def _by_age(index: Index, bits: int, asked: Filters) -> int:
    """Services whose ages overlap with those asked for."""
    if asked.minimum_age is None and asked.maximum_age is None:
        return bits
    low, high = float(asked.minimum_age or 0), 999.0 if asked.maximum_age is None else asked.maximum_age
    if low.is_integer() and low <= high <= OLDEST:
        ages = 0
        for age in range(int(low), int(high) + 1):
            ages |= index.postings.get(f"a {age}")
        return bits & ages
    return _where(index, bits, lambda entry: entry.youngest <= high and entry.oldest >= low)


def _by_hand(index: Index, bits: int, asked: Filters) -> int:
    if asked.modified_after:
        after = asked.modified_after
        bits = _where(index, bits, lambda entry: datetime.fromisoformat(entry.modified) >= after)
    if asked.start_time or asked.end_time:
        bits = _where(index, bits, lambda entry: _is_open(entry, asked))
    return bits


def _where(index: Index, bits: int, fits: Any) -> int:
    return made_of((number for number in members(bits) if fits(index.entries[number])), len(index.entries))


def _is_open(entry: Entry, asked: Filters) -> bool:
    """Whether it is on at some time between start_time and end_time, on the day asked for if there is one."""
    return any(
        opens and (not asked.day or asked.day in days)
        and (not asked.end_time or opens < asked.end_time) and (not asked.start_time or (closes or "24:00") > asked.start_time)
        for days, opens, closes in entry.hours
    )  # fmt: skip


def records_of(index: Index, numbers: Sequence[int]) -> Iterator[Json]:
    """The approved records of some entries, in their order."""
    for at in range(0, len(numbers), CHUNK):
        keys = [index.entries[number].key for number in numbers[at : at + CHUNK]]
        rows = dict(Service.objects.filter(pk__in=keys).values_list("pk", "approved__record"))
        for key in keys:
            if rows.get(key):
                yield rows[key]


def places_of(index: Index, bits: int, asked: Filters) -> list[tuple[int, int]]:
    """Where the services of a set take place: the entry and the number of its place; with a distance, only those within it."""
    centre = asked.place.point if asked.place and asked.proximity else None
    return [
        (number, place)
        for number in members(bits)
        for place, (_, point) in enumerate(index.entries[number].places)
        if centre is None or (point is not None and metres(centre, point) <= (asked.proximity or 0))
    ]


def at_location(record: Json, place: int, *, is_full: bool) -> Json:
    """One place of a service, with the service inside."""
    held = record["service_at_locations"][place]
    location = held.get("location")
    shown: Json = {**held, "service_id": record["id"]}
    if location:
        shown["location"] = location if is_full else _short(location, LOCATION)
        shown["location_id"] = location["id"]
    if is_full:
        inside = full_service(record)
        inside.pop("service_at_locations", None)
        shown["service"] = inside
        if schedules := record.get("schedules"):
            shown["schedules"] = schedules
    else:
        shown["service"] = short_service(record)
    return shown
