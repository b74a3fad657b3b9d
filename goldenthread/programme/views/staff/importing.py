"""Bringing a plan in: a file or pasted text, what we understood of it, and then the plan itself."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions.importing import import_understood
from goldenthread.programme.errors import Refused
from goldenthread.programme.forms.plans import ImportForm
from goldenthread.programme.models import Plan
from goldenthread.programme.reading import Understood, UnreadablePlan, read_plan, read_text
from goldenthread.programme.views.staff import held_upload
from goldenthread.programme.views.staff.frame import Crumb, crumbs, done, show

PASTED = ""


def _above(plan: Plan) -> list[Crumb]:
    return crumbs(plan.programme, (plan.title, reverse("programme_staff:plan", args=[plan.pk])))


def _understand(name: str, data: bytes) -> Understood:
    return read_plan(data, name) if name != PASTED else read_text(data.decode())


@needs(Permission.IMPORT_PLAN, plan=Plan)
def bring_in(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Ask for a file or text; read it; keep it for the preview."""
    form = ImportForm(http.POST, http.FILES) if http.method == "POST" else ImportForm()
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["file"]
        name, data = (upload.name, upload.read()) if upload else (PASTED, form.cleaned_data["text"].encode())
        try:
            _understand(name, data)
        except UnreadablePlan as unreadable:
            form.add_error("file" if upload else "text", str(unreadable))
        else:
            copy = held_upload.hold(name, data, plan, http.user)
            address = reverse("programme_staff:import_preview", args=[plan.pk])
            return redirect(f"{address}?{urlencode({'copy': copy})}")
    page = {
        "programme": plan.programme,
        "record": plan,
        "plan": plan,
        "form": form,
        "breadcrumbs": _above(plan),
    }
    return show(http, "import", page, status=422 if form.errors else 200)


@needs(Permission.IMPORT_PLAN, plan=Plan)
def preview(http: HttpRequest, plan: Plan) -> HttpResponse:
    """What we understood, what is missing, what looks odd. Nothing is saved yet."""
    signed = http.GET.get("copy", "")
    copy = held_upload.held(signed, plan, http.user)
    if copy is None:
        return _gone(http, plan)
    understood = _understand(copy.name, copy.data)
    page = {
        "programme": plan.programme, "record": plan, "plan": plan, "copy": signed, "name": copy.name,
        "size": max(len(copy.data) // 1024, 1), "understood": understood, "shown": understood.as_dict(),
        "areas": _by_area(understood), "breadcrumbs": _above(plan),
    }  # fmt: skip
    return show(http, "import_preview", page)


def _by_area(understood: Understood) -> list[tuple[Any, list[tuple[Any, tuple[str, ...]]]]]:
    """Each area with its actions and what each lacks; actions without an area come last."""
    missing = dict(understood.missing)
    areas: list[Any] = [*understood.areas, None]
    return [
        (
            area,
            [
                (one, missing.get(one.key, ()))
                for one in understood.actions
                if one.area == (area.key if area else "")
            ],
        )
        for area in areas
        if area or any(not one.area for one in understood.actions)
    ]


@needs(Permission.IMPORT_PLAN, plan=Plan)
@require_POST
def confirm(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Bring in what was previewed: all of it or nothing, and once."""
    copy = held_upload.held(http.POST.get("copy", ""), plan, http.user)
    if copy is None:
        return _gone(http, plan)
    understood = _understand(copy.name, copy.data)
    try:
        with transaction.atomic():
            if not held_upload.take(copy):
                return _gone(http, plan)
            result = import_understood(understood, plan=plan, by=http.user, on=timezone.localdate())
    except Refused as refused:
        page = {"programme": plan.programme, "record": plan, "plan": plan, "trouble": refused.sentence,
                "breadcrumbs": _above(plan)}  # fmt: skip
        return show(http, "import_gone", page, status=422)
    return done(http, _said(result), "plan", plan.pk)


def _said(result: Any) -> str:
    kept = len(result.differing)
    more = f" {kept} differ from the record, which was kept: compare them by hand." if kept else ""
    return f"The plan is in: {result.added} added, {result.revised} changed, {result.unchanged} as they were.{more}"


def _gone(http: HttpRequest, plan: Plan) -> HttpResponse:
    """The copy was brought in already, is too old, or is somebody else's."""
    page = {"programme": plan.programme, "record": plan, "plan": plan, "breadcrumbs": _above(plan)}
    return show(http, "import_gone", page, status=410)
