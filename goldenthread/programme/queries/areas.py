"""Areas as they were known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch

from goldenthread.programme.models import Area, AreaVersion, Plan, Programme, ProgrammeVersion
from goldenthread.programme.queries.openness import Openness, openness_of_areas


@dataclass(frozen=True)
class AreaNow:
    """An area as it was known on a day: its words, and whether it was open."""

    area: Area
    version: AreaVersion
    openness: Openness
    day: date

    @property
    def title(self) -> str:
        """Its local title that day."""
        return self.version.title

    @property
    def number(self) -> int:
        """Its number in its plan."""
        return self.area.number

    @property
    def is_open(self) -> bool:
        """Whether no decision known that day had closed it."""
        return self.openness.is_open

    @property
    def closed_by(self) -> Any:
        """The decision that closed it, if it was closed."""
        return self.openness.closed_by


@dataclass(frozen=True)
class PlanNow:
    """A plan with its areas as known on a day."""

    plan: Plan
    areas: list[AreaNow] = field(default_factory=list)

    @property
    def open_areas(self) -> list[AreaNow]:
        """The areas that were open."""
        return [area for area in self.areas if area.is_open]

    @property
    def closed_areas(self) -> list[AreaNow]:
        """The areas that a decision had closed."""
        return [area for area in self.areas if not area.is_open]


def areas_as_known(areas: Any, day: date) -> list[AreaNow]:
    """These areas as known on a day, those not known yet left out. Three queries, however many there are."""
    held = list(
        areas.filter(known_on__lte=day)
        .select_related("plan__programme")
        .prefetch_related(
            "answers", Prefetch("versions", AreaVersion.objects.as_known_on(day), to_attr="as_known")
        )
        .order_by("plan__known_on", "plan_id", "number")
    )
    openness = openness_of_areas(held, day)
    return [AreaNow(area, area.as_known[0], openness[area.pk], day) for area in held if area.as_known]


def area_as_known(area: Area, day: date) -> AreaNow | None:
    """One area as known on a day; None if it was not known yet."""
    found = areas_as_known(Area.objects.filter(pk=area.pk), day)
    return found[0] if found else None


def plans_as_known(programme: Programme, day: date, *, public: bool = False) -> list[PlanNow]:
    """The programme's plans known on a day, each with its areas."""
    plans = programme.plans.filter(known_on__lte=day).select_related("inspection")
    if public:
        plans = plans.open_to_public()
    held = list(plans)
    areas = areas_as_known(Area.objects.filter(plan__in=held), day)
    return [PlanNow(plan, [area for area in areas if area.area.plan_id == plan.pk]) for plan in held]


def open_areas(programme: Programme, day: date) -> list[AreaNow]:
    """The areas that answer a finding of inspectors and were open as known on a day."""
    answering = Area.objects.filter(plan__programme=programme, answers__isnull=False).distinct()
    return [area for area in areas_as_known(answering, day) if area.is_open]


def programme_as_known(programme: Programme, day: date) -> ProgrammeVersion:
    """The programme's title, words and rating key that held on a day; its first, for a day before it began."""
    versions: Any = programme.versions.order_by("known_from", "pk")
    found: ProgrammeVersion = versions.as_known_on(day).first() or versions.first()
    return found


def programmes() -> Iterable[Programme]:
    """All programmes of the area."""
    return Programme.objects.order_by("pk")


def places_for_roles() -> list[tuple[str, str]]:
    """Each programme as a place where a role may be held."""
    return [(f"programme:{programme.slug}", str(programme)) for programme in programmes()]
