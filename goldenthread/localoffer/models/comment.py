import uuid

from django.conf import settings
from django.db import models

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.localoffer.choices import CommentState, KeptBack, Outcome, Topic


class CommentQuerySet(ScopedQuerySet):
    def published(self) -> "CommentQuerySet":
        """Those that were answered for everybody to read, the latest answer first."""
        return self.filter(state=CommentState.ANSWERED).order_by("-answered_on", "-pk")


class Comment(models.Model):
    """What somebody said about the Local Offer. Nobody is asked who they are; what is published identifies nobody."""

    gate_field = "public_id"

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    page = models.ForeignKey(
        "localoffer.GuidePage", null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    service = models.ForeignKey(
        "localoffer.Service", null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    topic = models.CharField(max_length=12, choices=Topic)
    words = models.TextField(max_length=3000)
    sent_on = models.DateField()
    state = models.CharField(max_length=12, choices=CommentState, default=CommentState.NEW)
    published_words = models.TextField(blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    answer = models.TextField(blank=True)
    kept_back_because = models.CharField(max_length=20, choices=KeptBack, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="comment_that_is_published_has_an_answer",
                condition=~models.Q(state="answered")
                | (
                    ~models.Q(published_words="") & ~models.Q(answer="") & models.Q(answered_on__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="comment_that_is_kept_back_says_why",
                condition=~models.Q(state="kept-back") | ~models.Q(kept_back_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Comment of {self.sent_on}"
