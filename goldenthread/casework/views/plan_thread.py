"""The thread of a plan on one page: said, advised, needed, to be reached, given, reviewed, changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader as signed_in_reader
from goldenthread.accounts.standing import standing
from goldenthread.casework.models import Case, PlanText, PlanVersion
from goldenthread.casework.queries.plan_readers import reader_signed_in
from goldenthread.casework.queries.plan_thread import COUNCIL, strands_of
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.plan_reading import own, way
from goldenthread.casework.views.planning import above_plan


@needs(Permission.VIEW_CASE, case=Case)
def thread(http: HttpRequest, case: Case) -> HttpResponse:
    """For those who work the case: of the latest version, or of what is being written."""
    versions = list(case.versions.all())
    has_plan = bool(versions) or PlanText.objects.filter(case=case).exists()
    strands = strands_of(case, versions, COUNCIL, timezone.localdate()) if has_plan else []
    return show(
        http,
        "plan_thread",
        {"case": case, "child": case.child, "strands": strands, "breadcrumbs": above_plan(case)},
    )


@needs(Permission.FOLLOW_CASE, case=Case)
def own_thread(http: HttpRequest, case: Case) -> HttpResponse:
    """For those who follow it: of the versions that they may read."""
    today = timezone.localdate()
    versions = list(PlanVersion.objects.known_to(standing(http)).filter(case=case))
    reader = reader_signed_in(case, signed_in_reader(http), today)
    strands = strands_of(case, versions, reader, today) if versions else []
    page = {
        "case": case,
        "child": case.child,
        "strands": strands,
        "breadcrumbs": way(case, ("The plan", own(case, "plan"))),
    }
    return show(http, "own_plan_thread", page)
