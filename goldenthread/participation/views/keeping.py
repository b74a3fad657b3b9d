"""Those who run surveys: write them, open them, type in paper, and publish what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.languages import ENGLISH
from goldenthread.participation.actions import answering, surveys
from goldenthread.participation.choices import SurveyKind, Way
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.answering import PaperForm
from goldenthread.participation.forms.staff import CameForm, QuestionsForm, SurveyForm
from goldenthread.participation.models import Survey
from goldenthread.participation.queries import ledger
from goldenthread.participation.queries.report import report
from goldenthread.participation.queries.results import compile_results
from goldenthread.participation.queries.surveys import for_staff, latest_results, questions_now
from goldenthread.participation.queries.translating import offered, progress
from goldenthread.participation.queries.words import sorting_of
from goldenthread.participation.question_text import written

HOME = [{"text": "Have your say", "href": "/voice/"}]


@needs(Permission.RUN_SURVEYS)
def home(http: HttpRequest) -> HttpResponse:
    """What runs, and what is owed to people who said something."""
    day = timezone.localdate()
    page = {"surveys": for_staff(), "day": day, **ledger.owed(day)}
    return render(http, "participation/keep_home.html", page)


@needs(Permission.RUN_SURVEYS)
def add(http: HttpRequest) -> HttpResponse:
    """A new survey."""
    form = SurveyForm(http.POST if http.method == "POST" else None, initial={"kind": SurveyKind.SURVEY})
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        questions = fields.pop("questions")
        try:
            made = surveys.make_survey(fields=fields, questions=questions, by=http.user)
            return redirect("voice:survey", made.slug)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "Ask people something", "Save it, unseen as yet")


def _form(http: HttpRequest, form: Any, title: str, button: str, **more: Any) -> HttpResponse:
    page = {"form": form, "title": title, "button": button, "breadcrumbs": HOME, **more}
    return render(http, "participation/keep_form.html", page, status=422 if form.errors else 200)


@needs(Permission.RUN_SURVEYS, survey=Survey)
def survey(http: HttpRequest, survey: Survey) -> HttpResponse:
    """One survey: show it, close it, publish its results, say what came of it."""
    error_list: list[dict[str, str]] = []
    form = CameForm(http.POST if "words" in http.POST else None, initial={"words": survey.came_of_it})
    if http.method == "POST":
        try:
            if done := _act(http, survey, form):
                messages.success(http, done)
                return redirect("voice:survey", survey.slug)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    day = timezone.localdate()
    page = {
        "survey": survey, "questions": survey.questions.all(), "responses": survey.responses.count(), "form": form,
        "is_open": survey.is_open_on(day), "has_closed": survey.has_closed_by(day), "published": latest_results(survey),
        "sorted": sorting_of(survey), "recorded": survey.recorded_results.all(),
        "languages": [] if survey.ran_elsewhere else [one for one in progress(survey) if one.translated or one.is_offered],
        "breadcrumbs": HOME, "error_list": error_list,
        "has_errors": bool(error_list),
    }  # fmt: skip
    return render(
        http, "participation/keep_survey.html", page, status=422 if error_list or form.errors else 200
    )


def _act(http: HttpRequest, survey: Survey, form: CameForm) -> str:
    """Do what the pressed button says; gives the sentence for the page, or nothing where the form has to be mended."""
    day = timezone.localdate()
    if "show" in http.POST:
        surveys.show(survey=survey, by=http.user)
        return "Everybody can see it now."
    if "close" in http.POST:
        surveys.close(survey=survey, on=day, by=http.user)
        return "Today is the last day on which it can be answered."
    if "publish" in http.POST:
        surveys.publish_results(survey=survey, on=day, by=http.user)
        return "The results are published."
    if not form.is_valid():
        return ""
    surveys.tell_what_came_of_it(survey=survey, words=form.cleaned_data["words"], by=http.user)
    return "Everybody can read what came of it."


@needs(Permission.RUN_SURVEYS, survey=Survey)
def preview(http: HttpRequest, survey: Survey) -> HttpResponse:
    """The results as they would be published today."""
    content = compile_results(survey, timezone.localdate())
    page = {"survey": survey, "report": report(survey, content), "breadcrumbs": HOME}
    return render(http, "participation/keep_preview.html", page)


@needs(Permission.RUN_SURVEYS, survey=Survey)
def questions(http: HttpRequest, survey: Survey) -> HttpResponse:
    """Change the questions: from the next answer on, as a new edition."""
    now = written([surveys.as_asked(one) for one in questions_now(survey)])
    form = QuestionsForm(http.POST if http.method == "POST" else None, initial={"questions": now})
    if form.is_bound and form.is_valid():
        try:
            held = surveys.revise(survey=survey, questions=form.cleaned_data["questions"], by=http.user)
            messages.success(http, f"Saved. People answer edition {held.edition} from now on.")
            return redirect("voice:survey", survey.slug)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, f"Questions of “{survey.title}”", "Save the questions")


@needs(Permission.RUN_SURVEYS, survey=Survey)
def paper(http: HttpRequest, survey: Survey) -> HttpResponse:
    """Type in one paper."""
    given = http.POST if http.method == "POST" else None
    form = PaperForm(questions_now(survey), given, languages=offered(survey))
    if form.is_bound and form.is_valid():
        try:
            number = form.cleaned_data["paper_number"].strip()
            answering.send(survey=survey, answers=form.answers(), way=Way.PAPER, paper_number=number,
                           language=form.cleaned_data.get("language", ENGLISH.tag),
                           on=timezone.localdate(), by=http.user)  # fmt: skip
            messages.success(http, f"Paper {number} is in. Here is the next.")
            return redirect("voice:paper", survey.slug)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, f"A paper answer to “{survey.title}”", "Save this paper")
