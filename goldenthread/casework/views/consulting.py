"""What a council asks of a school: can it be named in this plan? Its staff read the draft and the checks, and answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.audit import log
from goldenthread.casework.actions.commenting import note_receipt
from goldenthread.casework.actions.consulting import answer_consultation
from goldenthread.casework.forms.answering import SchoolAnswerForm
from goldenthread.casework.models import Consultation
from goldenthread.casework.queries.found import grouped
from goldenthread.casework.queries.plan_readers import anybody, as_read_by
from goldenthread.casework.queries.reading import sections_read
from goldenthread.casework.queries.report_read import report_read_by
from goldenthread.casework.queries.schools import questions_to
from goldenthread.casework.views.frame import show
from goldenthread.kit.errors import Refused


@needs(Permission.ANSWER_CONSULTATION)
def questions(http: HttpRequest) -> HttpResponse:
    """The plans about which the reader's school is asked."""
    return show(http, "questions", {"held": questions_to(standing(http)), "breadcrumbs": []})


@needs(Permission.ANSWER_CONSULTATION, consultation=Consultation)
def question(http: HttpRequest, consultation: Consultation) -> HttpResponse:
    """One plan, without anybody's address, with what the checks found, and the school's answer."""
    today, case, version = timezone.localdate(), consultation.case, consultation.version
    form = SchoolAnswerForm(http.POST if http.method == "POST" and not consultation.answered_on else None)
    if form.is_bound and form.is_valid():
        try:
            answer_consultation(consultation=consultation, on=today, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Your answer has gone to the council.")
            return redirect("case:questions")
    note_receipt(version=version, on=today, by=http.user)
    log.record_read(
        "casework.plan.read", subject=log.subject_of(case), by=http.user, detail={"page": "question"}
    )
    reader = anybody(case)
    report = report_read_by(version, reader, today)
    page = {
        "consultation": consultation, "child": case.child, "form": form, "report": report, "groups": grouped(report),
        "read": sections_read(as_read_by(version, reader)), "version": version,
        "breadcrumbs": [{"text": "What councils ask us", "href": "../"}],
    }  # fmt: skip
    return show(http, "question", page, status=422 if form.errors else 200)
