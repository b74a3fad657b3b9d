"""Advice that a caseworker enters: older advice that may stand, and advice that came on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework import answers
from goldenthread.casework.actions.answering import By, enter_advice, let_older_stand
from goldenthread.casework.forms.advice import EnterForm, OlderForm
from goldenthread.casework.models import Advice, Case
from goldenthread.casework.queries.asked import earlier_advice
from goldenthread.casework.views.advice import back_to, form_page
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import File, inside


@needs(Permission.WORK_CASE, case=Case, advice=Advice)
def stand(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """Let older advice stand, if its provider, the council and the family agree."""
    earlier = earlier_advice(advice)
    form = OlderForm(*((http.POST, http.FILES) if http.method == "POST" else ()), earlier=earlier)
    if form.is_bound and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            _stand(advice, next((one for one in earlier if one.pk == data["earlier"]), None), data, http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return back_to(http, advice, "Older advice stands in its place. All three agree.")
    return form_page(
        http, advice, form, f"Older advice in place of new: {advice.body}", "Let it stand", intro="older"
    )


def _stand(advice: Advice, earlier: Advice | None, data: dict[str, Any], by: Any) -> None:
    agreed = {name: data[name] for name in ("provider", "authority", "family")}
    if earlier is not None and earlier.dated_on is not None:
        whose, found = By(earlier.author or earlier.body, earlier.role, earlier.dated_on), earlier.paragraphs
        paper: File | None = None
        if earlier.paper is not None and earlier.paper.is_shut:
            raise Refused(
                f"Its document cannot be used: {earlier.paper.get_scan_display().lower()}.", "earlier"
            )
        if earlier.paper is not None:
            paper = File(earlier.paper.name, earlier.paper.mime, bytes(earlier.paper.content))
    else:
        paper, whose = data["papers"], By(data["author"], data["role"], data["dated_on"])
        found = answers.numbered(inside(paper).paragraphs) if paper else []
        if not found:
            raise Refused(
                "This document holds no words that can be read. Enter it as advice that came on paper.",
                "papers",
            )
    let_older_stand(
        advice=advice, whose=whose, paragraphs=found, paper=paper, on=timezone.localdate(), by=by, **agreed
    )


@needs(Permission.WORK_CASE, case=Case, advice=Advice)
def enter(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """Enter advice that came on paper or by mail."""
    form = EnterForm(*((http.POST, http.FILES) if http.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        try:
            data = form.cleaned_data
            enter_advice(advice=advice, whose=By(data["author"], data["role"], data["dated_on"]), words=data["words"],
                         file=data["papers"], on=timezone.localdate(), by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            return back_to(http, advice, "It is in, with its paragraphs numbered.")
    return form_page(http, advice, form, f"Enter the advice of {advice.body}", "Enter it")
