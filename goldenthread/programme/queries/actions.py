"""Actions as they were known on a day; what is overdue is computed here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.db.models import Count, DateField, F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from goldenthread.kit.dates import PartialDate
from goldenthread.programme import rating_key
from goldenthread.programme.choices import EffectKind
from goldenthread.programme.models import Action, ActionVersion, Effect, Programme


def actions_as_known(day: date, **of: Any) -> Any:
    """The versions that held on a day of actions that were not withdrawn, with their action, area and plan.

    `of` narrows by the action's fields, for example `area=…` or `area__plan__programme=…`.
    """
    narrowed = {f"record__{name}": value for name, value in of.items()}
    return (
        ActionVersion.objects.as_known_on(day)
        .filter(is_withdrawn=False, **narrowed)
        .select_related("record__area__plan__programme")
        .order_by("record__area__number", "record__number", "record_id")
    )


def closed_on(day: date) -> Exact:
    """A condition: the last decision known on a day about the action or its area closes it."""
    last = (
        Effect.objects.filter(
            Q(action=OuterRef("record_id")) | Q(area=OuterRef("record__area_id")), decision__known_on__lte=day
        )
        .order_by("-decision__decided_on", "-decision_id")
        .values("effect")[:1]
    )
    return Exact(Coalesce(Subquery(last), Value("")), Value(EffectKind.CLOSES.value))


def is_unfinished(key: rating_key.Key) -> Q:
    """A condition: the delivery grade is not one that ends the work."""
    return ~Q(delivery__in=rating_key.finished_codes(key))


def is_overdue(key: rating_key.Key, day: date) -> Q:
    """A condition: the last day that the due date can mean is past, and the work is not finished."""
    return Q(due__endswith__lte=day) & is_unfinished(key)


def overdue_actions(programme: Programme, key: rating_key.Key, day: date) -> Any:
    """Actions late on a day, those closed by a decision left out, the latest first."""
    held = actions_as_known(day, area__plan__programme=programme)
    return held.filter(is_overdue(key, day)).exclude(closed_on(day)).order_by("due__endswith", "record_id")


def due_within(programme: Programme, key: rating_key.Key, day: date, days: int) -> Any:
    """Unfinished actions that fall due from `day` to `days` days later."""
    held = actions_as_known(day, area__plan__programme=programme)
    soon = Q(due__endswith__gt=day, due__endswith__lte=day + timedelta(days=days + 1))
    return held.filter(soon & is_unfinished(key)).order_by("due__endswith", "record_id")


def days_late(version: ActionVersion, key: rating_key.Key, day: date) -> int:
    """How many days past the last day of its due date an unfinished action is; 0 when it is not late.

    A due date of "May 2025" is not late before 1 June 2025.
    """
    if version.due is None or version.delivery in rating_key.finished_codes(key):
        return 0
    return max((day - version.due.last).days, 0)


@dataclass
class Tally:
    """How many actions of an area stand where."""

    total: int = 0
    finished: int = 0
    overdue: int = 0
    undated: int = 0
    by_grade: dict[str, dict[str, int]] = field(
        default_factory=lambda: {axis: {} for axis in rating_key.AXES}
    )

    def add(self, row: dict[str, Any]) -> None:
        """Count one group of the query below."""
        self.total += row["n"]
        self.finished += row["finished"]
        self.overdue += row["overdue"]
        self.undated += row["undated"]
        for axis in rating_key.AXES:
            grades = self.by_grade[axis]
            grades[row[axis]] = grades.get(row[axis], 0) + row["n"]


def tallies_by_area(programme: Programme, key: rating_key.Key, day: date) -> dict[int, Tally]:
    """For each area's id, its actions counted as known on a day. One query, counted by the database."""
    finished = Q(delivery__in=rating_key.finished_codes(key))
    rows: Any = (
        ActionVersion.objects.as_known_on(day)
        .filter(is_withdrawn=False, record__area__plan__programme=programme)
        .values("delivery", "confidence", "impact", area=F("record__area_id"))
        .annotate(
            n=Count("pk"),
            finished=Count("pk", filter=finished),
            overdue=Count("pk", filter=is_overdue(key, day)),
            undated=Count("pk", filter=Q(due=None)),
        )
        .order_by()
    )
    tallies: dict[int, Tally] = {}
    for row in rows:
        tallies.setdefault(row["area"], Tally()).add(row)
    return tallies


@dataclass(frozen=True)
class DueDate:
    """One due date that an action has had, from the day that it was set, and why."""

    due: PartialDate | None
    set_on: date
    reason: str
    by: Any


def due_dates(action: Action, day: date) -> list[DueDate]:
    """Every due date that an action had up to a day, oldest first; unchanged ones are not repeated."""
    held: list[DueDate] = []
    versions = action.versions.filter(known_from__lte=day).select_related("recorded_by")
    for version in versions.order_by("known_from", "pk"):
        if not held or held[-1].due != version.due:
            held.append(DueDate(version.due, version.known_from, version.reason, version.recorded_by))
    return held


@dataclass(frozen=True)
class Slip:
    """How far an action's due date has moved from the first one promised."""

    version: ActionVersion
    first: PartialDate
    now: PartialDate
    moves: int

    @property
    def days(self) -> int:
        """Days between the last days that the two dates can mean; negative when it came forward."""
        return (self.now.last - self.first.last).days


def slips(programme: Programme, day: date, most: int = 20) -> list[Slip]:
    """The actions whose due date has moved furthest from the first, as known on a day. Two queries."""
    dated = ActionVersion.objects.filter(due__isnull=False, known_from__lte=day).order_by("known_from", "pk")
    first = dated.filter(record=OuterRef("record")).values("due")[:1]
    held = actions_as_known(day, area__plan__programme=programme).filter(due__isnull=False)
    moved = held.annotate(first_due=Subquery(first)).exclude(first_due=F("due"))
    furthest = list(moved.order_by(_last_day("first_due") - _last_day("due"), "record_id")[:most])
    dues: dict[int, list[PartialDate]] = {}
    for version in dated.filter(record__in=[one.record_id for one in furthest]):
        dues.setdefault(version.record_id, []).append(version.due)
    return [_slip(version, dues[version.record_id]) for version in furthest]


def _last_day(name: str) -> Func:
    return Func(F(name), function="upper", output_field=DateField())


def _slip(version: ActionVersion, dues: list[PartialDate]) -> Slip:
    moves = sum(1 for before, after in pairwise(dues) if before != after)
    return Slip(version, dues[0], dues[-1], moves)


def led_by(user: Any, day: date) -> Any:
    """The actions that a person leads, as known on a day."""
    return actions_as_known(day, led_by=user)
