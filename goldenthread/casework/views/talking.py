"""Messages, the contact log and invitations, for the case's workers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.inviting import invite as make_invitation
from goldenthread.casework.actions.inviting import spaced
from goldenthread.casework.actions.talking import answer as give_answer
from goldenthread.casework.actions.talking import log_contact
from goldenthread.casework.forms.talking import AnswerForm, CorrectionAnswerForm, InviteForm, LogForm
from goldenthread.casework.models import Case, Message, MessageKind, Paper
from goldenthread.casework.queries.talking import clock_of, parties_of, thread_of, unanswered
from goldenthread.casework.views.frame import above, crumbs, done, show
from goldenthread.kit.errors import Refused
from goldenthread.law import age
from goldenthread.people.models import Adult, Child


@needs(Permission.VIEW_CASE)
def messages(http: HttpRequest) -> HttpResponse:
    """What waits for an answer in my cases, the earliest promise first."""
    today = timezone.localdate()
    waiting = [(one, clock_of(one, today)) for one in unanswered(http.user, today)]
    return show(http, "messages", {"waiting": waiting, "breadcrumbs": crumbs()})


@needs(Permission.VIEW_CASE, case=Case)
def contact(http: HttpRequest, case: Case) -> HttpResponse:
    """Everything that passed between us and those around a child."""
    page = {"case": case, "child": case.child, "thread": thread_of(case, None, timezone.localdate()),
            "invitations": case.invitations.select_related("adult", "child")[:10], "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "contact", page)


def _done(http: HttpRequest, case: Case, sentence: str) -> HttpResponse:
    done(http, sentence, case)
    return redirect(reverse("casework:contact", args=[case.public_id]))


@needs(Permission.WORK_CASE, case=Case, message=Message)
def answer(http: HttpRequest, case: Case, message: Message) -> HttpResponse:
    """Answer a message. Two answers at once: the second is shown that there is one."""
    asked = CorrectionAnswerForm if message.kind == MessageKind.CORRECTION else AnswerForm
    form = asked(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            give_answer(message=message, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return _done(http, case, f"Answered. {message.party} can read it now.")
    page = {"case": case, "child": case.child, "message": message, "form": form, "breadcrumbs": above(case)}
    return show(http, "answer", page, status=422 if form.errors else 200)


@needs(Permission.WORK_CASE, case=Case)
def log(http: HttpRequest, case: Case) -> HttpResponse:
    """Log a call, a letter or a meeting, with the day of an answer if one was promised."""
    today = timezone.localdate()
    people = dict(parties_of(case, today))
    form = LogForm(http.POST if http.method == "POST" else None, parties=[(key, str(one)) for key, one in people.items()],
                   initial={"occurred_on": today})  # fmt: skip
    if form.is_bound and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            log_contact(case=case, party=people.get(data.pop("party")), on=today, by=http.user, **data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return _done(http, case, "Logged.")
    page = {"case": case, "child": case.child, "form": form, "title": "Log a call, letter or meeting", "button": "Log it",
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case, paper=Paper)
def paper(http: HttpRequest, case: Case, paper: Paper) -> HttpResponse:
    """A file that somebody sent us."""
    return paper_answer(http, paper)


def paper_answer(http: HttpRequest, paper: Paper) -> HttpResponse:
    """A file as a download; it is never shown as a page of ours. That it was read goes into the audit."""
    from goldenthread.audit import log

    if paper.is_shut:
        page = {"paper": paper, "case": paper.case, "breadcrumbs": []}
        return show(http, "paper_shut", page, status=409)
    content = paper.content  # first: what cannot be shown was not read
    log.record_read("casework.paper.read", subject=log.subject_of(paper), by=http.user)
    answer = HttpResponse(content, content_type=paper.mime)
    answer.headers["Content-Disposition"] = f'attachment; filename="{_plain(paper.name)}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _plain(name: str) -> str:
    kept = "".join(one if one.isascii() and (one.isalnum() or one in ". -_()") else "_" for one in name)
    return kept.strip() or "file"


@needs(Permission.WORK_CASE, case=Case)
def invite(http: HttpRequest, case: Case) -> HttpResponse:
    """Invite somebody of the family: the page with their code is shown this once, to print and post."""
    today = timezone.localdate()
    people = {key: one for key, one in parties_of(case, today) if _may_be_invited(one, today)}
    form = InviteForm(
        http.POST if http.method == "POST" else None, people=[(key, str(one)) for key, one in people.items()]
    )
    if form.is_bound and form.is_valid():
        person = people[form.cleaned_data["person"]]
        try:
            invitation, code = make_invitation(case=case, person=person, on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            page: dict[str, Any] = {"case": case, "child": case.child, "invitation": invitation, "code": spaced(code),
                                    "person": person, "join_address": settings.SITE_ADDRESS.rstrip("/") + reverse("case:join"),
                                    "breadcrumbs": above(case)}  # fmt: skip
            return show(http, "invitation", page)
    page = {
        "case": case,
        "child": case.child,
        "form": form,
        "has_people": bool(people),
        "breadcrumbs": above(case),
    }
    return show(http, "invite", page, status=422 if form.errors else 200)


def _may_be_invited(person: Adult | Child, today: Any) -> bool:
    """Whether an invitation makes sense: no account yet; a young person once they hold the rights."""
    if person.user_id is not None:
        return False
    return isinstance(person, Adult) or age.is_over_compulsory_school_age(person.born_on, today)
