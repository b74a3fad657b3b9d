"""What the background worker does for cases."""

from __future__ import annotations

import logging
from typing import Any

from django.db.models import F
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.casework.actions import links, outbox, storing
from goldenthread.casework.actions.importing import carry_out_import
from goldenthread.casework.actions.quarantine import scan_again, send_news_of_refused
from goldenthread.casework.actions.talking import send_news_of
from goldenthread.casework.models import AdviceLink, CaseImport, Letter, LetterState, Message, Paper
from goldenthread.kit import object_store
from goldenthread.kit.patience import Patiently, most_tries
from goldenthread.kit.uploads import telling

log = logging.getLogger(__name__)
EVERY_FIVE_MINUTES = "*/5 * * * *"
EVERY_HOUR = "23 * * * *"
AT_ONCE = 500
"""Files that one run of the task moves out; `goldenthread files out` moves all."""


@app.task(name="casework.send_notice", retry=Patiently())
def send_notice(*, letter: int) -> None:
    """Send the notice of a letter, once. After the last try the letter is to be printed instead."""
    Letter.objects.filter(pk=letter, state=LetterState.WAITING).update(tries=F("tries") + 1)
    waiting = (
        Letter.objects.select_related("case", "adult__user", "child__user")
        .filter(pk=letter, state=LetterState.WAITING)
        .first()
    )
    if waiting is None:
        return
    try:
        outbox.send_notice(waiting, timezone.localdate())
    except Exception as trouble:
        log.warning("the notice of letter %s was not taken: %s", letter, type(trouble).__name__)
        if waiting.tries < most_tries(trouble):
            raise
        outbox.give_up_notice(letter=waiting, trouble="The message was not taken after several tries.")


@app.task(name="casework.tell_of_answer", retry=Patiently())
def tell_of_answer(*, message: int) -> None:
    """Tell somebody that their message was answered."""
    answered = Message.objects.select_related("case", "adult__user", "child__user").filter(pk=message).first()
    if answered is not None:
        send_news_of(answered)


@app.periodic(cron=EVERY_FIVE_MINUTES)
@app.task(name="casework.scan_again", queueing_lock="casework.scan_again")
def scan_waiting(timestamp: int = 0) -> None:
    """Ask the virus scanner again about the papers that wait for it."""
    came = scan_again()
    if any(came.values()):
        log.warning("papers that waited for the virus scan: %s", came)


@app.periodic(cron=EVERY_FIVE_MINUTES)
@app.task(name="casework.move_files", queueing_lock="casework.move_files", lock="casework.move_files")
def move_files(timestamp: int = 0) -> None:
    """Move the files that came in out to the object store, where there is one."""
    if object_store.is_on():
        storing.move_all(out=True, most=AT_ONCE)


@app.periodic(cron=EVERY_HOUR)
@app.task(name="casework.sweep_files", queueing_lock="casework.sweep_files")
def sweep_files(timestamp: int = 0) -> None:
    """Remove the objects that no row has named for a day."""
    if object_store.is_on():
        storing.sweep(at=timezone.now())


@app.task(name="casework.tell_of_refused", retry=Patiently())
def tell_of_refused(*, paper: int) -> None:
    """Tell the one who sent a paper that it was refused."""
    whole = Paper.objects.select_related("case", "message__adult__user", "message__child__user")
    refused = whole.filter(pk=paper).first()
    if refused is not None:
        send_news_of_refused(refused)


def _link(pk: int) -> AdviceLink | None:
    link = (
        AdviceLink.objects.select_related("advice__case", "advice__request")
        .filter(pk=pk, ended_on=None)
        .first()
    )
    return link if link is not None and link.advice.email else None


@app.task(
    name="casework.send_advice_link",
    retry=Patiently(),
    pass_context=True,
)
def send_advice_link(context: Any = None, *, link: int) -> None:
    """Mail a request for advice. After the last try the case's worker is shown that it did not leave."""
    waiting = _link(link)
    if waiting is None or waiting.sent_at is not None:
        return
    try:
        links.send_link(waiting, timezone.now())
    except Exception as trouble:
        log.warning("the link %s was not taken: %s", link, type(trouble).__name__)
        if context is None or context.job.attempts + 1 < most_tries(trouble):
            raise
        links.give_up_link(waiting, "The mail was not taken after several tries. Check the address.")


@app.task(name="casework.send_advice_code", retry=RetryStrategy(max_attempts=5, exponential_wait=2))
def send_advice_code(*, link: int) -> None:
    """Mail a code for a link, made now."""
    waiting = _link(link)
    if waiting is not None:
        links.send_code(waiting, timezone.now())


@app.task(name="casework.bring_in", pass_context=False)
def bring_in(*, upload: int, rehearse: bool) -> None:
    """Bring a file of cases in, or check it; one that is gone by then is no trouble."""
    held = CaseImport.objects.select_related("recorded_by").filter(pk=upload).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_import(held, rehearse=rehearse, on=timezone.localdate(), progress=tell)
