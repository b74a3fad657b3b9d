"""Files of cases that somebody brings in, the columns that were agreed on, and which row became which case."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.kit.history import Recorded
from goldenthread.kit.uploads import HeldFile
from goldenthread.partners.models import Team


class Way(models.TextChoices):
    """How much of a file comes in when some of its rows are wrong."""

    EACH = "each", "Every sound row; the others are listed"
    ALL = "all", "All of it, or nothing"


class ImportMapping(Recorded):
    """What the columns of one system's export mean: kept, and used again for the next file with the same headings."""

    name = models.CharField(max_length=100, unique=True)
    columns = models.JSONField(help_text="Heading to field.")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class CaseImportQuerySet(ScopedQuerySet):
    """Imports, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """One's own, and nobody else's: a file holds children of every team."""
        mine = self.filter(recorded_by=standing.user.pk)
        return mine if standing.may(Permission.IMPORT_CASES) else mine.none()


class CaseImport(HeldFile):
    """A file of cases: what its columns mean, which way it comes in, and what was wrong in which row."""

    columns = models.JSONField(
        default=dict, blank=True, help_text="Heading to field, as agreed for this file."
    )
    is_sen2 = models.BooleanField(default=False)
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="Gets the cases whose row names none.",
    )  # fmt: skip
    way = models.CharField(max_length=5, choices=Way, default=Way.EACH)
    troubles = models.JSONField(default=list, blank=True, help_text="[row, column, sentence]")

    objects = CaseImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="case_import_keeps_its_file_until_it_is_in",
                condition=Q(data__isnull=False) | ~Q(state="waiting"),
            )
        ]


class ImportedRow(models.Model):
    """A row that became a case. With it an import that was broken off knows what is in."""

    upload = models.ForeignKey(CaseImport, on_delete=models.CASCADE, related_name="rows")
    row = models.PositiveIntegerField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="imported_row")

    class Meta:
        ordering = ["row"]
        constraints = [models.UniqueConstraint(name="row_is_imported_once", fields=["upload", "row"])]

    def __str__(self) -> str:
        return f"row {self.row}"
