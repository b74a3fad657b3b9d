"""Who may know of a case and see what of it.

A decision needs a role AND a part in this very case AND the day. Parts are the table below; without one, a case is as if it
did not exist. A bar (one's own child, a neighbour) beats every part; a restricted case needs a grant as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q

from goldenthread.accounts.permissions import Permission as P
from goldenthread.accounts.roles import ROLES
from goldenthread.casework.models.access import AdviceAccess, Allocation, Bar, Grant
from goldenthread.casework.models.panel import AgendaItem
from goldenthread.partners.models import Membership
from goldenthread.people.models import Relationship, Schooling


class Section(StrEnum):
    """A class of what a case holds."""

    COURSE = "course"  # stage, dates, what comes next
    LETTERS = "letters"  # what was issued
    REQUEST = "request"  # the request and the family's words
    ADVICE = "advice"  # every adviser's words
    CONTACT = "contact"  # addresses, telephones, households
    NOTES = "notes"  # the workers' own, before a decision
    PEOPLE = "people"  # who is involved
    READERS = "readers"  # who has looked


ALL = frozenset(Section)


@dataclass(frozen=True)
class Part:
    """A way to belong to a case: the role that it takes, which cases, and the sections that it opens."""

    name: str
    role: str
    cases: Callable[[Any, date], Q]
    sections: frozenset[Section]
    is_family: bool = False

    @property
    def permissions(self) -> frozenset[P]:
        """What somebody with this part may do in the case."""
        return ROLES[self.role].permissions


def _allocated(user: Any, day: date) -> Q:
    return Q(pk__in=Allocation.objects.held_on(day).filter(worker=user).values("case"))


def _of_team(user: Any, day: date) -> Q:
    """The cases of the teams that somebody belongs to, and those that no team has yet: somebody must see a new request."""
    held = Membership.objects.filter(user=user, team__isnull=False, starts_on__lte=day)
    teams = held.filter(Q(ends_on=None) | Q(ends_on__gte=day)).values("team")
    return Q(team__in=teams) | Q(team=None)


def _asked_for_advice(user: Any, day: date) -> Q:
    return Q(pk__in=AdviceAccess.objects.held_on(day).filter(adviser=user).values("case"))


def _on_agenda(user: Any, day: date) -> Q:
    """The cases on the agenda of a panel on which somebody sits, until the sitting is closed."""
    held = Membership.objects.filter(user=user, body__isnull=False, starts_on__lte=day)
    bodies = held.filter(Q(ends_on=None) | Q(ends_on__gte=day)).values("body")
    return Q(
        pk__in=AgendaItem.objects.filter(sitting__closed_on=None, sitting__body__in=bodies).values("case")
    )


def _taught(user: Any, day: date) -> Q:
    held = Membership.objects.filter(user=user, organisation__isnull=False, starts_on__lte=day)
    settings = held.filter(Q(ends_on=None) | Q(ends_on__gte=day)).values("organisation")
    return Q(child__in=Schooling.objects.held_on(day).filter(setting__in=settings).values("child"))


def _of_family(user: Any, day: date) -> Q:
    followed = Relationship.objects.held_on(day).filter(adult__user=user, may_follow=True)
    return Q(child__in=followed.values("child")) | Q(child__user=user)


def _from_year_9(user: Any, day: date) -> Q:
    """The open cases of those in or past year 9, by age: who prepares them for adult life knows of no younger child."""
    last = date(day.year - (day.month < 9) - 13, 8, 31)
    return Q(child__born_on__lte=last, standing__ended_on=None)


def _granted(user: Any, day: date) -> Q:
    return Q(pk__in=Grant.objects.held_on(day).filter(user=user).values("case"))


S = Section
PARTS = (
    Part("worker", "caseworker", _allocated, ALL - {S.READERS}),
    Part("manager", "casework-manager", _of_team, ALL),
    Part("panel", "panel-member", _on_agenda, frozenset({S.COURSE, S.REQUEST, S.ADVICE})),
    Part("adviser", "adviser", _asked_for_advice, frozenset({S.COURSE, S.REQUEST})),
    Part("setting", "setting", _taught, frozenset({S.COURSE, S.LETTERS})),
    Part(
        "family", "family", _of_family, frozenset({S.COURSE, S.LETTERS, S.REQUEST, S.PEOPLE}), is_family=True
    ),
    Part("adulthood", "adulthood-officer", _from_year_9, frozenset()),
    Part("inspector", "inspector", _granted, frozenset({S.COURSE, S.LETTERS, S.ADVICE})),
)


def working(part: Part) -> bool:
    """Whether a part is that of a worker or their manager."""
    return part.name in ("worker", "manager")


def keeping_destinations(part: Part) -> bool:
    """Whether a part is that of somebody who keeps where young people are after year 11."""
    return P.KEEP_DESTINATIONS in part.permissions


def inspecting(part: Part) -> bool:
    """Whether a part is that of a visitor with leave."""
    return part.name == "inspector"


def advising(part: Part) -> bool:
    """Whether a part is that of a professional who was asked for advice."""
    return part.name == "adviser"


def on_panel(part: Part) -> bool:
    """Whether a part is that of a member of a panel."""
    return part.name == "panel"


def family(part: Part) -> bool:
    """Whether a part is that of the family."""
    return part.is_family


def cases_known_to(standing: Any, which: Callable[[Part], bool] = lambda part: True) -> Q:
    """The cases in which somebody has a part, or one of `which`, on the day of their standing."""
    user, day = standing.user, standing.day
    found = Q(pk__in=())
    for part in PARTS:
        if part.role in standing.roles and which(part):
            found |= _cases(part, user, day)
    return found & ~Q(pk__in=Bar.objects.held_on(day).filter(user=user).values("case")) if found else found


def _cases(part: Part, user: Any, day: date) -> Q:
    """The cases of a part. A restricted one needs a grant, except to the family itself."""
    cases = part.cases(user, day)
    return cases if part.is_family else cases & (Q(is_restricted=False) | _granted(user, day))


def parts_in(case: Any, standing: Any) -> tuple[Part, ...]:
    """The parts that somebody has in a case; asked of the database once for each case and standing."""
    known: tuple[Any, tuple[Part, ...]] | None = case.__dict__.get("_parts")
    if known is not None and known[0] is standing:
        return known[1]
    user, day = standing.user, standing.day
    this = type(case).objects.filter(pk=case.pk)
    parts: tuple[Part, ...] = ()
    if not Bar.objects.held_on(day).filter(user=user, case=case).exists():
        parts = tuple(
            part
            for part in PARTS
            if part.role in standing.roles and this.filter(_cases(part, user, day)).exists()
        )
    case.__dict__["_parts"] = (standing, parts)
    return parts


def permissions_in(case: Any, standing: Any) -> frozenset[P]:
    """What somebody may do in a case."""
    return frozenset[P]().union(*(part.permissions for part in parts_in(case, standing)))


def sections_of(case: Any, standing: Any) -> frozenset[Section]:
    """What somebody may see of a case."""
    return frozenset[Section]().union(*(part.sections for part in parts_in(case, standing)))
