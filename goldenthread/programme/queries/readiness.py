"""Whether an area is ready to be put forward for closing. Nobody inside can close it: reviewers decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from goldenthread.programme import rating_key
from goldenthread.programme.models import ActionVersion, Area, Evidence
from goldenthread.programme.queries.actions import is_unfinished


@dataclass(frozen=True)
class Readiness:
    """`lacking` says in sentences what is missing; empty when the area can be put forward."""

    lacking: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacking


def readiness_of_areas(areas: Iterable[Area], key: rating_key.Key, day: date) -> dict[int, Readiness]:
    """For each area's id, what it still lacks on a day. Two queries, however many areas."""
    held = list(areas)
    versions = ActionVersion.objects.as_known_on(day).filter(is_withdrawn=False, record__area__in=held)
    actions: dict[Any, Any] = {
        row["record__area"]: row
        for row in versions.values("record__area")
        .annotate(total=Count("pk"), unfinished=Count("pk", filter=is_unfinished(key)))
        .order_by()
    }
    impact = Evidence.objects.in_use(day).filter(area__in=held, shows_impact=True).exclude(gone_on__lte=day)
    evidence = {
        row["area"]: row["confirmed"]
        for row in impact.values("area")
        .annotate(confirmed=Count("pk", filter=Q(confirmed_on__lte=day)))
        .order_by()
    }
    return {area.pk: _readiness(actions.get(area.pk), evidence.get(area.pk)) for area in held}


def _readiness(actions: dict[str, Any] | None, confirmed: int | None) -> Readiness:
    """`confirmed` is None when there is no evidence of impact at all."""
    lacking = []
    if actions is None:
        lacking.append("It has no actions.")
    elif actions["unfinished"]:
        lacking.append(f"{actions['unfinished']} of {actions['total']} actions are not finished.")
    if confirmed is None:
        lacking.append("No evidence shows what difference it has made.")
    elif not confirmed:
        lacking.append("Its evidence of impact has not been confirmed by a second person.")
    return Readiness(tuple(lacking))


def readiness(area: Area, key: rating_key.Key, day: date) -> Readiness:
    """What one area still lacks on a day: finished actions, and confirmed evidence of impact. Done is not yet worked."""
    return readiness_of_areas([area], key, day)[area.pk]
