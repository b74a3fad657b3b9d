"""What may be kept by browsers and by caches in between: pages that are the same for everybody, for a minute."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

EVERYBODY = "public, max-age=60, s-maxage=60, stale-while-revalidate=600"


def for_everybody(http: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let a public page be kept, unless the reader has signed in: their page carries their name."""
    is_own = http.user.is_authenticated if "sessionid" in http.COOKIES else False
    response.headers.setdefault(
        "Cache-Control", "private, no-cache" if is_own or response.status_code != 200 else EVERYBODY
    )
    patch_vary_headers(response, ("Cookie",))
    return response
