import uuid

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.localoffer.choices import SuggestionState


class Suggestion(models.Model):
    """A service that somebody misses in the Local Offer. Nobody is asked who they are."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    name = models.CharField(max_length=200)
    words = models.TextField(max_length=3000)
    reach = models.CharField(max_length=500, blank=True)
    place = models.CharField(max_length=300, blank=True)
    sent_on = models.DateField()
    state = models.CharField(max_length=12, choices=SuggestionState, default=SuggestionState.NEW)
    service = models.ForeignKey(
        "localoffer.Service", null=True, on_delete=models.SET_NULL, related_name="suggested_as"
    )
    reason = models.CharField(max_length=500, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="suggestion_that_is_decided_on_says_when",
                condition=models.Q(state="new") | models.Q(decided_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name
