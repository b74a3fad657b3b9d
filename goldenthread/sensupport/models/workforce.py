from __future__ import annotations

import uuid
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.kit.spans import AskedAsAtADay, Span, ends_after_it_starts
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.choices import Area


class WorkforceQuerySet(AskedAsAtADay, ScopedQuerySet):
    """All, for those who keep the workforce's record."""

    def known_to(self, standing: Any) -> Self:
        """Everybody's, or none."""
        return self.all() if standing.may(Permission.KEEP_WORKFORCE) else self.none()


class SencoPost(Span):
    """Who is SENCO of a school from a day, and how far their qualification is."""

    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="senco_posts")
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    has_award = models.BooleanField(
        default=False, help_text="The National Award for SEN Coordination: no NPQ is asked for."
    )
    enrolled_on = models.DateField(null=True, blank=True)
    qualified_on = models.DateField(null=True, blank=True)

    objects = WorkforceQuerySet.as_manager()  # type: ignore[misc,assignment]

    class Meta:
        ordering = ["setting__name", "-starts_on"]
        constraints = [ends_after_it_starts("senco_post")]

    def __str__(self) -> str:
        return f"{self.name}, {self.setting}"


class Champion(Span):
    """Somebody in a school or team who knows more than others about an area of need, and whom others ask."""

    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="champions")
    name = models.CharField(max_length=150)
    area = models.CharField(max_length=20, choices=Area)

    objects = WorkforceQuerySet.as_manager()  # type: ignore[misc,assignment]

    class Meta:
        ordering = ["setting__name", "area", "pk"]
        constraints = [ends_after_it_starts("champion")]

    def __str__(self) -> str:
        return f"{self.name}, {self.setting}"


class Training(Recorded):
    """A course, workshop or network meeting on a day."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=200)
    held_on = models.DateField()
    is_network = models.BooleanField(default=False, help_text="A meeting of the SENCOs’ network.")
    is_co_delivered = models.BooleanField(
        default=False, help_text="Parents or young people gave it with others."
    )
    why = models.TextField(blank=True, help_text="The audit, review or comment that showed the need.")
    strategies = models.JSONField(default=list, help_text="Codes of the strategies that it teaches.")

    objects = WorkforceQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title


_SCALE = [MinValueValidator(1), MaxValueValidator(5)]


class Attendance(Recorded):
    """Somebody at a training: how sure they felt before and after, and what they do differently three months on."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="attendances")
    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="trained")
    name = models.CharField(max_length=150)
    before = models.PositiveSmallIntegerField(null=True, blank=True, validators=_SCALE)
    after = models.PositiveSmallIntegerField(null=True, blank=True, validators=_SCALE)
    later = models.PositiveSmallIntegerField(null=True, blank=True, validators=_SCALE)
    practice = models.TextField(blank=True, help_text="What is done differently, three months on.")

    class Meta:
        ordering = ["setting__name", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["training", "setting", "name"], name="attendance_is_entered_once"),
            models.CheckConstraint(
                name="attendance_is_felt_from_1_to_5",
                condition=(Q(before=None) | Q(before__range=(1, 5))) & (Q(after=None) | Q(after__range=(1, 5)))
                & (Q(later=None) | Q(later__range=(1, 5))),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} at {self.training}"


class CertificateQuerySet(WorkforceQuerySet):
    """All, for those who keep the workforce's record; and each for whoever was given its number."""

    def open_to_public(self) -> Self:
        """Any: its number cannot be guessed, and only who has the certificate has it."""
        return self.all()


class Certificate(Recorded):
    """That somebody was at a training. Whoever has its number can see that it is genuine, or that it was withdrawn."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    attendance = models.OneToOneField(Attendance, on_delete=models.PROTECT, related_name="certificate")
    issued_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["issued_on", "pk"]

    def __str__(self) -> str:
        return f"Certificate of {self.attendance}"
