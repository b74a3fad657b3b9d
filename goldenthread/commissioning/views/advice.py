"""An impartial advice service: it sends counts of its quarters; its buyers read them with small numbers hidden."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit import log
from goldenthread.commissioning.actions.advice import send_quarter
from goldenthread.commissioning.advice import GROUPS, RULE
from goldenthread.commissioning.forms.advice import QuarterForm
from goldenthread.commissioning.models import AdviceQuarter, JointService
from goldenthread.commissioning.papers_advice import advice_paper, advice_sheets
from goldenthread.commissioning.queries.advice import quarters_of
from goldenthread.commissioning.views.asking import above, asked, posted
from goldenthread.commissioning.views.portal import NONE_OF_OURS, above_own
from goldenthread.kit.as_at import as_at
from goldenthread.kit.documents import as_pdf


def _advice_only(service: JointService) -> None:
    if not service.is_advice:
        raise Http404("This is no advice service.")


@needs(Permission.VIEW_COMMISSIONING, service=JointService)
def pack(http: HttpRequest, service: JointService) -> HttpResponse:
    """The quarters of an advice service for its contract review, as its buyers may read them."""
    _advice_only(service)
    at = as_at(http)
    sheets = advice_sheets(quarters_of(service, at.day))
    page = {"service": service, "breadcrumbs": above(service), "rule": RULE, "tables": [one.table for one in sheets],
            **at.for_page()}  # fmt: skip
    return render(http, "commissioning/advice.html", page)


@needs(Permission.VIEW_COMMISSIONING, service=JointService)
def pack_file(http: HttpRequest, service: JointService) -> HttpResponse:
    """The same as PDF, for the review."""
    _advice_only(service)
    on = as_at(http).day
    log.record_read(
        "commissioning.advice.taken", subject=log.subject_of(service), by=http.user, detail={"kind": "pdf"}
    )
    response = HttpResponse(
        as_pdf(advice_paper(service, quarters_of(service, on), on)), content_type="application/pdf"
    )
    response.headers["Content-Disposition"] = (
        f'attachment; filename="advice-{service.pk}-{on.isoformat()}.pdf"'
    )
    return response


@needs(Permission.SEND_RETURNS, service=JointService)
def send(http: HttpRequest, service: JointService, ends: str) -> HttpResponse:
    """The counts of one quarter, which the service alone sees as they are."""
    _advice_only(service)
    today, user = timezone.localdate(), reader(http)
    quarter = {one.key: one for one in quarters_of(service, today)}.get(ends)
    if quarter is None:
        raise Http404("There is no such quarter, or it is not over.")

    def act(given: dict[str, Any]) -> str:
        stamp = given.pop("based_on")
        read = int(stamp) if stamp.isdecimal() else NONE_OF_OURS
        send_quarter(service=service, ends_on=quarter.ends_on, given=given, on=today, based_on=read, by=user)
        return f"Sent: {quarter.words}. Your buyers read it with small numbers hidden."

    form = QuarterForm(posted(http), initial=_initial(quarter.sent))
    words = "Counts alone, nothing about a child or family. Your buyers read them with every number under 5 hidden."
    return asked(http, form, title=f"Advice given, {quarter.words}", button="Send it", act=act, words=words,
                 back=["commissioning:own_contract", service.pk], above=above_own(service), as_words=_contacts,
                 stamp=_stamp)  # fmt: skip


def _initial(sent: AdviceQuarter | None) -> dict[str, Any]:
    if sent is None:
        return {"based_on": 0}
    counts = {group.field(n): number for group in GROUPS for n, number in enumerate(sent.counts[group.key])}
    return {"based_on": sent.pk, "contacts": sent.contacts, **counts}


def _contacts(theirs: AdviceQuarter | None) -> str:
    return f"{theirs.contacts:,} contacts" if theirs else "nothing has come"


def _stamp(theirs: AdviceQuarter | None) -> int:
    return theirs.pk if theirs else 0
