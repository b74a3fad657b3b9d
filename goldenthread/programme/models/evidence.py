from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.columns import PartialDateField
from goldenthread.kit.history import FactQuerySet, KnownFact
from goldenthread.programme.choices import Confidence, EvidenceKind, EvidenceShows
from goldenthread.programme.models.action import Action
from goldenthread.programme.models.plan import Area


class EvidenceQuerySet(ScopedQuerySet, FactQuerySet):  # type: ignore[override]
    scope_path = "area__plan__programme__slug"

    def in_use(self, day: date) -> Self:
        """What the area knew of at the end of a day, without what newer evidence had replaced by then."""
        replaced = self.model.objects.filter(known_on__lte=day).exclude(supersedes=None).values("supersedes")
        return self.filter(known_on__lte=day).exclude(pk__in=replaced)


class Evidence(KnownFact):
    """Something dated that shows what an action or an area has done, confirmed by a second person or not yet.

    It belongs to the area that found it and may be cited anywhere. It is never edited: newer evidence supersedes it.
    """

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="evidence")
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence"
    )
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=EvidenceKind, default=EvidenceKind.DOCUMENT)
    address = models.CharField(max_length=1000)
    dated_on = PartialDateField()
    shows = models.CharField(max_length=20, choices=EvidenceShows, default=EvidenceShows.OUTPUT)
    shows_impact = models.GeneratedField(
        expression=models.Case(
            models.When(shows__in=("experience", "outcome"), then=models.Value(True)),
            default=models.Value(False),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    says = models.CharField(
        max_length=500, blank=True, help_text="What it shows, in a sentence; a share with what it is of."
    )
    owner = models.CharField(max_length=150, blank=True, help_text="The role or team that can answer for it.")
    whose = models.CharField(
        max_length=150, blank=True, help_text="Whose experience it is, as a group: never a name."
    )
    confidence = models.CharField(max_length=10, choices=Confidence, default=Confidence.MEDIUM)
    is_publishable = models.BooleanField(default=False)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    gone_on = models.DateField(
        null=True, blank=True, help_text="The day on which somebody found that it cannot be opened any more."
    )
    gone_why = models.CharField(max_length=300, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_on = models.DateField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["-known_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_confirmed_by_a_second_person",
                condition=Q(confirmed_by=None) | Q(recorded_by=None) | ~Q(confirmed_by=F("recorded_by")),
            ),
            models.CheckConstraint(name="evidence_supersedes_other", condition=~Q(supersedes=F("pk"))),
        ]

    def __str__(self) -> str:
        return self.title

    def is_confirmed_on(self, day: date) -> bool:
        """Whether a second person had confirmed it by the end of a day."""
        return self.confirmed_on is not None and self.confirmed_on <= day

    def is_gone_on(self, day: date) -> bool:
        """Whether somebody had found by the end of a day that it cannot be opened any more."""
        return self.gone_on is not None and self.gone_on <= day

    def proves_impact_on(self, day: date) -> bool:
        """Whether it spoke of experience or outcome on a day, was confirmed, and could be opened."""
        return bool(self.shows_impact) and self.is_confirmed_on(day) and not self.is_gone_on(day)
