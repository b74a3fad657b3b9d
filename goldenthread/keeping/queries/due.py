"""What may go on a day by its rule, what is held back, and what waits for a second person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from goldenthread.keeping.models import ChosenYears, Hold, Removal
from goldenthread.law.citation import Citation
from goldenthread.law.retention import KEEPINGS, due_on, latest_event, years_kept
from goldenthread.people.models import Child

OPEN = ("proposed", "confirmed")
OF_A_CHILD = ("child-file", "sen-support")
BY_EVENT = {
    "personal-budget": ("commissioning.PersonalBudget", "ended_on"),
    "shared-cost": ("commissioning.SharedCost", "ended_on"),
    "undated": ("transitions.Undated", "settled_on"),
}
"""What is no child's: its table, and the day from which its years count."""
MOST = 200
"""So many lines stand on a page; the rest are counted, and come when these are done."""


@dataclass(frozen=True)
class Rule:
    """The years for a kind on a day, and why so many."""

    kind: str
    what: str
    event: str
    years: int
    reason: str
    citation: Citation
    is_chosen: bool

    @property
    def words(self) -> str:
        """The rule in one sentence, as it is kept with what was removed by it."""
        years = f"{self.years} year{'' if self.years == 1 else 's'}"
        return f"{years} after {self.event}. {self.reason}"[:500]


@dataclass(frozen=True)
class Due:
    """Something that may go: a child's file or part of one, or a row of its own."""

    kind: str
    key: int
    event_on: date
    due_on: date
    named: str
    holds: list[Hold] = field(default_factory=list)

    @property
    def value(self) -> str:
        """How a form names it."""
        return f"{self.kind}:{self.key}"


def rule_on(kind: str, on: date) -> Rule:
    """The council's own years where it chose some by that day; else the practice that the law module cites."""
    keeping, chosen = KEEPINGS[kind], ChosenYears.objects.filter(kind=kind, starts_on__lte=on).first()
    by_practice = years_kept(keeping, on)
    years, reason = (
        (chosen.years, chosen.reason) if chosen else (by_practice.value, by_practice.citation.text)
    )
    return Rule(kind, keeping.what, keeping.event, years, reason, by_practice.citation, chosen is not None)


def rules_on(on: date) -> list[Rule]:
    """Every rule."""
    return [rule_on(kind, on) for kind in KEEPINGS]


def children_due(kind: str, on: date) -> QuerySet[Child]:
    """The children whose file, or whose record of SEN support, has been kept for its years; holds included."""
    children = Child.objects.filter(born_on__lte=latest_event(rule_on(kind, on).years, on))
    return children.filter(sen_records__isnull=False).distinct() if kind == "sen-support" else children


def rows_due(kind: str, on: date) -> QuerySet[Any]:
    """The rows of their own whose years are over."""
    label, event = BY_EVENT[kind]
    return apps.get_model(label)._base_manager.filter(
        **{f"{event}__lte": latest_event(rule_on(kind, on).years, on)}
    )


def due(kind: str, on: date, *, most: int = MOST) -> list[Due]:
    """What of a kind may go and is not proposed yet: oldest first, with its holds."""
    years = rule_on(kind, on).years
    open_now = Removal.objects.filter(kind=kind, state__in=OPEN)
    if kind in BY_EVENT:
        event = BY_EVENT[kind][1]
        rows = rows_due(kind, on).exclude(pk__in=open_now.filter(row__isnull=False).values("row"))
        return [
            Due(kind, one.pk, getattr(one, event), due_on(getattr(one, event), years), f"number {one.pk}")
            for one in rows.order_by(event, "pk")[:most]
        ]
    children = children_due(kind, on).exclude(pk__in=open_now.filter(child__isnull=False).values("child"))
    listed = children.order_by("born_on", "pk").prefetch_related("cases", "holds")[:most]
    return [
        Due(kind, one.pk, one.born_on, due_on(one.born_on, years), named(one), list(held_back(one, on)))
        for one in listed
    ]


def count_due(kind: str, on: date) -> int:
    """How much of a kind may go, holds and proposals included."""
    return rows_due(kind, on).count() if kind in BY_EVENT else children_due(kind, on).count()


def named(child: Child) -> str:
    """A child without the name: the references of the cases, which say nothing to anybody outside."""
    references = ", ".join(sorted(case.reference for case in child.cases.all()))
    return references or f"no case; number {child.pk}"


def held_back(child: Child, on: date) -> Iterator[Hold]:
    """The holds on a child's file on a day, from what is loaded. One that begins later holds already: it was written to keep."""
    return (one for one in child.holds.all() if one.ends_on is None or one.ends_on >= on)


def holds(on: date) -> QuerySet[Hold]:
    """Every hold that is not over, the one to be looked at first."""
    running = Hold.objects.exclude(ends_on__lt=on).select_related("child", "recorded_by")
    return running.prefetch_related("child__cases").order_by("review_on", "pk")


def proposals() -> QuerySet[Removal]:
    """What waits for a second person, or for the worker."""
    waiting = Removal.objects.filter(state__in=OPEN).select_related("child", "proposed_by", "confirmed_by")
    return waiting.prefetch_related("child__cases", "child__holds").order_by("state", "due_on", "pk")


def removed() -> QuerySet[Removal]:
    """What was removed or declined, the latest first."""
    return (
        Removal.objects.exclude(state__in=OPEN).select_related("proposed_by", "confirmed_by").order_by("-pk")
    )
