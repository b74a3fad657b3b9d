"""The pages of a list that anybody joins: ask, look into your mail, confirm with a button, leave with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.kit.errors import Refused
from goldenthread.kit.forms import KitForm
from goldenthread.kit.mailing import CONFIRM_DAYS


class JoinForm(KitForm):
    """An address, and nothing else."""

    email = forms.EmailField(
        label="Your email address",
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


@dataclass(frozen=True)
class Pages:
    """What a list is called in a sentence ("our news"), and the names of its pages. `read`: where all of it can be read."""

    what: str
    join: str
    asked: str
    read: str
    read_words: str
    breadcrumbs: tuple[dict[str, str], ...] = ()

    def page(self, **more: Any) -> dict[str, Any]:
        """What every page of the list needs."""
        return {"pages": self, "days": CONFIRM_DAYS, "breadcrumbs": self.breadcrumbs, **more}


def join(http: HttpRequest, pages: Pages, form: forms.Form, ask: Callable[[], Any]) -> HttpResponse:
    """Ask for the list. The answer is the same whether or not the address gets it already."""
    page = pages.page(form=form)
    if form.is_bound and not ratelimit.consume(http, action="mailing_list"):
        return render(http, "kit/join.html", page | {"too_often": True}, status=429)
    if form.is_bound and form.is_valid():
        ask()
        return redirect(pages.asked)
    page["has_errors"] = bool(form.errors)
    return render(http, "kit/join.html", page, status=422 if form.errors else 200)


def asked(http: HttpRequest, pages: Pages) -> HttpResponse:
    """Look into your mail."""
    return render(http, "kit/join_step.html", pages.page(step="asked", title="Look into your mail"))


def confirm(
    http: HttpRequest, pages: Pages, act: Callable[[], Any], chosen: Iterable[str] = ()
) -> HttpResponse:
    """The second step: a button, because programs that look through mail open every address in it."""
    if http.method == "POST":
        try:
            act()
        except Refused as refused:
            return _step(http, pages, "over", "This link is not good any more", refused.sentence, status=410)
        return _step(http, pages, "in", f"You get {pages.what}")
    return _step(http, pages, "confirm", f"Do you want {pages.what} by email?", chosen=chosen)


def leave(http: HttpRequest, pages: Pages, act: Callable[[], Any]) -> HttpResponse:
    """Out with one button, without signing in; a mail program's own button sends the same POST (RFC 8058)."""
    if http.method == "POST":
        act()
        return _step(http, pages, "out", f"You do not get {pages.what} any more")
    return _step(http, pages, "leave", f"Stop {pages.what} by email")


def _step(
    http: HttpRequest, pages: Pages, step: str, title: str, said: str = "", *, chosen: Iterable[str] = (), status: int = 200
) -> HttpResponse:  # fmt: skip
    page = pages.page(step=step, title=title, said=said, chosen=list(chosen))
    answer = render(http, "kit/join_step.html", page, status=status)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = (
        "same-origin"  # "no-referrer" would have browsers send a form without its origin
    )
    return answer
