"""A small council with children, workers and cases, for tests. Nobody in it is real."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.opening import open_case
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Case, Event
from goldenthread.partners.models import Membership, Organisation, Team
from goldenthread.people.models import Adult, Child, Relationship

BORN = date(2017, 5, 4)
REQUESTED = date(2026, 3, 2)
TODAY = date(2026, 11, 24)

TO_FINAL: list[tuple[str, date, dict[str, Any]]] = [
    ("considering", date(2026, 3, 9), {}),
    ("assessment-agreed", date(2026, 4, 7), {}),
    ("plan-agreed", date(2026, 6, 1), {}),
    ("draft-issued", date(2026, 6, 8), {"information": True}),
    ("final-issued", date(2026, 7, 6), {"placement": "Oak School"}),
]
"""From the request to a final plan in 18 weeks."""


def council() -> Organisation:
    return Organisation.objects.get_or_create(name="Testshire Council", defaults={"kind": "council"})[0]


def team(name: str = "North") -> Team:
    return Team.objects.get_or_create(organisation=council(), name=name)[0]


def join(user: Any, group: Team | Organisation, on: date = date(2020, 1, 1)) -> Membership:
    where = {"team": group} if isinstance(group, Team) else {"organisation": group}
    return Membership.objects.create(user=user, starts_on=on, **where)


def make_child(given_names: str = "Ash", family_name: str = "Example", **details: Any) -> Child:
    return Child.objects.create(
        given_names=given_names, family_name=family_name, born_on=details.pop("born_on", BORN), **details
    )


def make_case(
    child: Child | None = None, *, worker: Any = None, on: date = REQUESTED, **details: Any
) -> Case:
    """A case with its request, made on the day it came in."""
    case = open_case(
        child=child or make_child(), authority=council(), team=details.pop("team", None) or team(),
        kind="request-received", occurred_on=on, facts={"by": "parent"}, on=on, by=None, **details,
    )  # fmt: skip
    if worker is not None:
        allocate(cases=[case], worker=worker, on=on, by=None)
    return case


def tell(case: Case, kind: str, occurred_on: date, *, on: date | None = None, **facts: Any) -> Event:
    """Something that happens in a case, recorded on the day itself unless `on` says when."""
    answers = facts.pop("answers", None)
    return record_event(
        case=case,
        kind=kind,
        occurred_on=occurred_on,
        facts=facts,
        answers=answers,
        on=on or occurred_on,
        by=None,
    )


def bring_to(case: Case, last: str) -> Case:
    """The case, brought along the way to a final plan until an event."""
    for kind, on, facts in TO_FINAL:
        tell(case, kind, on, **facts)
        if kind == last:
            return case
    raise ValueError(last)


def parent_of(
    child: Child, user: Any = None, *, may_follow: bool = True, name: str = "Robin Example"
) -> Adult:
    adult = Adult.objects.create(name=name, user=user)
    Relationship.objects.create(
        child=child, adult=adult, tie="parent", starts_on=child.born_on, may_follow=may_follow,
        has_parental_responsibility=True,
    )  # fmt: skip
    return adult


def assessing(worker: Any = None, child: Child | None = None, **details: Any) -> Case:
    """A case in which the council has agreed to assess, so that advice is asked for."""
    case = make_case(child, worker=worker, on=date(2026, 9, 7), **details)
    tell(case, "assessment-agreed", date(2026, 10, 12))
    return case
