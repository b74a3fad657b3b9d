"""A published release: its tables, line by line, with x and z kept apart from numbers."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Recorded
from goldenthread.kit.uploads import HeldFile


class Release(Recorded):
    """One edition of the Department’s statistics. Loading the same file again changes nothing; a newer one is shown instead."""

    title = models.CharField(max_length=200)
    source = models.CharField(
        max_length=300, blank=True, help_text="Where it was taken from, and its licence."
    )
    sha256 = models.CharField(max_length=64, unique=True)
    loaded_on = models.DateField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title


class ReleaseUploadQuerySet(ScopedQuerySet):
    def known_to(self, standing: Any) -> Self:
        """Those who load statistics see every file."""
        return self.all() if standing.may(Permission.LOAD_STATISTICS) else self.none()


class ReleaseUpload(HeldFile):
    """A release's ZIP on its way in."""

    title = models.CharField(max_length=200)
    source = models.CharField(max_length=300, blank=True)
    release = models.ForeignKey(Release, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ReleaseUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]


class PublishedTable(models.Model):
    """One table of a release: its columns in order, what could not be read, and what its own arithmetic says."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="tables")
    name = models.CharField(max_length=80)
    columns = models.JSONField()
    lines_read = models.PositiveIntegerField()
    lines_kept = models.PositiveIntegerField()
    troubles = models.JSONField(default=list)
    recomputed = models.PositiveIntegerField(default=0)
    differing = models.JSONField(default=list)
    repeated = models.JSONField(
        default=list, help_text="[period, column, region] in which authorities have their region’s figure."
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(name="release_has_each_table_once", fields=["release", "name"])
        ]

    def __str__(self) -> str:
        return self.name


class PublishedLine(models.Model):
    """One line of a table; `values` stand in the order of its table’s columns: numbers, “x”, “z” or null."""

    table = models.ForeignKey(PublishedTable, on_delete=models.CASCADE, related_name="lines")
    period = models.CharField(max_length=10)
    level = models.CharField(max_length=10)
    code = models.CharField(max_length=12)
    place = models.CharField(max_length=100)
    region = models.CharField(max_length=60, blank=True)
    topic = models.CharField(max_length=120)
    breakdown = models.CharField(max_length=120)
    is_whole = models.BooleanField()
    values = models.JSONField()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(name="published_place", fields=["table", "code"]),
            models.Index(
                name="published_whole", fields=["table", "period"], condition=models.Q(is_whole=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.period}, {self.breakdown}"
