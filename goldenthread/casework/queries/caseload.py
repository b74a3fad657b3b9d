"""The children of this authority, as the wrong-child guard compares a plan with them. Kept in the process while nothing changes.

The guard leaves a child's own entry out by the reference of their case. What it finds tells how many others, never who.
"""

from __future__ import annotations

import json
from threading import Lock
from typing import Any

from django.db import connection

from goldenthread.casework.models import Case, PlanVersion
from goldenthread.casework.plan.guard.index import CaseloadIndex, Entry, child_entry, entry_of
from goldenthread.casework.plan.plan_types import section_set
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.shapes import Child as ChildShape
from goldenthread.kit.who_reads import Purpose, reading_for

STATE = """
SELECT (SELECT count(*) FROM casework_case), (SELECT max(id) FROM casework_planversion),
       (SELECT sum(hashtext(given_names || '|' || family_name || '|' || known_as || '|' || born_on || '|' || coalesce(upn, '')))
        FROM people_child)
"""
"""Changes with every child entered or corrected, every case opened and every version issued."""
_lock = Lock()
_kept: dict[str, Any] = {"state": None, "index": CaseloadIndex()}
_prints: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
"""The prints of each version's paragraphs under its hash: a sealed version never changes."""


@reading_for(Purpose.GUARD)
def caseload_index() -> CaseloadIndex:
    """All children with a case, with the prints of the last version of each plan. Made anew when anything changed."""
    with _lock, connection.cursor() as cursor:
        cursor.execute(STATE)
        state = cursor.fetchone()
        if state != _kept["state"]:
            _kept["index"], _kept["state"] = _made(), state
        index: CaseloadIndex = _kept["index"]
        return index


def _made() -> CaseloadIndex:
    index, prints = CaseloadIndex(), _last_prints()
    fields = (
        "reference",
        "child__given_names",
        "child__family_name",
        "child__known_as",
        "child__born_on",
        "child__upn",
    )
    for reference, given, family, known, born, upn in Case.objects.values_list(*fields).iterator(
        chunk_size=5_000
    ):
        child = ChildShape(
            given_names=given,
            family_name=family,
            known_as=known,
            born_on=born,
            upn=upn or "",
            reference=reference,
        )
        bare = child_entry(child)
        whole, shingles = prints.get(reference, ((), ()))
        index.add(Entry(bare.key, bare.given, bare.family, bare.born_on, bare.numbers, whole, shingles))
    return index


def _last_prints() -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    """The prints of the last version of each case; a version that was read before is not read again."""
    last = (
        PlanVersion.objects.order_by("case_id", "-number")
        .distinct("case_id")
        .values_list("case__reference", "sha256", "pk")
    )
    found = {reference: (sha256, pk) for reference, sha256, pk in last}
    new = [pk for sha256, pk in found.values() if sha256 not in _prints]
    for version in PlanVersion.objects.filter(pk__in=new).iterator(chunk_size=200):
        _prints[version.sha256] = _read(version)
    return {reference: _prints[sha256] for reference, (sha256, _) in found.items()}


def _read(version: PlanVersion) -> tuple[tuple[int, ...], tuple[int, ...]]:
    plan = plan_from(json.loads(bytes(version.content)), on=version.issued_on)
    kinds = section_set(plan.type, plan.dated_on or version.issued_on, plan.cohort)
    entry = entry_of(plan, {kind.key: kind.holds for kind in kinds.sections})
    return entry.prints, entry.shingles
