"""Need beside what answers it: assessment and register from commissioning, supply and demand from the Local Offer."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.commissioning.queries.joint import need_lines
from goldenthread.commissioning.views.tables import need_table
from goldenthread.kit.as_at import as_at
from goldenthread.website.demand import listed_by_need, not_found_by_need


@needs(Permission.VIEW_COMMISSIONING)
def gaps(http: HttpRequest) -> HttpResponse:
    """Each need: its figures with their sources, what is bought together, what is listed, what families did not find."""
    at = as_at(http)
    listed: Counter[str] = listed_by_need()
    lines = need_lines(day=at.day, listed=listed, not_found=not_found_by_need())
    page: dict[str, Any] = {
        "lines": lines, "table": need_table(lines), "gaps": sum(one.is_gap for one in lines), "may": May(http, None),
        "breadcrumbs": [{"text": "Joint commissioning", "href": "/commissioning/"}], **at.for_page(),
    }  # fmt: skip
    return render(http, "website/gaps.html", page)
