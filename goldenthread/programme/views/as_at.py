"""The day that a page is read as at, and the programme that a public page shows."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from goldenthread.kit.as_at import AsAt, as_at
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.areas import programmes

__all__ = ["AsAt", "as_at", "shown_programme"]


def shown_programme(http: HttpRequest) -> Programme:
    """The programme named by `?programme=`, or the area's first; 404 while there is none."""
    asked = http.GET.get("programme")
    for programme in programmes():
        if asked in (None, "", programme.slug):
            return programme
    raise Http404("There is no programme here yet.")
