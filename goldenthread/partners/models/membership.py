"""Teams, and who belongs to what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.kit.columns import PartialDateField
from goldenthread.partners.models.body import Body
from goldenthread.partners.models.organisation import Organisation


class Team(models.Model):
    """A team of an organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)
    began_on = PartialDateField(null=True, blank=True)
    ended_on = PartialDateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="team_is_told_once", fields=["organisation", "name"])]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in an organisation, a team or a body, and its title."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    title = models.CharField(max_length=150, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="membership_is_of_one_thing",
                condition=Q(organisation__isnull=False, team=None, body=None)
                | Q(organisation=None, team__isnull=False, body=None)
                | Q(organisation=None, team=None, body__isnull=False),
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.title or 'member'} of {self.organisation or self.team or self.body}"
