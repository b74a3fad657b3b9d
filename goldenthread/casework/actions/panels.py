"""Panels: putting cases on an agenda, deciding with reasons, the second signature, and carrying the decision into the case."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import (
    AgendaItem,
    Case,
    Countersignature,
    PanelAnswer,
    PanelQuestion,
    Sitting,
)
from goldenthread.casework.process.stages import Stage
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.partners.choices import BodyKind
from goldenthread.partners.models import Body

CARRIED = {
    (PanelQuestion.ASSESS, PanelAnswer.YES): "assessment-agreed", (PanelQuestion.ASSESS, PanelAnswer.NO): "assessment-refused",
    (PanelQuestion.ISSUE, PanelAnswer.YES): "plan-agreed", (PanelQuestion.ISSUE, PanelAnswer.NO): "plan-refused",
    (PanelQuestion.REASSESS, PanelAnswer.YES): "reassessment-agreed",
    (PanelQuestion.REASSESS, PanelAnswer.NO): "reassessment-refused",
    (PanelQuestion.CEASE, PanelAnswer.YES): "cease-decided", (PanelQuestion.CEASE, PanelAnswer.NO): "plan-kept",
}  # fmt: skip
"""The event that a decision becomes. Anything else is kept in the case as a note."""
STAGES = {
    PanelQuestion.ASSESS: frozenset({Stage.REQUESTED, Stage.CONSIDERING}), PanelQuestion.ISSUE: frozenset({Stage.ASSESSING}),
    PanelQuestion.REASSESS: frozenset({Stage.REASSESS_REQUESTED}), PanelQuestion.CEASE: frozenset({Stage.CEASE_CONSULT}),
    PanelQuestion.OTHER: frozenset(Stage),
}  # fmt: skip
"""Where a case must stand to be put to a panel with a question."""


@transaction.atomic
def make_panel(*, name: str, by: Any) -> Body:
    """A panel, known by its name."""
    if Body.objects.filter(name__iexact=name.strip()).exists():
        raise Refused(
            f"There is a body called {name.strip()} already. Choose it, or another name.", "new_panel"
        )
    made = Body.objects.create(name=name.strip(), kind=BodyKind.PANEL)
    log.record("casework.panel.made", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def arrange_sitting(*, body: Body, sits_on: date, on: date, by: Any) -> Sitting:
    """A day on which a panel sits. Refuses a past day, and one that is arranged already."""
    if sits_on < on:
        raise Refused("This day has passed. Enter the day on which the panel will sit.", "sits_on")
    if Sitting.objects.filter(body=body, sits_on=sits_on).exists():
        raise Refused(f"{body} sits on that day already. Put the case on that agenda.", "sits_on")
    made = Sitting.objects.create(body=body, sits_on=sits_on, recorded_by=by)
    log.record("casework.sitting.arranged", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def put_to_panel(*, case: Case, sitting: Sitting, question: str, paper: str, by: Any) -> AgendaItem:
    """A case on an agenda, with what the panel reads before. Refuses a question that the case does not stand at."""
    if sitting.closed_on:
        raise Refused("This sitting is closed. Choose a later one.", "sitting")
    if Stage(case.standing.stage) not in STAGES[PanelQuestion(question)]:
        raise Refused(
            f"The case stands at “{case.standing.get_stage_display()}”, where this is no question. Choose another.",
            "question",
        )
    if sitting.items.filter(case=case, question=question).exists():
        raise Refused("The case is on this agenda with this question already.", "sitting")
    made = AgendaItem.objects.create(
        sitting=sitting, case=case, question=question, paper=paper.strip(), recorded_by=by
    )
    log.record("casework.panel.asked", subject=log.subject_of(case), by=by, detail={"question": question})
    return made


@transaction.atomic
def decide(*, item: AgendaItem, answer: str, reasons: str, edition: int, on: date, by: Any) -> AgendaItem:
    """What the panel says and why. A change later makes earlier second signatures count no more; they stay in the record."""
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if item.event_id:
        raise Refused("This decision is in the case already. Correct it there.", "answer")
    if item.sitting.closed_on:
        raise Refused("This sitting is closed. Put the case on another agenda.", "answer")
    if item.edition != edition:
        raise Conflict([item])
    if not reasons.strip():
        raise Refused("Give the reasons: the family reads them.", "reasons")
    item.answer, item.reasons, item.decided_on, item.decided_by = answer, reasons.strip(), on, by
    item.edition = edition + 1
    item.save(update_fields=["answer", "reasons", "decided_on", "decided_by", "edition"])
    log.record("casework.panel.decided", subject=log.subject_of(item.case), by=by, detail={"answer": answer})
    return item


@transaction.atomic
def countersign(*, item: AgendaItem, edition: int, on: date, by: Any) -> Countersignature:
    """A second person signs the decision as it reads. Refuses whoever wrote it, and words that changed meanwhile."""
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if not item.answer:
        raise Refused("There is no decision to sign yet.")
    if item.decided_by_id == getattr(by, "pk", None):
        raise Refused("You wrote this decision. Somebody else must sign it.")
    if item.edition != edition:
        raise Refused("The decision changed since you opened it. Read it again, then sign.")
    made = Countersignature.objects.create(
        item=item, signed_by=by, signed_on=on, decision_hash=item.decision_hash, recorded_by=by
    )
    log.record("casework.panel.signed", subject=log.subject_of(item.case), by=by)
    return made


def is_signed(item: AgendaItem) -> bool:
    """Whether a second person signed the decision as it reads now."""
    return bool(item.answer) and item.countersignatures.filter(decision_hash=item.decision_hash).exists()


@transaction.atomic
def carry_into_case(*, item: AgendaItem, on: date, by: Any) -> AgendaItem:
    """Record the decision in the case. Refuses one without a second signature, and what the case does not allow."""
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if item.event_id:
        raise Refused("This decision is in the case already.")
    if not is_signed(item):
        raise Refused("A second person must sign the decision first.")
    kind = CARRIED.get((PanelQuestion(item.question), PanelAnswer(item.answer)))
    assert item.decided_on is not None  # a decision has its day: the database keeps it so
    if kind is None:
        words = f"{item.sitting}: {item.get_question_display()} {item.get_answer_display()}. {item.reasons}"
        event = record_event(
            case=item.case, kind="note", occurred_on=item.decided_on, facts={"words": words}, on=on, by=by
        )
    else:
        event = record_event(
            case=item.case,
            kind=kind,
            occurred_on=item.decided_on,
            facts={"reasons": item.reasons},
            on=on,
            by=by,
        )
    item.event = event
    item.save(update_fields=["event"])
    return item


@transaction.atomic
def close_sitting(*, sitting: Sitting, on: date, by: Any) -> Sitting:
    """Close a sitting: its members no longer see its papers. Refuses while an item waits for its decision."""
    sitting = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if sitting.closed_on:
        raise Refused("This sitting is closed already.")
    if on < sitting.sits_on:
        raise Refused("This sitting has not been held yet.")
    if waiting := sitting.items.filter(answer="").count():
        raise Refused(
            f"{waiting} of its cases {'has' if waiting == 1 else 'have'} no decision yet. Enter “Not yet” for those left over."
        )
    sitting.closed_on = on
    sitting.save(update_fields=["closed_on"])
    log.record("casework.sitting.closed", subject=log.subject_of(sitting), by=by)
    return sitting


def questions_for(stage: str) -> list[tuple[str, str]]:
    """What a panel can be asked about a case that stands there."""
    return [(one.value, str(one.label)) for one in PanelQuestion if Stage(stage) in STAGES[one]]
