"""What people need to go on working for four weeks without the system."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from goldenthread.casework.models import Allocation, Case, NamedService, OpenDuty
from goldenthread.commissioning.models import ServiceLine
from goldenthread.people.models import Relationship, Residence, Withholding

AHEAD = timedelta(days=28)


def needed(on: date) -> dict[str, list[list[str]]]:
    """Contacts, safety flags, deadlines that are late or due within 28 days, and numbers to call; each row as words."""
    cases = Case.objects.filter(standing__ended_on=None, standing__isnull=False)
    return {
        "contacts": _contacts(cases, on),
        "flags": _flags(cases, on),
        "deadlines": _deadlines(cases, on),
        "waiting": _numbers(),
    }


def _contacts(cases: Any, on: date) -> list[list[str]]:
    """A line for each open case and each adult around its child; a case with no adult has a line too."""
    workers: dict[int, list[str]] = {}
    for one in Allocation.objects.held_on(on).filter(case__in=cases).select_related("worker"):
        workers.setdefault(one.case_id, []).append(str(one.worker))
    adults: dict[int, list[Relationship]] = {}
    for tie in (
        Relationship.objects.held_on(on).filter(child__cases__in=cases).distinct().select_related("adult")
    ):
        adults.setdefault(tie.child_id, []).append(tie)
    rows = []
    for case in cases.select_related("child", "team").order_by(
        "child__family_name", "child__given_names", "pk"
    ):
        child = case.child
        begin = [
            str(child),
            f"{child.born_on:%-d %B %Y}",
            case.reference,
            ", ".join(workers.get(case.pk, [])) or str(case.team or ""),
        ]
        ties = adults.get(child.pk, [])
        rows += [
            [*begin, tie.adult.name, tie.get_tie_display(), tie.adult.telephone, tie.adult.email]
            for tie in ties
        ]
        if not ties:
            rows.append([*begin, "", "", "", ""])
    return rows


def _flags(cases: Any, on: date) -> list[list[str]]:
    """What a person must know before calling or writing: a withheld address, an order, a restriction, an interpreter."""
    rows = []
    homes = Residence.objects.held_on(on).filter(child__cases__in=cases).distinct().select_related("child")
    at_home: dict[int, list[Any]] = {}
    for one in homes:
        at_home.setdefault(one.household_id, []).append(one.child)
    for kept in Withholding.objects.held_on(on).filter(household__in=at_home).select_related("adult"):
        rows += [
            [str(child), "Address withheld", f"Never tell {kept.adult.name} where this child lives."]
            for child in at_home[kept.household_id]
        ]
    orders = Relationship.objects.held_on(on).filter(child__cases__in=cases).exclude(order="").distinct()
    rows += [
        [str(tie.child), "Order", f"{tie.adult.name}: {tie.order}"]
        for tie in orders.select_related("child", "adult")
    ]
    for case in cases.filter(Q(is_restricted=True) | Q(child__needs_interpreter=True)).select_related(
        "child"
    ):
        if case.is_restricted:
            rows.append(
                [str(case.child), "Restricted", f"{case.reference}: only named people may work on it."]
            )
        if case.child.needs_interpreter:
            rows.append([str(case.child), "Interpreter", case.child.first_language])
    return sorted(rows)


def _deadlines(cases: Any, on: date) -> list[list[str]]:
    open_now = OpenDuty.objects.filter(case__in=cases, due_on__lte=on + AHEAD).select_related("case__child")
    return [
        [f"{one.due_on:%-d %B %Y}", "late" if one.due_on and one.due_on < on else "", one.get_duty_display(), str(one.case.child),
         one.case.reference]
        for one in open_now.order_by("due_on", "pk")
    ]  # fmt: skip


def _numbers() -> list[list[str]]:
    lines = ServiceLine.objects.filter(is_public=True).order_by("name")
    named = NamedService.objects.order_by("name")
    return [[one.name, one.call_whom, one.call_number] for one in lines] + [
        [one.name, "", one.reach] for one in named
    ]
