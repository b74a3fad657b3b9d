"""Whom we should hear, counted from our own cases."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions.hearing import WHO, count_ages, use_counted_ages
from goldenthread.kit.errors import Refused


@needs(Permission.RUN_SURVEYS)
def whom(http: HttpRequest) -> HttpResponse:
    """Plans in force by the age groups of the newest survey, and a button that sets them beside the answers."""
    today, error_list = timezone.localdate(), []
    if http.method == "POST":
        try:
            use_counted_ages(today=today, by=http.user)
            messages.success(
                http, "These numbers stand beside the answers now. An earlier count stays on record."
            )
            return redirect("voice:heard")
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    crumbs = [
        {"text": "Have your say", "href": "/voice/"},
        {"text": "Whom we hear from", "href": "/voice/heard/"},
    ]
    page = {"counted": count_ages(today), "who": WHO, "today": today, "error_list": error_list,
            "has_errors": bool(error_list), "breadcrumbs": crumbs}  # fmt: skip
    return render(http, "evidence/whom.html", page, status=422 if error_list else 200)
