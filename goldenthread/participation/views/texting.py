"""Asked by text message: agree, stop, and staff who ask."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.kit import notify
from goldenthread.kit.secret_links import tidied
from goldenthread.participation.actions import texting
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.texting import NumberForm
from goldenthread.participation.models import Survey
from goldenthread.participation.queries.texting import texts_of
from goldenthread.participation.views.answering import CRUMBS
from goldenthread.participation.views.keeping import HOME


@public
def by_text(http: HttpRequest) -> HttpResponse:
    """Ask to be asked. The answer is the same whether or not the number agreed already."""
    form = NumberForm(http.POST if http.method == "POST" else None)
    page: dict[str, Any] = {
        "form": form,
        "can_send": notify.can_text(),
        "breadcrumbs": CRUMBS,
        "days": texting.CONFIRM_DAYS,
    }
    if form.is_bound and not ratelimit.consume(http, action="mailing_list"):
        return render(http, "participation/by_text.html", page | {"too_often": True}, status=429)
    if form.is_bound and form.is_valid():
        try:
            texting.ask_to_be_asked(number=form.cleaned_data["number"], on=timezone.localdate(), by=http.user)
            return _step(http, "asked", "Look at your phone")
        except Refused as refused:
            form.refuse(refused)
    return render(http, "participation/by_text.html", page, status=422 if form.errors else 200)


@public
def agree(http: HttpRequest, secret: str) -> HttpResponse:
    """The second step: a button, because programs open every address in a message."""
    if http.method == "POST":
        try:
            texting.agree(key=secret, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            return _step(http, "over", "This link is not good any more", said=refused.sentence, status=410)
        return _step(http, "in", "We will ask you by text")
    return _step(http, "agree", "Shall we ask you by text what you think?")


@public
def stop(http: HttpRequest, secret: str) -> HttpResponse:
    """Out with one button, without signing in."""
    if http.method == "POST":
        texting.stop(key=secret, by=http.user)
        return _step(http, "out", "We send you no more texts")
    return _step(http, "stop", "Stop the texts")


def _step(http: HttpRequest, step: str, title: str, *, said: str = "", status: int = 200) -> HttpResponse:
    page = {"step": step, "title": title, "said": said, "days": texting.CONFIRM_DAYS, "breadcrumbs": CRUMBS}
    answer = render(http, "participation/by_text_step.html", page, status=status)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


@public
def short(http: HttpRequest, key: str) -> HttpResponse:
    """From the short address in a message to the survey. It is the same for everybody, so it tells of nobody."""
    survey = Survey.objects.open_to_public().filter(text_code=tidied(key)[:8]).exclude(text_code="").first()
    if survey is None:
        raise Http404("No survey has this short address.")
    return redirect("participation:survey", survey.slug)


@needs(Permission.RUN_SURVEYS, survey=Survey)
def texts(http: HttpRequest, survey: Survey) -> HttpResponse:
    """Ask by text whoever agreed to it, and see how far it is."""
    error_list: list[dict[str, str]] = []
    if http.method == "POST":
        try:
            number = texting.invite(survey=survey, on=timezone.localdate(), by=http.user)
            messages.success(
                http,
                f"{number} more will be asked by text." if number else "What still waits is tried again.",
            )
            return redirect("voice:texts", survey.slug)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    page = {
        "survey": survey, "texts": texts_of(survey), "can_send": notify.can_text(), "error_list": error_list,
        "is_open": survey.is_open_on(timezone.localdate()), "has_errors": bool(error_list),
        "breadcrumbs": [*HOME, {"text": survey.title, "href": reverse("voice:survey", args=[survey.slug])}],
    }  # fmt: skip
    return render(http, "participation/keep_texts.html", page, status=422 if error_list else 200)
