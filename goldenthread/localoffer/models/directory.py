import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.localoffer.choices import Origin, VersionState


class Provider(models.Model):
    """An organisation that gives services. Its record is the standard's organization."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    name = models.CharField(max_length=300)
    record = models.JSONField(default=dict)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ServiceQuerySet(ScopedQuerySet):
    def open_to_public(self) -> "ServiceQuerySet":
        return self.filter(is_archived=False, approved__isnull=False).select_related("approved", "provider")

    def shown_on(self, day: date) -> "ServiceQuerySet":
        """Those that the public sees on a day: within their own dates, and not lapsed."""
        return self.open_to_public().filter(
            models.Q(visible_from=None) | models.Q(visible_from__lte=day),
            models.Q(visible_to=None) | models.Q(visible_to__gte=day),
            models.Q(lapses_on=None) | models.Q(lapses_on__gt=day),
        )


class Service(models.Model):
    """Something that families can use. What the public reads is its approved version; edits wait beside it."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="services")
    approved = models.OneToOneField("ServiceVersion", null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=300)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.HERE)
    is_archived = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False)
    visible_from = models.DateField(null=True, blank=True)
    visible_to = models.DateField(null=True, blank=True)
    assured_on = models.DateField(null=True, blank=True)
    assured_by = models.CharField(max_length=200, blank=True)
    review_months = models.PositiveSmallIntegerField(default=12)
    lapses_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    modified_at = models.DateTimeField()

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["modified_at"], name="service_modified")]
        constraints = [
            models.CheckConstraint(
                name="service_is_visible_from_before_to",
                condition=models.Q(visible_from=None)
                | models.Q(visible_to=None)
                | models.Q(visible_to__gte=models.F("visible_from")),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def gate_moved(key: uuid.UUID) -> uuid.UUID | None:
        """The service that stays, for one that was joined with it."""
        rows = Service.objects.open_to_public().filter(known_as__record_id=key)
        return rows.values_list("public_id", flat=True).first()

    def is_shown_on(self, day: date) -> bool:
        """Whether the public sees it on a day."""
        return (
            not self.is_archived
            and self.approved_id is not None
            and (self.visible_from is None or self.visible_from <= day)
            and (self.visible_to is None or self.visible_to >= day)
            and (self.lapses_on is None or self.lapses_on > day)
        )


class ServiceVersion(models.Model):
    """A service's whole record as somebody wrote it: the standard's service, fully nested."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    record = models.JSONField()
    state = models.CharField(max_length=12, choices=VersionState, default=VersionState.WAITING)
    note = models.CharField(max_length=500, blank=True)
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["service", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["service", "number"], name="service_version_number_is_its_own"),
            models.UniqueConstraint(
                fields=["service"], condition=models.Q(state="waiting"), name="one_version_of_a_service_waits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}, version {self.number}"


class UpdateLink(models.Model):
    """A secret address with which a provider keeps its own entry without a password. Only the secret's hash is kept."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="update_links")
    secret_hash = models.CharField(max_length=64, unique=True)
    sent_to = models.EmailField()
    made_on = models.DateField()
    ends_on = models.DateField()
    used_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"link to {self.service}"

    def is_good_on(self, day: date) -> bool:
        """Whether it still opens."""
        return self.made_on <= day <= self.ends_on


class Taxonomy(models.Model):
    """A vocabulary: ours, or one that came with a feed."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    uri = models.URLField(blank=True, max_length=500)
    version = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """One word of a vocabulary."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    taxonomy = models.ForeignKey(Taxonomy, null=True, on_delete=models.CASCADE, related_name="terms")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children"
    )
    name = models.CharField(max_length=300)
    description = models.TextField(blank=True)
    code = models.CharField(max_length=300, blank=True)
    uri = models.URLField(blank=True, max_length=500)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class IndexState(models.Model):
    """How often what the public sees has changed: one row, read with every search."""

    version = models.BigIntegerField(default=0)
    rebuilt_at_version = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"version {self.version}"


class IndexChange(models.Model):
    """Which service changed with which version, so that each process mends its own index."""

    version = models.BigIntegerField(db_index=True)
    service_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.version}: {self.service_id}"


class SearchWithoutResult(models.Model):
    """Searches of a month that found nothing, by the need that was understood. No word that somebody typed is kept
    unless the directory's own vocabulary has it."""

    month = models.DateField()
    words = models.CharField(max_length=200, blank=True)
    filters = models.CharField(max_length=200, blank=True)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "words", "filters"], name="search_without_result_is_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.words or 'words we do not know'}: {self.times}"


class SearchFor(models.Model):
    """How often in a month somebody searched for something that the vocabulary names ("need:autism"). No words are kept."""

    month = models.DateField()
    concept = models.CharField(max_length=80)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "concept"], name="search_is_counted_by_month")
        ]

    def __str__(self) -> str:
        return f"{self.concept} in {self.month:%B %Y}: {self.times}"


def record_of(service: Service) -> dict[str, Any]:
    """The approved record; empty while there is none."""
    return service.approved.record if service.approved else {}
