"""What stands between an area and its closing: what reviewers asked and what was shown, and, once closed, whether it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from goldenthread.evidence.models import Answer, Statement
from goldenthread.evidence.queries.statements import Held, statement_held
from goldenthread.kit.dates import months_from
from goldenthread.programme.choices import ReviewPointKind
from goldenthread.programme.models import Area, Evidence, ReviewPoint, SustainedCheck
from goldenthread.programme.queries.areas import AreaNow, area_as_known, programme_as_known
from goldenthread.programme.queries.readiness import readiness

SUSTAINED_AFTER = (6, 12)
"""Months after its closing at which an area is asked whether the change has lasted. Ours: no regulation asks for it."""


@dataclass(frozen=True)
class Ask:
    """What a review asked for, and the evidence put forward for it.

    `is_answered`: something that a second person had confirmed by the day, and that could be opened then, answers it.
    """

    point: ReviewPoint
    evidence: tuple[Evidence, ...]
    is_answered: bool


@dataclass(frozen=True)
class Sustained:
    """A day on which to ask whether the change has lasted, and the check that answers, when there is one."""

    months: int
    due_on: date
    check: SustainedCheck | None
    is_late: bool


@dataclass(frozen=True)
class Closing:
    """An area on its way to its closing. `missing` is in sentences; empty when it can be put forward."""

    now: AreaNow
    asks: tuple[Ask, ...]
    standing: Held | None
    missing: tuple[str, ...]
    sustained: tuple[Sustained, ...]


def closing_of(area: Area, day: date) -> Closing | None:
    """The area on a day; None before it was known."""
    now = area_as_known(area, day)
    if now is None:
        return None
    asks = asks_of(area, day)
    standing = _standing(area, day)
    key = programme_as_known(area.plan.programme, day).rating_key
    missing = [*readiness(area, key, day).lacking, *_missing(asks, standing)] if now.is_open else []
    return Closing(now, asks, standing, tuple(missing), () if now.is_open else _sustained(now, day))


def asks_of(area: Area, day: date) -> tuple[Ask, ...]:
    """What reviews known on a day asked of this area or of all, the newest first, with what answers each."""
    held = Answer.objects.standing_on(day).select_related("evidence__confirmed_by")
    points = (
        ReviewPoint.objects.filter(
            Q(area=area) | Q(area=None), kind=ReviewPointKind.ASK, review__programme=area.plan.programme_id,
            review__known_on__lte=day,
        )
        .select_related("review")
        .prefetch_related(Prefetch("answers", held, to_attr="as_answered"))
        .order_by("-review__held_on", "pk")
    )  # fmt: skip
    return tuple(_ask(one, day) for one in points)


def _ask(point: Any, day: date) -> Ask:
    evidence = tuple(answer.evidence for answer in point.as_answered)
    return Ask(point, evidence, any(one.is_confirmed_on(day) and not one.is_gone_on(day) for one in evidence))


def _standing(area: Area, day: date) -> Held | None:
    statement = Statement.objects.filter(area=area).first()
    version = statement.versions.standing_on(day).first() if statement else None
    return statement_held(version, day) if version else None


def _missing(asks: tuple[Ask, ...], standing: Held | None) -> list[str]:
    open_asks = sum(not one.is_answered for one in asks)
    found = []
    if open_asks:
        found.append(f"{open_asks} of {len(asks)} things that reviews asked for have no confirmed evidence.")
    if standing is None:
        found.append("No position statement of it is signed by the council, the health board and the forum.")
    else:
        found += [f"Its position statement is out of date: {words}" for words in standing.stale]
        if standing.reds:
            found.append(
                f"{len(standing.reds)} sentences of its position statement claim more than they show."
            )
    return found


def _sustained(now: AreaNow, day: date) -> tuple[Sustained, ...]:
    closed = now.closed_by.decided_on.last
    checks = list(now.area.sustained_checks.as_known_on(day).order_by("checked_on", "pk"))
    found = []
    before = closed
    for months in SUSTAINED_AFTER:
        due = months_from(closed, months)
        check = next((one for one in reversed(checks) if before < one.checked_on.last <= _until(due)), None)
        found.append(Sustained(months, due, check, check is None and day > due))
        before = _until(due)
    return tuple(found)


def _until(due: date) -> date:
    """A check answers for a day that it was due on until three months later (ours)."""
    return months_from(due, 3)
