"""Recording where young people are, one or a whole list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.choices import Evidence, Where
from goldenthread.transitions.destinations_list import List
from goldenthread.transitions.models import Destination


@transaction.atomic
def record_destination(
    *, case: Case, where: str, place: str, known_on: date, evidence: str, told: str, on: date, by: Any
) -> Destination:
    """Where a young person was on a day. Refuses a day to come and a word without its evidence; the same word twice is one."""
    details = {
        "where": where,
        "place": place.strip(),
        "known_on": known_on,
        "evidence": evidence,
        "told": told.strip(),
    }
    if fault := fault_of(where, evidence, known_on, case.child.born_on, on):
        raise Refused(*fault)
    if where == Where.NOT_KNOWN and not details["told"]:
        raise Refused("Say what was tried, so that the next person tries something else.", "told")
    Case.objects.select_for_update().get(pk=case.pk)
    found = Destination.objects.filter(case=case).first()
    if found and all(getattr(found, name) == value for name, value in details.items()):
        return found
    made = Destination.objects.create(case=case, recorded_by=by, **details)
    log.record(
        "transitions.destination.recorded", subject=log.subject_of(case), by=by, detail={"where": where}
    )
    return made


def fault_of(where: str, evidence: str, known_on: date, born_on: date, on: date) -> tuple[str, str] | None:
    """What is wrong with a word and its evidence, and with which answer."""
    if known_on > on:
        return "This day is after today. Give the day on which it was so.", "known_on"
    if known_on < born_on:
        return "This day is before the young person was born. Check the year.", "known_on"
    if (where == Where.NOT_KNOWN) != (evidence == Evidence.TRIED):
        return "“We asked and could not find out” goes with “Not known”, and with nothing else.", "evidence"
    return None


@transaction.atomic
def bring_in(*, listed: List, cases: QuerySet[Case], on: date, by: Any) -> tuple[int, int]:
    """A whole list, all of it or nothing; gives how many words are new, and how many were here. `cases` are those that the
    reader may know of: a row of another is named as not found, whether it is here or not."""
    if not listed.troubles:
        _check(listed, cases, on)
    if listed.troubles:
        raise Refused("Nothing was brought in. Mend what is named below, and send the list again.", "file")
    pairs = [(one.case, one) for one in listed.rows]
    held = set(
        Destination.objects.filter(case__in=[case for case, _ in pairs]).values_list(
            "case", "where", "place", "known_on", "evidence"
        )
    )
    new = [
        (case, one)
        for case, one in pairs
        if (case, one.where, one.place, one.known_on, one.evidence) not in held
    ]
    Destination.objects.bulk_create(
        Destination(case_id=case, where=one.where, place=one.place, known_on=one.known_on, evidence=one.evidence, told=one.told,
                    recorded_by=by)
        for case, one in new
    )  # fmt: skip
    log.record("transitions.destinations.brought_in", subject="transitions.destination:many", by=by,
               detail={"new": len(new), "rows": len(pairs), "cases": sorted({case for case, _ in new})})  # fmt: skip
    return len(new), len(pairs) - len(new)


def _check(listed: List, cases: QuerySet[Case], on: date) -> None:
    """Find the case of each row, and name what does not go together."""
    rows = cases.filter(reference__in=[one.reference for one in listed.rows])
    known = {
        reference: (pk, born) for reference, pk, born in rows.values_list("reference", "pk", "child__born_on")
    }
    for one in listed.rows:
        case, born_on = known.get(one.reference, (None, None))
        if case is None or born_on != one.born_on:
            listed.troubles.append((one.row, "No case of yours has this reference and this date of birth."))
        elif fault := fault_of(one.where, one.evidence, one.known_on, one.born_on, on):
            listed.troubles.append((one.row, fault[0]))
        one.case = case or 0
