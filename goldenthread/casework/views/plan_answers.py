"""What came back to a plan that went out: the family's comments and our answers, the schools that were asked and theirs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.commenting import answer_comment
from goldenthread.casework.actions.consulting import answer_consultation, consult
from goldenthread.casework.forms.answering import AnswerCommentForm, ConsultForm, SchoolAnswerForm
from goldenthread.casework.models import Case, Consultation, PlanComment
from goldenthread.casework.queries.plans import plan_of
from goldenthread.casework.queries.schools import schools
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.planning import above_plan, to
from goldenthread.kit.errors import Refused


@needs(Permission.VIEW_CASE, case=Case)
def comments(http: HttpRequest, case: Case) -> HttpResponse:
    """Everything that the family said of the versions; what waits for an answer first."""
    held = list(case.plan_comments.select_related("adult", "child", "version", "answered_by"))
    texts = {
        (version.pk, line.id): line.text
        for version in {one.version for one in held}
        for section in plan_of(version).sections.values()
        for line in section.lines
    }
    shown = sorted(
        ((one, texts.get((one.version_id, one.line), "")) for one in held),
        key=lambda pair: pair[0].answered_on is not None,
    )
    events = case.events.in_force().filter(
        kind__in=["representations", "early-finish-agreed"], is_struck=False
    )
    page = {
        "case": case,
        "child": case.child,
        "comments": shown,
        "events": events,
        "breadcrumbs": above_plan(case),
    }
    return show(http, "plan_comments", page)


@needs(Permission.WORK_CASE, case=Case, comment=PlanComment)
def comment(http: HttpRequest, case: Case, comment: PlanComment) -> HttpResponse:
    """Answer one comment. Two answers at once: the second is shown that there is one."""
    form = AnswerCommentForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            answer_comment(comment=comment, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"Answered. {comment.party} can read it now.")
            return redirect(to(case, "plan_comments"))
    lines = {
        line.id: line for section in plan_of(comment.version).sections.values() for line in section.lines
    }
    page = {"case": case, "child": case.child, "comment": comment, "form": form, "line": lines.get(comment.line),
            "breadcrumbs": above_plan(case, ("What the family said", to(case, "plan_comments")))}  # fmt: skip
    return show(http, "plan_comment", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case)
def asked_schools(http: HttpRequest, case: Case) -> HttpResponse:
    """The schools that were asked, with their answers and reasons."""
    held = case.consultations.select_related("school", "version", "answered_by")
    return show(
        http,
        "plan_schools",
        {"case": case, "child": case.child, "held": held, "breadcrumbs": above_plan(case)},
    )


@needs(Permission.WORK_CASE, case=Case)
def ask_school(http: HttpRequest, case: Case) -> HttpResponse:
    """Ask a school whether it can be named."""
    known = {str(one.pk): one for one in schools()}
    form = ConsultForm(
        http.POST if http.method == "POST" else None, schools=[(key, str(one)) for key, one in known.items()]
    )
    if form.is_bound and form.is_valid():
        try:
            made = consult(
                case=case, school=known[form.cleaned_data["school"]], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http, f"{made.school} is asked. Its staff with an account can read the draft and answer here."
            )
            return redirect(to(case, "plan_schools"))
    page = {"case": case, "child": case.child, "form": form, "title": "Ask a school or college", "button": "Ask it",
            "breadcrumbs": above_plan(case, ("Schools asked", to(case, "plan_schools")))}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)


@needs(Permission.WORK_CASE, case=Case, consultation=Consultation)
def school_answer(http: HttpRequest, case: Case, consultation: Consultation) -> HttpResponse:
    """Record what a school answered by letter or telephone."""
    form = SchoolAnswerForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            answer_consultation(
                consultation=consultation, on=timezone.localdate(), by=http.user, **form.cleaned_data
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Recorded. The family can read the answer and its reasons.")
            return redirect(to(case, "plan_schools"))
    page = {"case": case, "child": case.child, "form": form, "title": f"What {consultation.school} answered",
            "button": "Record the answer",
            "breadcrumbs": above_plan(case, ("Schools asked", to(case, "plan_schools")))}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)
