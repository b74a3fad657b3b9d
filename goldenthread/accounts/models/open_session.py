from __future__ import annotations

from django.conf import settings
from django.db import models


class OpenSession(models.Model):
    """A browser in which somebody is signed in, so that they can see and end it. No address of a computer is kept."""

    gate_field = "pk"

    key = models.CharField(max_length=40, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions")
    browser = models.CharField(max_length=60, help_text="Such as “Firefox on Windows”.")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return self.browser
