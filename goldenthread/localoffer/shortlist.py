"""A shortlist without an account: the services' identifiers in a cookie on the reader's own machine."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse

COOKIE = "shortlist"
MOST = 40
SEVEN_WEEKS = 60 * 60 * 24 * 49


def kept(http: HttpRequest) -> list[str]:
    """The identifiers that the reader keeps, in their order; whatever else the cookie holds is passed over."""
    found: list[str] = []
    for part in http.COOKIES.get(COOKIE, "")[:4000].split("."):
        try:
            one = str(uuid.UUID(hex=part))
        except ValueError:
            continue
        if one not in found:
            found.append(one)
    return found[:MOST]


def keep(response: HttpResponse, ids: list[str]) -> None:
    """Write the list into the cookie; an empty one takes it away."""
    if not ids:
        response.delete_cookie(COOKIE, path="/local-offer/")
        return
    value = ".".join(uuid.UUID(one).hex for one in ids[:MOST])
    response.set_cookie(
        COOKIE, value, max_age=SEVEN_WEEKS, path="/local-offer/", httponly=True, samesite="Lax"
    )
