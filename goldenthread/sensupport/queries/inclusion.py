"""Attendance, suspensions and social workers beside the register: a school's inclusion list, and the area in counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from goldenthread.partners.models import Organisation
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.inclusion import Facts
from goldenthread.sensupport.models import Circumstances, Provision, Pupil, RollList


@dataclass(frozen=True)
class Included:
    """A pupil of a list, what is known of them, and each reason."""

    pupil: Pupil
    facts: Facts
    is_part_time: bool

    @property
    def reasons(self) -> list[str]:
        """Each reason in words."""
        return self.facts.reasons()


def facts_of(one: Any, code: str) -> Facts:
    """What a list says of a pupil, with the code of the register."""
    return Facts(code, one.attendance, one.suspended_days, one.has_social_worker)


def latest_lists(day: date) -> list[RollList]:
    """Each school's newest list up to a day. One query."""
    rows = RollList.objects.filter(until__lte=day).select_related("setting__setting")
    return list(rows.order_by("setting_id", "-until").distinct("setting_id"))


def latest_list(setting: Organisation, day: date) -> RollList | None:
    """A school's newest list up to a day."""
    return RollList.objects.filter(setting=setting, until__lte=day).order_by("-until").first()


def included(roll: RollList, standing: Any) -> list[Included]:
    """Those whom the rule puts on the list, with most reasons first. Only pupils of whom the reader may know. Two queries."""
    held = Provision.objects.held_on(standing.day)
    pupils = Pupil.objects.all().known_to(standing).select_related("child")
    rows = Circumstances.objects.filter(roll=roll, pupil__in=pupils).select_related("pupil__child")
    rows = rows.prefetch_related(Prefetch("pupil__provisions", held, to_attr="held_now"))
    found = []
    for one in rows:
        now: Any = one.pupil
        facts = facts_of(one, now.held_now[0].code if now.held_now else Code.NONE)
        if facts.is_on_the_list:
            found.append(Included(one.pupil, facts, one.is_part_time))
    return sorted(found, key=lambda one: (-len(one.reasons), str(one.pupil.child)))


def circumstances_now(pupil: Pupil, day: date) -> Circumstances | None:
    """What the newest list of the pupil's school up to a day says of them."""
    found: Circumstances | None = (
        pupil.circumstances.filter(roll__until__lte=day, roll__setting=pupil.setting_id)
        .select_related("roll")
        .order_by("-roll__until")
        .first()
    )
    return found


def added_up(lists: Iterable[RollList]) -> dict[str, Counter[str]]:
    """The counts of several lists together, for K, E and N."""
    found = {code.value: Counter[str]() for code in (Code.SUPPORT, Code.PLAN, Code.NONE)}
    for one in lists:
        for code, counts in one.counts.items():
            found[code].update(counts)
    return found
