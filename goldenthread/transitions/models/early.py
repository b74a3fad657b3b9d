"""Who may need adult services after 18, told to them early, with consent. It is read on screen and is never a file."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.access import cases_known_to, permissions_in
from goldenthread.casework.models import Bar, Case
from goldenthread.kit.history import Recorded
from goldenthread.transitions.choices import AdultNeed, NextStep


class NoticeQuerySet(ScopedQuerySet):
    """Notices, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """Those of the cases in which somebody has a part; to adult services, those on their list."""
        own = Q(case__in=Case.objects.filter(cases_known_to(standing)).values("pk"))
        if standing.may(Permission.READ_EARLY_LIST):
            own |= Q(pk__in=self.listed_for(standing.user, standing.day).values("pk"))
        return self.filter(own)

    def listed_for(self, user: Any, day: Any) -> Self:
        """The early list: notices that run, of open cases that are neither restricted nor barred to the reader."""
        barred = Bar.objects.held_on(day).filter(user=user).values("case")
        running = self.filter(withdrawn_on=None, case__standing__ended_on=None, case__is_restricted=False)
        return running.exclude(case__in=barred)


class AdultNotice(Recorded):
    """One young person from 14 who may need adult services, who agreed that they are told, and what they answered."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="adult_notices")
    need = models.CharField(max_length=10, choices=AdultNeed)
    why = models.TextField()
    agreed_by = models.CharField(
        max_length=200, help_text="Who agreed that adult services are told, and how."
    )
    agreed_on = models.DateField()
    noted_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=NextStep, blank=True)
    answer_words = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    edition = models.PositiveIntegerField(default=1)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["case__child__born_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="one_notice_runs", fields=["case"], condition=Q(withdrawn_on=None)),
            models.CheckConstraint(
                name="agreed_before_adult_services_are_told", condition=Q(agreed_on__lte=F("noted_on"))
            ),
            models.CheckConstraint(
                name="adult_services_answer_whole",
                condition=Q(answer="", answered_on=None) | ~Q(answer="") & Q(answered_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_need_display()}, since {self.noted_on}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What the part in the case allows; and to adult services, to read and answer what is on their list."""
        reads = standing.may(Permission.READ_EARLY_LIST)
        listed = (
            reads and type(self).objects.listed_for(standing.user, standing.day).filter(pk=self.pk).exists()
        )
        return permissions_in(self.case, standing) | frozenset({Permission.READ_EARLY_LIST} if listed else ())
