"""What the index knows of one service, taken from its approved record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.localoffer.search.concepts import named
from goldenthread.localoffer.search.places import Point

BANDS = (("0-4", 0, 4), ("5-10", 5, 10), ("11-15", 11, 15), ("16-18", 16, 18), ("19-25", 19, 25))
DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
OLDEST = 25
SUMMARY = 220
Json = dict[str, Any]


@dataclass
class Entry:
    """One service in the index: its texts by weight, its facets, and what a list of results shows."""

    key: int
    name: str
    tags: list[str]
    body: str
    facets: dict[str, set[str]]
    youngest: float
    oldest: float
    points: list[Point]
    shown: Json
    visible_from: date | None = None
    visible_to: date | None = None
    lapses_on: date | None = None
    modified: str = ""
    hidden: set[str] = field(default_factory=set)
    hours: list[tuple[str, str, str]] = field(default_factory=list)
    places: list[tuple[str, Point | None]] = field(default_factory=list)


def entry_of(
    key: int, record: Json, *, visible_from: date | None, visible_to: date | None, lapses_on: date | None, modified: str,
    is_invented: bool = False,
) -> Entry:  # fmt: skip
    """The entry of a service's record."""
    terms = [one["taxonomy_term"] for one in record.get("attributes", ()) if one.get("taxonomy_term")]
    term_names = [term["name"] for term in terms]
    organisation = record.get("organization") or {}
    own = record.get("local_offer") or {}
    body = " . ".join(_texts(record, own))
    facets = _facets(record, own, term_names, body)
    youngest, oldest = record.get("minimum_age"), record.get("maximum_age")
    entry = Entry(
        key=key, name=record["name"], tags=[*term_names, organisation.get("name", ""), *_tag_words(facets)], body=body,
        facets=facets, youngest=0 if youngest is None else youngest, oldest=999 if oldest is None else oldest,
        points=_points(record), shown={}, visible_from=visible_from, visible_to=visible_to, lapses_on=lapses_on,
        modified=modified,
    )  # fmt: skip
    entry.hidden = _hidden(record, terms)
    entry.hours = [
        (one.get("byday") or "", one.get("opens_at") or "", one.get("closes_at") or "")
        for one in record.get("schedules", ())
    ]
    entry.places = _places(record)
    entry.shown = _shown(record, facets, is_invented)
    return entry


def _texts(record: Json, own: Json) -> list[str]:
    texts = [
        record.get("description") or "",
        record.get("eligibility_description") or "",
        record.get("fees") or "",
    ]
    texts += [
        str(own.get(name) or "")
        for name in ("support_for_send", "environment", "how_to_start", "referral", "resourced_provision")
    ]
    for place in record.get("service_at_locations", ()):
        location = place.get("location") or {}
        texts.append(location.get("name") or "")
        texts += [one.get("city") or "" for one in location.get("addresses", ())]
        texts += _access_words(location)
    texts += [one.get("name") or one.get("note") or "" for one in record.get("languages", ())]
    return [text for text in texts if text]


def _access_words(location: Json) -> list[str]:
    return [
        f"{one.get('description') or one.get('accessibility') or ''} {one.get('details') or ''}"
        for one in location.get("accessibility", ())
    ]


def _facets(record: Json, own: Json, term_names: list[str], body: str) -> dict[str, set[str]]:
    naming = [record["name"], *term_names]
    access = [
        words
        for place in record.get("service_at_locations", ())
        for words in _access_words(place.get("location") or {})
    ]
    return {
        "need": named(naming, "need") or named([body], "need"),
        "kind": named(term_names, "kind") or named([record["name"]], "kind") or named([body], "kind"),
        "ages": _bands(record),
        "day": _days(record),
        "cost": {"free"}
        if is_free(record)
        else {"paid"}
        if record.get("cost_options") or record.get("fees")
        else set(),
        "access": named(access, "access"),
        "setting": _settings(own),
        "area": set() if own.get("is_out_of_area") is None else {"out" if own["is_out_of_area"] else "in"},
    }


def _settings(own: Json) -> set[str]:
    """The kind of school or nursery, and whether a parent can ask for it under section 41."""
    return {code for code in (own.get("setting"), "section-41" if own.get("is_section_41") else "") if code}


def _bands(record: Json) -> set[str]:
    low, high = record.get("minimum_age"), record.get("maximum_age")
    low, high = 0 if low is None else low, 999 if high is None else high
    return {code for code, first, last in BANDS if low < last + 1 and high >= first}


def _days(record: Json) -> set[str]:
    return {
        day[-2:]
        for one in record.get("schedules", ())
        for day in (one.get("byday") or "").split(",")
        if day[-2:] in DAYS
    }


def is_free(record: Json) -> bool:
    """Whether it says that it costs nothing, to some at least."""
    options = record.get("cost_options") or ()
    if any(one.get("amount") == 0 for one in options):
        return True
    fees = (record.get("fees") or "").lower()
    return not options and (fees.startswith(("free", "no charge", "no cost")) or "free of charge" in fees)


def _tag_words(facets: dict[str, set[str]]) -> list[str]:
    days = [DAYS[day] for day in facets["day"]]
    weekend = ["weekend"] if facets["day"] & {"SA", "SU"} else []
    return [*days, *weekend, *(["free"] if "free" in facets["cost"] else [])]


def _points(record: Json) -> list[Point]:
    found = []
    for place in record.get("service_at_locations", ()):
        location = place.get("location") or {}
        latitude, longitude = location.get("latitude"), location.get("longitude")
        if (
            latitude is not None
            and longitude is not None
            and -90 <= latitude <= 90
            and -180 <= longitude <= 180
        ):
            found.append(Point(float(latitude), float(longitude)))
    return found


def _places(record: Json) -> list[tuple[str, Point | None]]:
    """The identifier of each place of the service, and where it is."""
    return [
        (place["id"], next(iter(_points({"service_at_locations": [place]})), None))
        for place in record.get("service_at_locations", ())
    ]


def _hidden(record: Json, terms: list[Json]) -> set[str]:
    """What the interface for programs narrows by: terms, vocabularies and the organisation."""
    keys = {f"term:{term['id']}" for term in terms}
    keys |= {f"taxonomy:{term['taxonomy_id']}" for term in terms if term.get("taxonomy_id")}
    if organisation := (record.get("organization") or {}).get("id"):
        keys.add(f"org:{organisation}")
    return keys


def _shown(record: Json, facets: dict[str, set[str]], is_invented: bool) -> Json:
    description = " ".join((record.get("description") or "").split())
    short = (
        description
        if len(description) <= SUMMARY
        else description[: description.rfind(" ", 0, SUMMARY)] + " …"
    )
    postcodes = [
        address.get("postal_code")
        for place in record.get("service_at_locations", ())
        for address in (place.get("location") or {}).get("addresses", ())
        if address.get("postal_code")
    ]
    own = record.get("local_offer") or {}
    return {
        "id": record["id"],
        "name": record["name"],
        "summary": short,
        "organisation": (record.get("organization") or {}).get("name", ""),
        "url": f"/local-offer/services/{record['id']}/",
        "status": record.get("status"),
        "minimum_age": record.get("minimum_age"),
        "maximum_age": record.get("maximum_age"),
        "days": [day for day in DAYS if day in facets["day"]],
        "is_free": "free" in facets["cost"],
        "postcodes": postcodes[:5],
        "assured_on": record.get("assured_date"),
        "is_invented": is_invented,
        "setting": own.get("setting"),
        "is_section_41": bool(own.get("is_section_41")),
        "is_out_of_area": bool(own.get("is_out_of_area")),
    }
