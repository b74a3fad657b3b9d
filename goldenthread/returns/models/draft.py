"""Our own SEN2 return: its drafts, what became of each case, what the checks found, and who signed it."""

from __future__ import annotations

import uuid
import zlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models import Case
from goldenthread.kit.history import Recorded


class DraftState(models.TextChoices):
    """How far a draft has come."""

    WAITING = "waiting", "Waiting for its turn"
    RUNNING = "running", "Being made"
    READY = "ready", "Draft"
    SIGNED = "signed", "Signed by the first of two people"
    FROZEN = "frozen", "Frozen"
    FAILED = "failed", "It could not be made"


class ReturnDraft(Recorded):
    """One draft of a year's return, as the cases were known on a day. Signed by two people it is frozen, and stays."""

    gate_field = "key"
    gate_seen_with = Permission.SIGN_RETURNS

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year = models.PositiveSmallIntegerField()
    known_on = models.DateField()
    upto = models.DateField(
        help_text="Events count up to this day: the census day, or the day of a draft before it."
    )
    serial = models.PositiveSmallIntegerField(
        help_text="1 for the first submission of a year; each resubmission is one more."
    )
    authority = models.CharField(max_length=3, help_text="The authority’s three-figure number.")
    has_medical_officer = models.BooleanField(default=False)
    has_clinical_officer = models.BooleanField(default=False)
    has_care_officer = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.WAITING)
    steps_done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=100, blank=True)
    trouble = models.CharField(max_length=500, blank=True)
    cases = models.PositiveIntegerField(default=0)
    inside = models.PositiveIntegerField(default=0, help_text="Cases that are requests in the return.")
    persons = models.PositiveIntegerField(default=0)
    errors = models.PositiveIntegerField(default=0)
    queries = models.PositiveIntegerField(default=0)
    packed = models.BinaryField(null=True, help_text="The XML, packed.")
    sha256 = models.CharField(max_length=64, blank=True, help_text="Of the XML.")
    changes = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True, help_text="Why it goes in although the checks found errors.")
    signed_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    frozen_on = models.DateField(null=True, blank=True)
    countersigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="return_is_submitted_once_under_a_number",
                fields=["year", "serial"],
                condition=Q(state="frozen"),
            ),
            models.CheckConstraint(
                name="return_is_signed_by_two_people",
                condition=Q(countersigned_by=None) | ~Q(countersigned_by=F("signed_by")),
            ),
            models.CheckConstraint(
                name="frozen_return_is_whole",
                condition=~Q(state="frozen")
                | Q(
                    frozen_on__isnull=False,
                    signed_by__isnull=False,
                    countersigned_by__isnull=False,
                    packed__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"SEN2 return {self.year}, number {self.serial}"

    @property
    def xml(self) -> bytes:
        """The return as it is sent."""
        return zlib.decompress(bytes(self.packed)) if self.packed else b""

    @property
    def left_out(self) -> int:
        """Cases that are not in the return; each is listed with its reason."""
        return self.cases - self.inside

    @property
    def percent(self) -> int:
        """How far it has come, of a hundred."""
        return 100 * self.steps_done // self.steps if self.steps else 0

    @property
    def is_under_way(self) -> bool:
        """Whether the worker has it, or will."""
        return self.state in (DraftState.WAITING, DraftState.RUNNING)

    @property
    def is_made(self) -> bool:
        """Whether there is something to read and to download."""
        return self.state in (DraftState.READY, DraftState.SIGNED, DraftState.FROZEN)


class ReturnedCase(models.Model):
    """What became of one case: a request of a person, or the reason why it is not in the return."""

    draft = models.ForeignKey(ReturnDraft, on_delete=models.CASCADE, related_name="returned")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    person = models.PositiveIntegerField(
        default=0, help_text="The person’s number in the return; 0 for none."
    )
    request = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    content = models.JSONField(
        default=list, blank=True, help_text="The records: [table, number, {item: value}]."
    )
    sources = models.JSONField(default=dict, blank=True, help_text="table/item to the event that says it.")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="case_is_returned_once", fields=["draft", "case"]),
            models.CheckConstraint(
                name="case_is_returned_or_says_why_not", condition=Q(person=0) ^ Q(reason="")
            ),
        ]
        indexes = [models.Index(name="returned_person", fields=["draft", "person", "request"])]

    def __str__(self) -> str:
        return f"{self.case} in {self.draft}"


class ReturnFinding(models.Model):
    """What a check found in a draft, and in which case it is mended."""

    draft = models.ForeignKey(ReturnDraft, on_delete=models.CASCADE, related_name="findings")
    returned = models.ForeignKey(ReturnedCase, null=True, on_delete=models.CASCADE, related_name="findings")
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=10)
    says = models.CharField(max_length=300)
    todo = models.CharField(max_length=300)
    table = models.CharField(max_length=30)
    item = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="finding_of_draft", fields=["draft", "code"])]

    def __str__(self) -> str:
        return f"{self.code} in {self.draft}"
