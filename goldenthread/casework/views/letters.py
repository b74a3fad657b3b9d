"""Letters of a case: writing, reading again as it will go, sending, printing, posting."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions import letters as writing
from goldenthread.casework.actions.outbox import mark_posted
from goldenthread.casework.forms.letters import ReadersForm, WordsForm
from goldenthread.casework.letters.fields import FIELDS, UnknownField, filled
from goldenthread.casework.letters.texts import TEXTS, title_of
from goldenthread.casework.models import Case, Event, Letter
from goldenthread.casework.papers import letter_paper
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.queries.files import file_of
from goldenthread.casework.queries.letters import post_lines, readers_of, values_for
from goldenthread.casework.views.frame import above, done, show
from goldenthread.kit.documents import as_docx, as_pdf
from goldenthread.kit.errors import Conflict, Refused

PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def address_of(letter: Letter) -> str:
    """The page of a letter, for staff."""
    return reverse("casework:letter", args=[letter.case.public_id, letter.public_id])


def _event_for(case: Case, kind: str) -> Event | None:
    """The decision that a letter is about: the latest of its kind."""
    about = [event for event in file_of(case) if KINDS[event.kind].letter == kind]
    return about[-1] if about else None


@needs(Permission.WORK_CASE, case=Case)
def write(http: HttpRequest, case: Case, kind: str) -> HttpResponse:
    """Choose to whom a letter goes; a draft for each."""
    if kind not in TEXTS:
        raise Http404("There is no such letter.")
    today = timezone.localdate()
    readers = readers_of(case, today)
    form = ReadersForm(http.POST if http.method == "POST" else None, readers=readers)
    if form.is_bound and form.is_valid():
        chosen = [one for one in readers if one.key in form.cleaned_data["readers"]]
        try:
            made = writing.write_letters(
                case=case, kind=kind, event=_event_for(case, kind), readers=chosen, by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            if len(made) == 1:
                return redirect(address_of(made[0]))
            return done(http, f"{len(made)} letters are drafted. Read each and send it.", case)
    page = {"case": case, "child": case.child, "form": form, "title": f"Write: {title_of(kind).lower()}",
            "button": "Draft it", "breadcrumbs": above(case), "has_readers": bool(readers)}  # fmt: skip
    return show(http, "letter_write", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case, letter=Letter)
def letter(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """A letter: a draft to change, with what would go today beside it; or what went, and how."""
    if not letter.is_draft:
        return show(http, "letter", _page(case, letter) | {"words": letter.words})
    form = WordsForm(http.POST if http.method == "POST" else None, kind=letter.kind, words=letter.written,
                     initial={"edition": letter.edition})  # fmt: skip
    theirs: Letter | None = None
    if form.is_bound and form.is_valid():
        edition = form.cleaned_data["edition"] or 0
        try:
            writing.change_letter(letter=letter, paragraphs=form.words, edition=edition, by=http.user)
        except Conflict as conflict:
            theirs = conflict.theirs[0]
            form = WordsForm(
                {**http.POST.dict(), "edition": theirs.edition}, kind=letter.kind, words=letter.written
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(address_of(letter))
    page = _page(case, letter) | _preview(letter) | {"form": form, "theirs": theirs, "fields": FIELDS}
    return show(http, "letter_draft", page, status=409 if theirs else 422 if form.errors else 200)


def _page(case: Case, letter: Letter) -> dict[str, Any]:
    return {"case": case, "child": case.child, "letter": letter, "breadcrumbs": above(case)}


def _preview(letter: Letter) -> dict[str, Any]:
    """The letter as it would go today, and what would stop it."""
    today = timezone.localdate()
    try:
        return {"preview": writing.sealed(letter, today), "stops": "", "way": writing.way_of(letter, today)}
    except Refused as refused:
        return {"preview": _as_far_as_known(letter), "stops": refused.sentence, "way": ""}


def _as_far_as_known(letter: Letter) -> list[str]:
    """The words with what there is filled in; the live fields without anything stay in braces."""
    values = {name: f"{{{name}}}" for name in FIELDS} | values_for(letter, timezone.localdate())
    shown = []
    for one in letter.written:
        try:
            shown.append(filled(one.words, values))
        except UnknownField:
            shown.append(one.words)
    return shown


@needs(Permission.WORK_CASE, case=Case, letter=Letter)
@require_POST
def send(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """Seal a letter and let it go."""
    edition = http.POST.get("edition", "")
    try:
        sent = writing.send_letter(letter=letter, edition=int(edition) if edition.isdigit() else 0,
                                   on=timezone.localdate(), by=http.user)  # fmt: skip
    except Refused as refused:
        if not letter.is_draft:
            return redirect(address_of(letter))
        page = _page(case, letter) | _preview(letter) | {"fields": FIELDS}
        form = WordsForm(None, kind=letter.kind, words=letter.written, initial={"edition": letter.edition})
        return show(http, "letter_draft", page | {"form": form, "stops": refused.sentence}, status=409)
    return redirect(address_of(sent))


@needs(Permission.WORK_CASE, case=Case, letter=Letter)
@require_POST
def discard(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """Throw a draft away."""
    try:
        writing.discard_letter(letter=letter, by=http.user)
    except Refused:
        return redirect(address_of(letter))
    return done(http, "The draft is gone.", case)


@needs(Permission.WORK_CASE, case=Case, letter=Letter)
@require_POST
def posted(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """A printed letter was posted today."""
    try:
        mark_posted(letter=letter, on=timezone.localdate(), by=http.user)
    except Refused:
        return redirect(address_of(letter))
    return done(http, f"Posted today: {letter}.", case)


@needs(Permission.VIEW_CASE, case=Case, letter=Letter)
def pdf(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """A letter to print, with the address of today at its head."""
    return _file(http, letter, PDF)


@needs(Permission.VIEW_CASE, case=Case, letter=Letter)
def docx(http: HttpRequest, case: Case, letter: Letter) -> HttpResponse:
    """A letter as a Word document."""
    return _file(http, letter, DOCX)


def _file(http: HttpRequest, letter: Letter, mime: str) -> HttpResponse:
    today = timezone.localdate()
    words = _as_far_as_known(letter) if letter.is_draft else letter.words or []
    paper = letter_paper(letter, words, letter.sealed_on or today, post_lines(letter, today))
    return paper_answer(http, letter, as_pdf(paper) if mime == PDF else as_docx(paper), mime)


def paper_answer(http: HttpRequest, letter: Letter, data: bytes, mime: str) -> HttpResponse:
    """A letter as a file; that it was read goes into the audit."""
    from goldenthread.audit import log

    log.record_read(
        "casework.letter.read", subject=log.subject_of(letter), by=http.user, detail={"as": mime[-4:]}
    )
    name = f"{letter.case.reference}-{letter.kind}.{'pdf' if mime == PDF else 'docx'}"
    return HttpResponse(
        data, content_type=mime, headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
