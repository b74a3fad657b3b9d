"""What the pages of keeping share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.kit.who_reads import Purpose, reading_for

HOME = [{"text": "Kept and removed", "href": "/keeping/"}]
MOST_CHOSEN = 500


def for_keeping(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Read all children's rows for a page that shows of them what its task needs; behind the gate."""

    @wraps(view)
    def reads(http: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with reading_for(Purpose.KEEPING):
            return view(http, *args, **kwargs)

    return reads


def chosen(http: HttpRequest, name: str = "chosen") -> list[str]:
    """What was ticked, as it was sent."""
    return [one for one in http.POST.getlist(name)[:MOST_CHOSEN] if "\0" not in one]


def form_page(http: HttpRequest, form: Any, title: str, button: str, **more: Any) -> HttpResponse:
    """One form on its page."""
    page = {"form": form, "title": title, "button": button, "breadcrumbs": HOME, **more}
    return render(http, "keeping/form.html", page, status=422 if form.errors else 200)
