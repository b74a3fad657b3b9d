"""Employers who take young people, supported internships, their job coaches' hours, and whether paid work lasts."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.access import cases_known_to, permissions_in
from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded
from goldenthread.transitions.choices import Evidence, InWork


class EmployerQuerySet(ScopedQuerySet):
    """Employers: no case says whose they are."""

    def known_to(self, standing: Any) -> Self:
        """All, to those who keep the register."""
        return self.all() if standing.may(Permission.KEEP_INTERNSHIPS) else self.none()


class Employer(Recorded):
    """A real employer: what it offers and adjusts. Whom to ask there is kept only with that person's consent."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200, unique=True)
    offer = models.TextField(help_text="The work that it offers, and how many places.")
    adjustments = models.TextField(blank=True, help_text="What it changes so that somebody can do the work.")
    contact = models.CharField(max_length=200, blank=True, help_text="Whom to ask, and how.")
    consented_on = models.DateField(null=True, blank=True)
    consent = models.CharField(max_length=200, blank=True, help_text="How the consent was given.")
    edition = models.PositiveIntegerField(default=1)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="employer_contact_needs_consent",
                condition=Q(consented_on=None, contact="", consent="")
                | Q(consented_on__isnull=False) & ~Q(contact="") & ~Q(consent=""),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """Whoever keeps the register may change it."""
        may = standing.may(Permission.KEEP_INTERNSHIPS)
        return frozenset({Permission.KEEP_INTERNSHIPS} if may else ())


class InternshipQuerySet(ScopedQuerySet):
    """Internships, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """Those of the cases in which somebody has a part."""
        return self.filter(case__in=Case.objects.filter(cases_known_to(standing)).values("pk"))


class Internship(Recorded):
    """One young person's supported internship with an employer, and the paid work that came of it."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="internships")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="internships")
    work = models.CharField(max_length=200, help_text="What the young person does there.")
    coach = models.CharField(max_length=200, help_text="The job coach.")
    starts_on = models.DateField()
    planned_end_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    is_completed = models.BooleanField(null=True, blank=True)
    ending = models.CharField(max_length=300, blank=True)
    paid_from = models.DateField(null=True, blank=True, help_text="The first day of paid work.")
    paid_by = models.CharField(max_length=200, blank=True, help_text="Who pays for it.")
    edition = models.PositiveIntegerField(default=1)

    objects = InternshipQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_internship_at_a_time", fields=["case"], condition=Q(ended_on=None)
            ),
            models.CheckConstraint(
                name="internship_ends_after_it_starts",
                condition=Q(planned_end_on__gt=F("starts_on")) & (Q(ended_on=None) | Q(ended_on__gte=F("starts_on"))),
            ),
            models.CheckConstraint(
                name="internship_end_says_how",
                condition=Q(ended_on=None, is_completed=None) | Q(ended_on__isnull=False, is_completed__isnull=False),
            ),
            models.CheckConstraint(
                name="paid_work_says_by_whom",
                condition=Q(paid_from=None, paid_by="") | Q(paid_from__isnull=False) & ~Q(paid_by=""),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.work} at {self.employer}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What the part in the case allows."""
        return permissions_in(self.case, standing)


class CoachHours(Recorded):
    """Time that a job coach gave on a day."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="hours")
    worked_on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)

    class Meta:
        ordering = ["-worked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="coach_works_within_a_day", condition=Q(minutes__gte=1, minutes__lte=24 * 60)
            )
        ]

    def __str__(self) -> str:
        return f"{self.minutes} minutes, {self.worked_on}"


class WorkCheck(Recorded):
    """Whether paid work lasted so many weeks, and how we know."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="checks")
    weeks = models.PositiveSmallIntegerField()
    checked_on = models.DateField()
    in_work = models.CharField(max_length=10, choices=InWork)
    evidence = models.CharField(max_length=10, choices=Evidence)

    class Meta:
        ordering = ["weeks", "pk"]
        constraints = [models.UniqueConstraint(name="one_check_a_milestone", fields=["internship", "weeks"])]

    def __str__(self) -> str:
        return f"{self.weeks} weeks: {self.get_in_work_display()}"
