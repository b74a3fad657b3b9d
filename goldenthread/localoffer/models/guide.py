import uuid
from datetime import date

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet


class GuidePageQuerySet(ScopedQuerySet):
    def open_to_public(self) -> "GuidePageQuerySet":
        """Pages that have, or will have, something to read: `revision_on` says what on which day."""
        shown = models.Q(published__isnull=False) | models.Q(coming__isnull=False)
        return self.filter(shown).select_related("published", "coming")

    def published_now(self) -> "GuidePageQuerySet":
        """Pages that are published, for lists."""
        return self.filter(published__isnull=False).select_related("published")


class GuidePage(models.Model):
    """A page of advice. What the public reads is its published revision, and from its day on the one that is coming."""

    gate_field = "slug"

    slug = models.SlugField(unique=True, max_length=80)
    published = models.OneToOneField("GuideRevision", null=True, on_delete=models.SET_NULL, related_name="+")
    coming = models.OneToOneField("GuideRevision", null=True, on_delete=models.SET_NULL, related_name="+")
    route = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=100)
    owner = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True, blank=True)
    is_invented = models.BooleanField(default=False)

    objects = GuidePageQuerySet.as_manager()

    class Meta:
        ordering = ["route", "order", "slug"]

    def __str__(self) -> str:
        shown = self.published or self.coming
        return shown.title if shown else self.slug

    @staticmethod
    def gate_moved(key: str) -> str | None:
        """The address that a page has now."""
        return (
            FormerAddress.objects.filter(slug=key, page__published__isnull=False)
            .values_list("page__slug", flat=True)
            .first()
        )

    def revision_on(self, day: date) -> "GuideRevision | None":
        """What the public reads on a day."""
        coming = self.coming
        return coming if coming and coming.publish_on and coming.publish_on <= day else self.published


class FormerAddress(models.Model):
    """An address that a page had before; it leads to the page for as long as there is one."""

    slug = models.SlugField(unique=True, max_length=80)
    page = models.ForeignKey(GuidePage, on_delete=models.CASCADE, related_name="former_addresses")

    def __str__(self) -> str:
        return self.slug


class GuideRevision(models.Model):
    """A page as somebody wrote it. The body is plain text: "## " begins a heading, "- " a point, "1. " a step."""

    page = models.ForeignKey(GuidePage, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=400)
    body = models.TextField()
    keywords = models.CharField(max_length=400, blank=True)
    publish_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["page", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="guide_revision_number_is_its_own")
        ]

    def __str__(self) -> str:
        return f"{self.title}, revision {self.number}"


class Event(models.Model):
    """Something that happens on a day."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    title = models.CharField(max_length=200)
    summary = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    who_for = models.CharField(max_length=200, blank=True)
    cost = models.CharField(max_length=100, blank=True)
    booking = models.CharField(max_length=300, blank=True)
    is_cancelled = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["title", "starts_at"], name="event_is_entered_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.starts_at.date()


class Coverage(models.Model):
    """That a page or a service answers one item of the duties: Schedule 2, a regulation, or chapter 4 of the Code."""

    reference = models.CharField(max_length=40, db_index=True)
    page = models.ForeignKey(
        GuidePage, null=True, blank=True, on_delete=models.CASCADE, related_name="coverage"
    )
    service = models.ForeignKey(
        "localoffer.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="coverage"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="coverage_names_a_page_or_a_service",
                condition=models.Q(page__isnull=False, service=None)
                | models.Q(page=None, service__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["reference", "page", "service"], nulls_distinct=False, name="coverage_is_named_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.page or self.service}"
