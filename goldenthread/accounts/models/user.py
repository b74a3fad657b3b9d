"""A person who signs in."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet


class UserManager(BaseUserManager.from_queryset(ScopedQuerySet)):  # type: ignore[misc]
    """People, found by e-mail address in any case."""

    def get_by_natural_key(self, username: str | None) -> User:
        user: User = self.get(email__iexact=username)
        return user

    def create_user(self, email: str, name: str = "", password: str | None = None, **fields: Any) -> User:
        """A new person; without a password they come in by reset link, passkey or single sign-on."""
        user: User = self.model(email=email.strip().lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address. What they may do comes from the roles they hold."""

    gate_field = "public_id"
    gate_seen_with = Permission.MANAGE_USERS

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField("e-mail address", unique=True, error_messages={
        "unique": "Somebody already signs in with this e-mail address."})  # fmt: skip
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    suspended_on = models.DateField(null=True, blank=True)
    let_in_again_at = models.DateTimeField(
        null=True, blank=True, help_text="From when not being used counts anew."
    )
    signed_out = models.PositiveIntegerField(
        default=0, help_text="How often everything they had open was ended, as at a suspension."
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_in_any_case"),
            models.CheckConstraint(
                name="user_is_active_or_suspended_on_a_day",
                condition=models.Q(is_active=True, suspended_on=None)
                | models.Q(is_active=False, suspended_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """By which a session is known as still good: as Django's, and one that is ended stays so."""
        whole: str = super()._get_session_auth_hash(secret)  # type: ignore[misc]
        return f"{whole}-{self.signed_out}" if self.signed_out else whole

    def get_full_name(self) -> str:
        return self.name

    @property
    def audit_label(self) -> str:
        """The roles they hold today, for the audit: no name, no e-mail address."""
        if "_audit_label" not in self.__dict__:
            self.remember_roles(list(self.holdings.held_on(timezone.localdate())))
        label: str = self._audit_label
        return label

    def remember_roles(self, holdings: list[Any]) -> None:
        """Keep the titles of today's roles for the audit, so that it need not ask again."""
        self._audit_label = ", ".join(sorted({held.title for held in holdings})) or "no role"
