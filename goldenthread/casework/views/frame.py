"""What every casework page has: its way back, what the reader may do and see, and the mark that it was read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.accounts.may import May
from goldenthread.accounts.standing import standing
from goldenthread.audit import log
from goldenthread.casework.access import sections_of
from goldenthread.casework.models import Case


def crumbs(*further: tuple[str, str]) -> list[dict[str, str]]:
    """The way here: my cases, then the pages given as (text, address)."""
    first = [("My cases", reverse("casework:home"))]
    return [{"text": text, "href": href} for text, href in [*first, *further]]


def above(case: Case) -> list[dict[str, str]]:
    """The way to a page under a case."""
    return crumbs((case.reference, reverse("casework:case", args=[case.public_id])))


def show(http: HttpRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A casework page. One that shows a case says so in the audit, in the server and not by the reader's leave."""
    case = context.get("case")
    context.setdefault("breadcrumbs", above(case) if case else crumbs())
    if case is not None:
        context.setdefault("may", May(http, case))
        context.setdefault("sections", {section.value for section in sections_of(case, standing(http))})
        log.record_read(
            "casework.case.read", subject=log.subject_of(case), by=http.user, detail={"page": page}
        )
    return render(http, f"casework/{page}.html", context, status=status)


def done(http: HttpRequest, sentence: str, case: Case) -> HttpResponse:
    """After a change: say what happened, on the case's page."""
    messages.success(http, sentence)
    return redirect(reverse("casework:case", args=[case.public_id]))


def said(http: HttpRequest, sentence: str, to: str) -> HttpResponse:
    """After a change to several cases: say what happened, on a page of casework."""
    messages.success(http, sentence)
    return redirect(reverse(f"casework:{to}"))
