"""What a search found, on a map."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.queries.mapping import picture_of
from goldenthread.localoffer.queries.searching import search
from goldenthread.localoffer.search.question import parameters
from goldenthread.localoffer.views.search import CRUMBS


@public
@for_everybody
def places(http: HttpRequest) -> HttpResponse:
    """The places of one page of results: a drawing of our own, and the list that it is numbered by."""
    outcome = search(http.GET, timezone.localdate())
    as_list = urlencode(parameters(outcome.question))
    pages = [
        {"href": "?" + urlencode(parameters(outcome.question, page=number)), "number": number}
        for number in (outcome.question.page - 1, outcome.question.page + 1)
        if 1 <= number <= outcome.answer.pages
    ]
    page = {
        "picture": picture_of(outcome), "question": outcome.question, "found": outcome.answer, "as_list": as_list, "pages": pages,
        "error_list": [{"text": e.sentence, "href": "#list"} for e in outcome.errors], "has_errors": bool(outcome.errors),
        "breadcrumbs": CRUMBS,
    }  # fmt: skip
    return render(http, "localoffer/map.html", page)
