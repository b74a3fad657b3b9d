"""A school or college that was asked whether it can be named in a plan, and what it answered."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.access import Bar, Grant
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.casework.models.plan import PlanVersion
from goldenthread.casework.process.stages import Stage
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Membership, Organisation

ASKING = (Stage.DRAFT_ISSUED, Stage.AMEND_PROPOSED)
"""The stages in which schools are asked; a school that was asked sees the question for as long."""


class SchoolAnswer(models.TextChoices):
    """What a school says, in the words of the law (Children and Families Act 2014, section 39)."""

    CAN = "can", "Yes, we can give this support"
    UNSUITABLE = "unsuitable", "No: not suitable for the child’s age, ability, aptitude or needs"
    OTHERS = "others", "No: not compatible with the efficient education of others"
    RESOURCES = "resources", "No: not compatible with the efficient use of resources"
    OTHER = "other", "No, for another reason"


class ConsultationQuerySet(ScopedQuerySet):
    """Consultations, as far as somebody may read them."""

    def known_to(self, standing: Any) -> Self:
        """The case's workers; the staff of the school that was asked, until the plan is final. A bar beats both."""
        from goldenthread.casework.access import cases_known_to, working

        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        asked = Q(pk__in=())
        if "setting" in standing.roles:
            asked = self._asked(standing.user, standing.day)
        return self.filter(Q(case__in=of_work) | asked)

    @staticmethod
    def _asked(user: Any, day: Any) -> Q:
        held = Membership.objects.filter(user=user, organisation__isnull=False, starts_on__lte=day)
        schools = held.filter(Q(ends_on=None) | Q(ends_on__gte=day)).values("organisation")
        open_to = Q(case__is_restricted=False) | Q(
            case__in=Grant.objects.held_on(day).filter(user=user).values("case")
        )
        barred = Bar.objects.held_on(day).filter(user=user).values("case")
        asking = Q(school__in=schools, case__standing__stage__in=ASKING)
        return asking & open_to & ~Q(case__in=barred)


class Consultation(Recorded):
    """One school asked about one version of a plan. Its answer and its reasons stay."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consultations")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="consultations")
    school = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="consultation")
    asked_on = models.DateField()
    answer = models.CharField(max_length=12, choices=SchoolAnswer, blank=True)
    reasons = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="school_is_asked_once_of_a_version", fields=["version", "school"]),
            models.CheckConstraint(
                name="consultation_is_answered_whole",
                condition=Q(answer="", answered_on=None) | (~Q(answer="") & Q(answered_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school}, asked on {self.asked_on}"

    @property
    def says_no(self) -> bool:
        """Whether the school objects."""
        return self.answer not in ("", SchoolAnswer.CAN)

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """Workers do as in the case; the school that was asked may answer, and nothing else."""
        found: frozenset[Any] = self.case.permitted_to(standing)
        asked = (
            "setting" in standing.roles and type(self).objects.known_to(standing).filter(pk=self.pk).exists()
        )
        return found | {Permission.ANSWER_CONSULTATION} if asked else found - {Permission.ANSWER_CONSULTATION}
