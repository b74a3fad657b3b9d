"""What every page of a move has: its way back, and the mark that a child's move was read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.casework.models import Case


def crumbs(case: Case | None = None) -> list[dict[str, str]]:
    """The way to a page under the cohorts, or under a case."""
    way = [{"text": "Moves", "href": reverse("transitions:cohorts")}]
    if case is not None:
        way.append({"text": case.reference, "href": reverse("casework:case", args=[case.public_id])})
    return way


def follow_crumb(case: Case) -> dict[str, str]:
    """The way back for those who follow a case."""
    return {"text": f"{case.child.first_name}’s case", "href": reverse("case:follow", args=[case.public_id])}


def space_of(http: HttpRequest) -> str:
    """ "transitions" among staff's pages, "moves" among those who follow a case."""
    return http.resolver_match.namespace if http.resolver_match else "transitions"


def frame_of(http: HttpRequest, case: Case) -> dict[str, Any]:
    """What a page with two addresses has around it at each."""
    space = space_of(http)
    is_staff = space == "transitions"
    way = (
        {"text": "Goals for adult life", "href": reverse("transitions:adulthood")}
        if is_staff
        else follow_crumb(case)
    )
    return {"case": case, "child": case.child, "space": space, "breadcrumbs": [way],
            "base": "base_staff.html" if is_staff else "base.html"}  # fmt: skip


def show(http: HttpRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of this room. One that shows a case says so in the audit."""
    case = context.get("case")
    context.setdefault("breadcrumbs", crumbs(case))
    if case is not None:
        log.record_read("transitions.move.read", subject=log.subject_of(case), by=http.user, detail={"page": page})  # fmt: skip
    return render(http, f"transitions/{page}.html", context, status=status)
