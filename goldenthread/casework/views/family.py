"""Following a case: where it stands, who has it, what comes next and by when, in plain words.

One page for parents, young people, settings and a visitor with a grant; each sees the sections that their part opens.
The clocks are those that staff see.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing
from goldenthread.casework.access import Section, parts_in, sections_of
from goldenthread.casework.actions.asking import ask_for_assessment
from goldenthread.casework.forms.opening import AskForm
from goldenthread.casework.models import Case, Letter, PlanVersion
from goldenthread.casework.queries.people import involved_shown_to
from goldenthread.casework.queries.places import our_authority
from goldenthread.casework.queries.story import story_of
from goldenthread.casework.queries.way import way_of
from goldenthread.casework.views.frame import show
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Adult


@needs(Permission.FOLLOW_CASE)
def followed(http: HttpRequest) -> HttpResponse:
    """The cases that somebody follows."""
    cases = Case.objects.known_to(standing(http)).select_related("child", "standing").order_by("pk")
    may_ask = standing(http).may(Permission.ASK_ASSESSMENT)
    page = {"cases": cases[:200], "may_ask": may_ask, "breadcrumbs": [],
            "may_write": standing(http).may(Permission.WRITE_ABOUT_CASE)}  # fmt: skip
    return show(http, "followed", page)


@needs(Permission.ASK_ASSESSMENT)
def ask(http: HttpRequest) -> HttpResponse:
    """Ask for an assessment: five questions. The council must answer within six weeks of today."""
    form = AskForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            case = ask_for_assessment(
                authority=our_authority(), on=timezone.localdate(), by=reader(http), **form.cleaned_data
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The council has your request. The weeks run from today.")
            return redirect(reverse("case:follow", args=[case.public_id]))
    return show(http, "ask", {"form": form, "breadcrumbs": []}, status=422 if form.errors else 200)


@needs(Permission.FOLLOW_CASE, case=Case)
def follow(http: HttpRequest, case: Case) -> HttpResponse:
    """One case, as those it is about read it."""
    today = timezone.localdate()
    story = story_of(case, today, today=today)
    sections = sections_of(case, standing(http))
    adult = Adult.objects.filter(user=reader(http)).first()
    page: dict[str, Any] = {
        "case": case, "child": case.child, "story": story, "stage": story.course.stage, "today": today,
        "way": way_of(story.course, today),
        "told": [one for one in story.told if one.kind.told],
        "advice": [one for one in story.told if one.kind.key == "advice-requested"],
        "answered": {one.event.answers_id for one in story.told if one.kind.key == "advice-received"},
        "people": involved_shown_to(case, adult, today) if Section.PEOPLE in sections else [],
        "letters": Letter.objects.known_to(standing(http)).filter(case=case, sealed_on__isnull=False),
        "has_plan": PlanVersion.objects.known_to(standing(http)).filter(case=case).exists(),
        "may_write": standing(http).may(Permission.WRITE_ABOUT_CASE, case),
        "may_report": standing(http).may(Permission.REPORT_REVIEW, case),
        "is_family": any(part.is_family for part in parts_in(case, standing(http))), "breadcrumbs": [],
    }  # fmt: skip
    return show(http, "follow", page)
