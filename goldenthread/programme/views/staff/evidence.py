"""Evidence of an area, and the second person who confirms it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import evidence as actions
from goldenthread.programme.errors import Refused
from goldenthread.programme.forms.areas import EvidenceForm
from goldenthread.programme.models import Area
from goldenthread.programme.views.staff.areas import area_page
from goldenthread.programme.views.staff.frame import done


@needs(Permission.EDIT_PLAN, area=Area)
@require_POST
def add(http: HttpRequest, area: Area) -> HttpResponse:
    """Add evidence that speaks of a whole area."""
    form = EvidenceForm(http.POST, prefix="evidence")
    if form.is_valid():
        try:
            actions.add_evidence(area=area, **form.cleaned_data, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "Added. Somebody else must now confirm it.", "area", area.pk, part="#evidence")
    return area_page(http, area, {"evidence_form": form}, status=422)


@needs(Permission.CONFIRM_EVIDENCE, area=Area)
@require_POST
def confirm(http: HttpRequest, area: Area) -> HttpResponse:
    """Say, as the second person, that evidence shows what it is said to show."""
    asked = http.POST.get("evidence", "")
    evidence = get_object_or_404(area.evidence, pk=int(asked) if asked.isdecimal() and len(asked) < 18 else 0)
    to = reverse("programme_staff:area", args=[area.pk])
    if evidence.action_id:
        to = reverse("programme_staff:action", args=[evidence.action_id])
    try:
        actions.confirm_evidence(evidence=evidence, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
    else:
        messages.success(http, f"Confirmed: {evidence.title}.")
    return redirect(f"{to}#evidence")
