"""A button pressed twice does its work once.

The token in a form against forgery is another each time that a page is drawn. So a form that comes again with the same token, to
the same address, with the same words and files, is the same press of a button, or a browser that tried again; it is answered with
the page that the first was sent to, and nothing is done. A form that was drawn anew, or in which a word was changed, is another.

Only what ended well (a redirect) is remembered. Where an answer sets a cookie, as signing in does, both are done: the browser may
never have seen the first answer.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from contextlib import suppress

from django.core.cache import cache
from django.db import Error
from django.http import HttpRequest, HttpResponseRedirect, UnreadablePostError
from django.http.response import HttpResponseBase

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of the field)
DOING = "doing"
AT_WORK, KEPT = 60, 3600
"""Seconds for which a form counts as being worked on, should the process die; and for which its answer is remembered."""
PATIENCE, PAUSE = 30.0, 0.05
HARMLESS_COOKIES = {"messages"}
"""The sentence for the next page: without it the page is only quieter."""


class Once:
    """Answers the second of two equal forms with the answer of the first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, http: HttpRequest) -> HttpResponseBase:
        key = _key(http)
        if key is None:
            return self.get_response(http)
        until = time.monotonic() + PATIENCE
        while not cache.add(key, DOING, AT_WORK):
            known = cache.get(key, "")
            if known and known != DOING:
                return HttpResponseRedirect(known)
            if time.monotonic() > until:
                break
            time.sleep(PAUSE)
        return self._answer(http, key)

    def _answer(self, http: HttpRequest, key: str) -> HttpResponseBase:
        place = ""
        try:
            response = self.get_response(http)
            if response.status_code in (302, 303) and not set(response.cookies) - HARMLESS_COOKIES:
                place = response.headers["Location"]
            return response
        finally:
            with suppress(
                Error
            ):  # the database went just now: what was done is done, and its answer goes out
                if place:
                    cache.set(key, place, KEPT)
                else:
                    cache.delete(key)


def _key(http: HttpRequest) -> str | None:
    """What makes a form this form; None for anything else."""
    if http.method != "POST":
        return None
    try:
        if TOKEN not in http.POST:
            return None
        content = hashlib.sha256(http.get_full_path().encode())
        for name, values in sorted(http.POST.lists()):
            content.update(repr((name, values)).encode())
        for name, files in sorted(http.FILES.lists()):
            for file in files:
                content.update(repr((name, file.name, file.size)).encode())
                for piece in file.chunks():
                    content.update(piece)
                file.seek(0)
    except UnreadablePostError:
        return None
    return f"once:{content.hexdigest()}"
