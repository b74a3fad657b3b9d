"""Cards: their words beside their translations, what was printed and left, and the page that everybody reads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notes
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.communication.actions import cards as actions
from goldenthread.communication.errors import Conflict, Refused
from goldenthread.communication.forms.cards import CardForm, TranslationForm, WordingForm
from goldenthread.communication.languages import OTHERS, Language
from goldenthread.communication.models import Card
from goldenthread.communication.queries import cards as queries
from goldenthread.communication.views.messages import HOME
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.guide_text import reading_age

CARDS = [*HOME, {"text": "Cards", "href": "/communication/cards/"}]


@public(card=Card)
@for_everybody
def read(http: HttpRequest, card: Card) -> HttpResponse:
    """The card as text alone, in every language that it has."""
    said = [one for one in queries.said_by(card) if not one.is_missing]
    page = {"said": said, "english": said[0], "phone": card.wordings.all()[0].phone}
    return render(http, "communication/card_read.html", page)


@needs(Permission.PLAN_MESSAGES)
def kept(http: HttpRequest) -> HttpResponse:
    """Every card, and in which languages it can be had."""
    return render(http, "communication/cards.html", {"cards": queries.cards(), "breadcrumbs": HOME})


@needs(Permission.PLAN_MESSAGES)
def add(http: HttpRequest) -> HttpResponse:
    """A new card."""
    form = CardForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        try:
            made = actions.add_card(
                slug=fields.pop("slug"), fields=fields, on=timezone.localdate(), by=http.user
            )
            return redirect("communication:card", made.slug)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "A card to hand on", CARDS)


@needs(Permission.PLAN_MESSAGES, card=Card)
def card(http: HttpRequest, card: Card) -> HttpResponse:
    """One card: its words in every language, its codes, and its print runs."""
    said = queries.said_by(card)
    wording = card.wordings.all()[0]
    page = {
        "card": card, "wording": wording, "said": said, "runs": queries.runs(card), "codes": queries.codes_of(card),
        "age": reading_age(f"{wording.title}\n{wording.lines}"), "breadcrumbs": CARDS,
        "printable": [one for one in said if not one.is_missing],
    }  # fmt: skip
    return render(http, "communication/card.html", page)


@needs(Permission.PLAN_MESSAGES, card=Card)
def word(http: HttpRequest, card: Card) -> HttpResponse:
    """Change the English. Every translation is then out of date."""
    now = card.wordings.all()[0]
    initial = {"title": now.title, "lines": now.lines, "phone": now.phone, "based_on": now.number}
    form = WordingForm(http.POST if http.method == "POST" else None, initial=initial)
    theirs = None
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        try:
            actions.word_card(
                card=card,
                based_on=fields.pop("based_on") or 0,
                fields=fields,
                on=timezone.localdate(),
                by=http.user,
            )
            notes.success(
                http, "The English is changed. Its translations are out of date until each is written again."
            )
            return redirect("communication:card", card.slug)
        except Conflict as conflict:
            theirs = conflict.theirs
            form = _again(WordingForm, form, conflict, theirs.number)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "Change the English of this card", _of(card), theirs=theirs)


@needs(Permission.PLAN_MESSAGES, card=Card)
def translate(http: HttpRequest, card: Card, language: str) -> HttpResponse:
    """The newest English, and its translation beside it."""
    if language not in OTHERS:
        raise Http404("We have no cards in this language.")
    chosen = Language(language)
    english, *others = queries.said_by(card)
    held = next(one for one in others if one.language == chosen)
    own = held.translation if not held.is_missing else None
    form = TranslationForm(
        http.POST if http.method == "POST" else None, initial=_initial(held, own), language=chosen,
        direction=chosen.direction,
    )  # fmt: skip
    theirs = None
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        try:
            based_on = fields.pop("based_on") or 0
            wording = card.wordings.all()[0]
            actions.translate(
                wording=wording, language=language, based_on=based_on, fields=fields, by=http.user
            )
            return redirect("communication:card", card.slug)
        except Conflict as conflict:
            theirs = conflict.theirs
            form = _again(
                TranslationForm,
                form,
                conflict,
                theirs.version,
                language=chosen,
                direction=chosen.direction,
            )
        except Refused as refused:
            form.refuse(refused)
    return _form(
        http, form, f"The card in {chosen.label}", _of(card), theirs=theirs, english=english, before=held
    )


def _initial(held: queries.Said, own: Any) -> dict[str, Any]:
    given = {"title": held.title, "lines": "\n".join(held.lines), "based_on": own.version if own else 0}
    return given | ({"checked_by": own.checked_by, "checked_on": own.checked_on} if own else {})


def _again(kind: Any, form: Any, conflict: Conflict, number: int, **more: Any) -> Any:
    """What was typed stays in the form; theirs is shown above it, and the next attempt knows of it."""
    again = kind(dict(form.data.items()) | {"based_on": str(number)}, **more)
    again.full_clean()
    again.refuse(conflict)
    return again


def _of(card: Card) -> list[dict[str, str]]:
    return [*CARDS, {"text": str(card.wordings.all()[0].title), "href": f"/communication/cards/{card.slug}/"}]


def _form(
    http: HttpRequest, form: Any, title: str, crumbs: list[dict[str, str]], **more: Any
) -> HttpResponse:
    page = {"form": form, "title": title, "breadcrumbs": crumbs, **more}
    return render(http, "communication/card_form.html", page, status=422 if form.errors else 200)
