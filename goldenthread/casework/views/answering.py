"""Writing advice: one set of pages for those who come by a link and for those who sign in.

The draft is saved as they type (htmx), and by every button of the page. Nothing that was typed is lost: of two windows the
second sees both, and somebody whose time is over gets their words back.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.casework import answers
from goldenthread.casework.actions.answering import (
    By,
    put_document,
    save_draft,
    send_advice,
    take_document_out,
)
from goldenthread.casework.forms.advice import AuthorForm, DocumentForm
from goldenthread.casework.models import Advice, AdviceState
from goldenthread.casework.queries.arrival import notes_on_the_whole, read_with_notes
from goldenthread.casework.queries.files import file_of
from goldenthread.kit.errors import Conflict, Refused

DAY = ("day", "month", "year")


@dataclass(frozen=True)
class Door:
    """The way by which an author comes: their addresses, and who they are if they have an account."""

    advice: Advice
    write: str
    check: str
    home: str
    by: User | None
    base: str

    @property
    def page(self) -> dict[str, Any]:
        """What each of its pages has."""
        case = self.advice.case
        words = [
            str(one.facts["words"])
            for one in file_of(case)
            if one.kind == "request-received" and one.facts.get("words")
        ]
        return {
            "door": self,
            "base": self.base,
            "advice": self.advice,
            "child": case.child,
            "words": words,
            "breadcrumbs": [],
        }


def shown(http: HttpRequest, door: Door, page: str, more: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of an author. That the request was read goes into the audit."""
    log.record_read(
        "casework.advice.read", subject=log.subject_of(door.advice), by=door.by, detail={"page": page}
    )
    return render(http, f"casework/{page}.html", {**door.page, **more}, status=status)


def write(http: HttpRequest, door: Door) -> HttpResponse:
    """Write the advice. Each button saves; one of them leads on to the check."""
    if not door.advice.is_open:
        return shown(http, door, "advice_sent", {}, status=200 if door.advice.is_in else 410)
    if http.method != "POST":
        return _page(http, door, door.advice.draft)
    draft = answers.read(http.POST, door.advice.draft)
    try:
        edition = int(http.POST.get("edition", "0"))
        saved = save_draft(advice=door.advice, draft=draft, edition=edition, by=door.by)
    except ValueError:
        return _page(http, door, draft, status=422)
    except Conflict as conflict:
        return _both(http, door, draft, conflict.theirs)
    except Refused:
        return shown(http, door, "advice_sent", {}, status=410)
    if http.headers.get("HX-Request") == "true":
        return render(
            http, "casework/advice_saved.html", {"edition": saved.edition, "now": timezone.localtime()}
        )
    return _next(http, door, saved)


def _next(http: HttpRequest, door: Door, saved: Advice) -> HttpResponse:
    """Where a button of the page leads."""
    button = http.POST.get("button", "save")
    if button == "upload":
        form = DocumentForm(http.POST, http.FILES)
        if form.is_valid():
            try:
                put_document(
                    advice=saved, file=form.cleaned_data["papers"], on=timezone.localdate(), by=door.by
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                return redirect(f"{door.write}#document")
        return _page(http, door, saved.draft, edition=saved.edition, document=form, status=422)
    if button == "take-out":
        take_document_out(advice=saved, by=door.by)
    if button == "check":
        return redirect(door.check)
    if button.startswith("add-"):
        return redirect(f"{door.write}?add={button[4:]}#{button[4:]}")
    return redirect(f"{door.write}?saved=1")


def _both(http: HttpRequest, door: Door, mine: answers.Draft, theirs: Advice) -> HttpResponse:
    """Another window saved meanwhile: both are shown, and saving again keeps what is in the boxes."""
    if http.headers.get("HX-Request") == "true":
        return render(http, "casework/advice_saved.html", {"is_elsewhere": True})
    return _page(
        http, door, mine, edition=theirs.edition, status=409, theirs=answers.paragraphs(theirs.draft)
    )


def _page(
    http: HttpRequest,
    door: Door,
    draft: answers.Draft,
    *,
    edition: int | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    add = http.GET.get("add", "")
    author = AuthorForm(initial={"author": draft.get("author", ""), "role": draft.get("role", ""),
                                 "dated_on": [draft.get(f"dated_on_{part}", "") for part in DAY]})  # fmt: skip
    lists = [(name, label, hint, [*draft.get(name, []), *([""] if add == name or not draft.get(name) else [])])
             for name, label, hint in LISTS]  # fmt: skip
    provision = [
        *draft.get("provision", []),
        *([{}] if add == "provision" or not draft.get("provision") else []),
    ]
    rows = [
        [(name, label, hint, one.get(name, "")) for name, label, hint in answers.PARTS] for one in provision
    ]
    page = {"author": author, "lists": lists, "rows": rows, "draft": draft, "tags": answers.TAGS, "has_errors": status == 422,
            "edition": door.advice.edition if edition is None else edition, "document": DocumentForm(), **more,
            "window": secrets.token_hex(8), "is_saved": "saved" in http.GET,
            "is_returned": door.advice.state == AdviceState.RETURNED}  # fmt: skip
    page["form"] = page["document"]
    return shown(http, door, "advice_write", page, status=status)


LISTS = (
    ("needs", "Need", "One need in each box: what it is, and how it shows."),
    ("outcomes", "Outcome", "One outcome in each box: what, how it will be measured, and by when."),
)


def check(http: HttpRequest, door: Door) -> HttpResponse:
    """The advice as it will arrive, with what the checks say. They warn and stop nothing. The button sends it."""
    if not door.advice.is_open:
        return shown(http, door, "advice_sent", {}, status=200 if door.advice.is_in else 410)
    draft, today = door.advice.draft, timezone.localdate()
    form = AuthorForm(
        {name: str(draft.get(name, "")) for name in ("author", "role", *(f"dated_on_{part}" for part in DAY))}
    )
    earlier = list(door.advice.submissions.values_list("paragraphs", flat=True))
    found = answers.with_their_numbers(answers.paragraphs(draft), earlier)
    form.is_valid()
    if http.method == "POST" and not form.errors:
        if http.POST.get("edition") != str(door.advice.edition):
            form.add_error(
                None,
                "The advice has changed in another window since you read it here. Read it again, then send it.",
            )
        else:
            data = form.cleaned_data
            try:
                send_advice(
                    advice=door.advice,
                    whose=By(data["author"], data["role"], data["dated_on"]),
                    on=today,
                    by=door.by,
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                return redirect(door.write)
    page = {"form": form, "read": read_with_notes(found, door.advice.case, today), "edition": door.advice.edition,
            "whole": notes_on_the_whole(found, form.cleaned_data.get("dated_on"), today), "upload": draft.get("upload"),
            "can_send": bool(found) and not form.errors}  # fmt: skip
    return shown(
        http, door, "advice_check", page, status=422 if form.errors and http.method == "POST" else 200
    )
