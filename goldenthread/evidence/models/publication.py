import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.programme.models import Area, Programme


class DocumentForm(models.TextChoices):
    """What kind of document it is. Each is composed by its own function in `queries/composing.py`."""

    STATEMENT = "statement-of-action", "Statement of action"
    PROGRESS = "progress-report", "Progress report"
    HIGHLIGHT = "highlight-report", "Highlight report of one area"
    SCRUTINY = "scrutiny-paper", "Scrutiny paper"
    REVIEW_PACK = "review-pack", "Review pack for DfE and NHS England"
    SELF_EVALUATION = "self-evaluation", "Self-evaluation"
    STRATEGY_PROGRESS = "strategy-progress", "Progress of the strategy"
    YOUNG_PEOPLE = "young-people", "Young people’s version"


class DocumentDraftQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"

    def waiting(self) -> "DocumentDraftQuerySet":
        return self.filter(published_on=None, given_up_on=None)


class DocumentDraft(models.Model):
    """A document that is being prepared. Its content is made from live parts on `as_at` and stays until it is made anew."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="document_drafts")
    form = models.CharField(max_length=30, choices=DocumentForm)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    as_at = models.DateField()
    summary = models.TextField(blank=True, max_length=5000)
    content = models.JSONField()
    let_through = models.JSONField(default=dict)
    edition = models.PositiveIntegerField(default=1)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_by = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    published_on = models.DateField(null=True, blank=True)
    given_up_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentDraftQuerySet.as_manager()
    gate_field = "key"

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(given_up_on=None), name="document_draft_ends_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, draft"


class DocumentVersionQuerySet(ScopedQuerySet):
    scope_path = "programme__slug"

    def open_to_public(self) -> "DocumentVersionQuerySet":
        return self.all()


class DocumentVersion(models.Model):
    """A document as it was published: for ever as it is. Whoever published it did not prepare it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.OneToOneField(DocumentDraft, on_delete=models.PROTECT, related_name="version")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="document_versions")
    form = models.CharField(max_length=30, choices=DocumentForm)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    note = models.CharField(max_length=500, blank=True)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentVersionQuerySet.as_manager()
    gate_field = "key"

    class Meta:
        ordering = ["programme", "form", "area", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "form", "area", "number"], nulls_distinct=False,
                name="document_version_number_is_its_own",
            ),
            models.CheckConstraint(
                condition=~Q(prepared_by=F("published_by")), name="document_version_had_a_second_person"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        area = f", area {self.area.number}" if self.area else ""
        return f"{self.get_form_display()}{area}, version {self.number}"
