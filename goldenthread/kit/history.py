"""Records that can be read as they were known on any past day.

Two plain kinds. A *known fact* happened once and is never changed: it carries `known_on`, the day from which the
area knew of it. A *version* is one state of a record that changes: it holds from `known_from` until the day
before `known_until`; a change closes the open version and opens the next. Asking about a past day
is one condition on either (`as_known_on`), so a past page is the same code and the same number of queries as today's.
Two changes on one day leave an earlier version that holds for no day; it stays in the record with its author.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Func, Q

VERSION_FIELDS = frozenset(
    {"id", "known_from", "known_until", "known", "recorded_at", "recorded_by", "recorded_by_id", "reason"}
)


class FactQuerySet(models.QuerySet[Any]):
    """Facts, asked as at a day."""

    def as_known_on(self, day: date) -> Self:
        """The facts that the area knew of at the end of `day`."""
        return self.filter(known_on__lte=day)


class VersionQuerySet(models.QuerySet[Any]):
    """Versions, asked as at a day."""

    def as_known_on(self, day: date) -> Self:
        """The one version of each record that held at the end of `day`."""
        return self.filter(known__contains=day)

    def latest_known(self) -> Self:
        """The version of each record that nothing has followed yet."""
        return self.filter(known_until=None)


class Recorded(models.Model):
    """Who wrote a row, and when. An import has no author: its event in the audit names who ran it."""

    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True


class Sourced(models.Model):
    """Where a row comes from: addresses of pages or documents, and how sure we are of it."""

    sources = models.JSONField(default=list, blank=True)
    certainty = models.CharField(
        max_length=300, blank=True, help_text="Empty when read in the source itself."
    )

    class Meta:
        abstract = True


class KnownFact(Recorded, Sourced):
    """Something that happened once. It is never edited; a later fact may correct it."""

    known_on = models.DateField(db_index=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True


class RetractableQuerySet(FactQuerySet):
    """Facts of which some were taken back."""

    def as_known_on(self, day: date) -> Self:
        """The facts that the area knew of at the end of `day` and had not taken back by then."""
        return super().as_known_on(day).filter(Q(taken_back_on=None) | Q(taken_back_on__gt=day))


class RetractableFact(KnownFact):
    """A fact that can be taken back: from that day it counts no more, and days before still show it.

    To correct one, take it back, say why, and record it rightly: both stay in the record.
    """

    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_why = models.CharField(max_length=500, blank=True)

    objects = RetractableQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        abstract = True


RETRACTED = ("taken_back_on", "taken_back_why")


class Version(Recorded):
    """One state of a record, for the days from `known_from` to the day before `known_until`."""

    known_from = models.DateField()
    known_until = models.DateField(null=True, blank=True)
    known = models.GeneratedField(
        expression=Func(F("known_from"), F("known_until"), function="daterange"),
        output_field=DateRangeField(),
        db_persist=True,
    )
    reason = models.CharField(max_length=500, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def state_fields(cls) -> list[str]:
        """The fields that say how things stood: all but whose version it is, when it held and who wrote it."""
        owner = cls.owner_field()
        return [f.name for f in cls._meta.concrete_fields if f.name not in VERSION_FIELDS and f.name != owner]

    @classmethod
    def owner_field(cls) -> str:
        """The name of the field that points to the record of which this is a version."""
        return "record"

    def state(self) -> dict[str, Any]:
        """The state's fields and values."""
        return {name: getattr(self, name) for name in self.state_fields()}


def version_constraints(name: str) -> list[models.BaseConstraint]:
    """No two versions of a record hold on one day; none ends before it begins; one at most is open."""
    return [
        ExclusionConstraint(
            name=f"{name}_hold_on_different_days",
            expressions=[("record", RangeOperators.EQUAL), ("known", RangeOperators.OVERLAPS)],
        ),
        models.CheckConstraint(
            name=f"{name}_end_after_they_begin",
            condition=Q(known_until=None) | Q(known_until__gte=F("known_from")),
        ),
        models.UniqueConstraint(name=f"{name}_one_is_open", fields=["record"], condition=Q(known_until=None)),
    ]


def version_indexes(name: str) -> list[models.Index]:
    """What makes a past day as quick to ask as today."""
    return [GistIndex(name=f"{name}_known", fields=["known"])]
