"""A form that was sent after the session had ended: what was typed is given back, to be copied.

It is shown to whoever sent it, in the answer to their own request, and kept nowhere.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

SECRET = ("password", "csrf", "code", "token", "key", "secret")
SHORTEST = 20
"""Characters: a date or a choice is quickly given again; a text is not."""


def what_was_typed(http: HttpRequest) -> list[str]:
    """The longer texts of a form, without passwords and codes."""
    if http.method != "POST":
        return []
    return [
        value.strip()
        for name, values in http.POST.lists()
        for value in values
        if len(value.strip()) >= SHORTEST and not any(word in name.lower() for word in SECRET)
    ]


def hand_back(http: HttpRequest, typed: list[str]) -> HttpResponse:
    """The page that says what happened and shows the words.

    To a page that saves by itself, only that it was not saved: it stays open with its words, and its own button gets them back.
    """
    if http.headers.get("HX-Request") == "true":
        return HttpResponse(status=401, headers={"Cache-Control": "private, no-store"})
    page = f"{reverse('account_login')}?{urlencode({'next': http.path})}"
    answer = render(http, "accounts/signed_out.html", {"typed": typed, "sign_in_page": page}, status=401)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
