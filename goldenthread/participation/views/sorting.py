"""What people wrote: the safeguarding lead's page, and the pages of those who sort answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit.log import record_read, subject_of
from goldenthread.kit.languages import language_of
from goldenthread.participation.actions import sorting
from goldenthread.participation.choices import QuestionKind
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.staff import ScreenForm, ThemeForm
from goldenthread.participation.models import Question, Survey, Theme, Words
from goldenthread.participation.queries.words import held_words, sorting_of, to_sort
from goldenthread.participation.screening import ANOTHER_LANGUAGE


@needs(Permission.SCREEN_WORDS)
def held(http: HttpRequest) -> HttpResponse:
    """What rules stopped, the oldest first."""
    return render(http, "participation/held.html", {"held": held_words()})


@needs(Permission.SCREEN_WORDS, words=Words)
def one_held(http: HttpRequest, words: Words) -> HttpResponse:
    """One of them: read it, act, and say what was done."""
    is_translated = ANOTHER_LANGUAGE in words.stopped_by
    form = ScreenForm(http.POST if http.method == "POST" else None, is_translated=is_translated)
    if form.is_bound and form.is_valid():
        try:
            sorting.look_at(
                words=words, lets_through=form.cleaned_data["decision"] == "release", on=timezone.localdate(),
                what_was_done=form.cleaned_data["what_was_done"], in_english=form.cleaned_data.get("in_english", ""),
                by=http.user,
            )  # fmt: skip
            messages.success(http, "Kept, with what was done.")
            return redirect("voice:held")
        except Refused as refused:
            form.refuse(refused)
    record_read("participation.words.read", subject=subject_of(words), by=http.user)
    page = {
        "words": words,
        "form": form,
        "language": language_of(words.response.language),
        "breadcrumbs": [{"text": "Stopped for you", "href": "/voice/held/"}],
    }
    return render(http, "participation/one_held.html", page, status=422 if form.errors else 200)


@needs(Permission.SORT_WORDS)
def to_be_sorted(http: HttpRequest) -> HttpResponse:
    """Surveys with answers in words, and how many of them this person has still to sort."""
    questions = (
        Question.objects.filter(kind=QuestionKind.WORDS).select_related("survey").order_by("survey", "order")
    )
    waiting = [(one, to_sort(one, http.user).count()) for one in questions[:50]]
    return render(http, "participation/to_sort.html", {"waiting": waiting})


@needs(Permission.SORT_WORDS, survey=Survey)
def sort(http: HttpRequest, survey: Survey, number: int) -> HttpResponse:
    """One answer at a time, under a heading; two people do so without seeing each other's choice."""
    question = survey.questions.filter(kind=QuestionKind.WORDS, number=number).first()
    if question is None:
        return redirect("voice:to_sort")
    form, error_list = ThemeForm(http.POST if "name" in http.POST else None), []
    if http.method == "POST":
        try:
            if _sort(http, question, form):
                return redirect("voice:sort", survey.slug, number)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    waiting = to_sort(question, reader(http))
    page = {
        "survey": survey, "question": question, "words": waiting.first(), "left": waiting.count(), "form": form,
        "themes": question.themes.all(), "error_list": error_list, "has_errors": bool(error_list),
        "sorted": [one for one in sorting_of(survey) if one.question.pk == question.pk],
        "breadcrumbs": [{"text": "Answers to sort", "href": "/voice/sort/"}],
    }  # fmt: skip
    return render(http, "participation/sort.html", page, status=422 if error_list or form.errors else 200)


def _sort(http: HttpRequest, question: Question, form: ThemeForm) -> bool:
    if "name" in http.POST:
        if not form.is_valid():
            return False
        sorting.name_theme(question=question, name=form.cleaned_data["name"], by=http.user)
        return True
    key = http.POST.get("words", "")
    words = Words.objects.filter(
        pk=int(key) if key.isdecimal() and len(key) < 18 else 0, question=question
    ).first()
    if words is None:
        raise Refused("This answer is not there any more. Here is the next.")
    if "pass_on" in http.POST:
        sorting.pass_on(words=words, by=http.user)
        messages.success(http, "The safeguarding lead has it now. Nobody else sees it.")
        return True
    key = http.POST.get("theme", "")
    theme = Theme.objects.filter(pk=int(key) if key.isdecimal() and len(key) < 18 else 0).first()
    if theme is None:
        raise Refused("Choose a heading for this answer.")
    sorting.sort(words=words, theme=theme, on=timezone.localdate(), by=reader(http))
    return True
