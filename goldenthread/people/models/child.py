from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from goldenthread.kit.history import Recorded
from goldenthread.kit.spans import Span, ends_after_it_starts
from goldenthread.people.choices import ContactBy, NoNumber, Sex


class Child(Recorded):
    """A child or young person, from birth to 25."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    given_names = models.CharField(max_length=150)
    family_name = models.CharField(max_length=150)
    known_as = models.CharField(max_length=100, blank=True)
    pronouns = models.CharField(max_length=40, blank=True, help_text="As the child or the family gave them.")
    born_on = models.DateField()
    sex = models.CharField(max_length=1, choices=Sex, default=Sex.UNKNOWN)
    ethnicity = models.CharField(max_length=4, blank=True, help_text="A code of the Department’s list.")
    upn = models.CharField("UPN", max_length=13, null=True, blank=True, unique=True)
    uln = models.CharField("ULN", max_length=10, null=True, blank=True, unique=True)
    no_number = models.CharField(max_length=4, choices=NoNumber, blank=True)
    first_language = models.CharField(max_length=80, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    communication = models.TextField(
        blank=True, help_text="How they make themselves understood, and what helps."
    )
    telephone = models.CharField(max_length=40, blank=True)
    contact_by = models.CharField(max_length=10, choices=ContactBy, default=ContactBy.POST)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="child"
    )
    is_invented = models.BooleanField(default=False, help_text="Made by the generator: no real person.")

    class Meta:
        verbose_name_plural = "children"
        ordering = ["family_name", "given_names", "pk"]
        indexes = [models.Index(name="child_born_on", fields=["born_on"])]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}"

    @property
    def first_name(self) -> str:
        """What to call them in a sentence."""
        return self.known_as or self.given_names.split(" ")[0]


class Capacity(Span):
    """A young person who lacks the mental capacity to decide these things, and who speaks for them."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="capacity")
    representative = models.ForeignKey(
        "people.Adult", null=True, blank=True, on_delete=models.PROTECT, related_name="represents"
    )
    basis = models.CharField(max_length=300, help_text="Who assessed it and when; or the order of the court.")

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("capacity")]

    def __str__(self) -> str:
        return f"from {self.starts_on}"
