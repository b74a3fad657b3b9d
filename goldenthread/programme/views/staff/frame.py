"""What every staff page of a programme has: its way back, what the reader may do, and answers to forms."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.accounts.may import May
from goldenthread.programme.models import Programme

__all__ = ["Crumb", "May", "crumbs", "done", "show"]
Crumb = dict[str, str]


def crumbs(programme: Programme, *further: tuple[str, str]) -> list[Crumb]:
    """The way here: my work, the programme's board, then the pages given as (text, address)."""
    first = [("My work", reverse("programme_staff:my_work")),
             (str(programme), reverse("programme_staff:board", args=[programme.slug]))]  # fmt: skip
    return [{"text": text, "href": href} for text, href in [*first, *further]]


def show(http: HttpRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A staff page. `context` names the programme; the way back and what the reader may do are added."""
    programme = context.get("programme")
    if programme is not None:
        context.setdefault("breadcrumbs", crumbs(programme))
        context.setdefault("may", May(http, context.get("record", programme)))
    context.setdefault("has_errors", bool(context.get("error_list")))
    return render(http, f"programme/staff_{page}.html", context, status=status)


def done(http: HttpRequest, sentence: str, to: str, *arguments: Any, part: str = "") -> HttpResponse:
    """After a change: say what happened, on the page where it shows."""
    messages.success(http, sentence)
    return redirect(f"{reverse(f'programme_staff:{to}', args=arguments)}{part}")
