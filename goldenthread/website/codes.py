"""Codes of schools beside plans of the council: the one place that knows both, and tells each only of children it may know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.casework.process.stages import WITH_PLAN
from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Schooling
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.models import Provision, Pupil
from goldenthread.sensupport.views.register import HOME, school_of


@dataclass(frozen=True)
class Differing:
    """A plan of ours, and what the school that teaches the child says instead of E."""

    case: Case
    setting: str
    says: str


def with_plan() -> QuerySet[Case]:
    """The cases in which a plan is in force."""
    return Case.objects.filter(standing__stage__in=[stage.value for stage in WITH_PLAN])


def plans_that_schools_do_not_code(reader: Any) -> list[Differing]:
    """Of the cases that somebody may know: a plan, and a school that keeps its register here and does not say E. 3 queries."""
    keeping = Pupil.objects.values("setting")
    taught = Schooling.objects.held_on(reader.day).filter(setting__in=keeping).select_related("setting")
    cases = {
        one.child_id: one
        for one in with_plan()
        .filter(pk__in=Case.objects.known_to(reader).values("pk"))
        .select_related("child")
    }
    rows = list(taught.filter(child__in=cases))
    codes = {
        (child, setting): code
        for child, setting, code in Provision.objects.held_on(reader.day)
        .filter(pupil__child__in=cases)
        .values_list("pupil__child", "pupil__setting", "code")
    }
    found = [(one, codes.get((one.child_id, one.setting_id), "")) for one in rows]
    return sorted(
        (
            Differing(cases[one.child_id], one.setting.name, says or "Not on the register")
            for one, says in found
            if says != Code.PLAN
        ),
        key=lambda one: (one.setting, one.case.reference),
    )


def codes_without_plan(reader: Any) -> QuerySet[Any]:
    """Pupils on a school's roll with E, no plan of ours, and no word that another council keeps it."""
    coded = Provision.objects.held_on(reader.day).filter(pupil=OuterRef("pk"), code=Code.PLAN)
    ours = with_plan().filter(child=OuterRef("child"))
    rows = (
        Pupil.objects.all().on_roll(reader.day).filter(Exists(coded), ~Exists(ours), is_plan_elsewhere=False)
    )
    return rows.select_related("child")


@needs(Permission.KEEP_SEN_REGISTER)
def codes_of_school(http: HttpRequest) -> HttpResponse:
    """A school's own pupils whose code and plan do not go together."""
    school, reader = school_of(http), standing(http)
    plans, coded = [], []
    if school:
        plans = [one for one in plans_that_schools_do_not_code(reader) if one.setting == school.name]
        with reading_for(Purpose.ENTRY):  # a plan that the school may not know of is one all the same
            coded = list(codes_without_plan(reader).filter(setting=school))
        log.record_read("sensupport.codes.read", subject=log.subject_of(school), by=http.user,
                        detail={"pupils": len(plans) + len(coded)})  # fmt: skip
    page = {"school": school, "plans": plans, "coded": coded, "breadcrumbs": HOME}
    return render(http, "sensupport/codes_of_school.html", page)


@needs(Permission.MANAGE_CASES)
def codes_and_plans(http: HttpRequest) -> HttpResponse:
    """A team's cases whose school does not say E; and by school how many pupils have E and no plan here, without any name."""
    reader = standing(http)
    plans = plans_that_schools_do_not_code(reader)
    counts = Counter(codes_without_plan(reader).values_list("setting", flat=True))
    names = dict(Organisation.objects.filter(pk__in=counts).values_list("pk", "name"))
    schools = sorted((names[key], _roughly(number)) for key, number in counts.items())
    log.record_read(
        "casework.codes.read", subject="casework.case:all", by=http.user, detail={"cases": len(plans)}
    )
    page = {"plans": plans, "schools": schools, "day": timezone.localdate()}
    return render(http, "casework/codes_and_plans.html", page)


def _roughly(number: int) -> str:
    """Enough to ask the school, too little to tell who it is."""
    return str(number) if number >= SMALLEST_SHOWN else f"1 to {SMALLEST_SHOWN - 1}"
