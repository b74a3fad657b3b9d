"""Around every request: a number that its lines in the log share, how long it took, and one line about it."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from goldenthread.running import metrics

log = logging.getLogger(__name__)
NOBODY = "no such page"


class Counting:
    """Counts and tells each request by the name of its page; what was typed in the address stays out of both."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, http: HttpRequest) -> HttpResponseBase:
        number, began = uuid.uuid4().hex[:12], time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=number):
            response = self.get_response(http)
            seconds, page = time.perf_counter() - began, _page(http)
            method = http.method if http.method in metrics.METHODS else "other"
            metrics.count(page=page, method=method or "other", status=response.status_code, seconds=seconds)
            log.info("answered %s %s with %s in %.0f ms", method, page, response.status_code, seconds * 1000)
        response.headers["X-Request-Id"] = number
        return response


def _page(http: HttpRequest) -> str:
    match = getattr(http, "resolver_match", None)
    return str(match.view_name or match.route) if match else NOBODY
