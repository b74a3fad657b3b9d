"""An area on its way to its closing, what answers each ask of the reviewers, and evidence item by item."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions.answers import answer as answer_ask
from goldenthread.evidence.actions.answers import use_as_evidence
from goldenthread.evidence.forms.statements import AnswerForm, GoneForm, evidence_of
from goldenthread.evidence.models import Frozen
from goldenthread.evidence.queries.closing import asks_of, closing_of
from goldenthread.kit.as_at import as_at
from goldenthread.kit.errors import Refused
from goldenthread.programme.actions import evidence as evidence_actions
from goldenthread.programme.forms.areas import EvidenceForm
from goldenthread.programme.models import Area, Evidence


def _crumbs(area: Area, *further: tuple[str, str]) -> list[dict[str, str]]:
    programme = area.plan.programme
    way = [
        (str(programme), reverse("programme_staff:board", args=[programme.slug])),
        (f"Area {area.number}", reverse("programme_staff:area", args=[area.pk])), *further,
    ]  # fmt: skip
    return [{"text": text, "href": href} for text, href in way]


@needs(Permission.VIEW_PROGRAMME, area=Area)
def closing(http: HttpRequest, area: Area) -> HttpResponse:
    """What reviewers asked, what is shown, what is missing; for a closed area, whether it lasts."""
    at = as_at(http)
    page = {
        "area": area, "closing": closing_of(area, at.day), "may": May(http, area), **at.for_page(),
        "programme": area.plan.programme, "breadcrumbs": _crumbs(area),
    }  # fmt: skip
    return render(http, "evidence/closing.html", page, status=200 if page["closing"] else 404)


@needs(Permission.EDIT_PLAN, area=Area)
def answer(http: HttpRequest, area: Area) -> HttpResponse:
    """Choose what answers one of the asks of the reviewers."""
    today, asked = timezone.localdate(), http.GET.get("ask", "")
    held = next((one for one in asks_of(area, today) if str(one.point.pk) == asked), None)
    if held is None:
        raise Http404("The reviews of this area asked for no such thing.")
    form = AnswerForm(
        http.POST if http.method == "POST" else None, cited=evidence_of(area.plan.programme, today),
        initial={"evidence": [one.pk for one in held.evidence]},
    )  # fmt: skip
    back = reverse("evidence:closing", args=[area.pk])
    if form.is_bound and form.is_valid():
        try:
            answer_ask(point=held.point, evidence=form.cleaned_data["evidence"], on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "What answers the ask is recorded.")
            return redirect(back)
    page = {"form": form, "title": f"What answers “{held.point.text}”", "button": "Save what answers it",
            "has_errors": bool(form.errors), "breadcrumbs": _crumbs(area, ("Closing it", back))}  # fmt: skip
    return render(http, "evidence/form.html", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_PROGRAMME, evidence=Evidence)
def item(http: HttpRequest, evidence: Evidence) -> HttpResponse:
    """One piece of evidence: what it shows, who confirmed it, what rests on it, and what took its place."""
    return _item(http, evidence, {})


def _item(http: HttpRequest, evidence: Evidence, more: dict[str, Any], status: int = 200) -> HttpResponse:
    claims = evidence.claims.select_related(
        "version__statement__area", "version__statement__priority"
    ).order_by("-version__begun_on", "pk")
    answers = evidence.answers.standing_on(timezone.localdate()).select_related("point__review")
    page = {
        "evidence": evidence, "claims": claims, "answers": answers,
        "newer": Evidence.objects.filter(supersedes=evidence).first(), "may": May(http, evidence),
        "reading": getattr(evidence, "reading", None), "gone_form": GoneForm(), "breadcrumbs": _crumbs(evidence.area), **more,
    }  # fmt: skip
    return render(http, "evidence/item.html", page, status=status)


@needs(Permission.EDIT_PLAN, evidence=Evidence)
def replace(http: HttpRequest, evidence: Evidence) -> HttpResponse:
    """Newer evidence in the place of this."""
    first = {
        name: getattr(evidence, name) for name in ("title", "kind", "shows", "owner", "whose", "confidence")
    }
    form = EvidenceForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            made = evidence_actions.add_evidence(
                area=evidence.area, action=evidence.action, supersedes=evidence, **form.cleaned_data,
                on=timezone.localdate(), by=http.user,
            )  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Added. Somebody else must now confirm it.")
            return redirect("evidence:item", made.pk)
    page = {"form": form, "title": f"Newer evidence in place of “{evidence.title}”", "button": "Add the newer evidence",
            "has_errors": bool(form.errors),
            "breadcrumbs": _crumbs(evidence.area, (evidence.title, reverse("evidence:item", args=[evidence.pk])))}  # fmt: skip
    return render(http, "evidence/form.html", page, status=422 if form.errors else 200)


@needs(Permission.EDIT_PLAN, evidence=Evidence)
@require_POST
def gone(http: HttpRequest, evidence: Evidence) -> HttpResponse:
    """Say that it cannot be opened any more."""
    form = GoneForm(http.POST)
    if form.is_valid():
        try:
            evidence_actions.say_gone(
                evidence=evidence, why=form.cleaned_data["why"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Recorded. What rests on it says so from today.")
            return redirect("evidence:item", evidence.pk)
    return _item(http, evidence, {"gone_form": form, "has_errors": True}, 422)


@needs(Permission.EDIT_PLAN, frozen=Frozen)
@require_POST
def reading(http: HttpRequest, frozen: Frozen) -> HttpResponse:
    """Use a frozen reading as evidence of its measure's area."""
    area = frozen.measure.area
    if area is None:
        messages.error(http, "This measure belongs to no area, so its readings are evidence of none.")
        return redirect("evidence:frozen", frozen.pk)
    try:
        made = use_as_evidence(frozen=frozen, area=area, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
        return redirect("evidence:frozen", frozen.pk)
    messages.success(http, "It is evidence now. Somebody else must confirm it.")
    return redirect("evidence:item", made.pk)
