"""A room that a forum or a group of young people owns: its members, what they write, and what they chose to share."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.partners.models import Organisation


class GroupMember(models.Model):
    """Somebody who belongs to a group here. Only the first is named by the council; members name all others."""

    group = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="members_here")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["added_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="member_is_once_in_a_group", fields=["group", "user"], condition=Q(ended_on=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} of {self.group}"


def groups_of(standing: Any) -> models.QuerySet[Organisation]:
    """The groups to which somebody belongs. None for whoever also works for the council or a partner: a room of one's own."""
    if standing.is_staff or not standing.may(Permission.KEEP_GROUP_PAPERS):
        return Organisation.objects.none()
    held = GroupMember.objects.filter(user=standing.user, ended_on=None)
    return Organisation.objects.filter(pk__in=held.values("group")).order_by("name")


class GroupPaperQuerySet(ScopedQuerySet):
    def known_to(self, standing: Any) -> Self:
        """Those of one's own groups, and of nobody else's: not the council's, not an administrator's."""
        return self.filter(group__in=groups_of(standing).values("pk"))


class GroupPaper(models.Model):
    """Something that a group writes, for itself until it shares it."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    group = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="papers_here")
    title = models.CharField(max_length=200)
    words = models.TextField(max_length=50_000)
    edition = models.PositiveIntegerField(default=1)
    written_on = models.DateField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = GroupPaperQuerySet.as_manager()

    class Meta:
        ordering = ["-written_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def permitted_to(self, standing: Any) -> frozenset[Permission]:
        """To write it, for members of its group."""
        is_own = GroupPaper.objects.all().known_to(standing).filter(pk=self.pk).exists()
        return frozenset({Permission.KEEP_GROUP_PAPERS}) if is_own else frozenset()


class SharedPaperQuerySet(ScopedQuerySet):
    def known_to(self, standing: Any) -> Self:
        """Those not taken back, for whoever runs participation."""
        return self.filter(taken_back_on=None) if standing.may(Permission.RUN_SURVEYS) else self.none()


class SharedPaper(models.Model):
    """A paper as a group shared it with the council, word for word. What the group writes afterwards stays with the group."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    group = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="shared_papers")
    paper = models.ForeignKey(GroupPaper, null=True, on_delete=models.SET_NULL, related_name="shared")
    title = models.CharField(max_length=200)
    words = models.TextField()
    shared_on = models.DateField()
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_on = models.DateField(null=True, blank=True)

    objects = SharedPaperQuerySet.as_manager()

    class Meta:
        ordering = ["-shared_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def permitted_to(self, standing: Any) -> frozenset[Permission]:
        """To read it, for whoever runs participation, until it is taken back."""
        is_shown = SharedPaper.objects.all().known_to(standing).filter(pk=self.pk).exists()
        return frozenset({Permission.RUN_SURVEYS}) if is_shown else frozenset()
