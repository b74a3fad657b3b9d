"""A plan: the text that is being written, the versions that were issued, what the family said, what was set aside and locked."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.kit.history import Recorded
from goldenthread.people.models import Adult, Child


class PlanText(Recorded):
    """The text of a case's plan as it is being written: the sections of `casework.plan.shapes`, as JSON."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="plan_text")
    type = models.CharField(max_length=40, default="ehc-plan")
    cohort = models.CharField(max_length=40, blank=True)
    sections = models.JSONField(default=dict)
    next_line = models.PositiveIntegerField(
        default=1, help_text="The number of the next new line: an id is never used twice."
    )
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Plan of {self.case}"


class VersionStage(models.TextChoices):
    """What a version is."""

    DRAFT = "draft", "Draft"
    FINAL = "final", "Final plan"
    AMENDMENT = "amendment", "Proposed changes"
    AMENDED = "amended", "Amended plan"


class PlanVersionQuerySet(ScopedQuerySet):
    """Versions, as far as somebody may read them."""

    def known_to(self, standing: Any) -> Self:
        """All of a case, to those whose part opens what was issued; to the school that the child attends, what is in force."""
        from goldenthread.casework.access import Section, cases_known_to

        opened = Case.objects.filter(
            cases_known_to(standing, lambda part: Section.LETTERS in part.sections and part.name != "setting")
        )
        taught = Case.objects.filter(cases_known_to(standing, lambda part: part.name == "setting"))
        in_force = Q(case__in=taught.values("pk"), stage__in=[VersionStage.FINAL, VersionStage.AMENDED])
        return self.filter(Q(case__in=opened.values("pk")) | in_force)


class PlanVersion(Recorded):
    """A version that was issued. It is never changed or removed: the database refuses."""

    gate_field = "number"
    gate_parents = {"case": "case"}

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=10, choices=VersionStage)
    content = models.BinaryField(help_text="What was sealed, as canonical JSON.")
    sha256 = models.CharField(max_length=64)
    issued_on = models.DateField()
    event = models.OneToOneField(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="version"
    )

    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(name="version_has_its_own_number", fields=["case", "number"])]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}, version {self.number}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)


class PlanCommentQuerySet(ScopedQuerySet):
    """What was said about plans: workers know all, each of the family their own."""

    def known_to(self, standing: Any) -> Self:
        """What this person may read."""
        from goldenthread.casework.access import cases_known_to, family, working

        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        own = Case.objects.filter(cases_known_to(standing, family)).values("pk")
        mine = Q(adult__user=standing.user) | Q(child__user=standing.user)
        return self.filter(Q(case__in=of_work) | Q(case__in=own) & mine)


class PlanComment(Recorded):
    """What a member of the family says of one line of a version, or of the whole; and the answer that each must have."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plan_comments")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="comments")
    line = models.CharField(
        max_length=40, blank=True, help_text="The line's id; empty for the plan as a whole."
    )
    adult = models.ForeignKey(Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    said_on = models.DateField()
    answer = models.TextField(blank=True)
    is_taken_up = models.BooleanField(default=False, help_text="Whether the plan was changed for it.")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PlanCommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="plan_comment_is_of_an_adult_or_the_child",
                condition=Q(adult=None, child__isnull=False) | Q(adult__isnull=False, child=None),
            ),
            models.CheckConstraint(
                name="plan_comment_is_answered_whole",
                condition=Q(answer="", answered_on=None) | (~Q(answer="") & Q(answered_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Comment of {self.said_on}"

    @property
    def party(self) -> Any:
        """Who said it."""
        return self.adult or self.child

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)


class PlanOverride(Recorded):
    """A blocking finding that somebody set aside, with the reason. It stays in the record when it is taken back."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plan_overrides")
    check_id = models.CharField(max_length=8)
    line = models.CharField(max_length=40, blank=True)
    words = models.CharField(max_length=500, blank=True)
    reason = models.TextField()
    given_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.check_id} set aside on {self.given_on}"


class PlanLock(Recorded):
    """Words that an order of the tribunal fixed in a line."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plan_locks")
    line = models.CharField(max_length=40)
    words = models.TextField()
    order = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="Empty for an order that was made while the child lived elsewhere.",
    )  # fmt: skip
    inherited_order = models.JSONField(default=list, blank=True, help_text="[what that order says, its day]")
    ended_on = models.DateField(
        null=True, blank=True, help_text="When a later order or agreement freed them."
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Fixed by the order of {self.order_day or 'a day that the old authority did not give'}"

    @property
    def order_words(self) -> str:
        """What the order says."""
        if self.order is not None:
            return str(self.order.facts.get("order", ""))
        return str(self.inherited_order[0]) if self.inherited_order else ""

    @property
    def order_day(self) -> date | None:
        """The day of the order."""
        if self.order is not None:
            return self.order.occurred_on
        given = self.inherited_order[1] if len(self.inherited_order) > 1 else None
        return date.fromisoformat(given) if given else None


class PlanReceipt(Recorded):
    """Somebody has opened a version: what they hold can be told from it."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="receipts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="version_is_opened_first_once", fields=["version", "user"])
        ]

    def __str__(self) -> str:
        return f"{self.user} opened it on {self.opened_on}"


class Delivery(Recorded):
    """What a setting says of one line of provision in one term: how much was promised and how much was given."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deliveries")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="deliveries")
    line = models.CharField(max_length=40)
    term = models.CharField(max_length=20, help_text="Such as 2026-autumn.")
    promised_minutes = models.PositiveIntegerField(
        null=True, blank=True, help_text="In the term; empty where it is no amount."
    )
    delivered_minutes = models.PositiveIntegerField(null=True, blank=True)
    is_missed = models.BooleanField(default=False)
    why = models.TextField(blank=True, help_text="Why less was given than promised.")
    said_on = models.DateField()

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="missed_delivery_says_why", condition=Q(is_missed=False) | ~Q(why="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line} in {self.term}"
