"""Questions about numbers (Freedom of Information, scrutiny): count, look, keep, give out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.as_at import as_at
from goldenthread.kit.errors import Refused
from goldenthread.returns.actions.answers import keep_answer
from goldenthread.returns.answering.shown import Shown, shown_from
from goldenthread.returns.answering.table import Question
from goldenthread.returns.forms.answer import KeepForm, QuestionForm
from goldenthread.returns.models import NumberAnswer
from goldenthread.returns.queries.answers import again, answered, question_of
from goldenthread.returns.views.answer_files import as_csv, as_workbook
from goldenthread.returns.views.answer_words import HIDDEN, lines, table_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
USUAL = {"rounding": "1", "rows": "calendar-year", "columns": ""}


def _crumbs(*more: dict[str, str]) -> list[dict[str, str]]:
    return [{"text": "My work", "href": reverse("programme_staff:my_work")}, *more]


def _list() -> dict[str, str]:
    return {"text": "Answers in numbers", "href": reverse("returns:answers")}


@needs(Permission.BUILD_RETURNS)
def answers(http: HttpRequest) -> HttpResponse:
    """The answers that were given, the newest first."""
    given = NumberAnswer.objects.defer("table", "counts").select_related("recorded_by")[:200]
    return render(http, "returns/answers.html", {"answers": given, "breadcrumbs": _crumbs()})


@needs(Permission.BUILD_RETURNS)
def ask(http: HttpRequest) -> HttpResponse:
    """A question, what may be given out in answer to it, and keeping that."""
    at = as_at(http)
    form = QuestionForm(http.GET if "measure" in http.GET else None, known_on=at.day, initial=USUAL)
    keep = KeepForm(http.POST if http.method == "POST" else None)
    shown: Shown | None = None
    if form.is_bound and form.is_valid() and form.question:
        try:
            shown, _ = answered(form.question, form.to)
            if keep.is_bound and keep.is_valid():
                answer = keep_answer(question=form.question, rounding=form.to, seen=http.POST.get("seen", ""), by=http.user,
                                     title=keep.cleaned_data["title"], reference=keep.cleaned_data["reference"])  # fmt: skip
                messages.success(http, "Kept. It can be given out as it is.")
                return redirect("returns:answer", answer.key)
        except Refused as refused:
            form.refuse(refused)
    has_errors = bool(form.errors or keep.errors)
    page = {"form": form, "second_form": keep, "shown": shown, "has_errors": has_errors, "breadcrumbs": _crumbs(_list()),
            **_words(form.question, shown), **at.for_page()}  # fmt: skip
    return render(http, "returns/answer_ask.html", page, status=422 if has_errors else 200)


def _words(question: Question | None, shown: Shown | None) -> dict[str, Any]:
    if question is None or shown is None:
        return {}
    hidden = sum(one == HIDDEN for line in lines(question, shown) for one in line)
    return {"question": question, "table": table_of(question, shown), "shown": shown, "hidden": hidden}


@needs(Permission.BUILD_RETURNS, answer=NumberAnswer)
def answer(http: HttpRequest, answer: NumberAnswer) -> HttpResponse:
    """An answer as it was given, to print or to send; and whether it comes out again."""
    page = {"answer": answer, "again": again(answer) if "again" in http.GET else None, "breadcrumbs": _crumbs(_list()),
            **_words(question_of(answer), shown_from(answer.table))}  # fmt: skip
    return render(http, "returns/answer.html", page)


@needs(Permission.BUILD_RETURNS, answer=NumberAnswer)
def answer_file(http: HttpRequest, answer: NumberAnswer, kind: str) -> HttpResponse:
    """An answer as a file."""
    if kind == "csv":
        response = HttpResponse(f"\ufeff{as_csv(answer)}", content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        response = HttpResponse(as_workbook(answer), content_type=XLSX)
    else:
        raise Http404("An answer is a page, CSV or a workbook.")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="answer-{timezone.localdate(answer.recorded_at)}.{kind}"'
    )
    return response
