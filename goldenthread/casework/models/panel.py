"""Panels: who sits, which cases are on the agenda, what is decided and why, and the second signature."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.kit.history import Recorded
from goldenthread.partners.models import Body


class PanelQuestion(models.TextChoices):
    """What a panel is asked."""

    ASSESS = "assess", "Assess?"
    ISSUE = "issue", "Make a plan?"
    REASSESS = "reassess", "Assess again?"
    CEASE = "cease", "End the plan?"
    OTHER = "other", "Something else"


class PanelAnswer(models.TextChoices):
    """What a panel says."""

    YES = "yes", "Yes"
    NO = "no", "No"
    LATER = "later", "Not yet: more is needed"


class SittingQuerySet(ScopedQuerySet):
    """Sittings, as far as somebody may know of them."""

    def known_to(self, standing: Any) -> Self:
        """Managers of cases know every sitting; a member those of their panel; a worker those with a case of theirs."""
        from goldenthread.accounts.permissions import Permission
        from goldenthread.casework.access import cases_known_to, working

        if standing.may(Permission.MANAGE_CASES):
            return self.all()
        held = standing.user.memberships.filter(body__isnull=False, starts_on__lte=standing.day)
        bodies = held.filter(Q(ends_on=None) | Q(ends_on__gte=standing.day)).values("body")
        worked = AgendaItem.objects.filter(
            case__in=Case.objects.filter(cases_known_to(standing, working)).values("pk")
        )
        return self.filter(Q(body__in=bodies) | Q(pk__in=worked.values("sitting")))


class Sitting(Recorded):
    """One sitting of a panel. When it closes, its members no longer see its papers."""

    gate_field = "public_id"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sittings")
    sits_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ["-sits_on", "-pk"]
        constraints = [
            models.UniqueConstraint(name="sitting_is_told_once", fields=["body", "sits_on"]),
            models.CheckConstraint(
                name="sitting_closes_when_it_sits_or_later",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("sits_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.sits_on:%-d %B %Y}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: what their role allows of panels."""
        from goldenthread.accounts.permissions import Permission as P

        return frozenset(one for one in (P.MANAGE_CASES, P.READ_PANEL_PAPERS) if standing.may(one))


class AgendaItemQuerySet(ScopedQuerySet):
    """Items of agendas, as far as somebody may read their papers."""

    def known_to(self, standing: Any) -> Self:
        """The case's workers and managers; and the members of the panel until the sitting closes, never past a bar."""
        from goldenthread.casework.access import cases_known_to, on_panel, working

        of_work = Case.objects.filter(cases_known_to(standing, working)).values("pk")
        of_panel = Case.objects.filter(cases_known_to(standing, on_panel)).values("pk")
        sittings = Sitting.objects.known_to(standing).filter(closed_on=None).values("pk")
        return self.filter(Q(case__in=of_work) | Q(case__in=of_panel, sitting__in=sittings))


class AgendaItem(Recorded):
    """One case on an agenda: the question, what the panel reads before, what it decides and why."""

    gate_field = "public_id"
    gate_parents = {"sitting": "sitting"}

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="panel_items")
    question = models.CharField(max_length=10, choices=PanelQuestion)
    paper = models.TextField(help_text="What the panel reads before it sits.")
    answer = models.CharField(max_length=10, choices=PanelAnswer, blank=True)
    reasons = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    edition = models.PositiveIntegerField(
        default=1, help_text="Goes up with each change, so that two writers notice."
    )
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="item_is_on_an_agenda_once", fields=["sitting", "case", "question"]),
            models.CheckConstraint(
                name="item_is_decided_with_its_reasons",
                condition=Q(answer="", reasons="", decided_on=None, decided_by=None)
                | (~Q(answer="") & ~Q(reasons="") & Q(decided_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="item_in_the_case_was_decided", condition=Q(event=None) | ~Q(answer="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.get_question_display()}"

    @property
    def decision_hash(self) -> str:
        """What a signature signs: the question, the answer and the reasons, to the letter."""
        text = json.dumps(
            [self.question, self.answer, self.reasons, str(self.decided_on)], ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as in its case; a member of the panel reads."""
        return self.case.permitted_to(standing)


class Countersignature(Recorded):
    """A second person signed a decision as it read. When the decision changes it stays, and no longer counts."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="countersignatures")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    decision_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.signed_by}, {self.signed_on}"
