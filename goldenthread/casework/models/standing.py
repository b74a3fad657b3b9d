"""Where cases stand today: worked out from their events, written in the same transaction, and made again at will."""

from __future__ import annotations

from django.db import models

from goldenthread.casework.models.case import Case
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.stages import Stage


def stages() -> list[tuple[str, str]]:
    """The stages as choices, read anew so that one more asks for no migration."""
    return [(stage.value, stage.words) for stage in Stage]


def duties() -> list[tuple[str, str]]:
    """The duties as choices."""
    return [(duty.value, duty.words) for duty in Duty]


class Standing(models.Model):
    """Where one case stands. `goldenthread casework rebuild` proves that it equals what the events say."""

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.CASCADE, related_name="standing")
    stage = models.CharField(max_length=20, choices=stages)
    since = models.DateField()
    requested_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True, help_text="Whether to assess.")
    decision_due_on = models.DateField(null=True, blank=True)
    final_on = models.DateField(null=True, blank=True, help_text="The first final plan.")
    final_due_on = models.DateField(null=True, blank=True)
    is_excepted = models.BooleanField(default=False)
    plan_made_on = models.DateField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    next_duty = models.CharField(max_length=30, choices=duties, blank=True)
    next_due_on = models.DateField(null=True, blank=True)
    is_appealed = models.BooleanField(default=False)
    is_in_mediation = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(name="standing_next_due", fields=["next_due_on"]),
            models.Index(name="standing_stage", fields=["stage", "next_due_on"]),
            models.Index(name="standing_final_on", fields=["final_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} since {self.since}"


class OpenDuty(models.Model):
    """A duty that runs. Without a due day its clock has no starting day yet, and somebody must find it out."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="open_duties")
    duty = models.CharField(max_length=30, choices=duties)
    started_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    number = models.BigIntegerField(help_text="The event that started it.")

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(name="open_duty_due", fields=["duty", "due_on"]),
            models.Index(name="open_duty_of_case", fields=["case", "due_on"]),
            models.Index(name="open_duty_next", fields=["due_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_duty_display()} by {self.due_on}"
