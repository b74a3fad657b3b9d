"""What may be kept by browsers and by caches in between: pages that are the same for everybody, for a minute."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

EVERYBODY = "public, max-age=60, s-maxage=60, stale-while-revalidate=600"


def for_everybody(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a public page be kept, unless it is somebody's own.

    That is a page for whoever has a session, which may carry their name or what they did before; one with a form, whose token
    belongs to one browser; and one that says that there is nothing to read.
    """

    @wraps(view)
    def kept(http: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(http, *args, **kwargs)
        mine = response.status_code != 200 or response.cookies or _is_own(http)
        response.headers.setdefault("Cache-Control", "private, no-cache" if mine else EVERYBODY)
        patch_vary_headers(response, ("Cookie",))
        return response

    return kept


def _is_own(http: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in http.COOKIES or bool(http.META.get("CSRF_COOKIE_NEEDS_UPDATE"))
