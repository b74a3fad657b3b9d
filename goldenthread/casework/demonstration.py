"""The demonstration's cases: an invented area, in the hands of the demonstration's people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.bulk import load_invented
from goldenthread.casework.generator import area
from goldenthread.casework.models import Case
from goldenthread.casework.process.stages import Stage
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Membership, Organisation, Team
from goldenthread.people.models import Adult, Relationship, Schooling

TEAMS = ("North team", "South team")
HELD = 240
"""Cases of the demonstration's caseworker: what the press says that one has (Schools Week)."""


@transaction.atomic
def invent_area(*, cases: int, seed: int, on: date, progress: Callable[[int], None] | None = None) -> int:
    """An invented area, if there is no case yet. Gives how many cases were made."""
    if Case.objects.exists():
        return 0
    council, _ = Organisation.objects.get_or_create(
        name=settings.AREA_NAME, defaults={"kind": OrganisationKind.COUNCIL}
    )
    teams = [Team.objects.get_or_create(organisation=council, name=name)[0] for name in TEAMS]
    invented = area(cases, today=on, seed=seed)
    made = load_invented(cases=invented, authority=council, teams=teams, on=on, progress=progress, by=None)
    _hand_over(teams[0], on)
    log.record("casework.demonstration.made", subject="casework.case:many", by=None, detail={"cases": made})
    return made


def _hand_over(team: Team, on: date) -> None:
    """Some cases to the caseworker, the team to the manager, a child to the parent, a roll to the school."""
    shown = User.objects.filter(is_demonstration=True).prefetch_related("holdings")
    people = {holding.role: user for user in shown for holding in user.holdings.all()}
    for role in ("caseworker", "casework-manager"):
        if role in people:
            Membership.objects.get_or_create(
                user=people[role], team=team, defaults={"starts_on": date(2021, 9, 1)}
            )
    newest = Case.objects.filter(team=team, standing__ended_on=None).order_by("-standing__requested_on", "pk")
    held = list(newest.select_related("standing", "child")[:HELD])
    if "caseworker" in people:
        allocate(cases=held, worker=people["caseworker"], on=on, by=None)
    if "family" in people:
        drafted = [case for case in held if case.standing.stage == Stage.DRAFT_ISSUED]
        _follow(people["family"], [*drafted, *held][:1], on)
    if "setting" in people:
        _enrol(people["setting"], held[:12], on)


def _follow(user: User, cases: list[Case], on: date) -> None:
    for case in cases:
        adult, _ = Adult.objects.get_or_create(user=user, defaults={"name": user.name, "is_invented": True})
        Relationship.objects.create(child=case.child, adult=adult, tie="parent", starts_on=case.child.born_on,
                                    has_parental_responsibility=True, may_follow=True)  # fmt: skip


def _enrol(user: User, cases: list[Case], on: date) -> None:
    school, _ = Organisation.objects.get_or_create(name="Oakbank Primary School (invented)",
                                                   defaults={"kind": OrganisationKind.EDUCATION})  # fmt: skip
    Membership.objects.get_or_create(user=user, organisation=school, defaults={"starts_on": date(2021, 9, 1)})
    Schooling.objects.bulk_create(
        Schooling(child=case.child, setting=school, starts_on=case.opened_on) for case in cases
    )
