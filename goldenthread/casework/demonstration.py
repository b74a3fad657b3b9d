"""The demonstration's cases: an invented area, in the hands of the demonstration's people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.bulk import load_invented
from goldenthread.casework.demonstration_plans import choose, write_plans
from goldenthread.casework.generator import area
from goldenthread.casework.invented_words import COLLEGES, NURSERIES, PRIMARY, SCHOOLS, SECONDARY, SPECIAL
from goldenthread.casework.models import Case
from goldenthread.casework.process.stages import Stage
from goldenthread.partners.choices import OrganisationKind, Phase, SettingKind
from goldenthread.partners.models import Membership, Organisation, Setting, Team
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
    made = load_invented(
        cases=invented, authority=council, teams=teams, on=on, progress=progress, settings=_schools(), by=None
    )
    written = choose(
        _running(teams[0]).exclude(standing__requested_on=None).order_by("-standing__requested_on", "pk")
    )
    _hand_over(teams[0], written, on)
    planned = write_plans(written, on)
    detail = {"cases": made, "plans": planned}
    log.record("casework.demonstration.made", subject="casework.case:many", by=None, detail=detail)
    return made


def _schools() -> dict[str, int]:
    """The invented area's schools, entered, by name."""
    known = dict(Organisation.objects.filter(name__in=SCHOOLS).values_list("name", "pk"))
    made = Organisation.objects.bulk_create(
        Organisation(name=name, kind=OrganisationKind.EDUCATION) for name in SCHOOLS if name not in known
    )
    Setting.objects.bulk_create(
        Setting(
            organisation=one,
            kind=_kind(one.name),
            urn=f"99{SCHOOLS.index(one.name):04d}",
            phase=_phase(one.name),
        )
        for one in made
    )
    return known | {one.name: one.pk for one in made}


def _phase(name: str) -> str:
    return Phase.PRIMARY if name in PRIMARY else Phase.SECONDARY if name in SECONDARY else ""


def _kind(name: str) -> str:
    kinds = (
        (NURSERIES, SettingKind.EARLY_YEARS),
        (SPECIAL, SettingKind.NON_MAINTAINED_SPECIAL),
        (COLLEGES, SettingKind.COLLEGE),
    )
    return next((kind for names, kind in kinds if name in names), SettingKind.ACADEMY)


def _hand_over(team: Team, written: list[Case], on: date) -> None:
    """Some cases to the caseworker, the team to the manager, a child to the parent, a roll to the school."""
    shown = User.objects.filter(is_demonstration=True).prefetch_related("holdings")
    people = {holding.role: user for user in shown for holding in user.holdings.all()}
    for role in ("caseworker", "casework-manager"):
        if role in people:
            Membership.objects.get_or_create(
                user=people[role], team=team, defaults={"starts_on": date(2021, 9, 1)}
            )
    held = _caseload(team, written)
    if "caseworker" in people:
        allocate(cases=held, worker=people["caseworker"], on=on, by=None)
    if "family" in people:
        drafted = [case for case in held if case.standing.stage == Stage.DRAFT_ISSUED]
        _follow(people["family"], [*drafted, *held][:1], on)
    if "setting" in people:
        _enrol(people["setting"], written)


def _running(team: Team) -> Any:
    """The open cases of a team."""
    return Case.objects.filter(team=team, standing__ended_on=None).select_related("standing", "child")


def _caseload(team: Team, written: list[Case]) -> list[Case]:
    """What one worker has: those with a plan to look at, the newest cases, and as many of all ages."""
    running = _running(team).exclude(pk__in=[case.pk for case in written])
    newest = list(running.order_by("-standing__requested_on", "pk")[: HELD // 2])
    older = list(running.exclude(pk__in=[case.pk for case in newest]).order_by("pk"))
    return [*written, *newest, *older[:: max(len(older) // (HELD // 2), 1)]][:HELD]


def _follow(user: User, cases: list[Case], on: date) -> None:
    for case in cases:
        adult, _ = Adult.objects.get_or_create(user=user, defaults={"name": user.name, "is_invented": True})
        Relationship.objects.create(child=case.child, adult=adult, tie="parent", starts_on=case.child.born_on,
                                    has_parental_responsibility=True, may_follow=True)  # fmt: skip


def _enrol(user: User, cases: list[Case]) -> None:
    """The roll of the demonstration's school: those of the area who go there, and some children with a plan besides."""
    school = Organisation.objects.get(name=PRIMARY[0])
    Membership.objects.get_or_create(user=user, organisation=school, defaults={"starts_on": date(2021, 9, 1)})
    Schooling.objects.filter(child__in=[case.child_id for case in cases]).delete()
    Schooling.objects.bulk_create(
        Schooling(child=case.child, setting=school, starts_on=case.opened_on) for case in cases
    )
