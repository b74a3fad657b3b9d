"""A form on a page of its own, as joint commissioning asks for things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import JointService
from goldenthread.kit.forms import KitForm

HOME = [{"text": "Joint commissioning", "href": "/commissioning/"}]


def above(service: JointService) -> list[dict[str, str]]:
    """The way to a service of the register."""
    return [*HOME, {"text": service.name, "href": f"/commissioning/register/{service.pk}/"}]


def posted(http: HttpRequest) -> Any:
    """What was sent; nothing, for a page that is only looked at."""
    return http.POST if http.method == "POST" else None


def _edition(theirs: Any) -> Any:
    return theirs.edition if theirs else 0


def asked(
    http: HttpRequest, form: KitForm, *, title: str, button: str, act: Callable[[dict[str, Any]], str], back: Any,
    above: list[dict[str, str]] | None = None, words: str = "", as_words: Callable[[Any], str] = str,
    stamp: Callable[[Any], Any] = _edition,
) -> HttpResponse:  # fmt: skip
    """What a form does, what it refuses, and where it leads.

    When somebody else was quicker, `as_words` says what they wrote, and `stamp` which edition that is.
    """
    if form.is_bound and form.is_valid():
        try:
            said = act(dict(form.cleaned_data))
        except Conflict as conflict:
            form.refuse(conflict)
            words = f"It reads now: {as_words(conflict.theirs)}. Your amounts stand below: save them again if they are right."
            form.data = {**form.data.dict(), "based_on": stamp(conflict.theirs)}  # type: ignore[attr-defined]
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, said)
            return redirect(*back)
    page = {"form": form, "title": title, "button": button, "breadcrumbs": above or HOME, "words": words}
    return render(http, "commissioning/form.html", page, status=422 if form.errors else 200)
