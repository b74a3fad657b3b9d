"""A code on a letter, with which a parent or a young person opens an account of their own."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goldenthread.casework.models.case import Case
from goldenthread.kit.history import Recorded
from goldenthread.people.models import Adult, Child


class Invitation(Recorded):
    """An invitation to follow one case. Of its code only the hash is kept; it is good once, and until a day."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="invitations")
    adult = models.ForeignKey(
        Adult, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    code_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    good_until = models.DateField()
    tries = models.PositiveSmallIntegerField(
        default=0, help_text="Wrong dates of birth given with the right code."
    )
    used_on = models.DateField(null=True, blank=True)
    void_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="invitation_is_of_an_adult_or_the_child",
                condition=Q(adult=None, child__isnull=False) | Q(adult__isnull=False, child=None),
            ),
            models.CheckConstraint(
                name="invitation_ends_after_it_is_made", condition=Q(good_until__gte=F("made_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation of {self.made_on}"
