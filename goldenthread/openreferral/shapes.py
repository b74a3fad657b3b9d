"""The shapes of Open Referral UK 3.0, and the few properties that we add: HSDS 3.0's phones and eligibility, which the UK
profile leaves out, and our own under `local_offer`. Every field says how its value is read; `id` is required of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from goldenthread.openreferral import kinds


def holds(kind: Callable[[Any], Any], *, required: bool = False) -> Any:
    """A field with one value."""
    return field(default=None, metadata={"kind": kind, "required": required})


def one(shape: str) -> Any:
    """A field with another shape inside."""
    return field(default=None, metadata={"shape": shape})


def many(shape: str) -> Any:
    """A field with a list of shapes inside."""
    return field(default_factory=list, metadata={"shape": shape, "many": True})


@dataclass
class TaxonomyTerm:
    """One word of a vocabulary."""

    id: str = holds(kinds.identifier, required=True)
    name: str = holds(kinds.text, required=True)
    description: str | None = holds(kinds.text)
    parent_id: str | None = holds(kinds.identifier)
    taxonomy: str | None = holds(kinds.text)
    taxonomy_id: str | None = holds(kinds.identifier)
    term_uri: str | None = holds(kinds.address)
    term: str | None = holds(kinds.text)


@dataclass
class Taxonomy:
    """A vocabulary."""

    id: str = holds(kinds.identifier, required=True)
    name: str = holds(kinds.text, required=True)
    description: str | None = holds(kinds.text)
    uri: str | None = holds(kinds.address)
    version: str | None = holds(kinds.text)
    taxonomy_terms: list[TaxonomyTerm] = many("TaxonomyTerm")


@dataclass
class Attribute:
    """That a term applies to what holds it."""

    id: str = holds(kinds.identifier, required=True)
    link_id: str | None = holds(kinds.identifier)
    taxonomy_term_id: str | None = holds(kinds.identifier)
    link_type: str | None = holds(kinds.text)
    taxonomy_term: TaxonomyTerm | None = one("TaxonomyTerm")


@dataclass
class Identifier:
    """A number of an organisation in somebody's register."""

    id: str = holds(kinds.identifier, required=True)
    organization_id: str | None = holds(kinds.identifier)
    identifier_scheme: str | None = holds(kinds.text)
    identifier_type: str = holds(kinds.text, required=True)
    identifier: str = holds(kinds.text, required=True)


@dataclass
class Organization:
    """Who gives a service."""

    id: str = holds(kinds.identifier, required=True)
    name: str = holds(kinds.text, required=True)
    description: str = holds(kinds.text, required=True)
    email: str | None = holds(kinds.email)
    website: str | None = holds(kinds.address)
    logo: str | None = holds(kinds.text)
    uri: str | None = holds(kinds.address)
    parent_organization_id: str | None = holds(kinds.identifier)
    organization_identifiers: list[Identifier] = many("Identifier")
    attributes: list[Attribute] = many("Attribute")


@dataclass
class Schedule:
    """When it takes place."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    service_at_location_id: str | None = holds(kinds.identifier)
    valid_from: str | None = holds(kinds.day)
    valid_to: str | None = holds(kinds.day)
    dtstart: str | None = holds(kinds.day)
    freq: str | None = holds(kinds.one_of(*kinds.FREQUENCIES))
    interval: int | None = holds(kinds.whole)
    byday: str | None = holds(kinds.weekdays)
    bymonthday: str | None = holds(kinds.text)
    description: str | None = holds(kinds.text)
    opens_at: str | None = holds(kinds.clock)
    closes_at: str | None = holds(kinds.clock)
    schedule_link: str | None = holds(kinds.address)
    attending_type: str | None = holds(kinds.text)
    notes: str | None = holds(kinds.text)


@dataclass
class ServiceArea:
    """For whom, by where they live."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    name: str | None = holds(kinds.text)
    extent: str | None = holds(kinds.text)
    extent_type: str | None = holds(kinds.text)
    uri: str | None = holds(kinds.text)
    service_area: str | None = holds(kinds.text)


@dataclass
class Address:
    """Where a place is."""

    id: str = holds(kinds.identifier, required=True)
    location_id: str | None = holds(kinds.identifier)
    attention: str | None = holds(kinds.text)
    address_1: str = holds(kinds.text, required=True)
    address_2: str | None = holds(kinds.text)
    city: str = holds(kinds.text, required=True)
    region: str | None = holds(kinds.text)
    state_province: str = holds(kinds.text, required=True)
    postal_code: str = holds(kinds.text, required=True)
    country: str = holds(kinds.text, required=True)
    address_type: str = holds(kinds.one_of(*kinds.PLACES), required=True)


@dataclass
class Accessibility:
    """What makes a place easier to use."""

    id: str = holds(kinds.identifier, required=True)
    location_id: str | None = holds(kinds.identifier)
    description: str | None = holds(kinds.text)
    details: str | None = holds(kinds.text)
    url: str | None = holds(kinds.address)
    attributes: list[Attribute] = many("Attribute")
    accessibility: str | None = holds(kinds.text)


@dataclass
class Location:
    """A place."""

    id: str = holds(kinds.identifier, required=True)
    location_type: str = holds(kinds.one_of(*kinds.PLACES), required=True)
    name: str | None = holds(kinds.text)
    description: str | None = holds(kinds.text)
    latitude: float | None = holds(kinds.number)
    longitude: float | None = holds(kinds.number)
    external_identifier: str | None = holds(kinds.text)
    external_identifier_type: str | None = holds(kinds.text)
    addresses: list[Address] = many("Address")
    accessibility: list[Accessibility] = many("Accessibility")
    attributes: list[Attribute] = many("Attribute")


@dataclass
class ServiceAtLocation:
    """That a service takes place somewhere."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    location_id: str | None = holds(kinds.identifier)
    location: Location | None = one("Location")


@dataclass
class Language:
    """A language in which it is given."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    name: str | None = holds(kinds.text)
    code: str | None = holds(kinds.text)
    note: str | None = holds(kinds.text)


@dataclass
class Funding:
    """Who pays for it."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    source: str | None = holds(kinds.text)


@dataclass
class CostOption:
    """What it costs."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    valid_from: str | None = holds(kinds.day)
    valid_to: str | None = holds(kinds.day)
    option: str | None = holds(kinds.text)
    currency: str | None = holds(kinds.text)
    amount: float | None = holds(kinds.number)
    amount_description: str | None = holds(kinds.text)


@dataclass
class Phone:
    """A telephone number (HSDS 3.0; the UK profile has none)."""

    id: str = holds(kinds.identifier, required=True)
    number: str = holds(kinds.text, required=True)
    description: str | None = holds(kinds.text)


@dataclass
class Contact:
    """Whom to ask. `visible` false: for the council's staff only, and never sent out."""

    id: str = holds(kinds.identifier, required=True)
    service_id: str | None = holds(kinds.identifier)
    name: str | None = holds(kinds.text)
    title: str | None = holds(kinds.text)
    email: str | None = holds(kinds.email)
    phones: list[Phone] = many("Phone")
    visible: bool | None = holds(kinds.yes_or_no)


@dataclass
class LocalOffer:
    """What an English Local Offer asks of a service and the standard has no place for."""

    how_to_start: str | None = holds(kinds.text)
    referral: str | None = holds(kinds.text)
    support_for_send: str | None = holds(kinds.text)
    staff_training: str | None = holds(kinds.text)
    how_families_take_part: str | None = holds(kinds.text)
    how_progress_is_shared: str | None = holds(kinds.text)
    environment: str | None = holds(kinds.text)
    plans: str | None = holds(kinds.text)
    sen_information_report: str | None = holds(kinds.address)
    setting: str | None = holds(kinds.text)
    register_number: str | None = holds(kinds.text)
    is_section_41: bool | None = holds(kinds.yes_or_no)
    is_out_of_area: bool | None = holds(kinds.yes_or_no)
    resourced_provision: str | None = holds(kinds.text)
    visible_from: str | None = holds(kinds.day)
    visible_to: str | None = holds(kinds.day)
    is_invented: bool | None = holds(kinds.yes_or_no)


@dataclass
class Service:
    """What families look for."""

    id: str = holds(kinds.identifier, required=True)
    organization_id: str | None = holds(kinds.identifier)
    name: str = holds(kinds.text, required=True)
    description: str | None = holds(kinds.text)
    url: str | None = holds(kinds.address)
    email: str | None = holds(kinds.email)
    status: str = holds(kinds.one_of(*kinds.STATUSES), required=True)
    fees: str | None = holds(kinds.text)
    accreditations: str | None = holds(kinds.text)
    eligibility_description: str | None = holds(kinds.text)
    minimum_age: float | None = holds(kinds.number)
    maximum_age: float | None = holds(kinds.number)
    assured_date: str | None = holds(kinds.day)
    assurer_email: str | None = holds(kinds.email)
    alert: str | None = holds(kinds.text)
    last_modified: str | None = holds(kinds.moment)
    schedules: list[Schedule] = many("Schedule")
    service_areas: list[ServiceArea] = many("ServiceArea")
    service_at_locations: list[ServiceAtLocation] = many("ServiceAtLocation")
    languages: list[Language] = many("Language")
    organization: Organization | None = one("Organization")
    funding: list[Funding] = many("Funding")
    cost_options: list[CostOption] = many("CostOption")
    contacts: list[Contact] = many("Contact")
    phones: list[Phone] = many("Phone")
    attributes: list[Attribute] = many("Attribute")
    local_offer: LocalOffer | None = one("LocalOffer")


SHAPES: dict[str, type] = {shape.__name__: shape for shape in (
    TaxonomyTerm, Taxonomy, Attribute, Identifier, Organization, Schedule, ServiceArea, Address, Accessibility, Location,
    ServiceAtLocation, Language, Funding, CostOption, Phone, Contact, LocalOffer, Service,
)}  # fmt: skip
