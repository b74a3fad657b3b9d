"""What the background worker does for cases."""

from __future__ import annotations

import logging

from django.db.models import F
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.casework.actions import outbox
from goldenthread.casework.actions.importing import carry_out_import
from goldenthread.casework.actions.talking import send_news_of
from goldenthread.casework.models import CaseImport, Letter, LetterState, Message
from goldenthread.kit.uploads import telling

log = logging.getLogger(__name__)
TRIES = 5


@app.task(name="casework.send_notice", retry=RetryStrategy(max_attempts=TRIES, exponential_wait=4))
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
        if waiting.tries < TRIES:
            raise
        outbox.give_up_notice(letter=waiting, trouble="The message was not taken after several tries.")


@app.task(name="casework.tell_of_answer", retry=RetryStrategy(max_attempts=TRIES, exponential_wait=4))
def tell_of_answer(*, message: int) -> None:
    """Tell somebody that their message was answered."""
    answered = Message.objects.select_related("case", "adult__user", "child__user").filter(pk=message).first()
    if answered is not None:
        send_news_of(answered)


@app.task(name="casework.bring_in", pass_context=False)
def bring_in(*, upload: int, rehearse: bool) -> None:
    """Bring a file of cases in, or check it; one that is gone by then is no trouble."""
    held = CaseImport.objects.select_related("recorded_by").filter(pk=upload).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_import(held, rehearse=rehearse, on=timezone.localdate(), progress=tell)
