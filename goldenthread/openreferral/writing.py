"""Writing records as the standard's JSON: fully nested, or with their one-to-one fields only. What is empty is left out."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from goldenthread.openreferral.shapes import Contact, Organization, Service, Taxonomy, TaxonomyTerm

Json = dict[str, Any]


def as_json(record: Any) -> Json:
    """Everything that a record holds, nested."""
    written: Json = {}
    for one in fields(record):
        value = getattr(record, one.name)
        if one.metadata.get("many"):
            value = [as_json(part) for part in value]
        elif "shape" in one.metadata and value is not None:
            value = as_json(value)
        if value not in (None, "", []) or one.metadata.get("required"):
            written[one.name] = "" if value is None else value
    return written


def summary(record: Any) -> Json:
    """The one-to-one fields alone, as lists of records show them; an organisation stays inside its service."""
    written = {
        one.name: getattr(record, one.name)
        for one in fields(record)
        if "shape" not in one.metadata
        and (getattr(record, one.name) not in (None, "") or one.metadata.get("required"))
    }
    if isinstance(record, Service) and record.organization:
        written["organization"] = summary(record.organization)
    return written


def for_everybody(service: Service) -> Service:
    """The service without the contacts that are for the council's staff alone."""
    service.contacts = [contact for contact in service.contacts if is_shown(contact)]
    return service


def is_shown(contact: Contact) -> bool:
    """Whether a contact may be shown to everybody: unless it says that it may not."""
    return contact.visible is not False


def term_json(term: TaxonomyTerm) -> Json:
    """A term; the standard wants a description, and the name stands in for one that is missing."""
    written = as_json(term)
    written["description"] = term.description or term.name
    return written


def taxonomy_json(taxonomy: Taxonomy) -> Json:
    """A vocabulary with its terms."""
    written = as_json(taxonomy)
    written["description"] = taxonomy.description or taxonomy.name
    written["taxonomy_terms"] = [term_json(term) for term in taxonomy.taxonomy_terms]
    return written


def organization_json(organization: Organization, services: list[Json]) -> Json:
    """An organisation with what it gives."""
    return {**as_json(organization), "services": services}
