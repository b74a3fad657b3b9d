"""What one person may do on one day, worked out once for each request from one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.permissions import OWN, Permission
from goldenthread.accounts.scope import Reach, scope_of


@dataclass
class Standing:
    """A person's roles on a day. Ask it `may(permission)` or `may(permission, record)`.

    A record that knows who has a part in it answers for itself (`permitted_to`): a role alone opens no such record.
    """

    user: Any
    day: date
    holdings: list[RoleHolding] = field(default_factory=list)

    @property
    def is_staff(self) -> bool:
        """Whether any role they hold asks for a second step at sign-in."""
        return any(held.definition and held.definition.is_staff for held in self.holdings)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The keys of the roles they hold."""
        return frozenset(held.role for held in self.holdings)

    @cached_property
    def inside(self) -> Reach:
        """Where they may know that a record exists: wherever a role lets them see content."""
        return _reach(held for held in self.holdings if held.definition and held.definition.sees_content)

    def reach(self, permission: Permission) -> Reach:
        """Where they hold a permission."""
        return _reach(h for h in self.holdings if h.definition and permission in h.definition.permissions)

    def may(self, permission: Permission, record: Any = None) -> bool:
        """Whether they may do this: to this record, or, without one, to anything at all."""
        own = OWN.get(permission)
        if record is None:
            return bool(self.reach(permission)) or bool(own and self.reach(own))
        if hasattr(record, "permitted_to"):
            return permission in record.permitted_to(self)
        scope = scope_of(record)
        if self.reach(permission).covers(scope):
            return True
        return bool(own and self.reach(own).covers(scope) and _leads(self.user, record))


def _leads(user: Any, record: Any) -> bool:
    """Whether somebody leads a record; what has no leads is led by nobody."""
    return hasattr(record, "is_led_by") and bool(record.is_led_by(user))


def _reach(holdings: Any) -> Reach:
    programmes = [held.programme for held in holdings]
    return Reach(None in programmes, frozenset(slug for slug in programmes if slug))


def standing_on(user: Any, day: date) -> Standing:
    """A person's standing on a day; nobody's, for somebody who is not signed in or is suspended."""
    if not isinstance(user, User) or not user.is_active:
        return Standing(user, day)
    holdings = list(user.holdings.held_on(day))
    user.remember_roles(holdings)
    return Standing(user, day, holdings)


def standing(http: HttpRequest) -> Standing:
    """The reader's standing today; asked of the database once for each request."""
    known: Standing | None = getattr(http, "_standing", None)
    if known is None or known.user != http.user:
        known = http._standing = standing_on(http.user, timezone.localdate())  # type: ignore[attr-defined]
    return known


def reach(user: Any, permission: Permission, day: date) -> Reach:
    """Where a person holds a permission on a day, for code that has no request."""
    return standing_on(user, day).reach(permission)


def reader(http: HttpRequest) -> User:
    """Who is signed in; behind the gate there is always somebody."""
    if not isinstance(http.user, User):
        raise PermissionDenied("Sign in first.")
    return http.user
