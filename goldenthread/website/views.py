"""Pages that belong to no single room."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from goldenthread.accounts.gate import public, signed_in
from goldenthread.kit import away, gallery
from goldenthread.kit.caching import for_everybody
from goldenthread.programme.queries.areas import open_areas, programmes
from goldenthread.website.shell import footer


@public
@for_everybody
def home(http: HttpRequest) -> HttpResponse:
    """The way in: three doors in plain words."""
    day = timezone.localdate()
    programme = next(iter(programmes()), None)
    still_open = open_areas(programme, day) if programme else []
    return render(http, "website/home.html", {"programme": programme, "open_areas": still_open})


@signed_in
def design(http: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages."""
    shown: HttpResponse = gallery.gallery(http)
    return shown


@public
@for_everybody
def accessibility(http: HttpRequest) -> HttpResponse:
    """How well the site works for everybody, and whom to tell when it does not."""
    return render(http, "website/accessibility.html")


@public
@for_everybody
def privacy(http: HttpRequest) -> HttpResponse:
    """What the site keeps about its readers."""
    return render(http, "website/privacy.html")


def not_found(http: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No page here: say so in words, and the same words whether it never was or is not yours to see."""
    return render(http, "website/error.html", {"code": 404, "footer_links": footer()}, status=404)


def not_allowed(http: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page is there, and the reader's role does not open it."""
    return render(http, "website/error.html", {"code": 403, "reason": str(exception or "")}, status=403)


def broken(http: HttpRequest) -> HttpResponse:
    """Our fault. Where the database is away or a disk is full, a page that asks neither, and 503."""
    if heading := away.in_words(sys.exc_info()[1]):
        told = HttpResponse(render_to_string("website/away.html", {"heading": heading}), status=503)
        told.headers["Retry-After"], told.headers["Cache-Control"] = "60", "no-store"
        return told
    return render(http, "website/error.html", {"code": 500}, status=500)
