"""A school beside others."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.table import Column, Table
from goldenthread.sensupport.queries.comparison import FEWEST_SCHOOLS, MEASURES, Comparison, Share, comparison
from goldenthread.sensupport.views.register import HOME, school_of


@needs(Permission.KEEP_SEN_REGISTER)
def compare(http: HttpRequest) -> HttpResponse:
    """One's own school, those of its phase, and all others of the area."""
    school = school_of(http)
    found = comparison(school, timezone.localdate()) if school else None
    page = {"school": school, "found": found, "table": _table(found) if found else None, "fewest": FEWEST_SCHOOLS,
            "breadcrumbs": HOME}  # fmt: skip
    return render(http, "sensupport/compare.html", page)


def _table(found: Comparison) -> Table:
    columns = [
        Column("Pupils"),
        Column("Your school", True),
        Column("Schools like yours", True),
        Column("All other schools", True),
    ]
    rows = []
    for place, label in enumerate(MEASURES):
        groups = [one.shares[place] if one.shares else None for one in (found.alike, found.area)]
        rows.append([label, _own(found.own[place]), *(_others(one) for one in groups)])
    return Table("Your school beside others", columns, rows, is_caption_hidden=True)


def _own(share: Share) -> str:
    return "–" if share.per_cent is None else f"{share.per_cent}% ({share.part} of {share.whole})"


def _others(share: Share | None) -> str:
    return "too few" if share is None else f"{share.per_cent}% of {share.whole:,}"
