"""Answering who asks what is held: somebody looks through what is about others, prepares it, and another person releases it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.keeping.export import REDACT, packed
from goldenthread.keeping.models import Disclosure, DisclosureState
from goldenthread.keeping.queries.everything import Row, everything
from goldenthread.kit.errors import Refused
from goldenthread.kit.secret_links import hashed, new_code, tidied
from goldenthread.law.subject_access import CITATION, answer_due_on
from goldenthread.people.models import Adult

KEEP = "keep"
GOOD_FOR = timedelta(days=30)
TRIES = 5
CODE_LENGTH = 8
"""More than 37 bits, and five tries."""


@transaction.atomic
def receive(
    *, case: Case, adult: Adult | None, right: str, received_on: date, on: date, by: Any
) -> Disclosure:
    """Somebody asked: the clock of one month runs. How we know who they are, and that they may, is written down."""
    if received_on > on:
        raise Refused("This day is still to come. Check the year.", "received_on")
    if len(right.split()) < 3:
        raise Refused("Say how you know who asks, and why they may have it.", "right")
    made = Disclosure.objects.create(child=case.child, adult=adult, right=right.strip(), received_on=received_on,
                                     due_on=answer_due_on(received_on), recorded_by=by)  # fmt: skip
    log.record("keeping.disclosure.received", subject=_named(made), by=by, detail={"due_on": made.due_on})
    return made


@transaction.atomic
def decide(*, disclosure: Disclosure, decisions: Mapping[str, tuple[str, str]], by: Any) -> Disclosure:
    """Of flagged rows, whether each goes along; leaving one out needs a reason. What was prepared before is let go."""
    held = _held(disclosure, DisclosureState.OPEN, DisclosureState.READY)
    for choice, why in decisions.values():
        if choice == REDACT and not why.strip():
            raise Refused("Say why you leave out what you leave out: it stands in the answer.")
    held.decisions |= {
        key: [choice, why.strip()[:300]]
        for key, (choice, why) in decisions.items()
        if choice in (KEEP, REDACT)
    }
    held.state, held.content, held.sha256, held.prepared_by = DisclosureState.OPEN, None, "", None
    held.save(update_fields=["decisions", "state", "content", "sha256", "prepared_by"])
    log.record("keeping.disclosure.decided", subject=_named(held), by=by, detail={"rows": len(decisions)})
    return held


@transaction.atomic
def prepare(*, disclosure: Disclosure, on: date, by: Any) -> Disclosure:
    """Put the answer together as the records are now. Refuses while a flagged row is not decided on."""
    held = _held(disclosure, DisclosureState.OPEN, DisclosureState.READY)
    rows = everything(held.child, on, asked_by=held.adult)
    left = undecided(held, rows)
    if left:
        raise Refused(f"{len(left)} of the rows that are about others are not decided on yet.")
    held.content, held.sha256 = packed(
        title=f"What we hold about {held.child}", who=str(held.adult or held.child), rows=rows, decisions=held.decisions,
        on=on, citation=CITATION.text,
    )  # fmt: skip
    held.state, held.prepared_on, held.prepared_by = DisclosureState.READY, on, by
    held.save(update_fields=["content", "sha256", "state", "prepared_on", "prepared_by"])
    log.record(
        "keeping.disclosure.prepared",
        subject=_named(held),
        by=by,
        detail={"rows": len(rows), "sha256": held.sha256},
    )
    return held


@transaction.atomic
def release(*, disclosure: Disclosure, on: date, by: Any) -> tuple[Disclosure, str, str]:
    """As the second person, let whoever asked have it: a link, and a code that goes another way. Both are said once."""
    held = _held(disclosure, DisclosureState.READY)
    if held.prepared_by_id == by.pk:
        raise Refused("You prepared this. Another person must release it.")
    secret, code = secrets.token_urlsafe(32), new_code(CODE_LENGTH)
    held.secret_hash, held.code_hash, held.tries = hashed(secret), hashed(f"{held.pk}:{code}"), 0
    held.state, held.released_on, held.released_by, held.good_until = (
        DisclosureState.RELEASED,
        on,
        by,
        on + GOOD_FOR,
    )
    held.save()
    log.record("keeping.disclosure.released", subject=_named(held), by=by, detail={"sha256": held.sha256})
    return held, secret, code


@transaction.atomic
def recall(*, disclosure: Disclosure, on: date, by: Any) -> Disclosure:
    """The link opens nothing from this moment on."""
    held = _held(disclosure, DisclosureState.RELEASED)
    held.state, held.recalled_on, held.content = DisclosureState.RECALLED, on, None
    held.save(update_fields=["state", "recalled_on", "content"])
    log.record("keeping.disclosure.recalled", subject=_named(held), by=by)
    return held


@transaction.atomic
def take(*, secret: str, code: str, on: date) -> Disclosure | None:
    """What a link and its code open; None where either is wrong, too old, called back, or tried too often."""
    held = opened(secret, on)
    if held is None or held.tries >= TRIES:
        return None
    held = Disclosure.objects.select_for_update().get(pk=held.pk)
    if not constant_time_compare(hashed(f"{held.pk}:{tidied(code)}"), held.code_hash):
        Disclosure.objects.filter(pk=held.pk).update(tries=F("tries") + 1)
        log.record("keeping.disclosure.guessed", subject=_named(held), by=None)
        return None
    Disclosure.objects.filter(pk=held.pk).update(taken=F("taken") + 1, tries=0)
    log.record("keeping.disclosure.taken", subject=_named(held), by=None, detail={"sha256": held.sha256})
    return held


def opened(secret: str, on: date) -> Disclosure | None:
    """The answer to which a link leads today."""
    live = Disclosure.objects.filter(state=DisclosureState.RELEASED, good_until__gte=on)
    return live.filter(secret_hash=hashed(secret)).first()


def undecided(disclosure: Disclosure, rows: list[Row]) -> list[Row]:
    """The flagged rows on which nobody has decided."""
    return [row for row in rows if row.flags and row.key not in disclosure.decisions]


def _held(disclosure: Disclosure, *states: str) -> Disclosure:
    held = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    if held.state not in states:
        raise Refused("This has moved on since you opened the page. Look at it again.")
    return held


def _named(disclosure: Disclosure) -> str:
    return f"keeping.disclosure:{disclosure.public_id}"
