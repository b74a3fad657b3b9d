"""Words of a survey in another language, as somebody translated them and somebody else checked them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.kit.languages import CHOICES


class Translation(models.Model):
    """One wording in another language. It belongs to the exact English: other English has none. The newest row counts."""

    language = models.CharField(max_length=8, choices=CHOICES)
    english = models.TextField(max_length=2000, help_text="Word for word, as it is asked.")
    said = models.TextField(max_length=3000)
    translated_by = models.CharField(max_length=200, help_text="A role or a firm, not a name.")
    translated_on = models.DateField()
    checked_by = models.CharField(max_length=200, blank=True, help_text="A role or a group: native speakers.")
    checked_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="translation_language", fields=["language"])]
        constraints = [
            models.CheckConstraint(
                name="translation_that_was_checked_says_by_whom_and_when",
                condition=Q(checked_by="", checked_on=None)
                | (~Q(checked_by="") & Q(checked_on__isnull=False)),
            ),
            models.CheckConstraint(name="translation_has_words", condition=~Q(said="") & ~Q(english="")),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.english[:60]}"
