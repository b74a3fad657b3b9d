"""Which requests may read a copy of the database: public pages of these apps, for somebody who has sent us nothing yet.

Whoever has a session, or the cookie that comes with a form, may have just written something and would look for it; they read
the database itself. So do all pages of the other apps, public or not.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from goldenthread.kit import replica

APPS = (
    "goldenthread.localoffer.",
    "goldenthread.programme.",
    "goldenthread.evidence.",
    "goldenthread.website.",
)
SAFE = {"GET", "HEAD"}


class FromReplica:
    """Lets the view of such a page read the copy, and shows the page from the database when the copy fails on the way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, http: HttpRequest) -> HttpResponseBase:
        return self.get_response(http)

    def process_view(self, http: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        """Called by Django in place of the view when it gives an answer; None lets the view run as ever."""
        if not may(http, view) or not replica.is_fit(at=time.monotonic()):
            return None
        answer: HttpResponseBase
        with replica.reading_from_replica():
            try:
                answer = view(http, *args, **kwargs)
                return answer
            except Exception as trouble:
                if not replica.is_away(trouble):
                    raise
                replica.gave_up(at=time.monotonic())
        return None


def may(http: HttpRequest, view: Any) -> bool:
    """Whether this page, for this reader, may be a few seconds old."""
    gate = getattr(view, "gate", None)
    return (
        gate is not None
        and gate.kind == "public"
        and http.method in SAFE
        and view.__module__.startswith(APPS)
        and not {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME} & set(http.COOKIES)
    )
