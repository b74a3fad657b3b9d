"""Bringing a plan or a programme file in: choose it, see what it would do, let the worker do it, and see how far it is."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.kit.uploads import UploadState
from goldenthread.programme.actions import uploading
from goldenthread.programme.errors import Refused
from goldenthread.programme.exchange import BadProgrammeFile, as_file, parse
from goldenthread.programme.forms.plans import ImportForm, ProgrammeFileForm
from goldenthread.programme.models import Plan, Programme, Upload
from goldenthread.programme.reading import Understood, UnreadablePlan
from goldenthread.programme.views.staff.frame import Crumb, crumbs, show


def _above(programme: Programme, plan: Plan | None) -> list[Crumb]:
    plans = ("Plans", reverse("programme_staff:plans", args=[programme.slug]))
    here = (plan.title, reverse("programme_staff:plan", args=[plan.pk])) if plan else plans
    return crumbs(programme, here)


@needs(Permission.IMPORT_PLAN, plan=Plan)
def bring_in(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Ask for a plan's file or text; read it; keep it for the preview."""
    form = ImportForm(http.POST, http.FILES) if http.method == "POST" else ImportForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        name, data = (file.name, file.read()) if file else ("", form.cleaned_data["text"].encode())
        try:
            uploading.understood(Upload(name=name, data=data))
        except UnreadablePlan as unreadable:
            form.add_error("file" if file else "text", str(unreadable))
        else:
            upload = uploading.hold(programme=plan.programme, plan=plan, name=name, data=data, by=http.user)
            return redirect(reverse("programme_staff:upload", args=[upload.key]))
    page = {"programme": plan.programme, "record": plan, "plan": plan, "form": form,
            "breadcrumbs": _above(plan.programme, plan)}  # fmt: skip
    return show(http, "import", page, status=422 if form.errors else 200)


@needs(Permission.IMPORT_PLAN, programme=Programme)
def bring_in_file(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Ask for a programme file, check it, and let the worker rehearse it."""
    form = ProgrammeFileForm(http.POST, http.FILES) if http.method == "POST" else ProgrammeFileForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            uploading.check_programme(parse(data), programme)
        except BadProgrammeFile as bad:
            for problem in bad.problems:
                form.add_error("file", problem)
        except Refused as refused:
            form.refuse(refused)
        else:
            upload = uploading.hold(programme=programme, plan=None, name=file.name, data=data, by=http.user)
            uploading.send_to_worker(upload=upload, rehearse=True, by=http.user)
            return redirect(reverse("programme_staff:upload", args=[upload.key]))
    page = {"programme": programme, "form": form, "breadcrumbs": _above(programme, None)}
    return show(http, "import_file", page, status=422 if form.errors else 200)


@needs(Permission.IMPORT_PLAN, programme=Programme)
def take_out(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The whole programme as a programme file."""
    log.record_read("programme.exported", subject=log.subject_of(programme), by=http.user)
    answer = HttpResponse(
        json.dumps(as_file(programme), ensure_ascii=False, indent=1) + "\n", content_type="application/json"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{programme.slug}.json"'
    return answer


@needs(Permission.IMPORT_PLAN, upload=Upload)
def upload(http: HttpRequest, upload: Upload) -> HttpResponse:
    """How far a file has come: what we understood of it, how it goes while it runs, and what came of it."""
    page: dict[str, Any] = {"programme": upload.programme, "record": upload.programme, "plan": upload.plan,
                            "upload": upload, "breadcrumbs": _above(upload.programme, upload.plan)}  # fmt: skip
    if upload.state == UploadState.HELD and upload.plan is not None:
        understood = uploading.understood(upload)
        page |= {"understood": understood, "shown": understood.as_dict(), "areas": _by_area(understood),
                 "size": max(len(upload.content) // 1024, 1)}  # fmt: skip
        return show(http, "import_preview", page)
    return show(http, "import_progress", page)


@needs(Permission.IMPORT_PLAN, upload=Upload)
@require_POST
def confirm(http: HttpRequest, upload: Upload) -> HttpResponse:
    """Let the worker bring in what was previewed: all of it or nothing, and once."""
    try:
        uploading.send_to_worker(upload=upload, rehearse=False, by=http.user)
    except Refused as refused:
        page = {"programme": upload.programme, "plan": upload.plan, "upload": upload, "trouble": refused.sentence,
                "breadcrumbs": _above(upload.programme, upload.plan)}  # fmt: skip
        return show(http, "import_progress", page, status=409)
    return redirect(reverse("programme_staff:upload", args=[upload.key]))


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
