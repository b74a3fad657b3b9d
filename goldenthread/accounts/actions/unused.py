"""Sessions that somebody ends, and accounts that nobody used."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Coalesce, Greatest

from goldenthread.accounts.models import OpenSession, RoleHolding, User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import ROLES, roles_that_hold
from goldenthread.accounts.sessions import store
from goldenthread.audit.log import record


@transaction.atomic
def end_session(*, session: OpenSession, by: User) -> None:
    """Sign one of their own browsers out."""
    store().delete(session.key)
    session.delete()
    record("accounts.session.ended", subject=f"accounts.user:{by.public_id}", by=by)


@transaction.atomic
def shut_unused(*, on: date, by: Any) -> int:
    """Suspend whom nobody has seen for the days of the settings: staff, and those without a role, sooner than families.

    Counted from the last sign-in, from being let in again, or from being added. The last administrator stays. Says how many.
    """
    staff = [role.key for role in ROLES.values() if role.key != "family"]
    held = RoleHolding.objects.held_on(on)
    family = set(held.filter(role="family").values_list("user", flat=True)) - set(
        held.filter(role__in=staff).values_list("user", flat=True)
    )
    chiefs = [role.key for role in roles_that_hold(Permission.MANAGE_USERS)]
    administrators = set(held.filter(role__in=chiefs, user__is_active=True).values_list("user", flat=True))
    used = Greatest("last_login", "created_at", Coalesce("let_in_again_at", "created_at"))
    people = User.objects.select_for_update(of=("self",)).filter(is_active=True, is_demonstration=False)
    count = 0
    for user in people.annotate(used_at=used).order_by("used_at"):
        days = settings.UNUSED_FAMILY_DAYS if user.pk in family else settings.UNUSED_DAYS
        if user.used_at.date() > on - timedelta(days=days) or administrators == {user.pk}:
            continue
        administrators.discard(user.pk)
        _shut(user, on, by)
        count += 1
    return count


def _shut(user: User, on: date, by: Any) -> None:
    user.is_active, user.suspended_on, user.signed_out = False, on, user.signed_out + 1
    user.save(update_fields=["is_active", "suspended_on", "signed_out"])
    record("accounts.user.unused", subject=f"accounts.user:{user.public_id}", by=by, detail={"on": on})
