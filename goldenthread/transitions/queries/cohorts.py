"""Who moves in September of a year, counted and listed. The number of queries does not depend on how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.people.models import Child
from goldenthread.transitions.cohorts import COHORTS, Cohort, born_between, cohort_of
from goldenthread.transitions.models import OutOfYear


@dataclass(frozen=True)
class Mover:
    """One child of a cohort. `offset` is how far above the year of their age they are taught."""

    child: int
    born_on: date
    offset: int = 0


def cohorts_of(children: QuerySet[Child], year: int, on: date) -> dict[str, list[Mover]]:
    """The children who move in September of a year, by cohort. Two queries."""
    held: QuerySet[Any] = OutOfYear.objects.held_on(on)
    offsets: dict[int, int] = dict(held.values_list("child", "offset"))
    ages = Q(pk__in=list(offsets))
    for cohort in COHORTS:
        ages |= Q(born_on__range=born_between(cohort, year))
    found: dict[str, list[Mover]] = {cohort.key: [] for cohort in COHORTS}
    rows = children.filter(ages).order_by("family_name", "given_names", "pk").distinct()
    for child, born_on, *_ in rows.values_list("pk", "born_on", "family_name", "given_names"):
        offset = offsets.get(child, 0)
        cohort_found: Cohort | None = cohort_of(born_on, year, offset)
        if cohort_found:
            found[cohort_found.key].append(Mover(child, born_on, offset))
    return found
