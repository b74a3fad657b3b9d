"""A setting says what support was given in a term."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case, Delivery
from goldenthread.casework.queries.delivery import plan_in_force, provision_in
from goldenthread.kit.errors import Refused


@transaction.atomic
def say_what_was_given(
    *, case: Case, line: str, term: str, promised_minutes: int | None, delivered_minutes: int | None, is_missed: bool, why: str,
    on: date, by: Any,
) -> Delivery:  # fmt: skip
    """What was given of one line of the plan in force. A later word takes the place of an earlier one, which stays in the record.

    Refuses a line that the plan does not have, and less than was promised without the reason.
    """
    version = plan_in_force(case)
    if version is None or line not in {one.id for one in provision_in(version)}:
        raise Refused("This line is not in the plan in force. Open the page again.")
    is_less = None not in (promised_minutes, delivered_minutes) and (delivered_minutes or 0) < (
        promised_minutes or 0
    )
    if (is_missed or is_less) and not why.strip():
        raise Refused("Say why less was given than promised: the family reads it.", f"why_{line}")
    made = Delivery.objects.create(
        case=case, version=version, line=line, term=term, promised_minutes=promised_minutes,
        delivered_minutes=delivered_minutes, is_missed=is_missed or is_less, why=why.strip(), said_on=on, recorded_by=by,
    )  # fmt: skip
    log.record(
        "casework.delivery.said", subject=log.subject_of(case), by=by, detail={"line": line, "term": term}
    )
    return made
