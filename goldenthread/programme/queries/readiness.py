"""Whether an area is ready to be put forward for closing. Nobody inside can close it: reviewers decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.programme import rating_key
from goldenthread.programme.models import Area, Evidence
from goldenthread.programme.queries.actions import actions_as_known, is_unfinished


@dataclass(frozen=True)
class Readiness:
    """`lacking` says in sentences what is missing; empty when the area can be put forward."""

    lacking: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacking


def readiness(area: Area, key: rating_key.Key, day: date) -> Readiness:
    """What an area still lacks on a day: finished actions, and confirmed evidence of impact. Done is not yet worked."""
    held = actions_as_known(day, area=area)
    total = held.count()
    unfinished = held.filter(is_unfinished(key)).count()
    impact = Evidence.objects.as_known_on(day).filter(area=area, shows_impact=True)
    confirmed = impact.filter(confirmed_on__lte=day).exists()
    lacking = []
    if not total:
        lacking.append("It has no actions.")
    if unfinished:
        lacking.append(f"{unfinished} of {total} actions are not finished.")
    if not impact.exists():
        lacking.append("No evidence shows what difference it has made.")
    elif not confirmed:
        lacking.append("Its evidence of impact has not been confirmed by a second person.")
    return Readiness(tuple(lacking))
