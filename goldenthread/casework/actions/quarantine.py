"""Papers that the virus scanner could not judge: kept apart, asked about again, and then released or refused."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.casework.actions import outbox
from goldenthread.casework.models import Paper, QuarantinedPaper, Scanned
from goldenthread.kit.received.scanner import Scan, Verdict, verdict
from goldenthread.people.choices import ContactBy

AT_ONCE = 50
"""Papers that one run of the task asks about."""


@transaction.atomic
def keep_apart(*, paper: Paper, content: bytes, at: datetime, by: Any) -> QuarantinedPaper:
    """Keep the content of a paper where no page and no file reads it, until the scanner has spoken."""
    held = QuarantinedPaper.objects.create(paper=paper, content=content, since=at)
    log.record("casework.paper.quarantined", subject=log.subject_of(paper), by=by)
    return held


def scan_again(*, most: int = AT_ONCE) -> dict[str, int]:
    """Ask about each paper that waits, those first that were asked about least. Stops when the scanner is away."""
    came = {"released": 0, "refused": 0, "waiting": 0}
    for key in list(QuarantinedPaper.objects.order_by("asked", "since").values_list("pk", flat=True)[:most]):
        found = _decide(key)
        if found is None:
            continue
        came[{Scan.CLEAN: "released", Scan.REFUSED: "refused"}.get(found.scan, "waiting")] += 1
        if found.is_away:
            break
    return came


@transaction.atomic
def _decide(key: int) -> Verdict | None:
    """One paper, under its lock; nothing if another worker has it, or it is gone."""
    rows = QuarantinedPaper.objects.select_for_update(skip_locked=True, of=("self",))
    held = rows.select_related("paper").filter(pk=key).first()
    if held is None:
        return None
    found = verdict(bytes(held.content))
    if found.scan == Scan.CLEAN:
        release(held=held)
    elif found.scan == Scan.REFUSED:
        refuse(held=held, words=found.words)
    else:
        held.asked, held.trouble = held.asked + 1, found.words[:300]
        held.save(update_fields=["asked", "trouble"])
    return found


@transaction.atomic
def release(*, held: QuarantinedPaper) -> Paper:
    """The scanner found nothing: the paper is one like any other."""
    paper = held.paper
    paper.in_row, paper.scan = bytes(held.content), Scanned.CLEAN
    paper.save(update_fields=["in_row", "scan"])
    held.delete()
    log.record("casework.paper.released", subject=log.subject_of(paper), by=None)
    return paper


@transaction.atomic
def refuse(*, held: QuarantinedPaper, words: str) -> Paper:
    """The scanner found a virus: the content is deleted, the entry stays and says so, and who sent it is told to look."""
    paper = held.paper
    paper.scan = Scanned.REFUSED
    paper.save(update_fields=["scan"])
    held.delete()
    log.record(
        "casework.paper.refused", subject=log.subject_of(paper), by=None, detail={"scanner": words[:200]}
    )
    transaction.on_commit(lambda: _defer(paper))
    return paper


def _defer(paper: Paper) -> None:
    from goldenthread.casework import tasks

    tasks.tell_of_refused.defer(paper=paper.pk)


def send_news_of_refused(paper: Paper) -> None:
    """Tell the one of the family who sent it: a link to the thread, which says what became of the file."""
    message = paper.message
    reader = message and (message.adult or message.child)
    if message is None or not reader or reader.user is None or not reader.user.is_active:
        return
    if reader.contact_by == ContactBy.POST:
        return
    by_text = reader.contact_by == ContactBy.TEXT and reader.telephone
    channel = ContactBy.TEXT if by_text else ContactBy.EMAIL
    outbox.tell(reader, reverse("case:messages", args=[paper.case.public_id]), channel)
