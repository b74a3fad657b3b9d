import uuid

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.localoffer.choices import Form


class AttachmentQuerySet(ScopedQuerySet):
    def open_to_public(self) -> "AttachmentQuerySet":
        return self.filter(
            models.Q(page__published__isnull=False)
            | models.Q(service__approved__isnull=False, service__is_archived=False)
        )


class Attachment(models.Model):
    """A page or an entry in another form: easy read, signed, translated, filmed. A file that we keep, or a link to one."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    page = models.ForeignKey(
        "localoffer.GuidePage", null=True, on_delete=models.CASCADE, related_name="attachments"
    )
    service = models.ForeignKey(
        "localoffer.Service", null=True, on_delete=models.CASCADE, related_name="attachments"
    )
    form = models.CharField(max_length=12, choices=Form)
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=60, blank=True, help_text="Empty for English.")
    link = models.URLField(max_length=500, blank=True)
    name = models.CharField(max_length=150, blank=True)
    mime = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField(default=0, help_text="Bytes.")
    added_on = models.DateField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["form", "language", "title"]
        constraints = [
            models.CheckConstraint(
                name="attachment_belongs_to_a_page_or_a_service",
                condition=models.Q(page__isnull=False, service=None)
                | models.Q(page=None, service__isnull=False),
            ),
            models.CheckConstraint(
                name="attachment_is_a_file_or_a_link",
                condition=(models.Q(link="") & models.Q(content__isnull=False))
                | (~models.Q(link="") & models.Q(content=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.title
