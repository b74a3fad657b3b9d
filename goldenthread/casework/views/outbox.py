"""What waits to go out, the council's own words for letters, and the services that they name."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.actions.letters import keep_words, name_services
from goldenthread.casework.forms.letters import ServicesForm, WordsForm
from goldenthread.casework.letters.fields import FIELDS
from goldenthread.casework.letters.texts import KINDS, TEXTS, title_of
from goldenthread.casework.models import LetterWords
from goldenthread.casework.queries.letters import words_of
from goldenthread.casework.queries.outbox import waiting_for
from goldenthread.casework.views.frame import crumbs, said, show
from goldenthread.kit.errors import Refused

ABOVE = ("Letters", "casework:letters")


def _above() -> list[dict[str, str]]:
    from django.urls import reverse

    return crumbs((ABOVE[0], reverse(ABOVE[1])))


@needs(Permission.VIEW_CASE)
def letters(http: HttpRequest) -> HttpResponse:
    """Letters that wait: drafts, those to print, and those whose notice could not be sent."""
    mine = standing(http)
    page = {"waiting": waiting_for(http.user, timezone.localdate()), "breadcrumbs": crumbs(),
            "may_change_words": mine.may(Permission.MANAGE_CASES)}  # fmt: skip
    return show(http, "letters", page)


@needs(Permission.MANAGE_CASES)
def kinds(http: HttpRequest) -> HttpResponse:
    """Every kind of letter, and whether its words are the council's own."""
    own = set(LetterWords.objects.values_list("kind", flat=True))
    rows = [(kind, title, kind in own) for kind, title in KINDS]
    return show(http, "letter_kinds", {"kinds": rows, "breadcrumbs": _above()})


@needs(Permission.MANAGE_CASES)
def words(http: HttpRequest, kind: str) -> HttpResponse:
    """The council's own words for a letter. What the law asks for cannot be left out."""
    if kind not in TEXTS:
        raise Http404("There is no such letter.")
    form = WordsForm(http.POST if http.method == "POST" else None, kind=kind, words=words_of(kind))
    if form.is_bound and form.is_valid():
        try:
            keep_words(kind=kind, paragraphs=form.words, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return said(http, f"New letters have these words: {title_of(kind).lower()}.", "letter_kinds")
    page = {
        "form": form,
        "title": f"Words: {title_of(kind).lower()}",
        "fields": FIELDS,
        "breadcrumbs": _above(),
    }
    return show(http, "letter_words", page, status=422 if form.errors else 200)


@needs(Permission.MANAGE_CASES)
def services(http: HttpRequest) -> HttpResponse:
    """The services that letters name."""
    form = ServicesForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        name_services(given=form.given, by=http.user)
        return said(http, "The services are entered. Letters name them from now on.", "letters")
    page = {"form": form, "title": "Services that letters name", "breadcrumbs": _above()}
    return show(http, "letter_services", page, status=422 if form.errors else 200)
