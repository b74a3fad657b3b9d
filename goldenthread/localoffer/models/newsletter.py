import secrets
import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet

CONFIRM_DAYS = 7
"""How long an address is kept that nobody has confirmed."""


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


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def confirmed(self) -> "SubscriberQuerySet":
        """Those who get newsletters."""
        return self.filter(confirmed_on__isnull=False)

    def given_up_on(self, day: date) -> "SubscriberQuerySet":
        """Addresses that nobody confirmed in time: they are not kept."""
        return self.filter(confirmed_on=None, asked_on__lt=day - timedelta(days=CONFIRM_DAYS))


def _key() -> str:
    return secrets.token_urlsafe(24)


class Subscriber(models.Model):
    """An address that asked for the newsletter. Who leaves is forgotten: the row goes."""

    email = models.EmailField(unique=True)
    key = models.CharField(
        max_length=64,
        unique=True,
        default=_key,
        help_text="Stands in the mails; confirms and leaves, and no more.",
    )
    asked_on = models.DateField()
    confirmed_on = models.DateField(null=True)
    sent_up_to = models.PositiveIntegerField(default=0, help_text="The newsletter that was sent here last.")

    objects = SubscriberQuerySet.as_manager()

    def __str__(self) -> str:
        return f"subscriber {self.pk}"
