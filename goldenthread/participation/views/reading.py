"""What anybody reads: what can be answered, what people answered, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.languages import ENGLISH
from goldenthread.kit.notify import can_text
from goldenthread.kit.qr import qr
from goldenthread.participation.models import Activity, Said, Survey
from goldenthread.participation.queries import ledger
from goldenthread.participation.queries.report import report
from goldenthread.participation.queries.surveys import latest_results, listed, questions_now
from goldenthread.participation.queries.translating import offered, speech_of
from goldenthread.participation.queries.words import sorting_of
from goldenthread.participation.views.answering import CRUMBS, has_answered_here

A_PAGE = 20


@public
@for_everybody
def front(http: HttpRequest) -> HttpResponse:
    """What can be answered now, and what came of what people said."""
    page = {
        "listed": listed(timezone.localdate()),
        "said": ledger.said().exclude(outcome="")[:3],
        "can_text": can_text(),
    }
    return render(http, "participation/front.html", page)


@public(survey=Survey)
@for_everybody
def survey(http: HttpRequest, survey: Survey) -> HttpResponse:
    """One survey: what it is about, who is asked, and how to answer; or its results."""
    day = timezone.localdate()
    questions, speech = questions_now(survey), speech_of(survey, http.GET.get("language", ""))
    if not survey.is_open_on(day):
        speech = speech_of(survey, ENGLISH.tag)
    page = {
        "speech": speech, "languages": offered(survey), "title": speech.say(survey.title), "summary": speech.say(survey.summary),
        "say": speech.phrases(count=len(questions)), "until": speech.day(survey.closes_on),
        "survey": survey, "is_open": survey.is_open_on(day), "has_closed": survey.has_closed_by(day),
        "questions": questions, "has_answered": has_answered_here(http, survey),
        "results": latest_results(survey), "recorded": survey.recorded_results.all(), "breadcrumbs": CRUMBS,
        "easy_lines": survey.easy_summary.splitlines(),
    }  # fmt: skip
    template = "survey" if speech.is_english else "survey_spoken"
    return render(http, f"participation/{template}.html", page)


@public(survey=Survey)
@for_everybody
def results(http: HttpRequest, survey: Survey) -> HttpResponse:
    """The results as they were last published."""
    published = latest_results(survey)
    crumbs = [*CRUMBS, {"text": survey.title, "href": reverse("participation:survey", args=[survey.slug])}]
    page = {
        "survey": survey, "published": published, "report": report(survey, published.content) if published else None,
        "sorted": [one for one in sorting_of(survey) if one.sorted_by_two] if published else [], "breadcrumbs": crumbs,
    }  # fmt: skip
    return render(http, "participation/results.html", page)


@public(survey=Survey)
@for_everybody
def paper(http: HttpRequest, survey: Survey) -> HttpResponse:
    """The whole survey on paper, to print, with a code that a phone reads."""
    speech = speech_of(survey, http.GET.get("language", ""))
    address = settings.SITE_ADDRESS + reverse("participation:survey", args=[survey.slug])
    address += "" if speech.is_english else f"?language={speech.language.tag}"
    rows = [
        (one, speech.say(one.words), [speech.say(option.words) for option in one.options])
        for one in questions_now(survey)
    ]
    page = {"survey": survey, "rows": rows, "address": address, "code": qr(address), "speech": speech,
            "say": speech.phrases(day=speech.day(survey.closes_on)), "title": speech.say(survey.title),
            "summary": speech.say(survey.summary), "languages": offered(survey), "breadcrumbs": CRUMBS}  # fmt: skip
    return render(http, "participation/paper.html", page)


@public
@for_everybody
def said(http: HttpRequest) -> HttpResponse:
    """You said, we did, or could not, because."""
    outcome = http.GET.get("outcome", "")
    rows = Paginator(ledger.said(outcome), A_PAGE).get_page(http.GET.get("page"))
    return render(http, "participation/said.html", {"page": rows, "outcome": outcome, "breadcrumbs": CRUMBS})


@public(said=Said)
@for_everybody
def one_said(http: HttpRequest, said: Said) -> HttpResponse:
    """One thing that people said, followed to its end."""
    crumbs = [*CRUMBS, {"text": "You said, we did", "href": reverse("participation:said")}]
    return render(
        http,
        "participation/one_said.html",
        {"said": said, "knots": ledger.thread_of(said), "breadcrumbs": crumbs},
    )


@public
@for_everybody
def together(http: HttpRequest) -> HttpResponse:
    """The ledger: when people took part, and how far."""
    rows = Paginator(ledger.activities(), A_PAGE).get_page(http.GET.get("page"))
    page = {"page": rows, "levels": ledger.levels(), "breadcrumbs": CRUMBS}
    return render(http, "participation/together.html", page)


@public(activity=Activity)
@for_everybody
def activity(http: HttpRequest, activity: Activity) -> HttpResponse:
    """One activity by space, voice, audience and influence."""
    crumbs = [*CRUMBS, {"text": "How people took part", "href": reverse("participation:together")}]
    page = {
        "activity": activity,
        "groups": activity.groups.all(),
        "said": activity.said.all(),
        "breadcrumbs": crumbs,
    }
    return render(http, "participation/activity.html", page)


@public
@for_everybody
def groups(http: HttpRequest) -> HttpResponse:
    """Groups of parents, carers and young people, with their days and who followed whom."""
    return render(http, "participation/groups.html", {"groups": ledger.groups(), "breadcrumbs": CRUMBS})
