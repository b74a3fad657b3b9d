"""Those who are told by mail of published versions, and of what each wants to be told."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.kit.mailing import Reader
from goldenthread.programme.models import Area, Plan, Programme


class Follower(Reader):
    """An address that follows what is published; `sent_up_to` is the version that was looked at for it last."""


class Followed(models.Model):
    """One thing that a follower asked for: an area, a whole plan, or, without both, everything of a programme."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="followed")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    is_confirmed = models.BooleanField(
        default=False, help_text="What was only asked for brings no mail and goes after some days."
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_thing_is_followed_once", fields=["follower", "programme", "plan", "area"], nulls_distinct=False
            ),
            models.CheckConstraint(name="a_plan_or_an_area_is_followed", condition=Q(plan=None) | Q(area=None)),
        ]  # fmt: skip

    def __str__(self) -> str:
        if self.area is not None:
            return f"Area {self.area.number}"
        return f"The whole plan: {self.plan.title}" if self.plan else "Everything that is published"
