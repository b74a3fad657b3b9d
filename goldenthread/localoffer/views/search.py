"""The Local Offer's front page, and searching: the page, and the same as JSON."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.actions.counting import count_empty, count_search
from goldenthread.localoffer.queries.guide import coming_events, pages_about, routes_with_pages
from goldenthread.localoffer.queries.searching import Outcome, search, search_json
from goldenthread.localoffer.search.question import LABELS, WITHIN, parameters
from goldenthread.localoffer.shortlist import kept
from goldenthread.localoffer.views.rows import groups_of, rows_of
from goldenthread.localoffer.vocabulary import NEEDS

WAITING_TIMES = "/waiting-times/"
CRUMBS = [{"text": "Home", "href": "/"}, {"text": "Find help", "href": "/local-offer/"}]


def has_waiting_times() -> bool:
    """Whether this site has a page of waiting times: another room keeps it, and need not be there."""
    try:
        resolve(WAITING_TIMES)
    except Resolver404:
        return False
    return True


@public
@for_everybody
def front(http: HttpRequest) -> HttpResponse:
    """Search first, then the situations that families are in."""
    page = {
        "has_waiting_times": has_waiting_times(),
        "routes": routes_with_pages(), "needs": NEEDS, "events": coming_events(timezone.now())[:3], "kept": len(kept(http)),
        "breadcrumbs": CRUMBS[:1],
    }  # fmt: skip
    return render(http, "localoffer/front.html", page)


@public
@for_everybody
def json(http: HttpRequest) -> HttpResponse:
    """The search for programs: the page's parameters, as JSON."""
    text, status = search_json(http.GET, timezone.localdate())
    response = HttpResponse(text, content_type="application/json", status=status)
    response["Access-Control-Allow-Origin"] = "*"
    return response


@public
@for_everybody
def results(http: HttpRequest) -> HttpResponse:
    """What was found: the list first, then the ways to narrow it."""
    day = timezone.localdate()
    outcome = search(http.GET, day)
    if not outcome.answer.total and not outcome.errors:
        count_empty(outcome.index, outcome.answer, day)
    if outcome.question.page == 1:
        count_search(outcome.answer, day)
    question, found = outcome.question, outcome.answer
    page = {
        "question": question, "found": found, "rows": rows_of(outcome), "groups": groups_of(outcome), "notes": outcome.notes,
        "next_step": outcome.next_step, "error_list": [{"text": e.sentence, "href": f"#{e.field}"} for e in outcome.errors],
        "has_errors": bool(outcome.errors), "asked": {name: http.GET.get(name, "")[:60] for name in ("age", "postcode")},
        "within": WITHIN, "removable": _removable(outcome),
        "pages": pages_about(outcome.index, question.typed) if question.page == 1 else [],
        "newer": _page_link(outcome, -1), "older": _page_link(outcome, 1),
        "kept": len(kept(http)), "breadcrumbs": CRUMBS,
        "as_map": _link(outcome, page=question.page if question.page > 1 else None),
        "by_best": _link(outcome, sort="best"), "by_near": _link(outcome, sort="near"),
    }  # fmt: skip
    return render(http, "localoffer/results.html", page)


def _link(outcome: Outcome, **changes: Any) -> str:
    return "?" + urlencode(parameters(outcome.question, **changes))


def _page_link(outcome: Outcome, step: int) -> str:
    number = outcome.question.page + step
    return _link(outcome, page=number) if 1 <= number <= outcome.answer.pages else ""


def _removable(outcome: Outcome) -> list[dict[str, str]]:
    """Each filter with the address that leaves it out."""
    question, found = outcome.question, []
    for group, codes in question.chosen.items():
        for code in codes:
            left = [one for one in codes if one != code]
            found.append({"text": LABELS[group][code], "href": _link(outcome, **{group: left})})
    if question.age is not None and f"age {question.age}" not in question.understood:
        found.append({"text": f"Age {question.age}", "href": _link(outcome, age=None)})
    if question.place and f"near {question.place.postcode}" not in question.understood:
        near = f"Near {question.place.postcode}"
        found.append({"text": near, "href": _link(outcome, postcode=None, within=None)})
    return found
