"""Writing one case that a file tells of: the child, the family, the case, its events and where it then stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from goldenthread.audit import log
from goldenthread.casework.actions.opening import next_number
from goldenthread.casework.actions.projection import write_standing
from goldenthread.casework.importing.drafts import Draft
from goldenthread.casework.models import Allocation, Case, CaseImport, Event, ImportedRow
from goldenthread.casework.process.course import follow
from goldenthread.casework.queries.files import happenings
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Address, Adult, Child, Household, Relationship, Residence

OF_CHILD = (
    "given_names",
    "family_name",
    "known_as",
    "born_on",
    "sex",
    "upn",
    "uln",
    "no_number",
    "first_language",
)
MEANWHILE = (
    "Somebody entered this child or case while the file was being brought in. Bring the file in again."
)


@transaction.atomic
def bring_in_case(
    *, draft: Draft, upload: CaseImport, authority: Organisation, on: date, is_logged: bool, by: Any
) -> Case:
    """One row as a case. Its events are known from today: before, this file held nothing. Refuses what came in meanwhile.

    With `is_logged` it leaves its own event in the audit; an import that is all or nothing leaves one for all of them,
    so that nobody waits for the chain while it runs.
    """
    others = draft.others
    try:
        with transaction.atomic():
            child = _child(draft)
            case = Case.objects.create(
                pk=(number := next_number()), reference=others.get("reference") or f"EHC-{number:06d}", child=child,
                authority=authority, team_id=others.get("team_id") or upload.team_id, opened_on=draft.opened_on,
            )  # fmt: skip
    except IntegrityError as fault:
        raise Refused(MEANWHILE) from fault
    events = Event.objects.bulk_create(
        Event(case=case, kind=one.kind, occurred_on=one.occurred_on, known_on=on, facts=one.facts)
        for one in draft.events
    )
    write_standing(case, follow(happenings(events)))
    if worker := others.get("worker_id"):
        Allocation.objects.create(case=case, worker_id=worker, starts_on=on)
    _family(draft, child, on)
    ImportedRow.objects.create(upload=upload, row=draft.row, case=case)
    if is_logged:
        detail = {"import": upload.pk, "row": draft.row}
        log.record("casework.case.imported", subject=log.subject_of(case), by=by, detail=detail)
    return case


def _child(draft: Draft) -> Child:
    """The child here, without an open case if this one is; or a new child."""
    held = draft.others.get("child")
    if held is None:
        values = {name: draft.child[name] for name in OF_CHILD if draft.child.get(name) is not None}
        return Child.objects.create(**values, is_invented=settings.DEMONSTRATION)
    child: Child = Child.objects.select_for_update().get(pk=held)
    if draft.course.ended_on is None and child.cases.filter(standing__ended_on=None).exists():
        raise Refused(MEANWHILE)
    return child


def _family(draft: Draft, child: Child, on: date) -> None:
    """The parent, and where the child lives: in a household of the child's own, so that nobody else's address is touched."""
    others, adult = draft.others, None
    if name := others.get("parent"):
        adult = Adult.objects.create(name=name, email=others.get("email", ""), telephone=others.get("telephone", ""),
                                     is_invented=child.is_invented)  # fmt: skip
        Relationship.objects.create(child=child, adult=adult, tie="parent", starts_on=on)
    if lines := others.get("address"):
        home = Household.objects.create(label="Home, from the earlier record")
        Address.objects.create(household=home, lines=lines, postcode=others.get("postcode", ""), starts_on=on)
        Residence.objects.create(household=home, child=child, starts_on=on)
        if adult is not None:
            Residence.objects.create(household=home, adult=adult, starts_on=on)
