"""Comments: sent by anybody, answered and published by the council, or kept back for a reason that the law knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.identifiers import kinds_of_traces
from goldenthread.localoffer.choices import CommentState, KeptBack, Outcome, Topic
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Comment, GuidePage, Service

OF_A_PERSON = {"a UPN", "an NHS number", "a date of birth"}
"""What not even the council’s own answer may hold; it may well name a telephone or an address of ours."""


@transaction.atomic
def comment(
    *,
    topic: str,
    words: str,
    page: GuidePage | None = None,
    service: Service | None = None,
    on: date,
    by: Any,
) -> Comment:
    """A comment that waits for an answer. Who wrote it is not kept."""
    said = Comment.objects.create(
        topic=Topic(topic), words=words.strip(), page=page, service=service, sent_on=on
    )
    log.record("localoffer.comment.sent", subject=log.subject_of(said), by=by, detail={"topic": topic})
    return said


def _waiting(comment: Comment) -> Comment:
    locked = Comment.objects.select_for_update().get(pk=comment.pk)
    if locked.state != CommentState.NEW:
        raise Refused("Somebody has decided on this comment already.")
    return locked


@transaction.atomic
def publish_answer(
    *, comment: Comment, published_words: str, outcome: str, answer: str, on: date, by: Any
) -> Comment:
    """The comment for everybody to read, with what the council does about it."""
    locked = _waiting(comment)
    if not published_words.strip() or not answer.strip():
        raise Refused("A comment is published together with its answer.", "answer")
    for field, said in (("published_words", published_words), ("answer", answer)):
        if found := [
            one for one in kinds_of_traces(said) if field == "published_words" or one in OF_A_PERSON
        ]:
            raise Refused(
                f"These words hold {' and '.join(found)}. Take that out: what is published identifies nobody.",
                field,
            )
    locked.state, locked.published_words = CommentState.ANSWERED, published_words.strip()
    locked.outcome, locked.answer, locked.answered_on, locked.answered_by = (
        Outcome(outcome),
        answer.strip(),
        on,
        by,
    )
    locked.save(update_fields=["state", "published_words", "outcome", "answer", "answered_on", "answered_by"])
    log.record(
        "localoffer.comment.published", subject=log.subject_of(locked), by=by, detail={"outcome": outcome}
    )
    return locked


@transaction.atomic
def keep_back(*, comment: Comment, because: str, on: date, by: Any) -> Comment:
    """Not published, and why."""
    locked = _waiting(comment)
    locked.state, locked.kept_back_because = CommentState.KEPT_BACK, KeptBack(because)
    locked.answered_on, locked.answered_by = on, by
    locked.save(update_fields=["state", "kept_back_because", "answered_on", "answered_by"])
    log.record(
        "localoffer.comment.kept_back", subject=log.subject_of(locked), by=by, detail={"because": because}
    )
    return locked
