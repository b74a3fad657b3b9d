"""Panels: sittings, agendas, a case's paper and decision, the second signature."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.actions import panels as acts
from goldenthread.casework.forms.panels import NEW, DecisionForm, PutToPanelForm, SittingForm
from goldenthread.casework.models import AgendaItem, Case, Sitting
from goldenthread.casework.queries.panels import agenda_of, on_agenda, open_sittings, panels, sittings_of
from goldenthread.casework.views.frame import above, crumbs, done, show
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.partners.models import Body


def _way(*further: tuple[str, str]) -> list[dict[str, str]]:
    return crumbs(("Panels", reverse("casework:panels")), *further)


@needs(Permission.READ_PANEL_PAPERS)
def sittings(http: HttpRequest) -> HttpResponse:
    """The sittings of the reader's panels; a manager arranges others."""
    page = {"sittings": sittings_of(standing(http)), "today": timezone.localdate(), "breadcrumbs": crumbs(),
            "may_arrange": standing(http).may(Permission.MANAGE_CASES)}  # fmt: skip
    return show(http, "panels", page)


@needs(Permission.MANAGE_CASES)
def arrange(http: HttpRequest) -> HttpResponse:
    """Arrange a sitting."""
    form = SittingForm(http.POST if http.method == "POST" else None, panels=panels())
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            body = (
                acts.make_panel(name=data["new_panel"], by=http.user)
                if data["panel"] == NEW
                else get_object_or_404(Body, pk=data["panel"])
            )
            made = acts.arrange_sitting(
                body=body, sits_on=data["sits_on"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The sitting is arranged. Cases can be put on its agenda.")
            return redirect(reverse("casework:sitting", args=[made.public_id]))
    page = {"form": form, "title": "Arrange a sitting", "button": "Arrange it", "breadcrumbs": _way()}
    return show(http, "record", page, status=422 if form.errors else 200)


@needs(Permission.READ_PANEL_PAPERS, sitting=Sitting)
def sitting(http: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda of a sitting."""
    agenda = agenda_of(sitting, standing(http))
    page = {"sitting": sitting, "agenda": agenda, "today": timezone.localdate(), "breadcrumbs": _way(),
            "may_close": standing(http).may(Permission.MANAGE_CASES) and not sitting.closed_on}  # fmt: skip
    return show(http, "sitting", page)


@needs(Permission.MANAGE_CASES, sitting=Sitting)
@require_POST
def close(http: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Close a sitting."""
    try:
        acts.close_sitting(sitting=sitting, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
    else:
        messages.success(http, "The sitting is closed. Its members no longer see the papers.")
    return redirect(reverse("casework:sitting", args=[sitting.public_id]))


@needs(Permission.WORK_CASE, case=Case)
def put(http: HttpRequest, case: Case) -> HttpResponse:
    """Put a case to a panel."""
    held = open_sittings()
    form = PutToPanelForm(http.POST if http.method == "POST" else None, sittings=held,
                          questions=acts.questions_for(case.standing.stage))  # fmt: skip
    if form.is_bound and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            chosen = get_object_or_404(Sitting, pk=data.pop("sitting"))
            acts.put_to_panel(case=case, sitting=chosen, by=http.user, **data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"The case is on the agenda: {chosen}.", case)
    page = {"case": case, "child": case.child, "form": form, "has_sittings": bool(held),
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "put_to_panel", page, status=422 if form.errors else 200)


@needs(Permission.READ_PANEL_PAPERS, sitting=Sitting, item=AgendaItem)
def item(http: HttpRequest, sitting: Sitting, item: AgendaItem) -> HttpResponse:
    """A case's paper, and, for those who manage it, the panel's decision. Two writers: the second sees both."""
    may_decide = (
        standing(http).may(Permission.MANAGE_CASES, item) and not item.event_id and not sitting.closed_on
    )
    initial = {"edition": item.edition, "answer": item.answer, "reasons": item.reasons}
    form = DecisionForm(http.POST if http.method == "POST" and may_decide else None, initial=initial)
    theirs: AgendaItem | None = None
    if form.is_bound and form.is_valid():
        try:
            acts.decide(item=item, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Conflict as conflict:
            theirs = conflict.theirs[0]
            form = DecisionForm({**http.POST.dict(), "edition": theirs.edition})
        except Refused as refused:
            form.refuse(refused)
        else:
            return _back(http, item, "The decision is kept. Somebody else must sign it.")
    page = {"case": item.case, "child": item.case.child, "one": on_agenda(item), "sitting": sitting, "form": form,
            "theirs": theirs, "may_decide": may_decide, "may_sign": _may_sign(http, item),
            "breadcrumbs": _way((str(sitting), reverse("casework:sitting", args=[sitting.public_id])))}  # fmt: skip
    return show(http, "agenda_item", page, status=409 if theirs else 422 if form.errors else 200)


def _may_sign(http: HttpRequest, item: AgendaItem) -> bool:
    is_open = bool(item.answer) and not item.event_id
    return is_open and item.decided_by_id != http.user.pk and standing(http).may(Permission.COUNTERSIGN, item)


def _back(http: HttpRequest, item: AgendaItem, sentence: str) -> HttpResponse:
    messages.success(http, sentence)
    return redirect(reverse("casework:agenda_item", args=[item.sitting.public_id, item.public_id]))


def _act(http: HttpRequest, item: AgendaItem, act: Callable[[], Any], sentence: str) -> HttpResponse:
    """Do one thing with an item; a refusal is shown on its page."""
    try:
        act()
    except Refused as refused:
        messages.error(http, refused.sentence)
        return redirect(reverse("casework:agenda_item", args=[item.sitting.public_id, item.public_id]))
    return _back(http, item, sentence)


@needs(Permission.COUNTERSIGN, sitting=Sitting, item=AgendaItem)
@require_POST
def sign(http: HttpRequest, sitting: Sitting, item: AgendaItem) -> HttpResponse:
    """The second signature under a decision."""
    edition, today = http.POST.get("edition", ""), timezone.localdate()
    return _act(http, item, lambda: acts.countersign(item=item, edition=int(edition) if edition.isdigit() else 0, on=today,
                                                     by=http.user), "Signed.")  # fmt: skip


@needs(Permission.MANAGE_CASES, sitting=Sitting, item=AgendaItem)
@require_POST
def carry(http: HttpRequest, sitting: Sitting, item: AgendaItem) -> HttpResponse:
    """Carry a signed decision into the case."""
    today = timezone.localdate()
    return _act(
        http,
        item,
        lambda: acts.carry_into_case(item=item, on=today, by=http.user),
        "The decision is in the case.",
    )
