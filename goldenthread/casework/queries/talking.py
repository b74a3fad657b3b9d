"""Messages and the contact log: of one case, of one person, and those that wait for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import Case, Message, MessageKind
from goldenthread.casework.queries.work import cases_of
from goldenthread.kit.clock import Clock
from goldenthread.law.rectification import ANSWER_A_CORRECTION
from goldenthread.people.models import Adult, Child

MOST = 200


@dataclass(frozen=True)
class Said:
    """One message as people read it, with the clock of its answer."""

    message: Message
    clock: Clock | None
    is_answered: bool


def thread_of(case: Case, party: Adult | Child | None, today: date) -> list[Said]:
    """The messages of one person about a case, or, without a person, the whole log; the latest first."""
    held = case.messages.select_related("adult", "child", "recorded_by", "answer").prefetch_related("papers")
    if party is not None:
        held = held.filter(child=party) if isinstance(party, Child) else held.filter(adult=party)
    return [_said(one, today) for one in held.order_by("-on", "-pk")]


def _said(message: Message, today: date) -> Said:
    answer = getattr(message, "answer", None)
    clock = clock_of(message, today, answer.on if answer else None) if message.reply_due_on else None
    return Said(message, clock, answer is not None)


def clock_of(message: Message, today: date, done_on: date | None = None) -> Clock:
    """When a message must be answered, and why then."""
    assert message.reply_due_on is not None
    if message.kind == MessageKind.CORRECTION:
        law = ANSWER_A_CORRECTION.deadline(message.on)
        return Clock(what="Answer the request to correct a fact", due=message.reply_due_on, today=today,
                     who="The council", why=law.explanation, citation=law.citation.text, citation_href=law.citation.url,
                     done_on=done_on)  # fmt: skip
    return Clock(what="Answer the message", due=message.reply_due_on, today=today, who="The council",
                 why="The council promised to answer by this day.", done_on=done_on)  # fmt: skip


def unanswered(worker: Any, on: date) -> list[Message]:
    """What waits for an answer in a worker's cases, the earliest promise first."""
    waiting = Message.objects.filter(
        case__in=cases_of(worker, on), is_ours=False, reply_due_on__isnull=False, answer=None
    )
    found = waiting.select_related("case__child", "adult", "child").order_by("reply_due_on", "pk")
    return list(found[:MOST])


def parties_of(case: Case, on: date) -> list[tuple[str, Adult | Child]]:
    """The family of a case, as (key, person) pairs."""
    ties = case.child.relationships.held_on(on).select_related("adult")
    seen: dict[str, Adult | Child] = {f"adult-{tie.adult_id}": tie.adult for tie in ties}
    seen[f"child-{case.child_id}"] = case.child
    return list(seen.items())
