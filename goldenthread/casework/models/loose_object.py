"""Objects in the council's store that no row names."""

from __future__ import annotations

from django.db import models


class LooseObject(models.Model):
    """A key in the object store that no paper names: not yet, or not any more. The object is removed a day later.

    The database itself writes one when a paper that names an object goes, whoever deletes it and however.
    """

    key = models.CharField(max_length=64, primary_key=True)
    since = models.DateTimeField()

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.key} since {self.since}"
