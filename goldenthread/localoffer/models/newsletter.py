import uuid

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.kit.mailing import Reader, new_key

_key = new_key  # the name under which migration 0005 knows it


class NewsletterQuerySet(ScopedQuerySet):
    def open_to_public(self) -> "NewsletterQuerySet":
        """Those that were sent, the latest first."""
        return self.filter(number__isnull=False).order_by("-number")


class Newsletter(models.Model):
    """News of the Local Offer: a draft until it is sent, and from then on for everybody to read. Marked up as the guide is."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    title = models.CharField(max_length=200)
    body = models.TextField()
    version = models.PositiveIntegerField(default=1, help_text="How often it was written.")
    number = models.PositiveIntegerField(null=True, unique=True, help_text="Given when it is sent.")
    sent_on = models.DateField(null=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = NewsletterQuerySet.as_manager()

    class Meta:
        ordering = [models.F("number").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                name="newsletter_that_is_sent_has_number_and_day",
                condition=models.Q(number=None, sent_on=None)
                | models.Q(number__isnull=False, sent_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title


class Subscriber(Reader):
    """An address that asked for the newsletter; `sent_up_to` is the number of the newsletter that was sent here last."""
