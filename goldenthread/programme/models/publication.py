from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.programme.models.plan import Plan


class PublicationQuerySet(ScopedQuerySet):
    scope_path = "plan__programme__slug"

    def open_to_public(self) -> "PublicationQuerySet":
        return self.filter(plan__is_public=True)


class Publication(models.Model):
    """A plan as it was published: one frozen text for the public, committees and reviewers alike."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveSmallIntegerField()
    published_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="publication_number_is_its_own")
        ]

    def __str__(self) -> str:
        return f"{self.plan}, version {self.number}"
