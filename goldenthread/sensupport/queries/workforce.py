"""SENCOs and their clocks, where champions are missing, what training changed, and who has not been trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean

from django.db.models import Count, Max, Q

from goldenthread.law.qualification import Window, window
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.choices import Area
from goldenthread.sensupport.models import Attendance, Champion, SencoPost, Training
from goldenthread.sensupport.queries.register import by_school

LONG_AGO = timedelta(days=730)
"""Two years: ours, no law's."""
FEWEST = 5
"""Answers under this are given no mean: it would tell on somebody."""


@dataclass(frozen=True)
class Post:
    """A SENCO's post and its clock: the window, and where it stands on a day in words."""

    post: SencoPost
    window: Window | None
    state: str
    words: str


def posts(day: date) -> list[Post]:
    """Every SENCO on a day, those whose clock is worst first. One query."""
    rows = SencoPost.objects.held_on(day).select_related("setting")
    order = {"late": 0, "due": 1, "waiting": 2, "done": 3}
    return sorted(
        (_post(one, day) for one in rows), key=lambda one: (order[one.state], one.post.setting.name)
    )


def _post(post: SencoPost, day: date) -> Post:
    clock = window(post.starts_on)
    if post.has_award or post.qualified_on:
        return Post(post, clock, "done", "Qualified" if post.qualified_on else "Holds the National Award")
    if clock is None:
        return Post(post, None, "waiting", "Took the post before September 2024: this clock does not run")
    if clock.due_on < day:
        return Post(post, clock, "late", "The three years are over")
    if post.enrolled_on:
        return Post(post, clock, "waiting", "On the course")
    if clock.begin_by < day:
        return Post(post, clock, "late", "Too late to begin a course of 22 months in time")
    return Post(post, clock, "due", "Has to begin a course")


def schools_without_senco(day: date) -> list[str]:
    """Schools and settings for which no SENCO is entered on a day. One query."""
    held = SencoPost.objects.held_on(day).values("setting")
    rows = Organisation.objects.filter(setting__isnull=False).exclude(pk__in=held)
    return list(rows.order_by("name").values_list("name", flat=True))


def coverage(day: date) -> list[tuple[str, list[bool]]]:
    """Each school with champions, and for which areas it has one; schools with none come first. Two queries."""
    found: dict[str, set[str]] = {}
    for name, area in Champion.objects.held_on(day).values_list("setting__name", "area"):
        found.setdefault(name, set()).add(area)
    names = (
        set(Organisation.objects.filter(setting__isnull=False).values_list("name", flat=True)) | found.keys()
    )
    rows = [(name, [area in found.get(name, ()) for area in Area.values]) for name in names]
    return sorted(rows, key=lambda one: (sum(one[1]), one[0]))


@dataclass(frozen=True)
class Felt:
    """How sure people felt on average, of those who said it before and after (or three months on); None where too few did."""

    count: int
    before: float | None
    after: float | None
    later: float | None
    answered_later: int


def felt(training: Training) -> Felt:
    """What a training changed. Only people who answered at both times are compared."""
    rows = list(training.attendances.values_list("before", "after", "later"))
    both = [(b, a) for b, a, _ in rows if b is not None and a is not None]
    late = [one for *_, one in rows if one is not None]
    enough = len(both) >= FEWEST
    return Felt(
        len(rows), mean(b for b, _ in both) if enough else None, mean(a for _, a in both) if enough else None,
        mean(late) if len(late) >= FEWEST else None, len(late),
    )  # fmt: skip


@dataclass(frozen=True)
class Untrained:
    """A school nobody of which has been trained for two years, and how many pupils on SEN support it has."""

    setting: str
    last_on: date | None
    support: int


def untrained(day: date) -> list[Untrained]:
    """Those with most pupils on SEN support first. Three queries."""
    support = {one.setting: one.support for one in by_school(day)}
    last = dict(
        Attendance.objects.filter(training__held_on__lte=day)
        .values_list("setting__name")
        .annotate(last=Max("training__held_on"))
    )
    names = Organisation.objects.filter(setting__isnull=False).values_list("name", flat=True)
    found = [Untrained(name, last.get(name), support.get(name, 0)) for name in names]
    stale = [one for one in found if one.last_on is None or one.last_on < day - LONG_AGO]
    return sorted(stale, key=lambda one: (-one.support, one.setting))


def trainings(day: date) -> list[Training]:
    """The trainings of two years, the newest first, each with how many came."""
    rows = Training.objects.filter(held_on__gte=day - LONG_AGO).order_by("-held_on", "-pk")
    return list(
        rows.annotate(
            came=Count("attendances"),
            answered=Count("attendances", filter=Q(attendances__later__isnull=False)),
        )
    )
