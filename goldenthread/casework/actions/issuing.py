"""Issuing a plan: checked, sealed as a version that never changes, and recorded in the case. All of it or nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Case, PlanLock, PlanOverride, PlanText, PlanVersion, VersionStage
from goldenthread.casework.plan.checks.check import Severity
from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.checks.run import Report, check_plan
from goldenthread.casework.plan.guard.index import CaseloadIndex
from goldenthread.casework.plan.shapes import Plan
from goldenthread.casework.plan.versions import seal
from goldenthread.casework.queries.caseload import caseload_index
from goldenthread.casework.queries.plans import plan_being_written, text_of
from goldenthread.kit.errors import Refused

EVENTS = {
    VersionStage.DRAFT: "draft-issued", VersionStage.FINAL: "final-issued", VersionStage.AMENDMENT: "amendment-proposed",
    VersionStage.AMENDED: "amended-plan-issued",
}  # fmt: skip


def report_of(case: Case, on: date, *, stage: str = "draft", caseload: CaseloadIndex | None = None) -> Report:
    """What all checks find in the text as it would be issued on a day."""
    plan = plan_being_written(case, on, stage=stage)
    return check_plan(plan, on=on, caseload=caseload if caseload is not None else caseload_index())


@transaction.atomic
def issue(*, case: Case, stage: str, on: date, seen: int | None = None, by: Any) -> PlanVersion:
    """The text as a version, with its event in the case. Refuses what a check blocks, and what the law does not allow yet.

    `seen` is the edition of the text that was read before: when it was changed since, nothing goes out.
    """
    stage = VersionStage(stage)
    text = PlanText.objects.select_for_update().get(pk=text_of(case).pk)
    if seen is not None and seen != text.edition:
        raise Refused(
            "Somebody has changed or sent the plan while you were reading it. Read it again, then send it.",
            "stage",
        )
    plan = plan_being_written(case, on, stage=stage)
    report = check_plan(plan, on=on, caseload=caseload_index())
    if report.stops:
        stopping = [f"{one.check} {one.says}" for one in report.findings if one.stops]
        more = f" And {len(stopping) - 5} more." if len(stopping) > 5 else ""
        raise Refused(f"The plan cannot go out yet: {' '.join(stopping[:5])}{more}", "stage")
    version = seal(plan)
    event = record_event(
        case=case, kind=EVENTS[stage], occurred_on=on, facts=_facts(plan, stage), on=on, by=by
    )
    made = PlanVersion.objects.create(
        case=case, number=version.number, stage=stage, content=version.content, sha256=version.sha256, issued_on=on, event=event,
        recorded_by=by,
    )  # fmt: skip
    case.pictures.filter(shown_from=None).update(shown_from=made)
    text.edition += 1
    text.save(update_fields=["edition"])
    log.record(
        "casework.plan.issued",
        subject=log.subject_of(case),
        by=by,
        detail={"version": made.number, "stage": stage},
    )
    return made


def _facts(plan: Plan, stage: str) -> dict[str, Any]:
    """What the event of an issue must say."""
    if stage == VersionStage.DRAFT:
        return {"information": True}
    if stage == VersionStage.AMENDMENT:
        return {"evidence": True}
    return {"placement": placement_of(plan)}


def placement_of(plan: Plan) -> str:
    """The school or type that the plan names."""
    for section in plan.sections.values():
        for line in section.lines:
            name, kind = getattr(line, "name", ""), getattr(line, "kind", "")
            if name or kind:
                return f"{name} ({kind})" if name and kind else name or kind
    return ""


@transaction.atomic
def set_aside(
    *, case: Case, check: str, line: str, words: str, reason: str, on: date, by: Any
) -> PlanOverride:
    """Set a blocking finding aside for a named reason; the reason is logged and shown with the finding from then on."""
    if check not in CHECKS or CHECKS[check].severity is not Severity.BLOCK:
        raise Refused("Only a finding that blocks can be set aside. Warnings do not stop a plan.")
    if len(reason.split()) < 3:
        raise Refused("Say in a sentence why the plan may go out all the same.", "reason")
    made = PlanOverride.objects.create(case=case, check_id=check, line=line, words=words, reason=reason.strip(), given_on=on,
                                       recorded_by=by)  # fmt: skip
    log.record(
        "casework.plan.set_aside", subject=log.subject_of(case), by=by, detail={"check": check, "line": line}
    )
    return made


@transaction.atomic
def take_back_override(*, override: PlanOverride, on: date, by: Any) -> None:
    """The finding blocks again. That it was set aside stays in the record."""
    override.ended_on = on
    override.save(update_fields=["ended_on"])
    log.record("casework.plan.override_ended", subject=log.subject_of(override.case), by=by)


@transaction.atomic
def lock_words(*, case: Case, line: str, words: str, order: Any, by: Any) -> PlanLock:
    """Fix words of a line as an order of the tribunal has them. Refuses words that the line does not hold."""
    held = {one.get("id"): str(one.get("text", ""))
            for section in text_of(case).sections.values() for one in section.get("lines", ())}  # fmt: skip
    if " ".join(words.split()) not in " ".join(held.get(line, "").split()):
        raise Refused(
            "The line does not say this yet. Write the order’s words into it first, letter by letter.",
            "words",
        )
    made = PlanLock.objects.create(case=case, line=line, words=words.strip(), order=order, recorded_by=by)
    log.record("casework.plan.locked", subject=log.subject_of(case), by=by)
    return made
