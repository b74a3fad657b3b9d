"""The risk register: open ones first by score, and one risk's page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import risks as register
from goldenthread.programme.choices import Rung
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.forms.risks import NewRiskForm, ReasonForm, RiskForm
from goldenthread.programme.models import Area, Programme, Risk
from goldenthread.programme.queries.areas import plans_as_known
from goldenthread.programme.queries.board import risks_as_known
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.actions import errors_of
from goldenthread.programme.views.staff.conflict import both_versions, chosen
from goldenthread.programme.views.staff.frame import May, crumbs, done, show


def _above(programme: Programme) -> list[dict[str, str]]:
    return crumbs(programme, ("Risks", reverse("programme_staff:risks", args=[programme.slug])))


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def risks(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The register as known on a day."""
    at = as_at(http)
    held = risks_as_known(programme, at.day)
    page = {
        "programme": programme, **at.for_page(), "open": [risk for risk in held if risk.is_open],
        "closed": [risk for risk in held if not risk.is_open], "rungs": list(Rung), "breadcrumbs": crumbs(programme),
    }  # fmt: skip
    return show(http, "risks", page)


@needs(Permission.MANAGE_RISKS, programme=Programme)
def add(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Add a risk or an issue."""
    today = timezone.localdate()
    areas = [now for plan in plans_as_known(programme, today) for now in plan.areas]
    form = NewRiskForm(http.POST if http.method == "POST" else None, areas=areas)
    if form.is_bound and form.is_valid():
        area = Area.objects.filter(pk=form.cleaned_data["area"] or 0).first()
        risk = register.add_risk(programme=programme, area=area, on=today, by=http.user, **form.changes)
        return done(http, f"Risk {risk.key} is in the register.", "risks", programme.slug)
    page = {"programme": programme, "form": form, "title": "Add a risk or an issue", "button": "Add it",
            "breadcrumbs": _above(programme)}  # fmt: skip
    return show(http, "form", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_PROGRAMME, risk=Risk)
def risk(http: HttpRequest, risk: Risk) -> HttpResponse:
    """One risk: how it stands, how it stood, and the forms to change it."""
    return _page(http, risk, {})


def _page(http: HttpRequest, risk: Risk, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    at, may = as_at(http), May(http, risk)
    versions = list(
        risk.versions.filter(known_from__lte=at.day)
        .select_related("recorded_by")
        .order_by("-known_from", "-pk")
    )
    page: dict[str, Any] = {
        "programme": risk.programme, "record": risk, "may": may, "risk": risk, "versions": versions,
        "version": next((one for one in versions if one.known_until is None or one.known_until > at.day), None),
        "rungs": list(Rung), **at.for_page(), "breadcrumbs": _above(risk.programme),
    }  # fmt: skip
    if page["version"] is None:
        return show(http, "risk_not_yet", page, status=404)
    if at.past is None and may["manage_risks"]:
        page |= {"edit_form": RiskForm(initial=RiskForm.initial_of(page["version"])),
                 "up_form": ReasonForm(prefix="up"), "close_form": ReasonForm(prefix="close")}  # fmt: skip
        page |= forms
        page["error_list"] = errors_of(list(forms.values()))
    return show(http, "risk", page, status=status)


@needs(Permission.MANAGE_RISKS, risk=Risk)
@require_POST
def edit(http: HttpRequest, risk: Risk) -> HttpResponse:
    """Change a risk; if somebody else did so meanwhile, show both versions."""
    here = reverse("programme_staff:risk", args=[risk.pk])
    form = RiskForm(chosen(http.POST))
    if not form.is_valid():
        return _page(http, risk, {"edit_form": form}, status=422)
    data = form.cleaned_data
    try:
        register.update_risk(
            risk=risk, changes=form.changes, based_on=data["based_on"] or 0, on=timezone.localdate(),
            reason=data["reason"], by=http.user,
        )  # fmt: skip
    except Conflict as conflict:
        of = {"programme": risk.programme, "thing": f"risk {risk.key}"}
        return both_versions(http, form, conflict, of=of, save_href=f"{here}edit/", back_href=here)
    except Refused as refused:
        form.refuse(refused)
        return _page(http, risk, {"edit_form": form}, status=422)
    return done(http, "Saved.", "risk", risk.pk)


@needs(Permission.MANAGE_RISKS, risk=Risk)
@require_POST
def escalate(http: HttpRequest, risk: Risk) -> HttpResponse:
    """Take a risk one rung higher."""
    form = ReasonForm(http.POST, prefix="up")
    if form.is_valid():
        try:
            version = register.escalate_risk(
                risk=risk, reason=form.cleaned_data["reason"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"It is now with: {version.get_rung_display()}.", "risk", risk.pk)
    return _page(http, risk, {"up_form": form}, status=422)


@needs(Permission.MANAGE_RISKS, risk=Risk)
@require_POST
def close(http: HttpRequest, risk: Risk) -> HttpResponse:
    """Close a risk, or open it again, with the reason."""
    form = ReasonForm(http.POST, prefix="close")
    if not form.is_valid():
        return _page(http, risk, {"close_form": form}, status=422)
    now = risk.versions.get(known_until=None)
    version = register.update_risk(
        risk=risk, changes={"is_open": not now.is_open}, based_on=now.pk, on=timezone.localdate(),
        reason=form.cleaned_data["reason"], by=http.user,
    )  # fmt: skip
    return done(http, "It is open again." if version.is_open else "It is closed.", "risk", risk.pk)
