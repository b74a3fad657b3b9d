"""Organisations, vocabularies and their words as Open Referral UK."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.localoffer.models import Provider, Service, Taxonomy, Term
from goldenthread.localoffer.queries.directory import HIDDEN_STATUSES
from goldenthread.localoffer.queries.open_referral import full_service, short_organization, short_service

Json = dict[str, Any]


def service_record(key: Any, day: date) -> Json | None:
    """The approved record of a service that is shown on a day."""
    found = Service.objects.shown_on(day).filter(public_id=key).first()
    if found is None or found.approved is None or found.approved.record.get("status") in HIDDEN_STATUSES:
        return None
    record: Json = found.approved.record
    return record


def organizations(search: str, day: date) -> Any:
    """Organisations with a service that is shown, by name; with words, those whose name has them."""
    rows = Provider.objects.filter(
        services__in=Service.objects.shown_on(day).order_by().values("pk")
    ).distinct()
    return rows.filter(name__icontains=search) if search else rows


def organization(provider: Provider, day: date, *, is_full: bool, has_full_services: bool) -> Json:
    """An organisation: alone, or with its services, in short or in full."""
    record = {"id": str(provider.public_id), "name": provider.name, **provider.record}
    if not (is_full or has_full_services):
        return short_organization(record)
    held = Service.objects.shown_on(day).filter(provider=provider).values_list("approved__record", flat=True)
    write = full_service if has_full_services else short_service
    return {"description": "", **record, "services": [write(one) for one in held]}


def taxonomies(search: str) -> Any:
    """Vocabularies by name."""
    rows = Taxonomy.objects.all()
    return rows.filter(name__icontains=search) if search else rows


def taxonomy(row: Taxonomy, *, has_terms: bool) -> Json:
    """A vocabulary."""
    written: Json = {"id": str(row.public_id), "name": row.name, "description": row.description or row.name}
    written |= {name: value for name, value in (("uri", row.uri), ("version", row.version)) if value}
    if has_terms:
        written["taxonomy_terms"] = [term(one) for one in row.terms.select_related("parent", "taxonomy")]
    return written


def terms(
    search: str, *, taxonomy: str | None = None, parent: str | None = None, is_top_only: bool = False
) -> Any:
    """Terms by name. "Top" are those without a parent."""
    rows = Term.objects.select_related("parent", "taxonomy")
    if search:
        rows = rows.filter(name__icontains=search)
    if taxonomy:
        rows = rows.filter(taxonomy__public_id=taxonomy)
    if parent:
        rows = rows.filter(parent__public_id=parent)
    return rows.filter(parent=None) if is_top_only else rows


def term(row: Term) -> Json:
    """A term."""
    written: Json = {"id": str(row.public_id), "name": row.name, "description": row.description or row.name}
    if row.parent:
        written["parent_id"] = str(row.parent.public_id)
    if row.taxonomy:
        written |= {"taxonomy": row.taxonomy.name, "taxonomy_id": str(row.taxonomy.public_id)}
    written |= {name: value for name, value in (("term_uri", row.uri), ("term", row.code)) if value}
    return written
