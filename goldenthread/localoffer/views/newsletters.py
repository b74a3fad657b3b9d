"""The newsletter: its archive, signing up and leaving, and writing it."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.actions import newsletters as actions
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.forms.newsletters import JoinNewsForm, NewsletterForm
from goldenthread.localoffer.guide_text import blocks_of, reading_age, unexplained
from goldenthread.localoffer.models import Newsletter, Subscriber
from goldenthread.localoffer.models.newsletter import CONFIRM_DAYS
from goldenthread.localoffer.views.caching import for_everybody
from goldenthread.localoffer.views.keeping import HOME
from goldenthread.localoffer.views.search import CRUMBS

NEWS = [*CRUMBS, {"text": "News", "href": "/local-offer/newsletter/"}]
KEPT = [*HOME, {"text": "Newsletters", "href": "/local-offer/keep/newsletter/"}]


@public
def archive(http: HttpRequest) -> HttpResponse:
    """Every newsletter that was sent, the latest first."""
    page = {"newsletters": Newsletter.objects.open_to_public()[:200], "breadcrumbs": CRUMBS}
    return for_everybody(http, render(http, "localoffer/news.html", page))


@public(newsletter=Newsletter)
def newsletter(http: HttpRequest, newsletter: Newsletter) -> HttpResponse:
    """One newsletter."""
    page = {"newsletter": newsletter, "blocks": blocks_of(newsletter.body), "breadcrumbs": NEWS}
    return for_everybody(http, render(http, "localoffer/news_one.html", page))


@public
def join(http: HttpRequest) -> HttpResponse:
    """Ask for the newsletter. The answer is the same whether or not the address gets it already."""
    form = JoinNewsForm(http.POST if http.method == "POST" else None)
    page = {"form": form, "days": CONFIRM_DAYS, "breadcrumbs": NEWS}
    if form.is_bound and not ratelimit.consume(http, action="newsletter"):
        return render(http, "localoffer/news_join.html", page | {"too_often": True}, status=429)
    if form.is_bound and form.is_valid():
        actions.ask_for_news(email=form.cleaned_data["email"], on=timezone.localdate(), by=http.user)
        return redirect("localoffer:news_asked")
    return render(http, "localoffer/news_join.html", page, status=422 if form.errors else 200)


@public
def asked(http: HttpRequest) -> HttpResponse:
    """Look into your mail."""
    page = {"title": "Look into your mail", "days": CONFIRM_DAYS, "step": "asked", "breadcrumbs": NEWS}
    return render(http, "localoffer/news_step.html", page)


@public
def confirm(http: HttpRequest, secret: str) -> HttpResponse:
    """The second step: a button, because programs that look through mail open every address in it."""
    if http.method == "POST":
        try:
            actions.confirm(key=secret, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            return _step(http, "over", "This link is not good any more", refused.sentence, status=410)
        return _step(http, "in", "You get our news")
    return _step(http, "confirm", "Do you want our news by email?")


@public
def leave(http: HttpRequest, secret: str) -> HttpResponse:
    """Out with one button, without signing in."""
    if http.method == "POST":
        actions.leave(key=secret, by=http.user)
        return _step(http, "out", "You get no more news")
    return _step(http, "leave", "Stop our news by email")


def _step(http: HttpRequest, step: str, title: str, said: str = "", status: int = 200) -> HttpResponse:
    page = {"step": step, "title": title, "said": said, "breadcrumbs": NEWS}
    answer = render(http, "localoffer/news_step.html", page, status=status)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = (
        "same-origin"  # "no-referrer" would have browsers send a form without its origin
    )
    return answer


@needs(Permission.KEEP_OFFER)
def kept(http: HttpRequest) -> HttpResponse:
    """Drafts and what was sent, and how many get it."""
    page = {"newsletters": Newsletter.objects.all()[:200], "readers": Subscriber.objects.confirmed().count(),
            "breadcrumbs": HOME}  # fmt: skip
    return render(http, "localoffer/keep_news.html", page)


@needs(Permission.APPROVE_OFFER)
def add(http: HttpRequest) -> HttpResponse:
    """A new draft."""
    form = NewsletterForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        held = actions.write_newsletter(**form.words, by=http.user)
        messages.success(http, "Kept as a draft. Nothing has been sent.")
        return redirect("offer_staff:newsletter", held.public_id)
    page = {"form": form, "breadcrumbs": KEPT}
    return render(http, "localoffer/keep_news_one.html", page, status=422 if form.errors else 200)


@needs(Permission.APPROVE_OFFER, newsletter=Newsletter)
def edit(http: HttpRequest, newsletter: Newsletter) -> HttpResponse:
    """A draft to change, to look at and to send; or what was sent."""
    initial = {"title": newsletter.title, "body": newsletter.body, "based_on": newsletter.version}
    form = NewsletterForm(http.POST if http.method == "POST" else None, initial=initial)
    if http.method == "POST" and form.is_valid():
        try:
            said = _written_or_sent(http, newsletter, form)
        except Conflict as conflict:
            newsletter = conflict.theirs
            form = _beside_theirs(form, newsletter)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, said)
            return redirect("offer_staff:newsletter", newsletter.public_id)
    page = {
        "form": form, "newsletter": newsletter, "blocks": blocks_of(newsletter.body), "breadcrumbs": KEPT,
        "age": reading_age(newsletter.body), "acronyms": unexplained(newsletter.body),
        "readers": Subscriber.objects.confirmed().count(),
    }  # fmt: skip
    return render(http, "localoffer/keep_news_one.html", page, status=422 if form.errors else 200)


def _written_or_sent(http: HttpRequest, newsletter: Newsletter, form: NewsletterForm) -> str:
    based_on = form.cleaned_data["based_on"] or 0
    if "send" in http.POST:
        actions.send_newsletter(
            newsletter=newsletter, based_on=based_on, on=timezone.localdate(), by=http.user
        )
        return "It is in the archive, and is being sent."
    actions.write_newsletter(newsletter=newsletter, based_on=based_on, **form.words, by=http.user)
    return "Kept as a draft. Nothing has been sent."


def _beside_theirs(form: NewsletterForm, theirs: Newsletter) -> NewsletterForm:
    """What was typed stays in the form; theirs is shown below it, and the next attempt knows of it."""
    typed = dict(form.data.items())
    typed["based_on"] = str(theirs.version)
    again = NewsletterForm(typed)
    again.full_clean()
    again.refuse(Conflict(theirs))
    return again
