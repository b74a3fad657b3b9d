"""Childcare from the register: the columns of Ofsted's list of childcare providers (Open Government Licence).

What the register holds back is not guessed: a provider whose name or address is redacted is listed as such and left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.localoffer.categories import category
from goldenthread.localoffer.importing.cells import Cells, Json, Near, point_of_postcode
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import made_identifier

NEEDED = frozenset({"provider urn", "provider name"})
HELD_BACK = {"redacted", "withheld", "null"}
ACTIVE = {"", "active", "open", "registered"}
KINDS = {
    "childminder": "A childminder, who looks after children at home.",
    "childcare on non-domestic premises": "A nursery, pre-school or other group childcare.",
    "childcare on domestic premises": "Childcare by several people together in somebody’s home.",
    "home childcarer": "A nanny or other carer who comes to your home.",
}
REGISTERS = {
    "eyr": ("for children from birth to the end of August after their fifth birthday", 0, 5),
    "ccr": ("for children from 5 to 7", 5, 7),
    "vcr": ("for children of 8 and over, or care that need not be registered", 8, 17),
}
"""The Early Years Register and the two parts of the Childcare Register, with the ages that each is about."""


def rows(lines: list[Cells], near: Near | None = None) -> Iterator[Row]:
    """Every provider that is on the register today, and within reach if a reach is given."""
    for cells in lines:
        if cells.text("provider status", "registration status").lower() not in ACTIVE:
            continue
        urn, name = cells.text("provider urn"), cells.text("provider name")
        if not urn:
            yield cells.refused(
                "provider urn", "is missing: without it nobody can tell the provider next time"
            )
            continue
        postcode = cells.text("postcode", "provider postcode")
        if name.lower() in HELD_BACK or postcode.lower() in HELD_BACK or not name:
            yield cells.refused(
                "provider name", "is held back by the register. Ask the provider to send you its entry"
            )
            continue
        if near is None or near.holds(point_of_postcode(postcode)):
            yield _provider(cells, urn, name, postcode)


def _provider(cells: Cells, urn: str, name: str, postcode: str) -> Row:
    kind = cells.text("provider type", "provider subtype")
    registers = _registers(cells)
    low = min((REGISTERS[one][1] for one in registers), default=None)
    high = max((REGISTERS[one][2] for one in registers), default=None)
    places = cells.number_in("places")
    said = [
        KINDS.get(kind.lower(), kind and f"{kind}."),
        *(f"Registered {REGISTERS[one][0]}." for one in registers),
    ]
    said += [f"{places:g} places."] if places else []
    identifier = made_identifier("childcare register", urn)
    return cells.as_row({
        "id": identifier, "name": name, "description": " ".join(one for one in said if one) or "Registered childcare.",
        "status": "active", "minimum_age": low, "maximum_age": high,
        "url": f"https://reports.ofsted.gov.uk/provider/16/{urn}" if urn.isalnum() else None,
        "phones": [{"number": number} for number in (cells.text("telephone", "provider telephone"),) if number],
        "organization": {"id": made_identifier("childcare register", "person", cells.text("registered person urn") or urn),
                         "name": _person(cells, name), "description": ""},
        "service_at_locations": [{"id": made_identifier(identifier, "place"),
                                  "location": _location(cells, postcode, identifier)}],
        "attributes": [category("kind", "early-years"), category("need", "early")],
        "local_offer": {"setting": "early-years", "register_number": urn},
    })  # fmt: skip


def _person(cells: Cells, name: str) -> str:
    person = cells.text("registered person name")
    return name if not person or person.lower() in HELD_BACK else person


def _registers(cells: Cells) -> list[str]:
    said = cells.text("individual register combinations", "register combinations").lower()
    return list(REGISTERS) if said == "all" else [one for one in REGISTERS if one in said]


def _location(cells: Cells, postcode: str, identifier: str) -> Json:
    lines = [cells.text(f"provider address line {n}", f"provider address {n}") for n in (1, 2, 3)]
    kept = [line for line in lines if line and line.lower() not in HELD_BACK]
    location: Json = {
        "id": made_identifier(identifier, "building"), "location_type": "physical",
        "addresses": [{"address_1": ", ".join(kept), "city": cells.text("provider town"), "state_province": "",
                       "postal_code": postcode, "country": "GB", "address_type": "physical"}],
    }  # fmt: skip
    point = point_of_postcode(postcode)
    if postcode and point is None:
        cells.wrong("postcode", f"“{postcode[:12]}” is not known, so distances cannot be shown")
    return location | (
        {"latitude": round(point.latitude, 5), "longitude": round(point.longitude, 5)} if point else {}
    )
