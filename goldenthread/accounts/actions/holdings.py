"""Giving and ending roles."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from goldenthread.accounts.actions.people import subject
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.roles import ROLES
from goldenthread.audit.log import record


@transaction.atomic
def give(
    *, user: User, role: str, starts_on: date, by: User | None, scope: str = "", ends_on: date | None = None
) -> RoleHolding:
    """Give a person a role for the whole area or one programme ("programme:its-name"), until its last day."""
    if role not in ROLES:
        raise AccountsError(f"There is no role “{role}”. Choose one from the list.")
    if scope and not ROLES[role].sees_content:
        raise AccountsError(f"{ROLES[role].title} is a role for the whole area. Leave the programme empty.")
    if ends_on and ends_on < starts_on:
        raise AccountsError("The last day is before the first. Change one of them.")
    user = User.objects.select_for_update().get(pk=user.pk)
    same = user.holdings.filter(role=role, scope=scope).exclude(ends_on__lt=starts_on)
    if (same.filter(starts_on__lte=ends_on) if ends_on else same).exists():
        raise AccountsError(
            f"{user} already holds the role {ROLES[role].title} then. End it first, or choose other days."
        )
    holding = RoleHolding.objects.create(
        user=user, role=role, scope=scope, starts_on=starts_on, ends_on=ends_on
    )
    detail = {"role": role, "scope": scope, "starts_on": starts_on, "ends_on": ends_on}
    record("accounts.role.given", subject=subject(user), by=by, detail=detail)
    return holding


@transaction.atomic
def end(*, holding: RoleHolding, on: date, by: User) -> None:
    """End a role: `on` is the first day without it. One that has not begun by then is taken away."""
    holding = RoleHolding.objects.select_for_update().select_related("user").get(pk=holding.pk)
    if holding.user_id == by.pk and holding.role == "administrator":
        raise AccountsError("You cannot end your own administrator role. Ask another administrator.")
    if holding.ends_on and holding.ends_on < on:
        raise AccountsError(f"The role {holding.title} ended already.")
    last_day = on - timedelta(days=1)
    if last_day < holding.starts_on:
        holding.delete()
    else:
        holding.ends_on = last_day
        holding.save(update_fields=["ends_on"])
    detail = {"role": holding.role, "scope": holding.scope, "on": on}
    record("accounts.role.ended", subject=subject(holding.user), by=by, detail=detail)
