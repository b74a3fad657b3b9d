"""Opening a case: by a request, or with a plan that came from another authority."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection, transaction

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Organisation, Team
from goldenthread.people.models import Child

FIRST = ("request-received", "moved-in")


@transaction.atomic
def open_case(
    *, child: Child, authority: Organisation, team: Team | None, kind: str, occurred_on: date,
    facts: dict[str, Any], on: date, reference: str = "", by: Any,
) -> Case:  # fmt: skip
    """A case with its first event. Refuses a child who has an open one: two files of one child hide what is due."""
    if kind not in FIRST:
        raise Refused("A case begins with a request, or with a plan from another authority.", "kind")
    Child.objects.select_for_update().get(pk=child.pk)
    running = Case.objects.filter(child=child, standing__ended_on=None).first()
    if running is not None:
        raise Refused(
            f"{child.first_name} has an open case already: {running.reference}. Open that one instead.",
            "child",
        )
    number = next_number()
    case = Case.objects.create(
        pk=number, reference=reference or f"EHC-{number:06d}", child=child, authority=authority, team=team,
        opened_on=occurred_on, recorded_by=by,
    )  # fmt: skip
    log.record("casework.case.opened", subject=log.subject_of(case), by=by)
    record_event(case=case, kind=kind, occurred_on=occurred_on, facts=facts, on=on, by=by)
    return case


def next_number() -> int:
    """The number of the next case, taken."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('casework_case', 'id'))")
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])
