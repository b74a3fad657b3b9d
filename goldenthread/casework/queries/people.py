"""Who is involved in a case, for those who may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import Case
from goldenthread.people.models import Adult


@dataclass(frozen=True)
class Involved:
    """Somebody with a part in a case."""

    name: str
    part: str
    note: str = ""


def involved_in(case: Case, on: date) -> list[Involved]:
    """Everybody with a part on a day, for the case's workers."""
    workers = case.allocations.held_on(on).select_related("worker")
    family = case.child.relationships.held_on(on).select_related("adult")
    settings = case.child.schooling.held_on(on).select_related("setting")
    return [
        *(Involved(str(one.worker), "Covers for the worker" if one.is_cover else "Case worker") for one in workers),
        *(Involved(str(one.adult), one.get_tie_display(),
                   "has parental responsibility" if one.has_parental_responsibility else "") for one in family),
        *(Involved(str(one.setting), "School or setting", one.get_attends_display().lower()) for one in settings),
    ]  # fmt: skip


def involved_shown_to(case: Case, adult: Adult | None, on: date) -> list[Involved]:
    """Who is involved, as a member of the family may see it: never another adult of the family, and no setting when
    somebody may not learn where the child lives."""
    workers = case.allocations.held_on(on).select_related("worker")
    found = [Involved(str(one.worker), "Your case worker") for one in workers if not one.is_cover]
    hidden = adult is not None and adult.withheld_addresses.held_on(on).exists()
    if not hidden:
        settings = case.child.schooling.held_on(on).select_related("setting")
        found += [Involved(str(one.setting), "School or setting") for one in settings]
    return found
