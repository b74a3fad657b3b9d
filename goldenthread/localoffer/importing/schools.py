"""Schools and colleges from the national list: the columns of Get Information about Schools (Open Government Licence).

Every open school and college of the list comes in, from inside the area and outside it; whoever brings it in says how far
from where. Names of heads are not taken: they change, and a school's office answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.conf import settings

from goldenthread.localoffer.categories import category
from goldenthread.localoffer.importing.cells import Cells, Json, Near
from goldenthread.localoffer.search.places import Point
from goldenthread.localoffer.search.postcodes import BadPostcode, place_of, point_of
from goldenthread.openreferral.feeds import Row
from goldenthread.openreferral.reading import made_identifier

NEEDED = frozenset({"urn", "establishmentname", "typeofestablishment (name)"})
OPEN = {"", "open", "open, but proposed to close"}
NEEDS = {
    "spld": "spld", "mld": "learning", "sld": "learning", "pmld": "learning", "semh": "semh", "slcn": "speech", "hi": "hearing",
    "vi": "vision", "msi": "sensory", "pd": "physical", "asd": "autism",
}  # fmt: skip
"""The list's types of special provision, and our needs."""
_NOTHING = {"", "not applicable", "none", "not under a federation"}
_NAMES = (
    ("specialist-college", re.compile("special post 16|special college|special post-16")),
    ("alternative", re.compile("pupil referral|alternative provision")),
    ("special", re.compile("special")),
    ("post-16", re.compile("further education|sixth form|16 to 19|16-19|university technical")),
    ("early-years", re.compile("nursery")),
    ("independent", re.compile("independent")),
)
"""Words of the list's types of school, and our kinds of setting; the first that fits."""


def rows(lines: list[Cells], near: Near | None = None) -> Iterator[Row]:
    """Every open school and college within reach, whichever council's area it lies in."""
    for cells in lines:
        if cells.text("establishmentstatus (name)").lower() not in OPEN:
            continue
        if not re.fullmatch(r"\d{5,7}", cells.text("urn")):
            yield cells.refused("urn", f"should be six digits, and is “{cells.text('urn')[:20]}”")
            continue
        point = _point(cells)
        if near is None or _is_ours(cells) or near.holds(point):
            yield _school(cells, point)


def _is_ours(cells: Cells) -> bool:
    """Whether it lies in our own area, by the name of its authority: “Wolverhampton” is ours in “City of Wolverhampton”."""
    authority = cells.text("la (name)").lower()
    return (
        bool(authority) and re.search(rf"\b{re.escape(authority)}\b", settings.AREA_NAME.lower()) is not None
    )


def _is_section_41(cells: Cells) -> bool:
    return cells.text("section41approved (name)").lower() == "approved"


def setting_of(cells: Cells) -> str:
    """Our kind of setting."""
    kind = f"{cells.text('typeofestablishment (name)')} {cells.text('phaseofeducation (name)')}".lower()
    kind = kind.replace("not applicable", "")
    found = next((code for code, words in _NAMES if words.search(kind)), "mainstream")
    return "special" if found == "independent" and "special" in kind else found


def _needs(cells: Cells) -> list[str]:
    said = [cells.text(f"sen{n} (name)").split(" - ")[0].strip().lower() for n in range(1, 14)]
    return list(dict.fromkeys(NEEDS[one] for one in said if one in NEEDS))


def _point(cells: Cells) -> Point | None:
    try:
        east, north = float(cells.text("easting")), float(cells.text("northing"))
        if east > 0 and north > 0:
            return point_of(east, north)
    except ValueError:
        pass
    try:
        return place_of(cells.text("postcode")).point
    except BadPostcode:
        return None


def _school(cells: Cells, point: Point | None) -> Row:
    urn, name = cells.text("urn"), cells.text("establishmentname")
    setting, provision = setting_of(cells), cells.text("typeofresourcedprovision (name)")
    own: Json = {
        "setting": setting, "register_number": urn, "is_section_41": _is_section_41(cells),
        "is_out_of_area": not _is_ours(cells),
        "resourced_provision": "" if provision.lower() in _NOTHING else provision,
    }  # fmt: skip
    group = category("kind", "early-years" if setting == "early-years" else "education")
    return cells.as_row({
        "id": made_identifier("schools register", urn), "name": name, "description": _described(cells, own), "status": "active",
        "url": cells.web("schoolwebsite"), "minimum_age": cells.number_in("statutorylowage"),
        "maximum_age": cells.number_in("statutoryhighage"),
        "phones": [{"number": number} for number in (cells.text("telephonenum"),) if number],
        "organization": {"id": made_identifier("schools register", "organisation", urn), "name": _owner(cells, name),
                         "description": "", "organization_identifiers": [{"identifier_type": "URN", "identifier": urn}]},
        "service_at_locations": [_at(cells, urn, point)],
        "attributes": [group, *(category("need", code) for code in _needs(cells))], "local_offer": own,
    })  # fmt: skip


def _owner(cells: Cells, name: str) -> str:
    trust = cells.text("trusts (name)")
    return name if trust.lower() in _NOTHING else f"{name} ({trust.title() if trust.isupper() else trust})"


def _described(cells: Cells, own: Json) -> str:
    """What the list says of it, in sentences."""
    said = [f"{cells.text('typeofestablishment (name)')}."]
    gender, capacity = cells.text("gender (name)"), cells.text("schoolcapacity")
    said += [f"For {gender.lower()}."] if gender.lower() in {"boys", "girls"} else []
    said += [f"Places: {capacity}."] if capacity.isdigit() and capacity != "0" else []
    said += [f"It has a {own['resourced_provision'].lower()}."] if own["resourced_provision"] else []
    if own["is_section_41"]:
        said.append(
            "It is approved under section 41 of the Children and Families Act 2014: a parent can ask for it in a plan."
        )
    if own["is_out_of_area"] and cells.text("la (name)"):
        said.append(f"It is in {cells.text('la (name)')}.")
    return " ".join(said)


def _at(cells: Cells, urn: str, point: Point | None) -> Json:
    street = ", ".join(
        one for one in (cells.text("street"), cells.text("locality"), cells.text("address3")) if one
    )
    location: Json = {
        "id": made_identifier("schools register", "building", urn), "location_type": "physical",
        "addresses": [{"address_1": street, "city": cells.text("town"), "state_province": cells.text("county (name)"),
                       "postal_code": cells.text("postcode"), "country": "GB", "address_type": "physical"}],
    }  # fmt: skip
    if point:
        location |= {"latitude": round(point.latitude, 5), "longitude": round(point.longitude, 5)}
    else:
        cells.wrong(
            "postcode", "neither it nor the easting and northing can be used, so distances cannot be shown"
        )
    return {"id": made_identifier("schools register", "at", urn), "location": location}
