"""Following a case: where it stands, who has it, what comes next and by when, in plain words.

One page for parents, young people, settings and a visitor with a grant; each sees the sections that their part opens.
The clocks are those that staff see.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing
from goldenthread.casework.access import Section, parts_in, sections_of
from goldenthread.casework.models import Case
from goldenthread.casework.queries.people import involved_shown_to
from goldenthread.casework.queries.story import story_of
from goldenthread.casework.views.frame import show
from goldenthread.people.models import Adult


@needs(Permission.FOLLOW_CASE)
def followed(http: HttpRequest) -> HttpResponse:
    """The cases that somebody follows."""
    cases = Case.objects.known_to(standing(http)).select_related("child", "standing").order_by("pk")
    return show(http, "followed", {"cases": cases[:200], "breadcrumbs": []})


@needs(Permission.FOLLOW_CASE, case=Case)
def follow(http: HttpRequest, case: Case) -> HttpResponse:
    """One case, as those it is about read it."""
    today = timezone.localdate()
    story = story_of(case, today, today=today)
    sections = sections_of(case, standing(http))
    adult = Adult.objects.filter(user=reader(http)).first()
    page: dict[str, Any] = {
        "case": case, "child": case.child, "story": story, "stage": story.course.stage, "today": today,
        "told": [one for one in story.told if one.kind.told],
        "advice": [one for one in story.told if one.kind.key == "advice-requested"],
        "answered": {one.event.answers_id for one in story.told if one.kind.key == "advice-received"},
        "people": involved_shown_to(case, adult, today) if Section.PEOPLE in sections else [],
        "is_family": any(part.is_family for part in parts_in(case, standing(http))), "breadcrumbs": [],
    }  # fmt: skip
    return show(http, "follow", page)
