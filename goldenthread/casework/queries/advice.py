"""Requests for advice: those that wait in somebody's cases, and those that were made to a professional."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import AdviceAccess, Case, Event, OpenDuty
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.kinds import ADVICE
from goldenthread.casework.process.standing import Open
from goldenthread.casework.queries.story import clock_of
from goldenthread.kit.clock import Clock

MOST = 200
KINDS = dict(ADVICE)


@dataclass(frozen=True)
class Asked:
    """One request for advice that has no answer yet."""

    case: Case
    request: Event
    due_on: date | None
    chased_on: date | None
    times_chased: int

    @property
    def body(self) -> str:
        """Who was asked."""
        return str(self.request.facts.get("body", ""))

    @property
    def of(self) -> str:
        """The kind of advice, in a word or two."""
        return KINDS.get(str(self.request.facts.get("of", "")), "Advice").split(":")[0]


def waiting_advice(cases: Any, most: int = MOST) -> list[Asked]:
    """The advice that has not come in some cases: what is due longest first; those without a clock first of all."""
    duties = OpenDuty.objects.filter(case__in=cases, duty=Duty.ADVISE).select_related("case__child")
    held = list(duties.order_by("due_on", "started_on", "pk")[:most])
    held.sort(key=lambda one: (one.due_on is not None, one.due_on or one.started_on))
    requests = _requests({one.number for one in held})
    chased = _chased(requests.values())
    return [
        Asked(one.case, request, one.due_on, *chased.get(request.number, (None, 0)))
        for one in held
        if (request := requests.get(one.number)) is not None
    ]


@dataclass(frozen=True)
class Body:
    """What one body owes: how many requests wait there, how many are late, and since when the oldest waits."""

    name: str
    waiting: int
    late: int
    oldest_on: date


def by_body(waiting: Iterable[Asked], today: date) -> list[Body]:
    """The same requests by who was asked, the most late first."""
    held: dict[str, list[Asked]] = {}
    for one in waiting:
        held.setdefault(one.body, []).append(one)
    found = [
        Body(name, len(asked), sum(bool(one.due_on and one.due_on < today) for one in asked),
             min(one.request.occurred_on for one in asked))
        for name, asked in held.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.late, -one.waiting, one.name))


def _requests(numbers: set[int]) -> dict[int, Event]:
    """The requests as they stand now, under the numbers by which the files know them."""
    held = Event.objects.in_force().filter(kind="advice-requested", is_struck=False)
    found = [*held.filter(pk__in=numbers, root=None), *held.filter(root__in=numbers)]
    return {event.number: event for event in found}


def _chased(requests: Iterable[Event]) -> dict[int, tuple[date, int]]:
    """When each request was last chased, and how often."""
    numbers = [one.number for one in requests]
    chasers = Event.objects.in_force().filter(kind="advice-chased", is_struck=False, answers__in=numbers)
    found: dict[int, tuple[date, int]] = {}
    for number, on in chasers.order_by("occurred_on").values_list("answers", "occurred_on"):
        assert number is not None  # a chaser answers a request
        found[number] = (on, found.get(number, (on, 0))[1] + 1)
    return found


@dataclass(frozen=True)
class AskedOfMe:
    """A request for advice as the professional who was asked reads it."""

    access: AdviceAccess
    request: Event
    clock: Clock | None

    @property
    def of(self) -> str:
        """The kind of advice."""
        return KINDS.get(str(self.request.facts.get("of", "")), "Advice")


def asked_of(adviser: Any, on: date) -> list[AskedOfMe]:
    """The requests that are open to a professional on a day, what is due first at the top."""
    held = AdviceAccess.objects.held_on(on).filter(adviser=adviser).select_related("case__child", "request")
    found = [asked_of_me(one, on) for one in held]
    return sorted(found, key=lambda one: (one.clock is None, one.clock.due if one.clock else on))


def asked_of_me(access: AdviceAccess, on: date) -> AskedOfMe:
    """One request with its clock; without one until we know that it reached them."""
    number = access.request.number
    request = _requests({number}).get(number, access.request)
    duty = OpenDuty.objects.filter(case=access.case, duty=Duty.ADVISE, number=number).first()
    clock = None
    if duty is not None and duty.due_on is not None:
        clock = clock_of(Open(Duty.ADVISE, duty.started_on, duty.due_on, number), on)
    return AskedOfMe(access, request, clock)
