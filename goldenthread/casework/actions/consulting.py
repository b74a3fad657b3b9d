"""Asking a school whether it can be named in a plan, and taking its answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Case, Consultation, SchoolAnswer
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Organisation


@transaction.atomic
def consult(*, case: Case, school: Organisation, on: date, by: Any) -> Consultation:
    """Ask a school about the latest version. Refuses one that was asked about it before, and a case without a draft."""
    version = case.versions.order_by("-number").first()
    if version is None:
        raise Refused("No draft has gone out yet. A school is asked on the draft.", "school")
    if Consultation.objects.filter(version=version, school=school).exists():
        raise Refused(f"{school} was asked about this version already.", "school")
    facts = {"school": str(school)}
    event = record_event(case=case, kind="school-consulted", occurred_on=on, facts=facts, on=on, by=by)
    made = Consultation.objects.create(
        case=case, version=version, school=school, event=event, asked_on=on, recorded_by=by
    )
    log.record("casework.school.asked", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def answer_consultation(
    *, consultation: Consultation, answer: str, reasons: str, on: date, by: Any
) -> Consultation:
    """What a school answers. Refuses an objection without its reasons, and a second answer."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if consultation.answered_on:
        raise Refused("This was answered already. A change of mind is told to the caseworker.", "answer")
    if answer not in SchoolAnswer.values:
        raise Refused("Choose the answer.", "answer")
    if answer != SchoolAnswer.CAN and len(reasons.split()) < 3:
        raise Refused("Give the reasons: the family reads them, and the tribunal may.", "reasons")
    consultation.answer, consultation.reasons = answer, reasons.strip()
    consultation.answered_on, consultation.answered_by = on, by
    consultation.save(update_fields=["answer", "reasons", "answered_on", "answered_by"])
    words = f"{SchoolAnswer(answer).label}. {reasons.strip()}".strip()
    record_event(case=consultation.case, kind="school-answered", occurred_on=on, facts={"words": words},
                 answers=consultation.event, on=on, by=by)  # fmt: skip
    log.record(
        "casework.school.answered", subject=log.subject_of(consultation), by=by, detail={"answer": answer}
    )
    return consultation
