"""Where the chain ends."""

from django.db import models


class Head(models.Model):
    """The number of events and the last one's hash, sealed with the key: it shows that a tail was cut off."""

    key = models.PositiveSmallIntegerField(primary_key=True, default=1)
    count = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(name="audit_head_is_one_row", condition=models.Q(key=1))]

    def __str__(self) -> str:
        return f"{self.count}:{self.hash}"
