"""Whether areas and actions are open: computed from external decisions, never typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.choices import EffectKind
from goldenthread.programme.models import Area, Effect


@dataclass(frozen=True)
class Spell:
    """A stretch for which an area or action was open; `closed_by` is the decision that ended it."""

    opened_on: PartialDate
    opened_by: Any = None
    closed_on: PartialDate | None = None
    closed_by: Any = None


@dataclass(frozen=True)
class Openness:
    """All spells of one area or action, oldest first."""

    spells: tuple[Spell, ...] = field(default=())

    @property
    def is_open(self) -> bool:
        """Whether the last spell has no end."""
        return bool(self.spells) and self.spells[-1].closed_by is None

    @property
    def closed_by(self) -> Any:
        """The decision that closed it last; None while it is open."""
        return self.spells[-1].closed_by if self.spells else None

    @property
    def was_reopened(self) -> bool:
        """Whether it has been open more than once."""
        return len(self.spells) > 1


def spells_of(opened_on: PartialDate, effects: Iterable[Effect]) -> Openness:
    """The spells that decisions, in the order of their days, make of a first opening."""
    spells = [Spell(opened_on)]
    for effect in sorted(effects, key=lambda one: (one.decision.decided_on, one.decision_id)):
        last, decision = spells[-1], effect.decision
        if effect.effect == EffectKind.CLOSES and last.closed_by is None:
            spells[-1] = Spell(last.opened_on, last.opened_by, decision.decided_on, decision)
        elif effect.effect == EffectKind.REOPENS and last.closed_by is not None:
            spells.append(Spell(decision.decided_on, decision))
    return Openness(tuple(spells))


def effects_known_on(day: date, **of: Any) -> Any:
    """The effects of decisions that the area knew of on a day, with their decisions and bodies."""
    return (
        Effect.objects.filter(decision__known_on__lte=day, **of)
        .select_related("decision__body", "decision__review")
        .order_by("decision__decided_on", "decision_id")
    )


def openness_of_areas(areas: Iterable[Area], day: date) -> dict[int, Openness]:
    """For each area, by its id, how it stood as known on a day. One query."""
    areas = list(areas)
    by_area: dict[int, list[Effect]] = defaultdict(list)
    for effect in effects_known_on(day, area__in=areas):
        by_area[effect.area_id].append(effect)
    return {area.pk: spells_of(area.opened_on, by_area[area.pk]) for area in areas}


def openness_of_action(action: Any, day: date) -> Openness:
    """How one action stood as known on a day."""
    return spells_of(PartialDate.of(action.known_on), effects_known_on(day, action=action))
