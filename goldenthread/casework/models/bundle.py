"""Bundles of papers that were made for a panel, a tribunal, or somebody who asked for what is held of them."""

from __future__ import annotations

from django.db import models

from goldenthread.casework.models.case import Case
from goldenthread.kit.history import Recorded


class BundleKind(models.TextChoices):
    """What a bundle is for."""

    PANEL = "panel", "For a panel"
    TRIBUNAL = "tribunal", "For the tribunal"
    SUBJECT_ACCESS = "subject-access", "For somebody who asked what we hold (subject access)"
    CASE_FILE = "case-file", "For another authority, because the family moves (portable case file)"


class Bundle(Recorded):
    """What went into a bundle, with the hash of each paper and of the whole. The bundle itself is not kept."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="bundles")
    kind = models.CharField(max_length=16, choices=BundleKind)
    reader = models.CharField(max_length=200, help_text="For whom it was rendered.")
    made_on = models.DateField()
    contents = models.JSONField(
        help_text="[title, SHA-256 of its words and file, why it went in all the same]"
    )
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.made_on}"
