"""Words in other languages: enter them, say who checked them, and offer a survey in a language."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.languages import OTHERS, Language
from goldenthread.participation.actions import translating
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.translating import CheckedForm, TranslateForm
from goldenthread.participation.models import Survey
from goldenthread.participation.queries.translating import (
    Wording,
    outlived,
    page_wordings,
    progress,
    translations,
    wordings_of,
)
from goldenthread.participation.views.keeping import HOME


@needs(Permission.RUN_SURVEYS, survey=Survey)
def languages(http: HttpRequest, survey: Survey) -> HttpResponse:
    """How far a survey is in each language, and the button that offers it."""
    error_list: list[dict[str, str]] = []
    if http.method == "POST":
        try:
            _offer(http, survey)
            return redirect("voice:languages", survey.slug)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    page = {
        "survey": survey, "rows": progress(survey), "breadcrumbs": _crumbs(survey), "error_list": error_list,
        "has_errors": bool(error_list),
    }  # fmt: skip
    return render(http, "participation/keep_languages.html", page, status=422 if error_list else 200)


def _offer(http: HttpRequest, survey: Survey) -> None:
    if "offer" in http.POST:
        language = _language(http.POST["offer"])
        translating.offer(survey=survey, language=language, by=http.user)
        messages.success(http, f"People can choose {language.name} now.")
    else:
        language = _language(http.POST.get("withdraw", ""))
        translating.withdraw(survey=survey, language=language, by=http.user)
        messages.success(http, f"{language.name} is not offered any more. The translation stays.")


def _language(tag: str) -> Language:
    for one in OTHERS:
        if one.tag == tag:
            return one
    raise Http404("There is no such language here.")


def _crumbs(survey: Survey) -> list[dict[str, str]]:
    return [*HOME, {"text": survey.title, "href": reverse("voice:survey", args=[survey.slug])}]


@needs(Permission.RUN_SURVEYS, survey=Survey)
def words(http: HttpRequest, survey: Survey, tag: str) -> HttpResponse:
    """A survey's own words in one language."""
    language = _language(tag)
    crumbs = [*_crumbs(survey), {"text": "Languages", "href": reverse("voice:languages", args=[survey.slug])}]
    more = {"survey": survey, "outlived": outlived(language, survey), "breadcrumbs": crumbs}
    back = reverse("voice:languages", args=[survey.slug])
    return _words(http, language, wordings_of(survey), back, f"“{survey.title}” in {language.name}", more)


@needs(Permission.RUN_SURVEYS)
def pages(http: HttpRequest, tag: str) -> HttpResponse:
    """The words of the pages themselves in one language: the same for every survey."""
    language = _language(tag)
    title, here = f"Buttons and hints in {language.name}", reverse("voice:page_words", args=[tag])
    return _words(http, language, page_wordings(), here, title, {"breadcrumbs": HOME})


def _words(
    http: HttpRequest, language: Language, wordings: list[Wording], back: str, title: str, more: dict[str, Any]
) -> HttpResponse:  # fmt: skip
    english, today = [one.english for one in wordings], timezone.localdate()
    known = translations(language, english)
    is_check = "checked_by" in http.POST
    form = TranslateForm(
        wordings, known, language, http.POST if http.method == "POST" and not is_check else None, initial={"on": today}
    )  # fmt: skip
    check = CheckedForm(http.POST if is_check else None, initial={"checked_on": today})
    bound: Any = check if is_check else form
    if bound.is_bound and bound.is_valid():
        try:
            messages.success(http, _save(http, language, english, form, check if is_check else None))
            return redirect(back)
        except Refused as refused:
            bound.refuse(refused)
    page = {
        "title": title, "form": form, "second_form": check, "language": language, "of": len(wordings),
        "translated": len(known), "unchecked": sum(one.checked_on is None for one in known.values()), **more,
    }  # fmt: skip
    return render(http, "participation/keep_words.html", page, status=422 if bound.errors else 200)


def _save(
    http: HttpRequest, language: Language, english: list[str], form: TranslateForm, check: CheckedForm | None
) -> str:
    today = timezone.localdate()
    if check is not None:
        number = translating.check(
            language=language, english=english, checked_by=check.cleaned_data["checked_by"],
            on=check.cleaned_data["checked_on"], today=today, by=http.user,
        )  # fmt: skip
        return f"Kept: {number} wordings were checked."
    number = translating.translate(
        language=language, said=form.said(), translated_by=form.cleaned_data["translated_by"],
        on=form.cleaned_data["on"], today=today, by=http.user,
    )  # fmt: skip
    return f"{number} wordings are new." if number else "Nothing was changed."
