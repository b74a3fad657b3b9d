"""The releases that were loaded, and whether each agrees with itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.kit.uploads import UploadState
from goldenthread.returns.actions.loading import hold_release
from goldenthread.returns.forms.release import ReleaseForm
from goldenthread.returns.models import Release, ReleaseUpload
from goldenthread.returns.queries.comparison import agreement_of


@needs(Permission.LOAD_STATISTICS)
def releases(http: HttpRequest) -> HttpResponse:
    """What is loaded, the newest first; and a further one, which the worker loads."""
    form = ReleaseForm(http.POST, http.FILES) if http.method == "POST" else ReleaseForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        file = given["file"]
        held = hold_release(
            name=file.name, data=file.read(), title=given["title"], source=given["source"], by=reader(http)
        )
        return redirect("returns:release_upload", held.key)
    rows = [
        [
            Cell(one.title, href=reverse("returns:release", args=[one.pk])),
            one.loaded_on,
            one.source or "Not said",
        ]
        for one in Release.objects.all()
    ]
    table = Table(
        "Releases", [Column("Release"), Column("Loaded"), Column("From")], rows, is_caption_hidden=True,
        empty="No release has been loaded yet.",
    )  # fmt: skip
    uploads = ReleaseUpload.objects.exclude(state=UploadState.DONE).defer("data")[:10]
    page = {"table": table, "form": form, "uploads": uploads, "breadcrumbs": [_first()]}
    return render(http, "returns/releases.html", page, status=422 if form.errors else 200)


@needs(Permission.LOAD_STATISTICS, upload=ReleaseUpload)
def upload(http: HttpRequest, upload: ReleaseUpload) -> HttpResponse:
    """How far a release has come."""
    crumbs = [_first(), {"text": "Published statistics", "href": reverse("returns:releases")}]
    return render(http, "returns/release_upload.html", {"upload": upload, "breadcrumbs": crumbs})


@needs(Permission.LOAD_STATISTICS)
def release(http: HttpRequest, number: int) -> HttpResponse:
    """One release: each table, what could not be read, and which percentages are not those of their own numbers."""
    found = get_object_or_404(Release, pk=number)
    tables = agreement_of(found)
    rows = [
        [one["name"], one["lines_read"], one["lines_kept"], one["recomputed"], len(one["differing"])]
        for one in tables
    ]
    columns = [
        Column("Table"),
        *(Column(words, True) for words in ("Lines", "Kept", "Percentages recomputed", "Differing")),
    ]
    page = {
        "release": found, "table": Table("Tables", columns, rows, is_caption_hidden=True, is_compact=True),
        "troubled": [one for one in tables if one["troubles"] or one["differing"]],
        "breadcrumbs": [_first(), {"text": "Published statistics", "href": reverse("returns:releases")}],
    }  # fmt: skip
    return render(http, "returns/release.html", page)


def _first() -> dict[str, str]:
    return {"text": "My work", "href": reverse("programme_staff:my_work")}
