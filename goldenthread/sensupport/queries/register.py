"""A school's register as at a day, what is due, and what the census will ask about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery

from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.census import faults, missing
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.models import Cycle, Provision, Pupil

SOON_DAYS = 21
"""How early a review is shown as due: ours."""


@dataclass(frozen=True)
class Entry:
    """One pupil as at a day: what they get, the cycle under way, how many were reviewed, what the census will ask."""

    pupil: Pupil
    provision: Provision | None
    cycle: Cycle | None
    reviewed: int
    faults: list[str]

    def is_due_on(self, day: date) -> bool:
        """Whether a review should have been held."""
        return self.cycle is not None and self.cycle.is_due_on(day)

    def is_without_plan(self) -> bool:
        """On SEN support with no cycle under way."""
        return self.cycle is None and self.provision is not None and self.provision.code == Code.SUPPORT


def register(setting: Organisation, standing: Any) -> list[Entry]:
    """The register of a school, by family name. Three queries."""
    day: date = standing.day
    rows = Pupil.objects.all().known_to(standing).filter(setting=setting).select_related("child")
    held = Provision.objects.held_on(day)
    rows = rows.prefetch_related(
        Prefetch("provisions", held, to_attr="held_now"), Prefetch("cycles", to_attr="all_cycles")
    )
    return [_entry(one) for one in rows]


def _entry(pupil: Any) -> Entry:
    provision = pupil.held_now[0] if pupil.held_now else None
    cycles: Sequence[Cycle] = pupil.all_cycles
    wrong = []
    if provision:
        wrong = faults(provision.code, provision.primary_need, provision.secondary_need)
        wrong += missing(provision.code, provision.primary_need)
    return Entry(pupil, provision, next((one for one in cycles if one.reviewed_on is None), None),
                 sum(one.reviewed_on is not None for one in cycles), wrong)  # fmt: skip


def due(entries: Sequence[Entry], day: date) -> list[Entry]:
    """Reviews that are due or come within three weeks, the earliest first."""
    found = [one for one in entries if one.cycle and (one.cycle.review_due_on - day).days <= SOON_DAYS]
    return sorted(found, key=lambda one: one.cycle.review_due_on if one.cycle else day)


def provision_now(pupil: Pupil, day: date) -> Provision | None:
    """What a pupil gets on a day."""
    found: Provision | None = pupil.provisions.held_on(day).first()
    return found


@dataclass(frozen=True)
class SchoolCounts:
    """How many of a school's register get what, and how many on SEN support have a review that is not overdue."""

    setting: str
    support: int
    plans: int
    with_current_review: int


@reading_for(Purpose.COUNT)
def by_school(day: date) -> list[SchoolCounts]:
    """Every school's counts on a day. One query; whoever shows them hides small numbers."""
    last = Cycle.objects.filter(pupil=OuterRef("pupil"), reviewed_on=None).values("review_due_on")[:1]
    rows = Provision.objects.held_on(day).annotate(due=Subquery(last))
    found: dict[str, list[int]] = {}
    for name, code, review_due in rows.order_by("pupil__setting__name").values_list(
        "pupil__setting__name", "code", "due"
    ):
        counts = found.setdefault(name, [0, 0, 0])
        counts[0] += code == Code.SUPPORT
        counts[1] += code == Code.PLAN
        counts[2] += code == Code.SUPPORT and review_due is not None and review_due >= day
    return [SchoolCounts(name, *counts) for name, counts in found.items()]
