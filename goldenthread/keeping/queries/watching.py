"""What the audit says about who reads: canaries, and very many children at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import roles_that_hold
from goldenthread.audit.models import Event
from goldenthread.casework.models import Case
from goldenthread.keeping.models import Canary
from goldenthread.sensupport.models import Pupil

MANY, WITHIN = 200, timedelta(minutes=10)
CASE, PUPIL = "casework.case:", "sensupport.pupil:"
SEEN = (".read", ".taken", ".downloaded")
"""How the names of events end that say that somebody looked."""


@dataclass(frozen=True)
class Found:
    """Something about which somebody is called; `key` is the same for the same thing."""

    kind: str
    key: str
    actor: str
    says: str


def canaries_read(after: int) -> Iterator[Found]:
    """Each reading of a planted case after an event of the audit."""
    subjects = [f"{CASE}{key}" for key in Canary.objects.values_list("case", flat=True)]
    for event in Event.objects.filter(sequence__gt=after, subject__in=subjects).order_by("sequence"):
        if event.action.endswith(SEEN):
            yield Found(
                "canary",
                f"canary:{event.sequence}",
                event.actor,
                f"Opened by: {event.actor_label}. Event {event.sequence}.",
            )


def many_read(after: int, now: datetime) -> Iterator[Found]:
    """Each person who read more than so many children's records within the minutes before any event after `after`."""
    since = _start_of_window(after, now)
    looked: dict[str, list[tuple[datetime, str, int]]] = defaultdict(list)
    events = Event.objects.filter(sequence__gt=since).exclude(actor="").order_by("sequence")
    for at, actor, subject, action, number in events.values_list(
        "at", "actor", "subject", "action", "sequence"
    ):
        if action.endswith(SEEN) and subject.startswith((CASE, PUPIL)):
            looked[actor].append((at, subject, number))
    for actor, reads in looked.items():
        if len({subject for _, subject, _ in reads}) > MANY and (hit := _first_beyond(reads)):
            yield Found("many", f"many:{actor}:{hit:%Y-%m-%d-%H}", actor,
                        f"More than {MANY} children’s records within 10 minutes, until {hit:%H:%M} UTC.")  # fmt: skip


def _start_of_window(after: int, now: datetime) -> int:
    """The event before the minutes that still count for the first event that is new."""
    first = (
        Event.objects.filter(sequence__gt=after).order_by("sequence").values_list("at", flat=True).first()
        or now
    )
    before = Event.objects.filter(sequence__lte=after, at__lt=first - WITHIN).aggregate(last=Max("sequence"))
    return int(before["last"] or 0)


def _first_beyond(reads: list[tuple[datetime, str, int]]) -> datetime | None:
    """When a person was first beyond the limit: children are counted once, whichever page of theirs was read."""
    child_of, first = _children(subject for _, subject, _ in reads), 0
    counted: dict[int | str, int] = defaultdict(int)
    for at, subject, _ in reads:
        counted[child_of.get(subject, subject)] += 1
        while reads[first][0] < at - WITHIN:
            gone = child_of.get(reads[first][1], reads[first][1])
            counted[gone] -= 1
            if not counted[gone]:
                del counted[gone]
            first += 1
        if len(counted) > MANY:
            return at
    return None


def _children(subjects: Iterator[str]) -> dict[str, int]:
    keys: dict[str, set[int]] = {CASE: set(), PUPIL: set()}
    for subject in subjects:
        prefix, _, key = subject.rpartition(":")
        keys[f"{prefix}:"].add(int(key))
    found = {}
    for prefix, rows in ((CASE, Case.objects), (PUPIL, Pupil.objects)):
        for key, child in rows.filter(pk__in=keys[prefix]).values_list("pk", "child"):
            found[f"{prefix}{key}"] = child
    return found


def on_duty(on: date) -> list[User]:
    """Everybody who is called on a day."""
    keys = [role.key for role in roles_that_hold(Permission.STAND_DUTY)]
    held = RoleHolding.objects.held_on(on).filter(role__in=keys)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user")))
