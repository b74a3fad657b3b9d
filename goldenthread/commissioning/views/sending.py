"""Sending waiting times: choose the file, see every mistake and every month that is here already, let it come in."""

from __future__ import annotations

import csv
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.commissioning.actions import uploading
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.forms.waits import FileForm
from goldenthread.commissioning.models import ServiceLine, WaitsUpload
from goldenthread.commissioning.queries.rehearsal import Rehearsal, lines_of, rehearse
from goldenthread.commissioning.waits.file import headings
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.kit.table import Column, Table
from goldenthread.kit.uploads import UploadState

HOME = [{"text": "Waiting times", "href": "/commissioning/waits/"}]
ABOVE = [*HOME, {"text": "Send waiting times", "href": "/commissioning/waits/send/"}]
TAKE = "take-"
"""Begins the names of the answers for months that are here already; service and month follow."""


@needs(Permission.SEND_WAITS)
def start(http: HttpRequest) -> HttpResponse:
    """Choose a file, or take the form that it must look like."""
    form = FileForm(http.POST, http.FILES) if http.method == "POST" else FileForm()
    today, user = timezone.localdate(), reader(http)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            upload = uploading.hold(name=file.name, data=file.read(), on=today, by=user)
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        else:
            return redirect("commissioning:upload", upload.key)
    page = {"form": form, "lines": lines_of(user, today), "breadcrumbs": HOME,
            "uploads": WaitsUpload.objects.filter(recorded_by=user).defer("data", "troubles")[:10]}  # fmt: skip
    return render(http, "commissioning/send.html", page, status=422 if form.errors else 200)


@needs(Permission.SEND_WAITS, line=ServiceLine)
def form_file(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """An empty file with the headings that this service’s waits need."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="waits-{line.slug}.csv"'
    writer = csv.writer(response)
    names = headings(line.counted)
    writer.writerow(names)
    writer.writerow([safe_cell(line.name), *[""] * (len(names) - 1)])
    return response


def _page(http: HttpRequest, upload: WaitsUpload, refused: str = "") -> HttpResponse:
    found = (
        rehearse(upload.content, reader(http), timezone.localdate())
        if upload.state == UploadState.HELD
        else None
    )
    page: dict[str, Any] = {"upload": upload, "found": found, "breadcrumbs": ABOVE, "take": TAKE, "refused": refused,
                            "keep": uploading.KEEP, "has_errors": bool(refused or (found and found.troubles))}  # fmt: skip
    if found:
        page |= {"troubles": _troubles(found), "error_list": [{"text": refused}] if refused else []}
    return render(http, "commissioning/sent.html", page, status=409 if refused else 200)


def _troubles(found: Rehearsal) -> Table:
    ordered = sorted(found.troubles, key=lambda one: one.row)
    columns = [Column("Row"), Column("Column"), Column("What is wrong")]
    return Table(
        "What is wrong, cell by cell",
        columns,
        [[f"Row {one.row}", one.column, one.sentence] for one in ordered],
    )


@needs(Permission.SEND_WAITS, upload=WaitsUpload)
def upload(http: HttpRequest, upload: WaitsUpload) -> HttpResponse:
    """What a file would change, what is wrong with it, and what came of it."""
    return _page(http, upload)


@needs(Permission.SEND_WAITS, upload=WaitsUpload)
@require_POST
def confirm(http: HttpRequest, upload: WaitsUpload) -> HttpResponse:
    """Bring all of it in, or nothing."""
    decided = {name.removeprefix(TAKE): str(http.POST[name]) for name in http.POST if name.startswith(TAKE)}
    try:
        uploading.bring_in(upload=upload, decided=decided, on=timezone.localdate(), by=reader(http))
    except Refused as refused:
        upload.refresh_from_db()
        return _page(http, upload, refused.sentence)
    messages.success(http, "The waiting times are in. Families read them now.")
    return redirect("commissioning:upload", upload.key)
