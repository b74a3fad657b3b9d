from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.history import Version, version_constraints, version_indexes
from goldenthread.programme.choices import RiskKind, Rung
from goldenthread.programme.models.plan import Area
from goldenthread.programme.models.programme import Programme

ONE_TO_FIVE = [MinValueValidator(1), MaxValueValidator(5)]


class RiskQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"


class Risk(models.Model):
    """Something that may go wrong, or has."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="risks")
    key = models.CharField(max_length=80)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="risks")
    known_on = models.DateField()

    objects = RiskQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="risk_key_is_its_own")]

    def __str__(self) -> str:
        return f"Risk {self.key}"


class RiskVersion(Version):
    """How a risk stood for some days. Likelihood and severity run from 1 to 5."""

    record = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="versions")
    kind = models.CharField(max_length=10, choices=RiskKind, default=RiskKind.RISK)
    cause = models.TextField()
    event = models.TextField()
    effect = models.TextField()
    likelihood = models.PositiveSmallIntegerField(validators=ONE_TO_FIVE)
    severity = models.PositiveSmallIntegerField(validators=ONE_TO_FIVE)
    owner = models.CharField(max_length=200)
    mitigation = models.TextField(blank=True)
    rung = models.CharField(max_length=20, choices=Rung, default=Rung.WORKSTREAM)
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            *version_constraints("risk_versions"),
            models.CheckConstraint(
                name="risk_scores_run_from_1_to_5",
                condition=models.Q(likelihood__range=(1, 5), severity__range=(1, 5)),
            ),
        ]
        indexes = version_indexes("risk_versions")

    def __str__(self) -> str:
        return self.event

    @property
    def score(self) -> int:
        """Likelihood times severity: 1 to 25."""
        return self.likelihood * self.severity
