"""Advice for a plan: who was asked, the words as they come in, and the link by which somebody without an account answers."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.casework.models.message import Paper
from goldenthread.casework.plan.papers import KINDS
from goldenthread.kit.history import Recorded


class AdviceState(models.TextChoices):
    """How far a piece of advice has come."""

    ASKED = "asked", "Asked for"
    WRITING = "writing", "Being written"
    IN = "in", "In"
    RETURNED = "returned", "Sent back to its author"
    REUSED = "reused", "Older advice stands"
    DECLINED = "declined", "Declined"
    NOT_NEEDED = "not-needed", "Not needed"


def letters() -> list[tuple[str, str]]:
    """The letters of regulation 6(1) as choices."""
    return [(letter, f"{letter}: {words}") for letter, words in KINDS.items()]


class AdviceQuerySet(ScopedQuerySet):
    """Advice, as far as somebody may read it."""

    def known_to(self, standing: Any) -> Self:
        """The case's workers; a visitor with leave, what is in; its own author while the request is open to them."""
        from goldenthread.casework.access import cases_known_to, inspecting, working

        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        looked_at = Case.objects.filter(cases_known_to(standing, inspecting)).values("pk")
        return self.filter(Q(case__in=of_work) | Q(case__in=looked_at, received_on__isnull=False))


class Advice(Recorded):
    """One piece of advice, with its numbered paragraphs as they came in last. Every submission is kept besides."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advice")
    request = models.OneToOneField(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="advice",
        help_text="Empty for advice that came with the file of another authority.",
    )  # fmt: skip
    letter = models.CharField(max_length=4, choices=letters)
    body = models.CharField(max_length=300)
    email = models.EmailField(blank=True, help_text="Where the link goes.")
    state = models.CharField(max_length=12, choices=AdviceState, default=AdviceState.ASKED)
    draft = models.JSONField(default=dict, blank=True, help_text="What its author has typed so far.")
    edition = models.PositiveIntegerField(
        default=1, help_text="Goes up with each saving, so that two windows notice."
    )
    author = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    paragraphs = models.JSONField(
        default=list, blank=True, help_text="[number, words, tags], as they came in."
    )
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, help_text="Why it was declined, not needed, or sent back.")
    provider_agrees = models.BooleanField(default=False, help_text="That older advice may stand.")
    authority_agrees = models.BooleanField(default=False)
    family_agrees = models.BooleanField(default=False)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "advice"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="advice_that_is_in_has_its_day_and_paragraphs",
                condition=~Q(state__in=["in", "reused"]) | (Q(received_on__isnull=False) & ~Q(paragraphs=[])),
            ),
            models.CheckConstraint(
                name="older_advice_stands_if_all_three_agree",
                condition=~Q(state="reused")
                | Q(provider_agrees=True, authority_agrees=True, family_agrees=True),
            ),
            models.CheckConstraint(
                name="advice_is_dated_before_it_comes",
                condition=Q(dated_on=None) | Q(received_on=None) | Q(received_on__gte=F("dated_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.get_state_display().lower()}"

    @property
    def key(self) -> str:
        """The id by which the lines of a plan cite it."""
        return f"advice-{self.pk}"

    @property
    def asked_on(self) -> date | None:
        """The day on which we asked for it; None when another authority did."""
        return self.request.occurred_on if self.request else None

    @property
    def is_in(self) -> bool:
        """Whether its words can be used."""
        return self.state in (AdviceState.IN, AdviceState.REUSED)

    @property
    def is_open(self) -> bool:
        """Whether its author can still write it."""
        return self.state in OPEN

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)


OPEN = frozenset({AdviceState.ASKED, AdviceState.WRITING, AdviceState.RETURNED})


class AdviceSubmission(Recorded):
    """Advice as it came in once: its author may send it again after it went back, and nothing that came is lost."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField()
    came_on = models.DateField()
    author = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    dated_on = models.DateField()
    paragraphs = models.JSONField()
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(name="advice_comes_in_order", fields=["advice", "number"])]

    def __str__(self) -> str:
        return f"{self.author}, {self.came_on}"


class AdviceLink(Recorded):
    """A link by which one professional answers without an account. Of its secret and its code only hashes are kept."""

    advice = models.ForeignKey(Advice, on_delete=models.CASCADE, related_name="links")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    good_until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When the mail with it left.")
    trouble = models.CharField(max_length=200, blank=True, help_text="Why the mail could not be sent.")
    code_hash = models.CharField(
        max_length=64, blank=True, help_text="Of the one-time code that was mailed last."
    )
    code_made_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0, help_text="Wrong codes since the last was mailed.")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Link of {self.made_on}"

    def is_good_on(self, day: date) -> bool:
        """Whether it opens the request on a day."""
        is_over = self.ended_on is not None or self.good_until < day
        return not is_over and self.advice.is_open
