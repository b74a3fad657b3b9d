"""Letters: their words, to whom they go, how they went, and the services that they name."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.letters.texts import Words, kinds, read
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Organisation
from goldenthread.people.choices import ContactBy
from goldenthread.people.models import Adult, Child


class Service(models.TextChoices):
    """A service that letters name."""

    COUNCIL = "council", "The council’s own team"
    MEDIATION = "mediation", "Mediation adviser"
    DISAGREEMENT = "disagreement", "Disagreement resolution service"
    ADVICE = "advice", "Information, advice and support service"
    SCHOOLS = "schools", "Information about schools and colleges"


class NamedService(Recorded):
    """How to reach a service that letters name, as the council enters it."""

    part = models.CharField(max_length=20, choices=Service, unique=True)
    name = models.CharField(max_length=150)
    reach = models.CharField(
        max_length=300, help_text="Telephone, e-mail and web address, as people read it."
    )

    class Meta:
        ordering = ["part"]

    def __str__(self) -> str:
        return f"{self.name}, {self.reach}"


class LetterWords(Recorded):
    """The council’s own words for a kind of letter. The newest is used; older ones stay."""

    kind = models.CharField(max_length=30, choices=kinds)
    paragraphs = models.JSONField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.pk}"


class LetterState(models.TextChoices):
    """How far a letter has come."""

    DRAFT = "draft", "Being written"
    TO_PRINT = "to-print", "To print and post"
    WAITING = "waiting", "Notice waiting to be sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Notice could not be sent"


class LetterQuerySet(ScopedQuerySet):
    """Letters, as far as somebody may read them."""

    def known_to(self, standing: Any) -> Self:
        """Workers know every letter of their cases; others those that were sent, and a family those sent to them."""
        from goldenthread.casework.access import cases_known_to, inspecting, working

        user, day = standing.user, standing.day
        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        followed = Case.objects.filter(cases_known_to(standing)).values("pk")
        own = Q(adult__user=user) | Q(child__user=user) | Q(organisation__in=_organisations(user, day))
        if "inspector" in standing.roles:
            own |= Q(case__in=Case.objects.filter(cases_known_to(standing, inspecting)).values("pk"))
        return self.filter(Q(case__in=of_work) | Q(sealed_on__isnull=False, case__in=followed) & own)


def _organisations(user: Any, day: Any) -> Any:
    from goldenthread.partners.models import Membership

    held = Membership.objects.filter(user=user, organisation__isnull=False, starts_on__lte=day)
    return held.filter(Q(ends_on=None) | Q(ends_on__gte=day)).values("organisation")


class Letter(Recorded):
    """One letter to one reader. From the day it is sent its words stand; the database refuses to change them."""

    gate_field = "public_id"
    gate_parents = {"case": "case"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, choices=kinds)
    adult = models.ForeignKey(Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="letters")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="letters")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    paragraphs = models.JSONField(help_text="With live fields, as they are written.")
    words = models.JSONField(null=True, blank=True, help_text="As they were sent.")
    edition = models.PositiveIntegerField(
        default=1, help_text="Goes up with each change, so that two writers notice."
    )
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.DRAFT)
    channel = models.CharField(max_length=10, choices=ContactBy, blank=True)
    sealed_on = models.DateField(null=True, blank=True, help_text="The day of the letter.")
    left_on = models.DateField(null=True, blank=True, help_text="Posted, or its notice was sent.")
    opened_on = models.DateField(null=True, blank=True, help_text="First read by the person to whom it went.")
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often its notice was tried.")
    trouble = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="letter_has_one_reader",
                condition=Q(adult__isnull=False, child=None, organisation=None)
                | Q(adult=None, child__isnull=False, organisation=None)
                | Q(adult=None, child=None, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_is_sealed_with_its_words",
                condition=Q(state="draft", words=None, sealed_on=None)
                | (~Q(state="draft") & Q(words__isnull=False, sealed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="letter_leaves_after_it_is_sealed",
                condition=Q(left_on=None) | Q(left_on__gte=F("sealed_on")),
            ),
        ]
        indexes = [models.Index(name="letter_state", fields=["state", "case"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} to {self.reader}"

    @property
    def reader(self) -> Any:
        """To whom it goes."""
        return self.adult or self.child or self.organisation

    @property
    def written(self) -> Words:
        """The paragraphs, with live fields."""
        return read(self.paragraphs)

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return bool(self.state == LetterState.DRAFT)

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case."""
        return self.case.permitted_to(standing)
