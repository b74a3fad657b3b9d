"""Position statements: what the area holds of one thing, sentence by sentence with its evidence, signed by three partners."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.evidence.criteria import CRITERIA
from goldenthread.evidence.models.measure import Frozen
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Organisation
from goldenthread.programme.models import Area, Evidence, Priority, Programme, ReviewPoint


class StatementPart(models.TextChoices):
    """The four parts that reviewers asked for, in their order."""

    CONCLUSION = "conclusion", "What we conclude"
    HOW = "how", "How we came to this"
    NEXT = "next", "What we do next"
    LASTING = "lasting", "Why it will last"


class Signatory(models.TextChoices):
    """Who signs. A statement stands when all three have."""

    COUNCIL = "council", "Council"
    ICB = "icb", "Integrated care board"
    FORUM = "parent-carer-forum", "Parent carer forum"


class StatementQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"


class Statement(models.Model):
    """What position statements are made of one after the other: an area, a priority of the strategy, or a criterion."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="statements")
    area = models.OneToOneField(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="statement"
    )
    priority = models.OneToOneField(
        Priority, null=True, blank=True, on_delete=models.PROTECT, related_name="statement"
    )
    criterion = models.CharField(max_length=40, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="statement_is_of_one_thing",
                condition=Q(area__isnull=False, priority=None, criterion="")
                | Q(area=None, priority__isnull=False, criterion="")
                | (Q(area=None, priority=None) & ~Q(criterion="")),
            ),
            models.UniqueConstraint(
                name="statement_of_a_criterion_is_one", fields=["programme", "criterion"], condition=~Q(criterion="")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        """What it is about, in words."""
        if self.area is not None:
            return f"Area {self.area.number}"
        if self.priority is not None:
            return f"Priority {self.priority.number}: {self.priority.title}"
        return str(CRITERIA.get(self.criterion, self.criterion))


class StatementVersionQuerySet(ScopedQuerySet):
    scope_path = "statement__programme__slug"

    def at_work(self) -> StatementVersionQuerySet:
        """Those that are still written, or wait for signatures."""
        return self.filter(stands_from=None, given_up_on=None)

    def at_work_on(self, day: date) -> StatementVersionQuerySet:
        """Those that were written, or waited for signatures, at the end of a day."""
        return self.filter(
            Q(stands_from=None) | Q(stands_from__gt=day), Q(given_up_on=None) | Q(given_up_on__gt=day), begun_on__lte=day
        )  # fmt: skip

    def standing_on(self, day: date) -> StatementVersionQuerySet:
        """Those that stood at the end of a day: signed by all, and not yet followed by another."""
        return self.filter(stands_from__lte=day).filter(Q(superseded_on=None) | Q(superseded_on__gt=day))

    def open_to_public(self) -> StatementVersionQuerySet:
        return self.exclude(stands_from=None)


class StatementVersion(models.Model):
    """One statement on its way: written, offered for signature, signed by all, followed by the next. Never overwritten."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    edition = models.PositiveIntegerField(default=1, help_text="Grows with every change while it is written.")
    begun_on = models.DateField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_by = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    offered_on = models.DateField(null=True, blank=True)
    look_again_on = models.DateField(
        null=True, blank=True, help_text="The day from which it is out of date unless somebody looked at it again."
    )  # fmt: skip
    sha256 = models.CharField(
        max_length=64, blank=True, help_text="Of its sentences and what they cite, as offered."
    )
    stands_from = models.DateField(null=True, blank=True)
    superseded_on = models.DateField(null=True, blank=True)
    given_up_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = StatementVersionQuerySet.as_manager()
    gate_field = "key"

    class Meta:
        ordering = ["statement", "number"]
        constraints = [
            models.UniqueConstraint(name="statement_number_is_its_own", fields=["statement", "number"]),
            models.UniqueConstraint(
                name="one_statement_is_at_work", fields=["statement"], condition=Q(stands_from=None, given_up_on=None)
            ),
            models.UniqueConstraint(
                name="one_statement_stands", fields=["statement"],
                condition=Q(stands_from__isnull=False, superseded_on=None),
            ),
            models.CheckConstraint(
                name="statement_is_offered_whole",
                condition=Q(offered_on=None, look_again_on=None, sha256="")
                | (Q(offered_on__isnull=False, look_again_on__gt=F("offered_on")) & ~Q(sha256="")),
            ),
            models.CheckConstraint(
                name="statement_stands_once_offered", condition=Q(stands_from=None) | Q(stands_from__gte=F("offered_on"))
            ),
            models.CheckConstraint(
                name="statement_is_followed_once_it_stands",
                condition=Q(superseded_on=None) | Q(superseded_on__gte=F("stands_from")),
            ),
            models.CheckConstraint(
                name="statement_that_stands_is_not_given_up", condition=Q(stands_from=None) | Q(given_up_on=None)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.statement}, position statement {self.number}"

    @property
    def is_written(self) -> bool:
        """Whether its sentences can still be changed."""
        return self.offered_on is None and self.given_up_on is None

    @property
    def waits_for_signatures(self) -> bool:
        """Whether it was offered and does not stand yet."""
        return self.offered_on is not None and self.stands_from is None and self.given_up_on is None


class ClaimQuerySet(ScopedQuerySet):
    scope_path = "version__statement__programme__slug"


class Claim(models.Model):
    """One sentence of a statement, and the evidence that it rests on."""

    version = models.ForeignKey(StatementVersion, on_delete=models.CASCADE, related_name="claims")
    part = models.CharField(max_length=20, choices=StatementPart)
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    claims_impact = models.BooleanField(
        default=False, help_text="Whether it says that something is different for children or families."
    )
    edition = models.PositiveIntegerField(default=1)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="claims")

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["version", "part", "place"]
        constraints = [
            models.UniqueConstraint(name="claim_has_its_place", fields=["version", "part", "place"])
        ]

    def __str__(self) -> str:
        return self.text


class Signature(models.Model):
    """What one partner says to a statement as it was offered: signed, or not agreed with the reason."""

    version = models.ForeignKey(StatementVersion, on_delete=models.CASCADE, related_name="signatures")
    partner = models.CharField(max_length=30, choices=Signatory)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    words = models.CharField(max_length=1000, blank=True)
    sha256 = models.CharField(max_length=64)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="partner_signs_once", fields=["version", "partner"]),
            models.UniqueConstraint(name="person_signs_for_one_partner", fields=["version", "signed_by"]),
            models.CheckConstraint(
                name="signature_is_given_or_refused_with_a_reason", condition=Q(agrees=True) | ~Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.signed_on}"


class ReadingAsEvidence(models.Model):
    """Evidence that is a frozen reading of a measure."""

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="reading")
    frozen = models.ForeignKey(Frozen, on_delete=models.PROTECT, related_name="as_evidence")

    def __str__(self) -> str:
        return f"{self.evidence}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def standing_on(self, day: date) -> AnswerQuerySet:
        """What was put forward by the end of a day and not taken back by then."""
        return self.filter(Q(taken_back_on=None) | Q(taken_back_on__gt=day), answered_on__lte=day)


class Answer(Recorded):
    """Evidence put forward for something that a review asked for. Taken back it counts no more; days before still show it."""

    point = models.ForeignKey(ReviewPoint, on_delete=models.CASCADE, related_name="answers")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="answers")
    answered_on = models.DateField()
    taken_back_on = models.DateField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="evidence_answers_an_ask_once", fields=["point", "evidence"], condition=Q(taken_back_on=None)
            ),
            models.CheckConstraint(
                name="answer_is_taken_back_after_it_was_given",
                condition=Q(taken_back_on=None) | Q(taken_back_on__gte=F("answered_on")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.evidence}"
