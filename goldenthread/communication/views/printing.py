"""Cards on paper: the file to print, the codes of places, and the log of what was printed, left and came back."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.communication.actions import cards as actions
from goldenthread.communication.card_paper import CardWords, card_pdf
from goldenthread.communication.errors import Refused
from goldenthread.communication.forms.cards import BackForm, PlaceForm, RunForm
from goldenthread.communication.models import Card, PrintRun
from goldenthread.communication.queries import cards as queries
from goldenthread.communication.views.cards import CARDS
from goldenthread.kit.dates import in_words


@needs(Permission.PLAN_MESSAGES, card=Card)
def as_pdf(http: HttpRequest, card: Card) -> HttpResponse:
    """The card to print: ?language=, ?code= of a place, ?sheet=1 for ten on A4."""
    asked = http.GET.get("language", "en")
    said = [one for one in queries.said_by(card) if not one.is_missing]
    chosen = next((one for one in said if one.language == asked), None)
    code = http.GET.get("code", "")
    if chosen is None or (code and not queries.codes_of(card).filter(code=code[:12]).exists()):
        raise Http404("This card has no such language, or no such code.")
    wording = card.wordings.all()[0]
    path = (
        reverse("communication_go", args=[code]) if code else reverse("communication_card", args=[card.slug])
    )
    mark = f"{chosen.language.label}, wording {wording.number}, {in_words(wording.written_on)}"
    words = CardWords(
        chosen.language,
        chosen.title,
        chosen.lines,
        wording.title,
        wording.phone,
        settings.SITE_ADDRESS + path,
        mark,
    )
    try:
        data = card_pdf(words, is_sheet=http.GET.get("sheet") == "1")
    except Refused as refused:
        return render(
            http, "communication/card_not_printed.html", {"why": refused, "breadcrumbs": CARDS}, status=503
        )
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="card-{card.slug}-{chosen.language}.pdf"'
    return answer


@needs(Permission.PLAN_MESSAGES, card=Card)
def add_place(http: HttpRequest, card: Card) -> HttpResponse:
    """A code for the cards of one place."""
    form = PlaceForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.make_address_of_card(card=card, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        return redirect("communication:card", card.slug)
    return _form(http, form, "A code for the cards of one place")


@needs(Permission.PLAN_MESSAGES, card=Card)
def add_run(http: HttpRequest, card: Card) -> HttpResponse:
    """Note what was printed and where it was left."""
    form = RunForm(http.POST if http.method == "POST" else None)
    form.fields["address"].queryset = queries.codes_of(card)  # type: ignore[attr-defined]
    if form.is_bound and form.is_valid():
        fields = form.cleaned_data | {"number": card.wordings.all()[0].number}
        try:
            actions.record_run(card=card, fields=fields, by=http.user)
            return redirect("communication:card", card.slug)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "Cards that were printed")


@needs(Permission.PLAN_MESSAGES, run=PrintRun)
def bring_back(http: HttpRequest, run: PrintRun) -> HttpResponse:
    """Note how many came back."""
    form = BackForm(http.POST if http.method == "POST" else None, initial={"count": run.came_back})
    if form.is_bound and form.is_valid():
        try:
            actions.bring_back(run=run, on=timezone.localdate(), by=http.user, **form.cleaned_data)
            return redirect("communication:card", run.wording.card.slug)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, f"Cards that came back from {run.where or 'nowhere yet'}")


def _form(http: HttpRequest, form: object, title: str) -> HttpResponse:
    page = {"form": form, "title": title, "breadcrumbs": CARDS}
    return render(
        http, "communication/card_form.html", page, status=422 if getattr(form, "errors", None) else 200
    )
