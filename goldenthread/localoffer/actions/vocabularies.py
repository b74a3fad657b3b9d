"""Keeping the words that services are described with: every term that a record brings, and its vocabulary."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from goldenthread.localoffer.models import Taxonomy, Term
from goldenthread.openreferral.reading import made_identifier
from goldenthread.openreferral.shapes import Service, TaxonomyTerm


def keep_terms(records: Iterable[Service]) -> None:
    """Add the terms and vocabularies that are new; those that are here already stay as they are."""
    terms = {
        one.taxonomy_term.id: one.taxonomy_term
        for record in records
        for one in record.attributes
        if one.taxonomy_term
    }
    known = {str(key) for key in Term.objects.filter(public_id__in=terms).values_list("public_id", flat=True)}
    fresh = {key: term for key, term in terms.items() if key not in known}
    vocabularies = _keep_vocabularies(fresh.values())
    Term.objects.bulk_create(
        Term(
            public_id=uuid.UUID(term.id), taxonomy=vocabularies[vocabulary_id(term)], name=term.name[:300],
            description=term.description or "", code=(term.term or "")[:300], uri=(term.term_uri or "")[:500],
        )
        for term in fresh.values()
    )  # fmt: skip
    _tie(fresh)


def vocabulary_id(term: TaxonomyTerm) -> str:
    """The vocabulary of a term; one made from its name when the term gives no identifier."""
    return term.taxonomy_id or made_identifier("vocabulary", term.taxonomy or "Terms without a vocabulary")


def _keep_vocabularies(terms: Iterable[TaxonomyTerm]) -> dict[str, Taxonomy]:
    named = {vocabulary_id(term): (term.taxonomy or "Terms without a vocabulary")[:200] for term in terms}
    held = {str(one.public_id): one for one in Taxonomy.objects.filter(public_id__in=named)}
    fresh = [Taxonomy(public_id=uuid.UUID(key), name=name) for key, name in named.items() if key not in held]
    Taxonomy.objects.bulk_create(fresh)
    return held | {str(one.public_id): one for one in fresh}


def _tie(fresh: dict[str, TaxonomyTerm]) -> None:
    """Give the new terms their parents, where both are here."""
    children = {
        key: term.parent_id for key, term in fresh.items() if term.parent_id and term.parent_id != key
    }
    if not children:
        return
    rows = {
        str(one.public_id): one for one in Term.objects.filter(public_id__in=[*children, *children.values()])
    }
    tied = []
    for key, parent in children.items():
        if parent in rows:
            rows[key].parent = rows[parent]
            tied.append(rows[key])
    Term.objects.bulk_update(tied, ["parent"])
