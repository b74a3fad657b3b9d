"""Named counts of SEN support for a period and a day. Only schools that keep their register here are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count as Counted
from django.db.models import F, Q

from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.models import Asked, Attendance, Provision, Training
from goldenthread.sensupport.queries.inclusion import added_up, latest_lists
from goldenthread.sensupport.queries.register import by_school
from goldenthread.sensupport.queries.workforce import coverage, posts, untrained

WITH_NEED = (Code.SUPPORT.value, Code.PLAN.value)


@dataclass(frozen=True)
class Count:
    """How many, out of how many; without a denominator a plain count."""

    numerator: int
    denominator: int | None = None


def counts(since: date, until: date) -> dict[str, Count]:
    """Every count. Registers, posts and champions are those of the last day; requests, training and lists those of the period."""
    return {
        **_registers(until),
        **_requests(since, until),
        **_lists(since, until),
        **_workforce(since, until),
    }


def _registers(day: date) -> dict[str, Count]:
    schools = by_school(day)
    support = sum(one.support for one in schools)
    coded = Provision.objects.held_on(day).filter(code__in=WITH_NEED)
    named = coded.aggregate(all=Counted("pk"), named=Counted("pk", filter=~Q(primary_need="")))
    return {
        "support": Count(support),
        "current_review": Count(sum(one.with_current_review for one in schools), support),
        "need_named": Count(named["named"], named["all"]),
    }


def _requests(since: date, until: date) -> dict[str, Count]:
    rows = Asked.objects.filter(asked_on__range=(since, until)).aggregate(
        all=Counted("pk"), ready=Counted("pk", filter=Q(reviewed_cycles__gte=F("expected_cycles")))
    )
    return {"asked_after_cycles": Count(rows["ready"], rows["all"])}


def _lists(since: date, until: date) -> dict[str, Count]:
    """Of the newest list of each school that ends in the period: those with K or E, and everybody else."""
    counts = added_up(one for one in latest_lists(until) if one.until >= since)
    need, others = counts[Code.SUPPORT] + counts[Code.PLAN], counts[Code.NONE]
    return {
        "away_with_need": Count(need["often_away"], need["attendance_said"]),
        "away_without": Count(others["often_away"], others["attendance_said"]),
        "suspended_with_need": Count(need["suspended"], need["listed"]),
        "suspended_without": Count(others["suspended"], others["listed"]),
    }


def _workforce(since: date, until: date) -> dict[str, Count]:
    sencos, champions = posts(until), [held for _, held in coverage(until)]
    held = Training.objects.filter(held_on__range=(since, until))
    given = held.aggregate(all=Counted("pk"), together=Counted("pk", filter=Q(is_co_delivered=True)))
    both = Attendance.objects.filter(training__in=held, before__isnull=False, after__isnull=False)
    felt = both.aggregate(all=Counted("pk"), surer=Counted("pk", filter=Q(after__gt=F("before"))))
    return {
        "sencos_in_time": Count(sum(one.state != "late" for one in sencos), len(sencos)),
        "with_champion": Count(sum(any(one) for one in champions), len(champions)),
        "trained": Count(len(champions) - len(untrained(until)), len(champions)),
        "given_together": Count(given["together"], given["all"]),
        "surer_after": Count(felt["surer"], felt["all"]),
    }
