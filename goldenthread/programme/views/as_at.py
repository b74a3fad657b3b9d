"""The day that a page is read as at, and the programme that a public page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from goldenthread.kit.as_at import asked_day
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.areas import programmes


@dataclass(frozen=True)
class AsAt:
    """The day that is shown; `past` is that day when it is not today; `trouble` says why an answer was not taken."""

    day: date
    today: date
    past: date | None = None
    asked: str = ""
    trouble: str = ""

    def for_page(self) -> dict[str, Any]:
        """What the kit's as-at bar and its form read."""
        return {"at": self, "as_at": self.past, "as_at_text": self.asked, "as_at_error": self.trouble}


def as_at(http: HttpRequest) -> AsAt:
    """The day asked for by `?as_at=`; today where none is asked for or the answer cannot be read."""
    today = timezone.localdate()
    asked = http.GET.get("as_at", "")
    try:
        past = asked_day(asked, today)
    except ValueError as trouble:
        return AsAt(today, today, asked=asked, trouble=str(trouble))
    return AsAt(past or today, today, past, asked)


def shown_programme(http: HttpRequest) -> Programme:
    """The programme named by `?programme=`, or the area's first; 404 while there is none."""
    asked = http.GET.get("programme")
    for programme in programmes():
        if asked in (None, "", programme.slug):
            return programme
    raise Http404("There is no programme here yet.")
