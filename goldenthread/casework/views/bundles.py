"""Bundles: what one is for, what goes in, and the file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.bundling import make_bundle
from goldenthread.casework.forms.bundling import BundleForm, BundleKindForm
from goldenthread.casework.models import BundleKind, Case
from goldenthread.casework.queries.bundles import candidates, readers_for
from goldenthread.casework.queries.case_file import move_of
from goldenthread.casework.views.frame import above, show
from goldenthread.kit.errors import Refused

KINDS_OF_FILE = {"case-file": ("zip", "application/zip")}
"""Bundles that are no PDF: how the file ends, and what it is."""


@needs(Permission.WORK_CASE, case=Case)
def bundles(http: HttpRequest, case: Case) -> HttpResponse:
    """What a bundle is for, and those that were made."""
    form = BundleKindForm(http.GET if "kind" in http.GET else None, is_moving=move_of(case) is not None)
    if form.is_bound and form.is_valid():
        return redirect(reverse("casework:bundle", args=[case.public_id, form.cleaned_data["kind"]]))
    made = case.bundles.select_related("recorded_by")
    return show(
        http,
        "bundles",
        {"case": case, "child": case.child, "form": form, "made": made},
        422 if form.errors else 200,
    )


@needs(Permission.WORK_CASE, case=Case)
def bundle(http: HttpRequest, case: Case, kind: str) -> HttpResponse:
    """Choose the documents; the file comes back at once, and its record stays."""
    if kind not in BundleKind.values:
        raise Http404("There is no such bundle.")
    today = timezone.localdate()
    readers = readers_for(case, kind, today)
    if not readers:
        raise Http404("There is nobody for whom this bundle could be made.")
    asked = http.GET.get("reader")
    reader = next((one for one in readers if one.key == asked), readers[0])
    found = list(candidates(case, kind, reader, today))
    form = BundleForm(http.POST if http.method == "POST" else None, found=found)
    if form.is_bound and form.is_valid():
        try:
            made, content = make_bundle(
                case=case, kind=kind, reader=reader, chosen=form.chosen, on=today, by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            ending, mime = KINDS_OF_FILE.get(kind, ("pdf", "application/pdf"))
            called = f"{case.reference}-{kind}-{made.made_on.isoformat()}.{ending}"
            headers = {
                "Content-Disposition": f'attachment; filename="{called}"',
                "X-Content-Type-Options": "nosniff",
            }
            return HttpResponse(content, content_type=mime, headers=headers)
    page = {
        "case": case, "child": case.child, "form": form, "barred": [one for one in found if one.barred],
        "title": BundleKind(kind).label, "reader": reader, "readers": readers,
        "breadcrumbs": [*above(case), {"text": "Bundles", "href": reverse("casework:bundles", args=[case.public_id])}],
    }  # fmt: skip
    return show(http, "bundle", page, status=422 if form.errors else 200)
