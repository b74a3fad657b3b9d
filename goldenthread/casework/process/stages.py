"""Where a case can stand."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """One place in the course of a case."""

    REQUESTED = "requested"
    CONSIDERING = "considering"
    WITHDRAWN = "withdrawn"
    REFUSED_ASSESS = "refused-assess"
    ASSESSING = "assessing"
    REFUSED_ISSUE = "refused-issue"
    DRAFTING = "drafting"
    DRAFT_ISSUED = "draft-issued"
    FINAL = "final"
    MAINTAINED = "maintained"
    REVIEW_PREP = "review-prep"
    REVIEW_MET = "review-met"
    REVIEW_REPORTED = "review-reported"
    AMEND_PROPOSED = "amend-proposed"
    REASSESS_REQUESTED = "reassess-requested"
    REASSESSING = "reassessing"
    CEASE_CONSULT = "cease-consult"
    CEASE_PENDING = "cease-pending"
    CEASED = "ceased"
    TRANSFERRED_OUT = "transferred-out"

    @property
    def words(self) -> str:
        """In the words of staff pages."""
        return _TITLES[self][0]

    @property
    def plain(self) -> str:
        """In the words of a family's page."""
        return _TITLES[self][1]


_TITLES = {
    Stage.REQUESTED: ("Requested", "The council has the request."),
    Stage.CONSIDERING: ("Considering whether to assess", "The council is deciding whether to assess."),
    Stage.WITHDRAWN: ("Withdrawn", "The request was withdrawn."),
    Stage.REFUSED_ASSESS: ("Refused to assess", "The council decided not to assess. You can appeal."),
    Stage.ASSESSING: ("Assessing", "The council is asking professionals for advice."),
    Stage.REFUSED_ISSUE: ("Refused to issue a plan", "The council decided not to make a plan. You can appeal."),
    Stage.DRAFTING: ("Drafting", "The council has agreed to make a plan and is writing the draft."),
    Stage.DRAFT_ISSUED: ("Draft issued", "You have the draft plan. Tell the council what you think of it."),
    Stage.FINAL: ("Final plan", "The plan is final and the support in it must happen."),
    Stage.MAINTAINED: ("Plan maintained", "The plan is in force and the support in it must happen."),
    Stage.REVIEW_PREP: ("Review: preparing", "The yearly review is being prepared."),
    Stage.REVIEW_MET: ("Review: met", "The review meeting has been held."),
    Stage.REVIEW_REPORTED: ("Review: reported", "The report of the review meeting has been sent."),
    Stage.AMEND_PROPOSED: ("Changes proposed", "The council has proposed changes to the plan. Tell it what you think."),
    Stage.REASSESS_REQUESTED: ("Re-assessment requested", "The council is deciding whether to assess again."),
    Stage.REASSESSING: ("Re-assessing", "The council is assessing again."),
    Stage.CEASE_CONSULT: ("Considering ceasing", "The council is asking whether the plan should end."),
    Stage.CEASE_PENDING: ("Ceasing, not yet in effect", "The plan will end when the time to appeal is over."),
    Stage.CEASED: ("Ceased", "The plan has ended."),
    Stage.TRANSFERRED_OUT: ("Moved to another authority", "Another council now has the case."),
}  # fmt: skip

ENDS = frozenset(
    {Stage.WITHDRAWN, Stage.REFUSED_ASSESS, Stage.REFUSED_ISSUE, Stage.CEASED, Stage.TRANSFERRED_OUT}
)
"""Nothing more is due. An appeal can open a refused case again."""

BEFORE_PLAN = frozenset(
    {Stage.REQUESTED, Stage.CONSIDERING, Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_ISSUED}
)
REVIEWING = frozenset({Stage.REVIEW_PREP, Stage.REVIEW_MET, Stage.REVIEW_REPORTED})
IN_FORCE = frozenset({Stage.FINAL, Stage.MAINTAINED})
WITH_PLAN = (
    IN_FORCE
    | REVIEWING
    | {
        Stage.AMEND_PROPOSED, Stage.REASSESS_REQUESTED, Stage.REASSESSING, Stage.CEASE_CONSULT,
        Stage.CEASE_PENDING,
    }
)  # fmt: skip
"""The plan is in force and the support in it must be secured (Children and Families Act 2014 s.42)."""
