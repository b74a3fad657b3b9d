from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.kit.spans import Span, ends_after_it_starts
from goldenthread.partners.models import Membership, Organisation
from goldenthread.people.models import Child, Schooling
from goldenthread.sensupport.choices import Code, Need


def settings_of(standing: Any) -> models.QuerySet[Organisation]:
    """The schools and settings in which somebody works on the day, if they may keep a register at all."""
    if not standing.may(Permission.KEEP_SEN_REGISTER):
        return Organisation.objects.none()
    held = Membership.objects.filter(
        user=standing.user, organisation__isnull=False, starts_on__lte=standing.day
    )
    here = held.filter(Q(ends_on=None) | Q(ends_on__gte=standing.day)).values("organisation")
    return Organisation.objects.filter(pk__in=here, kind="education").order_by("name")


class PupilQuerySet(ScopedQuerySet):
    """Pupils, as far as somebody may know of them: of their own school, while the child is on its roll."""

    def on_roll(self, day: date) -> Self:
        """Those whom the school of the register teaches on a day."""
        taught = Schooling.objects.held_on(day).filter(
            child=models.OuterRef("child"), setting=models.OuterRef("setting")
        )
        return self.filter(models.Exists(taught))

    def known_to(self, standing: Any) -> Self:
        """Those of one's own school or setting who are on its roll on the day."""
        return self.on_roll(standing.day).filter(setting__in=settings_of(standing).values("pk"))


class Pupil(Recorded):
    """A child on a school's SEN register. The child's names and birthday stand with the child."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="sen_records")
    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sen_register")
    need_in_words = models.TextField(blank=True, help_text="What people see, before any code.")
    strengths = models.TextField(blank=True)
    is_plan_elsewhere = models.BooleanField(
        default=False, help_text="Another council keeps the pupil’s plan."
    )
    is_invented = models.BooleanField(default=False)

    objects = PupilQuerySet.as_manager()

    class Meta:
        ordering = ["child__family_name", "child__given_names", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["child", "setting"], name="pupil_is_once_on_a_register")
        ]

    def __str__(self) -> str:
        return str(self.child)

    def permitted_to(self, standing: Any) -> frozenset[Permission]:
        """To keep the record, for those of the child's own school."""
        is_known = Pupil.objects.all().known_to(standing).filter(pk=self.pk).exists()
        return frozenset({Permission.KEEP_SEN_REGISTER}) if is_known else frozenset()


class Provision(Span):
    """What a pupil gets, with the type of need, from one day to another."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="provisions")
    code = models.CharField(max_length=1, choices=Code)
    primary_need = models.CharField(max_length=4, choices=Need, blank=True)
    secondary_need = models.CharField(max_length=4, choices=Need, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            ends_after_it_starts("sen_provision"),
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(ends_on=None), name="pupil_has_one_provision_now"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} from {self.starts_on}"
