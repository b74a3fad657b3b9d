"""Entering children and those around them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.people.identifiers import tidied, uln_fault, upn_fault
from goldenthread.people.models import Adult, Child, Relationship, Schooling
from goldenthread.people.queries.duplicates import possible_duplicates

OLDEST = 26
"""Years: a plan may run to the end of the school year in which somebody turns 25 (Children and Families Act 2014 s.46)."""


@transaction.atomic
def enter_child(*, on: date, is_another: bool = False, by: Any, **details: Any) -> Child:
    """A child who is not here yet.

    Refuses a wrong number, a birthday to come or too long ago, and a child who may be here already, unless somebody has
    looked and says that this is another (`is_another`); a number that is taken is refused in any case.
    """
    details["upn"] = tidied(details.get("upn") or "") or None
    details["uln"] = tidied(details.get("uln") or "") or None
    _check(details, on)
    names = {name: details[name] for name in ("given_names", "family_name", "born_on")}
    alike = possible_duplicates(**names, upn=details["upn"] or "", uln=details["uln"] or "")
    if alike and (not is_another or alike[0].is_certain):
        raise Refused(
            f"This child may be here already: {alike[0].child}, born {alike[0].child.born_on:%-d %B %Y}, {alike[0].why}. "
            "Open that child, or say that this is another one.",
            "is_another",
        )
    child = Child.objects.create(recorded_by=by, **details)
    log.record("people.child.entered", subject=log.subject_of(child), by=by)
    return child


@transaction.atomic
def correct_child(*, child: Child, on: date, by: Any, **details: Any) -> Child:
    """The child's own record, mended. Refuses a wrong number, one that another child has, and a birthday that cannot be."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    details["upn"] = tidied(details.get("upn") or "") or None
    details["uln"] = tidied(details.get("uln") or "") or None
    _check(details, on)
    for name in ("upn", "uln"):
        if details[name] and Child.objects.filter(**{name: details[name]}).exclude(pk=child.pk).exists():
            raise Refused(f"Another child has this {name.upper()}. Find out whose it is.", name)
    changed = sorted(name for name, value in details.items() if getattr(child, name) != value)
    for name in changed:
        setattr(child, name, details[name])
    child.save(update_fields=changed or None)
    log.record("people.child.corrected", subject=log.subject_of(child), by=by, detail={"fields": changed})
    return child


def _check(details: dict[str, Any], on: date) -> None:
    if fault := upn_fault(details["upn"]) if details["upn"] else "":
        raise Refused(fault, "upn")
    if fault := uln_fault(details["uln"]) if details["uln"] else "":
        raise Refused(fault, "uln")
    born_on: date = details["born_on"]
    if born_on > on:
        raise Refused("The date of birth is after today. Check the year.", "born_on")
    if on.year - born_on.year > OLDEST:
        raise Refused(
            "The date of birth is more than 26 years ago: plans end at 25. Check the year.", "born_on"
        )


@transaction.atomic
def relate(*, child: Child, adult: Adult, tie: str, starts_on: date, by: Any, **rights: Any) -> Relationship:
    """An adult's part in a child's life, with its rights and orders."""
    if starts_on < child.born_on:
        raise Refused("This starts before the child was born. Check the date.", "starts_on")
    made = Relationship.objects.create(
        child=child, adult=adult, tie=tie, starts_on=starts_on, recorded_by=by, **rights
    )
    log.record("people.relationship.recorded", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def attend(*, child: Child, setting: Any, starts_on: date, attends: str = "full", by: Any) -> Schooling:
    """The setting that a child attends from a day; a full-time one ends the day before."""
    if starts_on < child.born_on:
        raise Refused("This starts before the child was born. Check the date.", "starts_on")
    if attends == "full":
        running = child.schooling.filter(attends="full", ends_on=None, starts_on__lt=starts_on)
        running.update(ends_on=starts_on - timedelta(days=1))
    made = Schooling.objects.create(
        child=child, setting=setting, attends=attends, starts_on=starts_on, recorded_by=by
    )
    log.record("people.schooling.recorded", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def enter_parent(
    *, child: Child, name: str, tie: str, on: date, has_parental_responsibility: bool = False, by: Any
) -> Adult:
    """A parent or carer who is new here. Whether they may follow the case is given later, on purpose."""
    adult = Adult.objects.create(name=name, is_invented=child.is_invented, recorded_by=by)
    relate(child=child, adult=adult, tie=tie, starts_on=on,
           has_parental_responsibility=has_parental_responsibility, by=by)  # fmt: skip
    return adult
