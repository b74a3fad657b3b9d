"""Reviews: the one under way, the outcomes that it looks at, whom to invite, and what its report lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import Case, Review, VersionStage
from goldenthread.casework.plan.lines import Outcome
from goldenthread.casework.process.stages import REVIEWING, Stage
from goldenthread.casework.queries.plans import plan_of, year_group
from goldenthread.law import review as law
from goldenthread.law.review import Roles, Setting
from goldenthread.partners.models import Setting as SettingRow

ADULTHOOD_FROM = 9
"""The year group in and after which preparing for adulthood must be considered (regulations 20(6) and 21(6))."""
_KINDS = {
    "maintained": Setting.MAINTAINED, "maintained-nursery": Setting.NURSERY, "academy": Setting.ACADEMY,
    "alternative-provision": Setting.AP_ACADEMY, "pupil-referral-unit": Setting.PRU,
    "non-maintained-special": Setting.NON_MAINTAINED, "section-41": Setting.SECTION_41, "independent": Setting.INDEPENDENT,
    "early-years": Setting.EARLY_YEARS, "college": Setting.COLLEGE, "special-post-16": Setting.SPECIAL_POST_16,
}  # fmt: skip


def review_of(case: Case) -> Review | None:
    """The review that is under way: the last that was opened, while the case stands in one."""
    if Stage(case.standing.stage) not in REVIEWING:
        return None
    return case.reviews.select_related("opened").order_by("-pk").first()


def outcomes_to_review(case: Case) -> list[Outcome]:
    """The outcomes of the plan in force; none when the plan is not held here as data."""
    version = case.versions.filter(stage__in=[VersionStage.FINAL, VersionStage.AMENDED]).first()
    if version is None:
        return []
    return [
        line
        for section in plan_of(version).sections.values()
        for line in section.lines
        if isinstance(line, Outcome)
    ]


def wants_adulthood(case: Case, on: date) -> bool:
    """Whether the review must consider preparing for adulthood: from year 9 on."""
    return year_group(case.child.born_on, on) >= ADULTHOOD_FROM


def roles_of(case: Case, on: date) -> Roles:
    """Who invites, writes and is told, by what the child attends. Of a place whose kind is not entered the authority writes."""
    attends = case.child.schooling.held_on(on).first()
    if attends is None:
        return law.roles(Setting.NONE)
    row = SettingRow.objects.filter(organisation=attends.setting_id).first()
    return law.roles(_KINDS[row.kind] if row else Setting.INDEPENDENT)


@dataclass(frozen=True)
class OutcomeProgress:
    """One outcome with what the review says of it."""

    outcome: Outcome
    state: str
    words: str


def progress_of(review: Review) -> list[OutcomeProgress]:
    """Each outcome of the plan in force, and how far it came."""
    return [
        OutcomeProgress(one, *review.progress.get(one.id, ["", ""]))
        for one in outcomes_to_review(review.case)
    ]
