"""Pages and entries to print and to keep: large print, and files in other forms."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.documents import Paper, as_pdf
from goldenthread.localoffer.models import Attachment, GuidePage, Service
from goldenthread.localoffer.papers import page_paper, service_paper
from goldenthread.localoffer.queries.services import shown


@public(page=GuidePage)
def page_in_large_print(http: HttpRequest, page: GuidePage) -> HttpResponse:
    """A page of the guide in letters of 18 points."""
    today = timezone.localdate()
    revision = page.revision_on(today)
    if revision is None:
        raise Http404("This page is not published.")
    return _pdf(http, page_paper(revision, site=settings.SITE_ADDRESS, on=today), page.slug)


@public(service=Service)
def service_in_large_print(http: HttpRequest, service: Service) -> HttpResponse:
    """An entry in letters of 18 points."""
    today = timezone.localdate()
    if not service.is_shown_on(today):
        raise Http404("This service is not shown now.")
    return _pdf(http, service_paper(shown(service), site=settings.SITE_ADDRESS, on=today), "large-print")


@for_everybody
def _pdf(http: HttpRequest, paper: Paper, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(as_pdf(paper), content_type="application/pdf", headers=headers)


@public(attachment=Attachment)
@for_everybody
def attachment(http: HttpRequest, attachment: Attachment) -> HttpResponse:
    """A page or entry in another form. A browser shows it and runs nothing of it."""
    if attachment.content is None:
        return redirect(attachment.link)
    headers = {
        "Content-Disposition": content_disposition_header(False, attachment.name) or "inline",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    }
    return HttpResponse(bytes(attachment.content), content_type=attachment.mime, headers=headers)
