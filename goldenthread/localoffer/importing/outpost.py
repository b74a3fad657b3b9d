"""Services in the columns of the Outpost template: a row begins a service, and rows that refer to it add to it.

Outpost (Apache 2.0) is the directory that councils share; its template has one row for each service, and further rows whose
`import_id_reference` names the first for a second place, contact, price, time or link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goldenthread.localoffer.categories import category
from goldenthread.localoffer.importing.cells import Cells, Json, Near
from goldenthread.localoffer.search.concepts import named
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import made_identifier

NEEDED = frozenset({"import_id", "import_id_reference", "name", "organisation"})
DAYS = {
    "monday": "MO",
    "tuesday": "TU",
    "wednesday": "WE",
    "thursday": "TH",
    "friday": "FR",
    "saturday": "SA",
    "sunday": "SU",
}
ANSWERS = {
    "support_description": "support_for_send", "recent_send_training": "staff_training",
    "parental_involvement": "how_families_take_part", "information_sharing": "how_progress_is_shared",
    "environment_accessibility": "environment", "how_to_start": "how_to_start", "future_plans": "plans",
}  # fmt: skip
"""Outpost's Local Offer questions, and ours."""
OLDEST = 99


def rows(lines: list[Cells], near: Near | None = None) -> Iterator[Row]:
    """Every service, with the rows that belong to it."""
    firsts = {cells.text("import_id"): cells for cells in lines if not cells.text("import_id_reference")}
    further: dict[str, list[Cells]] = {}
    for cells in lines:
        if reference := cells.text("import_id_reference"):
            if reference not in firsts:
                yield cells.refused(
                    "import_id_reference", f"there is no row with the import_id {reference[:20]}"
                )
            further.setdefault(reference, []).append(cells)
    for key, cells in firsts.items():
        if not cells.text("name"):
            yield cells.refused("name", "is missing: a service needs a name")
            continue
        yield _service(cells, [cells, *further.get(key, ())])


def _service(cells: Cells, all_of_it: list[Cells]) -> Row:
    organisation = cells.text("organisation") or "Organisation not named"
    identifier = made_identifier("outpost", organisation.lower(), cells.text("name").lower())
    low, high = cells.number_in("min_age"), cells.number_in("max_age")
    record: Json = {
        "id": identifier, "name": cells.text("name"), "description": cells.text("description"), "url": cells.web("url"),
        "status": "temporarily closed" if cells.flag("temporarily_closed") else "active", "minimum_age": low,
        "maximum_age": min(high, OLDEST) if high is not None else None,
        "organization": {"id": made_identifier("organisation", organisation.lower()), "name": organisation, "description": ""},
        "service_at_locations": [one for part in all_of_it for one in _place(part, identifier)],
        "contacts": [one for part in all_of_it for one in _contact(part)],
        "cost_options": [one for part in all_of_it for one in _cost(part)] or ([{"amount": 0}] if cells.flag("free") else []),
        "schedules": [one for part in all_of_it for one in _times(part)], "attributes": _attributes(cells),
        "local_offer": _answers(cells),
    }  # fmt: skip
    if not record["url"]:
        del record["url"]
    for part in all_of_it[1:]:
        cells.problems += part.problems
    return cells.as_row(record)


def _place(part: Cells, service: str) -> Iterator[Json]:
    postcode, street = part.text("location_postcode"), part.text("location_address_1")
    if not (postcode or street or part.text("location_name")):
        return
    is_hidden = part.flag("mask_exact_address") or part.flag("location_visible") is False
    location: Json = {
        "id": made_identifier("place", part.text("location_name").lower(), street.lower(), postcode.upper()),
        "location_type": "physical", "name": part.text("location_name"),
        "accessibility": [{"description": words} for words in part.many("location_accessibilities")],
        "addresses": [{
            "address_1": "" if is_hidden else street, "city": part.text("location_city"), "state_province": "",
            "postal_code": postcode.split(" ")[0] if is_hidden else postcode, "country": "GB", "address_type": "physical",
        }],
    }  # fmt: skip
    if not is_hidden:
        location |= {
            "latitude": part.number_in("location_latitude"),
            "longitude": part.number_in("location_longitude"),
        }
    yield {"id": made_identifier(service, location["id"]), "location": location}


def _contact(part: Cells) -> Iterator[Json]:
    said = {
        "name": part.text("contact_name"),
        "title": part.text("contact_title"),
        "email": part.text("contact_email"),
    }
    phone = part.text("contact_phone")
    if any(said.values()) or phone:
        is_shown = part.flag("contact_visible")
        yield {**said, "phones": [{"number": phone}] if phone else [], "visible": is_shown is not False}


def _cost(part: Cells) -> Iterator[Json]:
    amount = part.number_in("cost_amount")
    if amount is not None:
        option, kind = part.text("cost_option"), part.text("cost_type")
        yield {"amount": amount, "option": option, "amount_description": kind, "currency": "GBP"}


def _times(part: Cells) -> Iterator[Json]:
    said = part.text("scheduled_weekday").lower()
    if not said:
        return
    if said not in DAYS:
        part.wrong("scheduled_weekday", f"should be a day of the week, and is “{said[:40]}”")
        return
    hours = {"opens_at": part.clock("schedules_opens_at"), "closes_at": part.clock("schedules_closes_at")}
    yield {"freq": "WEEKLY", "byday": DAYS[said], **{name: at for name, at in hours.items() if at}}


def _answers(cells: Cells) -> Json:
    said: Json = {ours: cells.text(theirs) for theirs, ours in ANSWERS.items() if cells.text(theirs)}
    if cells.flag("needs_referral"):
        said["referral"] = "Yes, you need to be referred."
    if report := cells.web("recent_send_report"):
        said["sen_information_report"] = report
    said |= {name: cells.day(name) for name in ("visible_from", "visible_to") if cells.text(name)}
    return said


def _attributes(cells: Cells) -> list[Json]:
    """Our own categories, as far as its words name them, and its words as they stand."""
    words = [
        *cells.many("service_taxonomies"),
        *cells.many("send_needs_support"),
        *cells.many("suitabilities"),
    ]
    found = [category(group, code) for group in ("need", "kind") for code in sorted(named(words, group))]
    return [*found, *(_theirs(one) for one in dict.fromkeys(words))]


def _theirs(word: str) -> dict[str, Any]:
    """A word of the list itself."""
    return {"link_type": "service", "taxonomy_term": {
        "id": made_identifier("term", "outpost", word.lower()), "name": word, "description": word,
        "taxonomy": "Words of the Outpost template", "taxonomy_id": made_identifier("vocabulary", "outpost"),
    }}  # fmt: skip
