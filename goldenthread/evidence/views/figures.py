"""The figures on offer: what a measure can be tied to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.figures import SOURCES


@needs(Permission.VIEW_PROGRAMME)
def figures(http: HttpRequest) -> HttpResponse:
    """Every figure that the system counts by itself, with its words and where it comes from."""
    return render(http, "evidence/figures.html", {"sources": SOURCES})
