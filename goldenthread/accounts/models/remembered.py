"""What all web processes remember together for a while, such as how often somebody guessed."""

from __future__ import annotations

from django.db import models


class Remembered(models.Model):
    """A value that ends. Its key is a hash, so that no address of a computer or a person can be read from it."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"remembered until {self.until:%-d %B %Y %H:%M}"
