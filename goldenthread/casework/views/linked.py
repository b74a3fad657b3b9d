"""Advice by a link: no account, but a one-time code to the address to which the link went.

The browser's session then opens this one piece of advice for two hours from the last page, and nothing else of the site.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from goldenthread.accounts.gate import public
from goldenthread.accounts.signed_out import what_was_typed
from goldenthread.casework.actions.links import ask_for_code, link_of, use_code
from goldenthread.casework.forms.advice import CodeForm
from goldenthread.casework.models import AdviceLink
from goldenthread.casework.views import answering
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import let_read_case

LASTS = timedelta(hours=2)
KEPT = "advice_link"


def _open(http: HttpRequest, link: AdviceLink) -> bool:
    """Whether this browser was let in by this link, and is still in time. Each page renews the time."""
    kept = http.session.get(KEPT) or {}
    until = kept.get("until")
    if kept.get("link") != link.pk or not until or datetime.fromisoformat(until) < timezone.now():
        return False
    _keep(http, link)
    return True


def _keep(http: HttpRequest, link: AdviceLink) -> None:
    http.session[KEPT] = {"link": link.pk, "until": (timezone.now() + LASTS).isoformat()}


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _over(http: HttpRequest) -> HttpResponse:
    """What anybody is told of a link that opens nothing: the same for one that never was."""
    return _private(render(http, "casework/advice_link_over.html", {"breadcrumbs": []}, status=410))


def _good(secret: str) -> AdviceLink | None:
    link = link_of(secret)
    return link if link is not None and link.is_good_on(timezone.localdate()) else None


def _hidden(email: str) -> str:
    """An address by which its owner knows it, and nobody else learns it.

    >>> _hidden("meera@example.org")
    'm…@example.org'
    """
    name, _, host = email.partition("@")
    return f"{name[:1]}…@{host}"


@public
def start(http: HttpRequest, secret: str) -> HttpResponse:
    """What the link is for, and a button that has a code mailed."""
    if not ratelimit.consume(http, action="advice_link"):
        return _private(
            render(http, "casework/advice_link.html", {"too_often": True, "breadcrumbs": []}, status=429)
        )
    link = _good(secret)
    if link is None:
        return _over(http)
    if http.method == "POST":
        with suppress(Refused):  # one is on its way
            ask_for_code(link=link, at=timezone.now(), by=None)
        return redirect(reverse("advice:code", args=[secret]))
    if _open(http, link):
        return redirect(reverse("advice:write", args=[secret]))
    return _private(
        render(http, "casework/advice_link.html", {"address": _hidden(link.advice.email), "breadcrumbs": []})
    )


@sensitive_post_parameters("code")
@public
def code(http: HttpRequest, secret: str) -> HttpResponse:
    """Enter the code."""
    link = _good(secret)
    if link is None:
        return _over(http)
    form = CodeForm(http.POST if http.method == "POST" else None)
    page: dict[str, Any] = {"address": _hidden(link.advice.email), "secret": secret, "breadcrumbs": []}
    if form.is_bound and not ratelimit.consume(http, action="advice_code"):
        page |= {"form": CodeForm(), "too_often": True}
        return _private(render(http, "casework/advice_code.html", page, status=429))
    if form.is_bound and form.is_valid():
        try:
            use_code(link=link, code=form.cleaned_data["code"], at=timezone.now(), by=None)
        except Refused as refused:
            form.refuse(refused)
        else:
            http.session.cycle_key()
            _keep(http, link)
            return redirect(reverse("advice:write", args=[secret]))
    page["form"] = form
    return _private(render(http, "casework/advice_code.html", page, status=422 if form.errors else 200))


def _through(http: HttpRequest, secret: str, page: Any) -> HttpResponse:
    """A page of the author, if this browser was let in; else the way in, and back what was typed."""
    link = link_of(secret)
    if link is None or link.good_until < timezone.localdate():
        return _over(http)
    start_page = reverse("advice:link", args=[secret])
    if not _open(http, link):
        if http.headers.get("HX-Request") == "true":
            return _private(render(http, "casework/advice_saved.html", {"is_out": True}))
        typed = what_was_typed(http)
        if typed:
            return _private(
                render(
                    http, "accounts/signed_out.html", {"typed": typed, "sign_in_page": start_page}, status=401
                )
            )
        return _private(redirect(start_page)) if link.is_good_on(timezone.localdate()) else _over(http)
    if link.ended_on is not None and link.advice.is_open:
        return _over(http)  # a newer link was mailed
    let_read_case(link.advice.case_id)
    door = answering.Door(link.advice, reverse("advice:write", args=[secret]), reverse("advice:check", args=[secret]), start_page,
                          None, "base.html")  # fmt: skip
    return _private(page(http, door))


@public
def write(http: HttpRequest, secret: str) -> HttpResponse:
    """Write the advice, by a link."""
    return _through(http, secret, answering.write)


@public
def check(http: HttpRequest, secret: str) -> HttpResponse:
    """Read it once more and send it, by a link."""
    return _through(http, secret, answering.check)
