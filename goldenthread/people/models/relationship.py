from __future__ import annotations

from django.db import models

from goldenthread.kit.spans import Span, ends_after_it_starts
from goldenthread.people.choices import Tie
from goldenthread.people.models.adult import Adult
from goldenthread.people.models.child import Child


class Relationship(Span):
    """What an adult is to a child for some days, and what follows from it.

    `may_follow` is whether the adult sees the case; it is given on purpose, never worked out.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="relationships")
    adult = models.ForeignKey(Adult, on_delete=models.CASCADE, related_name="relationships")
    tie = models.CharField(max_length=20, choices=Tie)
    has_parental_responsibility = models.BooleanField(default=False)
    may_follow = models.BooleanField(default=False)
    order = models.TextField(
        blank=True, help_text="What a court has ordered: contact, residence, and from when."
    )

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("relationship")]
        indexes = [models.Index(name="relationship_of_adult", fields=["adult", "child"])]

    def __str__(self) -> str:
        return f"{self.adult}, {self.get_tie_display().lower()}"
