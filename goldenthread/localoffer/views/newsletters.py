"""The newsletter: its archive, signing up and leaving, and writing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.kit import joining
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.actions import newsletters as actions
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.forms.newsletters import NewsletterForm
from goldenthread.localoffer.guide_text import blocks_of, reading_age, unexplained
from goldenthread.localoffer.models import Newsletter, Subscriber
from goldenthread.localoffer.views.keeping import HOME
from goldenthread.localoffer.views.search import CRUMBS

NEWS = [*CRUMBS, {"text": "News", "href": "/local-offer/newsletter/"}]
JOINING = joining.Pages(
    "our news",
    "localoffer:join_news",
    "localoffer:news_asked",
    "localoffer:news",
    "read the news",
    tuple(NEWS),
)
KEPT = [*HOME, {"text": "Newsletters", "href": "/local-offer/keep/newsletter/"}]


@public
@for_everybody
def archive(http: HttpRequest) -> HttpResponse:
    """Every newsletter that was sent, the latest first."""
    page = {"newsletters": Newsletter.objects.open_to_public()[:200], "breadcrumbs": CRUMBS}
    return render(http, "localoffer/news.html", page)


@public(newsletter=Newsletter)
@for_everybody
def newsletter(http: HttpRequest, newsletter: Newsletter) -> HttpResponse:
    """One newsletter."""
    page = {"newsletter": newsletter, "blocks": blocks_of(newsletter.body), "breadcrumbs": NEWS}
    return render(http, "localoffer/news_one.html", page)


@public
def join(http: HttpRequest) -> HttpResponse:
    """Ask for the newsletter."""
    form = joining.JoinForm(http.POST if http.method == "POST" else None)

    def ask() -> None:
        actions.ask_for_news(email=form.cleaned_data["email"], on=timezone.localdate(), by=http.user)

    return joining.join(http, JOINING, form, ask)


@public
def asked(http: HttpRequest) -> HttpResponse:
    """Look into your mail."""
    return joining.asked(http, JOINING)


@public
def confirm(http: HttpRequest, secret: str) -> HttpResponse:
    """The second step, with a button."""
    today = timezone.localdate()
    return joining.confirm(http, JOINING, lambda: actions.confirm(key=secret, on=today, by=http.user))


@public
@csrf_exempt  # a mail program's own button comes from no page of ours, and the key does nothing but leave
def leave(http: HttpRequest, secret: str) -> HttpResponse:
    """Out with one button, without signing in."""
    return joining.leave(http, JOINING, lambda: actions.leave(key=secret, by=http.user))


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
