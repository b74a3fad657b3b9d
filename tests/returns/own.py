"""A draft of our own return, for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from goldenthread.casework.models import Case
from goldenthread.returns.actions.answers import keep_answer
from goldenthread.returns.actions.drafting import ask_for_draft, carry_out_draft
from goldenthread.returns.answering.table import asked
from goldenthread.returns.models import NumberAnswer, ReturnDraft
from tests.casework import world


def drafted(on: date = world.TODAY) -> ReturnDraft:
    """A draft of the cases that there are, made at once."""
    draft = ask_for_draft(year=None, on=on, authority="330", officers={}, by=None)
    return carry_out_draft(
        draft, at=datetime.combine(on, time(12), tzinfo=UTC), progress=lambda done, whole, what: None
    )


def records() -> dict[str, Any]:
    """A draft with one case at least, one that waits, and a case of the draft."""
    if not Case.objects.exists():
        world.make_case(world.make_child("Returned", "Example"))
    draft = drafted()
    waiting = ask_for_draft(year=None, on=world.TODAY, authority="330", officers={}, by=None)
    return {
        "draft": draft.key,
        "waiting_draft": waiting.key,
        "returned": draft.returned.exclude(person=0).first().pk,
    }


def answer(on: date = world.TODAY) -> NumberAnswer:
    """An answer in numbers about the cases that there are."""
    question = asked(
        measure="in-20-weeks-of-all",
        since=on.replace(year=on.year - 3),
        until=on,
        known_on=on,
        rows="academic-year",
    )
    return keep_answer(
        question=question, rounding=1, title="New plans within 20 weeks", reference="FOI 1", by=None
    )
