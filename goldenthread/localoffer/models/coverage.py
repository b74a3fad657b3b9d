from django.conf import settings
from django.db import models


class DutyCheck(models.Model):
    """Who answers for one item of the duties, and when somebody last read what answers it."""

    reference = models.CharField(max_length=40, unique=True)
    owner = models.CharField(max_length=200, blank=True)
    checked_on = models.DateField(null=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return self.reference


class PlacedCard(models.Model):
    """Cards of a service that somebody left somewhere, so that they can be changed when the entry does."""

    service = models.ForeignKey("localoffer.Service", on_delete=models.CASCADE, related_name="placed_cards")
    place = models.CharField(max_length=200)
    count = models.PositiveIntegerField()
    placed_on = models.DateField()
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-placed_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="placed_cards_are_some", condition=models.Q(count__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.place}"
