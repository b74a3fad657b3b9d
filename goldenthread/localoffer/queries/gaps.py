"""Where families look and find nothing, beside what there is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet, Sum
from django.http import QueryDict

from goldenthread.localoffer.models import SearchFor, SearchWithoutResult
from goldenthread.localoffer.queries.searching import search
from goldenthread.localoffer.vocabulary import NEEDS

DAYS = 365


@dataclass(frozen=True)
class Gap:
    """A need: the services that families can find for it, the searches for it in a year, and those that found nothing."""

    code: str
    label: str
    services: int
    searches: int
    empty_searches: int


def gaps(day: date) -> list[Gap]:
    """Every need, those first that were looked for in vain most often, and of these the ones with the fewest services.

    A search for two needs counts for both. Months are kept whole: the year begins with the month a year ago.
    """
    facets = search(QueryDict(), day).answer.facets.get("need", [])
    services = {one.code: one.count for one in facets}
    since = (day - timedelta(days=DAYS)).replace(day=1)
    empty = looked_for_in_vain(SearchWithoutResult.objects.filter(month__gte=since, month__lte=day))
    asked = dict(
        SearchFor.objects.filter(month__gte=since, month__lte=day)
        .values_list("concept")
        .annotate(total=Sum("times"))
    )
    found = [
        Gap(
            one.code,
            one.label,
            services.get(one.code, 0),
            asked.get(f"need:{one.code}", 0),
            empty[one.code],
        )
        for one in NEEDS
    ]
    return sorted(found, key=lambda one: (-one.empty_searches, one.services, -one.searches, one.label))


def looked_for_in_vain(rows: QuerySet[SearchWithoutResult]) -> Counter[str]:
    """How often each need was searched for and nothing found, by word or by filter. One query."""
    found: Counter[str] = Counter()
    for words, filters, times in rows.values_list("words", "filters", "times"):
        said = {*words.split(), *filters.split(", "), *re.findall(r"need ([^,]+)", filters)}
        for need in NEEDS:
            if said & {need.code, need.label}:
                found[need.code] += times
    return found
