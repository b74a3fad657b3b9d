"""Loading the worked example: services, guide and events, all invented but for the law. A second time adds nothing."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.localoffer.actions.editing import Words, enter_event, publish_page
from goldenthread.localoffer.actions.loading import LoadResult, load_services
from goldenthread.localoffer.categories import category
from goldenthread.localoffer.demonstration.places import PLACES
from goldenthread.localoffer.duties import cover
from goldenthread.localoffer.importing.lists import rows_in
from goldenthread.localoffer.models import Event, GuidePage, Service
from goldenthread.localoffer.search.entries import DAYS
from goldenthread.localoffer.vocabulary import ACCESS_LABELS
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import made_identifier, read_service

FOLDER = Path(__file__).parent
Json = dict[str, Any]
_WHEN = re.compile(r"([A-Z,]+)(?: (\d\d:\d\d)-(\d\d:\d\d))?")
REVIEW_DAYS = 365
FEW = 5
SETTINGS = {
    "Meadow Row Primary": "mainstream", "Kingsmead Primary": "mainstream", "Hilltop Secondary": "mainstream",
    "Elm Bank": "special", "Riverside Special": "special", "The Junction: school": "special", "New Start pupil": "alternative",
    "Willowbank Preschool": "early-years", "Fairgate College": "post-16",
}  # fmt: skip
"""How the names of the schools and nurseries among the services begin, and what they are."""


@transaction.atomic
def load(*, on: date, by: Any = None) -> LoadResult:
    """Everything: the services, then the pages, then what is on."""
    now = timezone.make_aware(datetime.combine(on, time(9)))
    known = {str(key) for key in Service.objects.values_list("public_id", flat=True)}
    fresh = [record for record in services(on) if record["id"] not in known]
    rows = [Row(f"line {n}", read_service(record)) for n, record in enumerate(fresh, 1)]
    rows += [row for row in schools() if row.read.record.id not in known]
    result = load_services(rows=rows, now=now, by=by)
    _load_guide(on, now, by)
    _load_events(on, by)
    return result


def _lines(name: str) -> list[list[str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def services(on: date) -> list[Json]:
    """The services as records of the standard."""
    return [_service(number, cells, on) for number, cells in enumerate(_lines("services.psv"))]


def _setting(name: str) -> Json:
    found = next((kind for start, kind in SETTINGS.items() if name.startswith(start)), "")
    return {"setting": found, "is_out_of_area": False} if found else {}


def schools() -> list[Row]:
    """Invented schools and colleges, inside the area and outside it, in the columns of the national list."""
    found = list(rows_in((FOLDER / "schools.csv").read_bytes()))
    for row in found:
        row.read.record.local_offer.is_invented = True
    return found


def _service(number: int, cells: list[str], on: date) -> Json:
    name, organisation, ages, kinds, needs, when, cost, place, access, words, start = cells
    low, high = (int(one) for one in ages.split("-"))
    identifier = made_identifier("demonstration", name)
    checked = on - timedelta(days=20 + number * 2 % 300)
    return {
        "id": identifier,
        "name": name,
        "description": words,
        "status": "active",
        "email": "hello@example.org",
        "url": "https://example.org/",
        "minimum_age": low,
        "maximum_age": high,
        "fees": "" if cost == "free" else cost,
        "cost_options": [{"amount": 0}] if cost == "free" else [],
        "assured_date": checked.isoformat(),
        "last_modified": f"{checked.isoformat()}T09:00:00+00:00",
        "schedules": _schedules(when),
        "organization": {"id": made_identifier("demonstration", organisation), "name": organisation,
                         "description": "Invented for the demonstration."},
        "service_at_locations": [_at(identifier, place, access)],
        "attributes": _attributes(kinds, needs),
        "phones": [{"number": f"01632 960{number % 1000:03}"}],
        "local_offer": {"how_to_start": start, "is_invented": True, **_setting(name)},
    }  # fmt: skip


def _schedules(when: str) -> list[Json]:
    found = []
    for part in when.split(";"):
        if match := _WHEN.fullmatch(part.strip()):
            days = [day for day in match[1].split(",") if day in DAYS]
            hours = {"opens_at": match[2], "closes_at": match[3]} if match[2] else {}
            found.append({"freq": "WEEKLY", "byday": ",".join(days), **hours})
    return found


def _at(service: str, place: str, access: str) -> Json:
    name, street, postcode, latitude, longitude = PLACES[place]
    is_virtual = not postcode
    location: Json = {
        "id": made_identifier("demonstration place", place),
        "location_type": "virtual" if is_virtual else "physical", "name": name,
        "accessibility": [{"description": ACCESS_LABELS[code]} for code in access.split(",") if code],
    }  # fmt: skip
    if not is_virtual:
        location |= {"latitude": latitude, "longitude": longitude, "addresses": [{
            "address_1": street, "city": "Wolverhampton", "state_province": "West Midlands", "postal_code": postcode,
            "country": "GB", "address_type": "physical",
        }]}  # fmt: skip
    return {"id": made_identifier("demonstration", service, place), "location": location}


def _attributes(kinds: str, needs: str) -> list[Json]:
    found = [category("kind", code) for code in kinds.split(",")]
    return found + [category("need", code) for code in needs.split(",")]


def _load_guide(on: date, now: datetime, by: Any) -> None:
    text = (FOLDER / "guide.txt").read_text(encoding="utf-8")
    known = set(GuidePage.objects.values_list("slug", flat=True))
    for order, part in enumerate(text.split("=== ")[1:], 1):
        head, title, summary, keywords, body = part.split("\n", 4)
        slug, route, covered = (one.strip() for one in head.split("|"))
        if slug in known:
            continue
        page = publish_page(
            slug=slug, route=route, order=order, now=now, by=by, review_on=on + timedelta(days=REVIEW_DAYS),
            words=Words(title=title, summary=summary, body=body.strip(), keywords=keywords.removeprefix("keywords: ")),
        )  # fmt: skip
        for reference in covered.split():
            cover(reference=f"Sch 2, {reference}", page=page)


def _load_events(on: date, by: Any) -> None:
    """Events for the weeks from today on; none while earlier ones are still to come."""
    if Event.objects.filter(is_invented=True, starts_at__date__gt=on).count() >= FEW:
        return
    for days, hour, length, title, place, who, cost, booking, words in _lines("events.psv"):
        name, _, postcode, *_ = PLACES[place]
        starts = timezone.make_aware(datetime.combine(on + timedelta(days=int(days)), time(int(hour))))
        fields = {
            "summary": words, "ends_at": starts + timedelta(hours=int(length)), "place": name, "postcode": postcode,
            "who_for": who, "cost": cost, "booking": booking, "is_invented": True,
        }  # fmt: skip
        enter_event(title=title, starts_at=starts, fields=fields, by=by)
