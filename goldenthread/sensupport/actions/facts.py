"""A table of facts about schools comes in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Setting
from goldenthread.sensupport.importing.facts import SchoolFacts
from goldenthread.sensupport.models import FactsTable


@transaction.atomic
def bring_in_facts(
    *, rows: Sequence[SchoolFacts], as_at: date, source: str, on: date, is_invented: bool = False, by: Any
) -> FactsTable:
    """Keep a table of the schools that are known here. Refuses one without a source, of a day to come, or with none of ours."""
    if as_at > on:
        raise Refused("Enter the day on which they were counted: it cannot be still to come.", "as_at")
    if not source.strip():
        raise Refused("Enter who counted them and where it can be read.", "source")
    ours = dict(
        Setting.objects.filter(urn__in=[one.urn for one in rows]).values_list("urn", "organisation_id")
    )
    facts = {str(ours[one.urn]): [one.pupils, str(one.free_meals)] for one in rows if one.urn in ours}
    if not facts:
        raise Refused("None of these URNs belongs to a school that is entered here.", "file")
    table = FactsTable.objects.create(
        as_at=as_at, source=source.strip(), facts=facts, is_invented=is_invented,
        recorded_by=log.person(by),
    )  # fmt: skip
    log.record(
        "sensupport.facts.brought_in", subject=log.subject_of(table), by=by, detail={"schools": len(facts)}
    )
    return table
