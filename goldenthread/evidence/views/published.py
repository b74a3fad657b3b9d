"""What was published, for anybody: every version, what it changed, its files, and a feed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed

from goldenthread.accounts.gate import public
from goldenthread.evidence.models import DocumentVersion
from goldenthread.evidence.publishing import forms
from goldenthread.evidence.publishing.parts import from_data
from goldenthread.evidence.queries import publications as queries
from goldenthread.kit.caching import for_everybody
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.areas import programmes

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def programme_asked_for(http: HttpRequest) -> Programme:
    """The programme that the address names, or the first."""
    asked = http.GET.get("programme")
    for programme in programmes():
        if asked in (None, "", programme.slug):
            return programme
    raise Http404("There is no programme here yet.")


@public
@for_everybody
def versions(http: HttpRequest) -> HttpResponse:
    """Every version that was published, newest first."""
    programme = programme_asked_for(http)
    page = {"programme": programme, "versions": queries.versions_known(programme, timezone.localdate())}
    return render(http, "evidence/versions.html", page)


@public(version=DocumentVersion)
@for_everybody
def version(http: HttpRequest, version: DocumentVersion) -> HttpResponse:
    """A version: its words and figures, what it says differently from the one before or any other, and its files."""
    series = list(queries.series_of(version).defer("content"))
    before = [one for one in series if one.number < version.number]
    asked = http.GET.get("from", "")
    earlier = next((one for one in before if str(one.number) == asked), before[-1] if before else None)
    document = from_data(version.content)
    page = {
        "version": version, "document": document, "blocks": forms.blocks(document), "earlier": earlier, "before": before,
        "differences": queries.changes_from(earlier, version.content), "latest": series[-1],
        "kinds": [(kind, words) for kind, (words, _, _) in KINDS.items()],
    }  # fmt: skip
    return render(http, "evidence/version.html", page)


def _pdf(version: DocumentVersion) -> bytes:
    return forms.as_pdf(
        from_data(version.content), version=f"Version {version.number}", sha256=version.sha256
    )


def _docx(version: DocumentVersion) -> bytes:
    return forms.as_docx(
        from_data(version.content), version=f"Version {version.number}", sha256=version.sha256
    )


def _csv(version: DocumentVersion) -> bytes:
    return forms.as_csv(from_data(version.content)).encode()


def _json(version: DocumentVersion) -> bytes:
    return forms.as_json(from_data(version.content))


KINDS: dict[str, tuple[str, str, Callable[[DocumentVersion], bytes]]] = {
    "pdf": ("PDF", "application/pdf", _pdf), "docx": ("Word", DOCX, _docx),
    "csv": ("CSV, for a spreadsheet", "text/csv; charset=utf-8", _csv),
    "json": ("JSON, for programs: its SHA-256 is the fingerprint", "application/json; charset=utf-8", _json),
}  # fmt: skip


@public(version=DocumentVersion)
@for_everybody
def download(http: HttpRequest, version: DocumentVersion, kind: str) -> HttpResponse:
    """The same version as a file."""
    if kind not in KINDS:
        raise Http404("There is no such form of this document.")
    _, content_type, made = KINDS[kind]
    response = HttpResponse(made(version), content_type=content_type)
    area = f"-area-{version.area.number}" if version.area else ""
    name = f"{version.form}{area}-version-{version.number}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class VersionFeed(Feed):
    """Published versions, newest first, each with what it changed."""

    feed_type = Rss201rev2Feed
    description = "Documents about the area’s SEND improvement programme, and what each version changed."
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest) -> Programme:
        return programme_asked_for(request)

    def title(self, programme: Programme) -> str:
        return f"Published: {programme}"

    def link(self, programme: Programme) -> str:
        return reverse("published:versions")

    def items(self, programme: Programme) -> list[DocumentVersion]:
        return list(queries.versions_known(programme, timezone.localdate())[:30])

    def item_title(self, item: Any) -> str:
        return str(item)

    def item_description(self, item: Any) -> str:
        return item.note or f"Published on {item.published_on.isoformat()}."

    def item_link(self, item: Any) -> str:
        return reverse("published:version", args=[item.key])

    def item_guid(self, item: Any) -> str:
        return f"goldenthread:document-version:{item.key}"


@public
def feed(http: HttpRequest) -> HttpResponseBase:
    """The RSS feed."""
    answer: HttpResponseBase = VersionFeed()(http)
    return answer
