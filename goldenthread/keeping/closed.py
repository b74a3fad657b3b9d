"""While the area is shut, every page behind sign-in and every link that shows something of a child is one plain page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from goldenthread.accounts.permissions import Permission
from goldenthread.keeping.actions.closing import is_closed

BY_LINK = ("/advice/", "/calendar/", "/keeping/take/", "/my/")
STAYS = ("/account/",)
TO_OPEN = {Permission.CLOSE_AREA, Permission.STAND_DUTY}


class Closed:
    """Stands before the views; pages for everybody stay, signing in stays, and so do the pages that open the area again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, http: HttpRequest) -> HttpResponseBase:
        return self.get_response(http)

    def process_view(self, http: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Called by Django before each view."""
        gate = getattr(view, "gate", None)
        if gate is None or (gate.kind == "public" and not http.path.startswith(BY_LINK)):
            return None
        if http.path.startswith(STAYS) or gate.permission in TO_OPEN or not is_closed():
            return None
        answer = render(http, "keeping/closed.html", {"breadcrumbs": []}, status=503)
        answer.headers["Cache-Control"] = "private, no-store"
        answer.headers["Retry-After"] = "900"
        return answer
