"""The checks while somebody writes: what they find in one line as it stands in its form, and what the plan can become next."""

from __future__ import annotations

from datetime import date

from goldenthread.casework.models import Case, PlanText, VersionStage
from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.run import check_plan
from goldenthread.casework.plan.errors import BadPlan
from goldenthread.casework.process.stages import IN_FORCE, REVIEWING, Stage
from goldenthread.casework.queries.caseload import caseload_index
from goldenthread.casework.queries.editor import Content
from goldenthread.casework.queries.line_choices import NEW, typed_into
from goldenthread.casework.queries.plans import plan_being_written, sections_of_plan

AMENDS = (REVIEWING - {Stage.REVIEW_PREP}) | IN_FORCE


def findings_of_typed(
    case: Case, text: PlanText, section: str, name: str, content: Content, on: date
) -> tuple[list[Finding], str]:
    """What the checks find about a line as it is typed; or, when it cannot be read yet, the sentence that says why."""
    sections = typed_into(text, section, name, content)
    try:
        kind = sections_of_plan(text, on).section(section)
        stage = (
            "final" if kind and kind.blank_in else stage_next(case) or "draft"
        )  # what waits for the final plan
        plan = plan_being_written(case, on, stage=stage, sections=sections)
    except BadPlan as bad:
        return [], bad.troubles[0].sentence
    report = check_plan(plan, on=on, caseload=caseload_index())
    return [one for one in report.findings if one.line == (name or NEW)], ""


def stages_next(case: Case) -> tuple[str, ...]:
    """What the text can go out as, by where the case stands; what is wanted most comes first. A draft can be sent again."""
    stage = Stage(case.standing.stage)
    if stage is Stage.DRAFTING:
        return (VersionStage.DRAFT,)
    if stage is Stage.DRAFT_ISSUED:
        return (VersionStage.FINAL, VersionStage.DRAFT)
    if stage is Stage.AMEND_PROPOSED:
        return (VersionStage.AMENDED, VersionStage.AMENDMENT)
    return (VersionStage.AMENDMENT,) if stage in AMENDS else ()


def stage_next(case: Case) -> str:
    """What the text would go out as next; empty where nothing can go out."""
    return next(iter(stages_next(case)), "")
