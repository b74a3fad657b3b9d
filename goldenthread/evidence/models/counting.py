"""What was counted before, kept for as long as nothing that it was counted from has changed."""

from __future__ import annotations

from django.db import models


class Change(models.Model):
    """How often the rows that a source counts were changed, one row for each connection to the database.

    Triggers write it in the transaction of the change itself. Each connection has its own row, so that no two wait for each
    other; the sum of a source's rows grows with every change that anybody can see, and never returns to what it was.
    """

    source = models.CharField(max_length=40)
    backend = models.IntegerField()
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_row_of_changes_a_connection", fields=["source", "backend"])
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.number}"


class KeptCount(models.Model):
    """What a figure was for a period as known on a day, after so many changes of what it is counted from."""

    source = models.CharField(max_length=40)
    figure = models.CharField(max_length=80)
    since = models.DateField()
    until = models.DateField()
    day = models.DateField()
    is_now = models.BooleanField(help_text="Counted on its own day, from what stands, not from what stood.")
    rule = models.CharField(max_length=64, help_text="SHA-256 of the way of counting.")
    changes = models.BigIntegerField()
    has_answer = models.BooleanField()
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_count_is_kept", fields=["figure", "since", "until", "day", "is_now"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.figure}, {self.until}"
