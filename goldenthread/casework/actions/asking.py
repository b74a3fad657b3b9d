"""A parent asks for an assessment. The weeks run from that moment, whatever we have still to find out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.opening import open_case
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.partners.models import Organisation
from goldenthread.people.actions.children import enter_child, relate
from goldenthread.people.models import Adult, Child
from goldenthread.people.queries.duplicates import possible_duplicates


@reading_for(Purpose.ENTRY)
@transaction.atomic
def ask_for_assessment(
    *, authority: Organisation, given_names: str, family_name: str, born_on: date, tie: str, has_responsibility: bool,
    words: str, on: date, by: Any,
) -> Case:  # fmt: skip
    """The parent's child, their tie, and a case that was requested today.

    A child who may be here already is entered all the same, with a note for the worker: the request was received, and a parent
    may not be told who else is known here. Refuses a second request for a child of their own with an open case.
    """
    own = Child.objects.filter(
        relationships__adult__user=by, born_on=born_on, family_name__iexact=family_name
    )
    if known := own.filter(cases__standing__ended_on=None, cases__isnull=False).first():
        raise Refused(
            f"You have asked for {known.first_name} already. See your cases for where it stands.",
            "given_names",
        )
    alike = possible_duplicates(given_names=given_names, family_name=family_name, born_on=born_on)
    child = own.first() or enter_child(
        given_names=given_names, family_name=family_name, born_on=born_on, on=on, is_another=True, by=by
    )
    adult, _ = Adult.objects.get_or_create(
        user=by, defaults={"name": by.name, "email": by.email, "recorded_by": by}
    )
    if not child.relationships.filter(adult=adult, may_follow=True).exists():
        relate(child=child, adult=adult, tie=tie, starts_on=max(born_on, child.born_on), may_follow=True,
               has_parental_responsibility=has_responsibility, by=by)  # fmt: skip
    case = open_case(child=child, authority=authority, team=None, kind="request-received", occurred_on=on,
                     facts={"by": "parent", "words": words}, on=on, by=by)  # fmt: skip
    others = [one.child for one in alike if one.child.pk != child.pk]
    if others:
        note = "May be here already, under another entry: " + ", ".join(f"child {one.pk}" for one in others)
        record_event(case=case, kind="note", occurred_on=on, facts={"words": note}, on=on, by=None)
    log.record("casework.assessment.asked", subject=log.subject_of(case), by=by)
    return case
