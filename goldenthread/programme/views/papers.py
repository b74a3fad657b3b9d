"""The meeting paper, as PDF and as Word. Taking one is recorded."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.kit import documents
from goldenthread.kit.as_at import asked_day
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.paper import meeting_paper
from goldenthread.programme.views.as_at import as_at

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
USUAL_INTERVAL = 91


@needs(Permission.VIEW_PAPERS, programme=Programme)
def pdf(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The paper as tagged PDF."""
    return _answer(http, programme, "pdf", "application/pdf")


@needs(Permission.VIEW_PAPERS, programme=Programme)
def docx(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The paper as a Word document."""
    return _answer(http, programme, "docx", DOCX)


def _answer(http: HttpRequest, programme: Programme, kind: str, content_type: str) -> HttpResponse:
    at = as_at(http)
    try:
        since = _since(http, at.day)
    except ValueError as trouble:
        return HttpResponseBadRequest(str(trouble), content_type="text/plain; charset=utf-8")
    paper = meeting_paper(programme, at.day, since=since, body=http.GET.get("body", "")[:200])
    content = documents.as_pdf(paper) if kind == "pdf" else documents.as_docx(paper)
    detail = {"kind": kind, "as_at": at.day.isoformat()}
    log.record_read("programme.paper.taken", subject=log.subject_of(programme), by=http.user, detail=detail)
    response = HttpResponse(content, content_type=content_type)
    name = f"paper-{programme.slug}-{at.day.isoformat()}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _since(http: HttpRequest, day: date) -> date:
    return asked_day(http.GET.get("since", ""), day) or day - timedelta(days=USUAL_INTERVAL)
