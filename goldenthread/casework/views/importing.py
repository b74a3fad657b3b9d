"""Bringing cases in from another system: choose the file, say what its columns mean, see what is wrong, let it come in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit import log
from goldenthread.casework.actions import importing
from goldenthread.casework.actions.import_commands import as_csv
from goldenthread.casework.forms.importing import CaseFileForm, ColumnsForm, WayForm
from goldenthread.casework.importing.reading import read
from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.casework.models import CaseImport, ImportMapping
from goldenthread.casework.queries.places import our_authority
from goldenthread.casework.views.frame import crumbs, show
from goldenthread.kit.errors import Refused
from goldenthread.kit.table import Column, Table
from goldenthread.kit.uploads import UploadState
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Team

SHOWN = 50
"""Troubles on the page; all of them are in the file of errors."""


def _above() -> list[dict[str, str]]:
    return crumbs(("Bring in cases", reverse("casework:import")))


@needs(Permission.IMPORT_CASES)
def start(http: HttpRequest) -> HttpResponse:
    """Ask for a file, read it, and go on to its columns; those of a SEN2 return are known."""
    form = CaseFileForm(http.POST, http.FILES) if http.method == "POST" else CaseFileForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            our_authority()
            upload = importing.hold(name=file.name, data=file.read(), by=reader(http))
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except Refused as refused:
            form.refuse(refused)
        else:
            if upload.is_sen2:
                importing.send_to_worker(upload=upload, rehearse=True, by=http.user)
                return redirect("casework:import_progress", upload.key)
            return redirect("casework:import_columns", upload.key)
    page = {"form": form, "uploads": _earlier(http), "breadcrumbs": crumbs()}
    return show(http, "import", page, status=422 if form.errors else 200)


def _earlier(http: HttpRequest) -> Any:
    return CaseImport.objects.filter(recorded_by=reader(http)).defer("data", "troubles")[:10]


@needs(Permission.IMPORT_CASES, upload=CaseImport)
def columns(http: HttpRequest, upload: CaseImport) -> HttpResponse:
    """What each column means, as suggested or kept from last time; then the worker checks every row."""
    if upload.is_taken or upload.is_sen2:
        return redirect("casework:import_progress", upload.key)
    kept = ImportMapping.objects.filter(columns=upload.columns).first()
    teams = list(Team.objects.filter(organisation__kind=OrganisationKind.COUNCIL).values_list("pk", "name"))
    initial = {"keep_as": kept.name if kept else "", "team": upload.team_id}
    form = ColumnsForm(http.POST if http.method == "POST" else None, sheet=read(upload.content).sheet,
                       columns=upload.columns, teams=teams, initial=initial)  # fmt: skip
    if form.is_bound and form.is_valid():
        keep_as = form.cleaned_data["keep_as"]
        try:
            importing.settle_columns(
                upload=upload, columns=form.columns, team=form.team, keep_as=keep_as, by=http.user
            )
            importing.send_to_worker(upload=upload, rehearse=True, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("casework:import_progress", upload.key)
    page = {"form": form, "upload": upload, "kept": kept, "breadcrumbs": _above()}
    return show(http, "import_columns", page, status=422 if form.errors else 200)


@needs(Permission.IMPORT_CASES, upload=CaseImport)
def progress(http: HttpRequest, upload: CaseImport) -> HttpResponse:
    """How far it has come; what it would bring in, with every wrong row; what came of it."""
    if upload.state == UploadState.HELD and not (upload.is_rehearsed or upload.is_sen2):
        return redirect("casework:import_columns", upload.key)
    return show(http, "import_progress", _page(upload, WayForm()))


def _page(upload: CaseImport, form: WayForm) -> dict[str, Any]:
    columns = [Column("Row", True), Column("Column"), Column("What is wrong, and how to mend it")]
    caption = (
        "Rows that are wrong" if len(upload.troubles) <= SHOWN else f"The first {SHOWN} of what is wrong"
    )
    table = Table(caption, columns, upload.troubles[:SHOWN])
    return {"upload": upload, "form": form, "table": table, "breadcrumbs": _above()}


@needs(Permission.IMPORT_CASES, upload=CaseImport)
@require_POST
def bring_in(http: HttpRequest, upload: CaseImport) -> HttpResponse:
    """Let the worker bring in what was checked."""
    form = WayForm(http.POST)
    if form.is_valid():
        try:
            importing.send_to_worker(
                upload=upload, rehearse=False, way=form.cleaned_data["way"], by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("casework:import_progress", upload.key)
    upload.refresh_from_db()
    return show(http, "import_progress", _page(upload, form), status=422)


@needs(Permission.IMPORT_CASES, upload=CaseImport)
def errors(http: HttpRequest, upload: CaseImport) -> HttpResponse:
    """Everything that is wrong, as CSV: to be mended in the system that the file came from."""
    log.record_read("casework.import.errors", subject=log.subject_of(upload), by=http.user)
    answer = HttpResponse(f"\ufeff{as_csv(upload)}", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="rows-to-mend.csv"'
    return answer
