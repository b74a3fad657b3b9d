"""What families and others say to us, what we answer, and the files that come with it."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.kit import object_store
from goldenthread.kit.history import Recorded
from goldenthread.people.models import Adult, Child


class MessageKind(models.TextChoices):
    """What is wanted of us."""

    MESSAGE = "message", "Message"
    CORRECTION = "correction", "Request to correct a fact"


class Channel(models.TextChoices):
    """How it came or went."""

    SITE = "site", "On this site"
    TELEPHONE = "telephone", "By telephone"
    EMAIL = "email", "By e-mail"
    LETTER = "letter", "By letter"
    MEETING = "meeting", "In a meeting"


class Outcome(models.TextChoices):
    """What came of a request to correct a fact."""

    CORRECTED = "corrected", "We have corrected it"
    PARTLY = "partly", "We have corrected a part of it"
    KEPT = "kept", "We have not changed it"


class Scanned(models.TextChoices):
    """What the virus scanner said of a file."""

    CLEAN = "clean", "No virus found"
    WAITING = "waiting", "Waiting for the virus scan"
    REFUSED = "refused", "It held a virus and was deleted"


class OfOnePartyQuerySet(ScopedQuerySet):
    """Rows of which workers know all, and a member of the family their own: each has a thread of their own."""

    def known_to(self, standing: Any) -> Self:
        """What this person may read."""
        from goldenthread.casework.access import cases_known_to, family, working

        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        own = Case.objects.filter(cases_known_to(standing, family)).values("pk")
        user, to = standing.user, self.model.party_path
        mine = Q(**{f"{to}adult__user": user}) | Q(**{f"{to}child__user": user})
        return self.filter(Q(case__in=of_work) | Q(case__in=own) & mine)


class Message(Recorded):
    """One message in the thread of one person about one case; or a note of a call, a letter or a meeting."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}
    party_path = ""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    adult = models.ForeignKey(Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="messages")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="messages")
    other = models.CharField(max_length=200, blank=True, help_text="Somebody who is not of the family.")
    kind = models.CharField(max_length=12, choices=MessageKind, default=MessageKind.MESSAGE)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.SITE)
    is_ours = models.BooleanField(default=False, help_text="From us to them.")
    on = models.DateField()
    words = models.TextField()
    should_say = models.TextField(
        blank=True, help_text="What the fact should be, in a request to correct it."
    )
    reply_due_on = models.DateField(null=True, blank=True)
    answers = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answer"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)

    objects = OfOnePartyQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="message_has_one_party",
                condition=Q(adult__isnull=False, child=None, other="")
                | Q(adult=None, child__isnull=False, other="")
                | (Q(adult=None, child=None) & ~Q(other="")),
            ),
            models.CheckConstraint(
                name="message_is_answered_after_it_came",
                condition=Q(reply_due_on=None) | Q(reply_due_on__gte=F("on")),
            ),
            models.CheckConstraint(
                name="only_answers_have_an_outcome", condition=Q(outcome="") | Q(answers__isnull=False)
            ),
        ]
        indexes = [models.Index(name="message_reply_due", fields=["reply_due_on"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.on}"

    @property
    def party(self) -> Any:
        """Whose thread it is in."""
        return self.adult or self.child or self.other

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)


class Paper(Recorded):
    """A file of one case: it came with a message, or is advice. It leaves us only through the gate.

    Its bytes are in the row; or in the council's object store, under a key that says nothing. Ask for `content`.
    """

    gate_field = "public_id"
    gate_parents = {"case": "case"}
    party_path = "message__"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="papers"
    )
    name = models.CharField(max_length=150)
    mime = models.CharField(max_length=100)
    size = models.PositiveIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64, blank=True)
    in_row = models.BinaryField(db_column="content", help_text="The bytes, unless they are elsewhere.")
    elsewhere = models.CharField(max_length=64, blank=True, db_default="", default="", help_text="The object's key.")  # fmt: skip
    scan = models.CharField(max_length=8, choices=Scanned, blank=True, db_default="",
                            help_text="Empty: no scanner was asked.")  # fmt: skip

    objects = OfOnePartyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="paper_is_in_one_place", condition=Q(in_row=b"") | Q(elsewhere="")),
            models.UniqueConstraint(
                name="paper_has_its_own_object", fields=["elsewhere"], condition=~Q(elsewhere="")
            ),
        ]
        indexes = [models.Index(name="paper_still_in_row", fields=["id"], condition=Q(elsewhere=""))]

    def __str__(self) -> str:
        return self.name

    @property
    def content(self) -> bytes:
        """The file's bytes, from wherever they are: those with the row's hash, or none. Raises StoreAway and NotAsKept."""
        return object_store.get(self.elsewhere, self.sha256) if self.elsewhere else bytes(self.in_row)

    @content.setter
    def content(self, content: bytes) -> None:
        self.in_row, self.elsewhere = content, ""

    @property
    def is_shut(self) -> bool:
        """Whether nobody may open it: it waits for the virus scanner, or was refused by it. Its content is not here then."""
        return self.scan in (Scanned.WAITING, Scanned.REFUSED)

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)


class QuarantinedPaper(models.Model):
    """The content of a paper that the virus scanner could not judge yet. It goes when the scanner has spoken."""

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, related_name="quarantined")
    content = models.BinaryField()
    since = models.DateTimeField()
    asked = models.PositiveIntegerField(default=0, help_text="How often the scanner was asked again.")
    trouble = models.CharField(max_length=300, blank=True, help_text="What the scanner said last.")

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.paper_id} since {self.since}"
