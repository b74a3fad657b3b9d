"""What the family says of a plan, and the answer that each comment must have before the plan is final."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.actions.talking import party_of, write_to_us
from goldenthread.casework.models import ASKING, Case, Event, PlanComment, PlanReceipt, PlanVersion
from goldenthread.casework.process.stages import Stage
from goldenthread.casework.queries.plans import plan_of
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child


def can_be_answered(case: Case) -> bool:
    """Whether the case stands where the family answers a draft or proposed changes."""
    return Stage(case.standing.stage) in ASKING


def _party(case: Case, by: Any, on: date) -> Any:
    party = party_of(case, by, on)
    if party is None:
        raise Refused("Only the family of this case can answer the plan.")
    return party


@transaction.atomic
def comment(*, version: PlanVersion, line: str, words: str, on: date, by: Any) -> PlanComment:
    """What somebody of the family says of a line, or of the whole plan. Refuses a version that is no longer open to it."""
    case, party = version.case, _party(version.case, by, on)
    if not words.strip():
        raise Refused("Write what you want to say.", "words")
    if (
        not can_be_answered(case)
        or version.number != case.versions.order_by("-number").values_list("number", flat=True)[0]
    ):
        raise Refused("This version is not open to comments now. Write us a message instead.")
    lines = {one.id for section in plan_of(version).sections.values() for one in section.lines}
    if line and line not in lines:
        raise Refused("This version has no such line. Open the plan again.")
    whom = {"child": party} if isinstance(party, Child) else {"adult": party}
    made = PlanComment.objects.create(case=case, version=version, line=line, words=words.strip(), said_on=on, recorded_by=by,
                                      **whom)  # fmt: skip
    log.record("casework.plan.commented", subject=log.subject_of(made), by=by, detail={"line": line})
    return made


@transaction.atomic
def answer_comment(*, comment: PlanComment, words: str, is_taken_up: bool, on: date, by: Any) -> PlanComment:
    """Our answer. Refuses a second one: the family has read the first."""
    comment = PlanComment.objects.select_for_update().get(pk=comment.pk)
    if comment.answered_on:
        raise Refused(
            "Somebody has answered this already. Open the comments again to read the answer.", "words"
        )
    if not words.strip():
        raise Refused("Write the answer: what was changed, or why it was not.", "words")
    comment.answer, comment.is_taken_up = words.strip(), is_taken_up
    comment.answered_on, comment.answered_by = on, by
    comment.save(update_fields=["answer", "is_taken_up", "answered_on", "answered_by"])
    log.record("casework.plan.comment_answered", subject=log.subject_of(comment), by=by)
    return comment


@transaction.atomic
def give_views(*, case: Case, words: str, school: str, on: date, by: Any) -> Event:
    """The family's views on the whole, with the school that they ask for, as an event of the case."""
    _party(case, by, on)
    if not words.strip() and not school.strip():
        raise Refused("Write what you think, or name the school that you ask for.", "words")
    facts = {"words": words.strip() or f"They ask for {school.strip()}."}
    if school.strip():
        facts["school"] = school.strip()
    return record_event(case=case, kind="representations", occurred_on=on, facts=facts, on=on, by=by)


@transaction.atomic
def agree_to_finish(*, case: Case, words: str, on: date, by: Any) -> Event:
    """The family agrees in writing that the plan is made final before their 15 days are over."""
    party = _party(case, by, on)
    facts = {"words": f"{party}: {words.strip() or 'I agree that the plan can be made final now.'}"}
    return record_event(case=case, kind="early-finish-agreed", occurred_on=on, facts=facts, on=on, by=by)


@transaction.atomic
def ask_for_meeting(*, case: Case, words: str, on: date, by: Any) -> Any:
    """The family asks to talk the draft over. It goes to the worker as a message whose answer is promised."""
    asked = f"I ask for a meeting about the draft plan. {words.strip()}".strip()
    return write_to_us(case=case, words=asked, on=on, by=by)


@transaction.atomic
def note_receipt(*, version: PlanVersion, on: date, by: Any) -> None:
    """Somebody has opened a version. The first day is kept."""
    _, is_new = PlanReceipt.objects.get_or_create(
        version=version, user=by, defaults={"opened_on": on, "recorded_by": by}
    )
    if is_new:
        log.record(
            "casework.plan.opened",
            subject=log.subject_of(version.case),
            by=by,
            detail={"version": version.number},
        )
