"""What makes schools alike: a dated table of all schools, from a source that anybody can read. No pupil is in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.kit.history import Recorded


class FactsTable(Recorded):
    """How many pupils each school has, and the share of them with free school meals. An earlier table stays."""

    as_at = models.DateField()
    source = models.CharField(max_length=300, help_text="Who counted, and where it can be read.")
    facts = models.JSONField(
        help_text="By the number of the school here: its pupils, and per cent with free school meals."
    )
    is_invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["-as_at", "-pk"]
        constraints = [models.CheckConstraint(name="facts_of_schools_have_a_source", condition=~Q(source=""))]

    def __str__(self) -> str:
        return f"Facts of schools, {self.as_at}"
