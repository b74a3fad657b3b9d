"""What members of a family do for themselves: read their letters, write to us, correct facts, choose how to hear from us."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages as said
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.casework.actions.contacting import choose_contact
from goldenthread.casework.actions.inviting import join as open_account
from goldenthread.casework.actions.inviting import join_as
from goldenthread.casework.actions.outbox import mark_opened
from goldenthread.casework.actions.talking import party_of, promised_on, write_to_us
from goldenthread.casework.forms.talking import CodeForm, ContactForm, CorrectForm, JoinForm, WriteForm
from goldenthread.casework.models import Case, Letter, MessageKind, Paper
from goldenthread.casework.papers import letter_paper
from goldenthread.casework.queries.talking import thread_of
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.letters import PDF, paper_answer
from goldenthread.casework.views.talking import paper_answer as file_answer
from goldenthread.kit.documents import as_pdf
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Adult, Child


def _mark(http: HttpRequest, letter: Letter) -> None:
    """Note that a letter was opened, if it is its reader who opens it."""
    user = reader(http)
    if user.pk in {getattr(letter.adult, "user_id", None), getattr(letter.child, "user_id", None)} - {None}:
        mark_opened(letter=letter, on=timezone.localdate(), by=user)


@needs(Permission.FOLLOW_CASE, case=Case, letter=Letter)
def letter(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """A letter that was sent to the reader."""
    if letter.is_draft:
        raise Http404("No letter answers to this address.")
    _mark(http, letter)
    return show(http, "own_letter", {"case": case, "child": case.child, "letter": letter, "breadcrumbs": []})


@needs(Permission.FOLLOW_CASE, case=Case, letter=Letter)
def letter_pdf(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """The same letter to keep or print. It holds no address: where somebody lives is in no file."""
    if letter.is_draft or letter.sealed_on is None:
        raise Http404("No letter answers to this address.")
    _mark(http, letter)
    return paper_answer(http, letter, as_pdf(letter_paper(letter, letter.words or [], letter.sealed_on)), PDF)


@needs(Permission.WRITE_ABOUT_CASE, case=Case)
def messages(http: HttpRequest, case: Case) -> HttpResponse:
    """My messages about a case, and a new one."""
    return _write(http, case, WriteForm, MessageKind.MESSAGE, "own_messages")


@needs(Permission.WRITE_ABOUT_CASE, case=Case)
def correct(http: HttpRequest, case: Case) -> HttpResponse:
    """Ask for a wrong fact to be corrected. The clock of the answer begins today."""
    return _write(http, case, CorrectForm, MessageKind.CORRECTION, "own_correct")


def _write(http: HttpRequest, case: Case, asked: Any, kind: MessageKind, page: str) -> HttpResponse:
    today = timezone.localdate()
    party = party_of(case, reader(http), today)
    form = asked(http.POST, http.FILES) if http.method == "POST" else asked()
    if form.is_bound and form.is_valid():
        try:
            made = write_to_us(case=case, kind=kind, on=today, by=reader(http), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            said.success(http, f"We have it. We will answer by {made.reply_due_on:%-d %B %Y}.")
            return redirect(reverse("case:messages", args=[case.public_id]))
    context = {"case": case, "child": case.child, "form": form, "answer_by": promised_on(kind, today),
               "thread": thread_of(case, party, today) if party else [], "breadcrumbs": []}  # fmt: skip
    return show(http, page, context, status=422 if form.errors else 200)


@needs(Permission.WRITE_ABOUT_CASE, case=Case, paper=Paper)
def paper(http: HttpRequest, case: Case, paper: Paper) -> HttpResponse:
    """A file that the reader sent us."""
    return file_answer(http, paper)


@needs(Permission.WRITE_ABOUT_CASE)
def contact(http: HttpRequest) -> HttpResponse:
    """How I wish to hear from the council."""
    user = reader(http)
    person = Adult.objects.filter(user=user).first() or Child.objects.filter(user=user).first()
    initial = {"contact_by": person.contact_by, "telephone": person.telephone} if person else {}
    form = ContactForm(http.POST if http.method == "POST" else None, initial=initial)
    if person is not None and form.is_bound and form.is_valid():
        choose_contact(person=person, by=user, **form.cleaned_data)
        said.success(http, "Saved. We will use this from now on.")
        return redirect(reverse("case:followed"))
    page: dict[str, Any] = {"form": form, "person": person, "email": user.email, "breadcrumbs": []}
    return show(http, "own_contact", page, status=422 if form.errors else 200)


@sensitive_post_parameters("code", "password")
@public
def join(http: HttpRequest) -> HttpResponse:
    """Come in with the code of a letter: a new account, or one more case for an account that is signed in."""
    today = timezone.localdate()
    is_here = http.user.is_authenticated
    asked = CodeForm if is_here else JoinForm
    form = asked(http.POST if http.method == "POST" else None)
    if form.is_bound and not ratelimit.consume(http, action="join"):
        form = asked()
        return show(
            http, "join", {"form": form, "is_here": is_here, "too_often": True, "breadcrumbs": []}, status=429
        )
    if form.is_bound and form.is_valid():
        try:
            if is_here:
                join_as(user=reader(http), on=today, **form.cleaned_data)
            else:
                open_account(on=today, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            said.success(
                http,
                "You can follow this case now." if is_here else "Your account is ready. Sign in with it.",
            )
            return redirect(reverse("case:followed"))
    page = {"form": form, "is_here": is_here, "breadcrumbs": []}
    return show(http, "join", page, status=422 if form.errors else 200)
