"""Somebody answers: one question a page, without an account, without JavaScript, and can stop and come back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.kit.languages import ENGLISH
from goldenthread.participation.actions import answering
from goldenthread.participation.choices import QuestionKind, Way
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.answering import CodeForm, read_answer
from goldenthread.participation.models import Question, Survey
from goldenthread.participation.phrases import PHRASES
from goldenthread.participation.queries.surveys import draft_under, questions_now
from goldenthread.participation.queries.translating import Speech, offered, speech_of
from goldenthread.participation.symbols import drawn

CRUMBS = [{"text": "Have your say", "href": "/have-your-say/"}]
COOKIE = "answered"
COOKIE_SECONDS = 180 * 24 * 60 * 60
"""The names of surveys that were answered on this device, kept on it alone: see the privacy page."""


def _mine(http: HttpRequest, survey: Survey) -> dict[str, Any]:
    """What this person has answered so far, held in their session until they send it."""
    held = http.session.get(f"say-{survey.slug}")
    return (
        held
        if isinstance(held, dict)
        else {"answers": {}, "easy": False, "code": "", "language": ENGLISH.tag}
    )


def _hold(http: HttpRequest, survey: Survey, mine: dict[str, Any]) -> None:
    http.session[f"say-{survey.slug}"] = mine


def _answered(http: HttpRequest) -> list[str]:
    return [slug for slug in str(http.get_signed_cookie(COOKIE, "")).split(",") if slug]


def has_answered_here(http: HttpRequest, survey: Survey) -> bool:
    """Whether this device remembers that somebody answered on it."""
    return survey.slug in _answered(http)


@public(survey=Survey)
def start(http: HttpRequest, survey: Survey) -> HttpResponse:
    """Begin, in the usual words, in easy read or in another language."""
    if http.method != "POST" or not survey.is_open_on(timezone.localdate()):
        return redirect("participation:survey", survey.slug)
    language = speech_of(survey, http.POST.get("language", "")).language
    _hold(
        http, survey, _mine(http, survey) | {"easy": http.POST.get("way") == "easy", "language": language.tag}
    )
    return redirect("participation:question", survey.slug, 1)


@public(survey=Survey)
def question(http: HttpRequest, survey: Survey, number: int) -> HttpResponse:
    """One question. Whoever presses a button goes on, goes back, or puts their answers aside."""
    questions = questions_now(survey)
    if not survey.is_open_on(timezone.localdate()):
        return redirect("participation:survey", survey.slug)
    if not 1 <= number <= len(questions):
        raise Http404("There is no such question.")
    asked, mine, trouble = questions[number - 1], _mine(http, survey), ""
    if "language" in http.GET:
        mine = mine | {"language": speech_of(survey, http.GET["language"]).language.tag}
        _hold(http, survey, mine)
    if http.method == "POST":
        answer, trouble = read_answer(asked, http.POST.get("answer", ""))
        if not trouble:
            mine["answers"] = {**mine["answers"], str(asked.number): answer}
            _hold(http, survey, mine)
            return _onwards(http, survey, number, len(questions))
        mine = mine | {"answers": {**mine["answers"], str(asked.number): http.POST.get("answer", "")}}
    return _ask(http, survey, asked, {"number": number, "of": len(questions)}, mine, trouble)


def _onwards(http: HttpRequest, survey: Survey, number: int, last: int) -> HttpResponse:
    if "later" in http.POST:
        return redirect("participation:later", survey.slug)
    if "back" in http.POST:
        return redirect("participation:question", survey.slug, max(1, number - 1))
    if "check" in http.POST or number == last:
        return redirect("participation:check", survey.slug)
    return redirect("participation:question", survey.slug, number + 1)


def _ask(
    http: HttpRequest,
    survey: Survey,
    asked: Question,
    where: dict[str, int],
    mine: dict[str, Any],
    trouble: str,
) -> HttpResponse:
    speech = speech_of(survey, mine.get("language", ""))
    easy = bool(mine["easy"]) and speech.is_english
    spoken = speech if speech.asks(asked) else Speech(ENGLISH, {})
    given = mine["answers"].get(str(asked.number), "")
    say = speech.phrases(
        **where, button=speech.plainly(PHRASES["check" if where["number"] == where["of"] else "next"])
    )
    if trouble and not speech.is_english:
        trouble = say["too_long" if asked.kind == QuestionKind.WORDS else "choose"]
    options = [
        {"value": place, "words": (easy and option.easy) or spoken.say(option.words),
         "symbol": drawn(option.symbol) if easy else "", "is_chosen": str(given) == str(place)}
        for place, option in enumerate(asked.options, 1)
    ]  # fmt: skip
    page = {
        "survey": survey, "question": asked, "words": (easy and asked.easy_words) or spoken.say(asked.words), "options": options,
        "given": given, "is_easy": easy, "is_words": asked.kind == QuestionKind.WORDS, "trouble": trouble,
        "has_errors": bool(trouble), "error_list": [{"text": trouble, "href": "#answer"}] if trouble else [], "say": say,
        "speech": speech, "title": speech.say(survey.title), "has_fallen_back": spoken is not speech,
        "languages": offered(survey), **where,
    }  # fmt: skip
    return render(http, "participation/question.html", page, status=422 if trouble else 200)


@public(survey=Survey)
def check(http: HttpRequest, survey: Survey) -> HttpResponse:
    """Everything that was answered, to mend before it is sent."""
    if not survey.is_open_on(timezone.localdate()):
        return redirect("participation:survey", survey.slug)
    mine, questions, error_list = _mine(http, survey), questions_now(survey), []
    if http.method == "POST":
        try:
            return _send(http, survey, mine)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    speech = speech_of(survey, mine.get("language", ""))
    is_easy = mine["easy"] and speech.is_english
    rows = [
        (place, (is_easy and one.easy_words) or speech.say(one.words), _said(one, mine["answers"].get(str(one.number)), speech))
        for place, one in enumerate(questions, 1)
    ]  # fmt: skip
    page = {
        "survey": survey, "rows": rows, "has_answered": has_answered_here(http, survey), "error_list": error_list,
        "has_errors": bool(error_list), "say": speech.phrases(), "speech": speech, "title": speech.say(survey.title),
    }  # fmt: skip
    return render(http, "participation/check.html", page, status=422 if error_list else 200)


def _said(question: Question, answer: Any, speech: Speech) -> str:
    if question.kind == QuestionKind.WORDS:
        return str(answer or "")
    return (
        speech.say(question.options[answer - 1].words)
        if isinstance(answer, int) and 1 <= answer <= len(question.options)
        else ""
    )


def _send(http: HttpRequest, survey: Survey, mine: dict[str, Any]) -> HttpResponse:
    answering.send(
        survey=survey, answers={int(number): answer for number, answer in mine["answers"].items()},
        way=Way.EASY if mine["easy"] else Way.ONLINE, on=timezone.localdate(),
        came_from_same_device=has_answered_here(http, survey), code=mine.get("code", ""),
        language=mine.get("language", ENGLISH.tag), by=http.user,
    )  # fmt: skip
    http.session.pop(f"say-{survey.slug}", None)
    speech = speech_of(survey, mine.get("language", ""))
    answer = redirect(_in(speech, reverse("participation:sent", args=[survey.slug])))
    slugs = list(dict.fromkeys([survey.slug, *_answered(http)]))[:20]
    answer.set_signed_cookie(COOKIE, ",".join(slugs), max_age=COOKIE_SECONDS, httponly=True, samesite="Lax",
                             secure=http.is_secure())  # fmt: skip
    return answer


def _in(speech: Speech, address: str) -> str:
    return address if speech.is_english else f"{address}?language={speech.language.tag}"


@public(survey=Survey)
def later(http: HttpRequest, survey: Survey) -> HttpResponse:
    """Put the answers aside, and read the code with which to come back."""
    mine, error_list = _mine(http, survey), []
    if http.method == "POST":
        try:
            mine["code"] = answering.put_aside(
                survey=survey, answers={int(n): one for n, one in mine["answers"].items()}, is_easy=mine["easy"],
                on=timezone.localdate(), code=mine.get("code", ""),
                language=mine.get("language", ENGLISH.tag), by=http.user,
            )  # fmt: skip
            mine["aside"] = True
            _hold(http, survey, mine)
            return redirect("participation:later", survey.slug)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
    speech = speech_of(survey, mine.get("language", ""))
    page = {"survey": survey, "speech": speech, "say": speech.phrases(days=answering.DRAFT_DAYS),
            "title": speech.say(survey.title), "code": mine["code"] if mine.get("aside") else "", "days": answering.DRAFT_DAYS,
            "error_list": error_list, "has_errors": bool(error_list)}  # fmt: skip
    return render(http, "participation/later.html", page, status=422 if error_list else 200)


@public
def come_back(http: HttpRequest) -> HttpResponse:
    """Take answers up again with a code."""
    form = CodeForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        code, day = form.cleaned_data["code"], timezone.localdate()
        draft = draft_under(code, day)
        if draft and draft.survey.is_open_on(day):
            _hold(
                http,
                draft.survey,
                {
                    "answers": draft.answers,
                    "easy": draft.is_easy,
                    "code": code,
                    "aside": False,
                    "language": draft.language,
                },
            )
            return redirect("participation:check", draft.survey.slug)
        form.add_error(
            "code", "No answers wait under this code. Check it, or begin again: answers wait for 30 days."
        )
    page = {"form": form, "breadcrumbs": CRUMBS}
    return render(http, "participation/come_back.html", page, status=422 if form.errors else 200)


@public(survey=Survey)
def sent(http: HttpRequest, survey: Survey) -> HttpResponse:
    """They have arrived, and what happens now."""
    speech = speech_of(survey, http.GET.get("language", ""))
    page = {"survey": survey, "speech": speech, "say": speech.phrases(), "breadcrumbs": CRUMBS}
    return render(http, "participation/sent.html", page)
