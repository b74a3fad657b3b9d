"""The plan: draft, answer, final."""

from __future__ import annotations

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.kinds.kind import REASONS, Fact, Kind
from goldenthread.casework.process.kinds.returned import NAMED_INSTEAD
from goldenthread.casework.process.stages import Stage as S

_FROM_DECISION = (D.DECIDE_TO_ISSUE, D.FINALISE)
PLAN = (
    Kind("plan-refused", "Refused to issue a plan", "The council decided not to make a plan.", (REASONS,),
         moves={S.ASSESSING: S.REFUSED_ISSUE}, ends=_FROM_DECISION, letter="refusal-to-issue"),
    Kind("plan-agreed", "Agreed to issue a plan", "The council agreed to make a plan.",
         (Fact("reasons", "Reasons", is_required=False),), moves={S.ASSESSING: S.DRAFTING},
         ends=(D.DECIDE_TO_ISSUE,), letter="agreement-to-issue"),
    Kind("draft-issued", "Draft plan sent", "The draft plan was sent to you.",
         (Fact("information", "The draft came with where to find schools, and the right to ask for a meeting", "yes-no"),),
         moves={S.DRAFTING: S.DRAFT_ISSUED, S.DRAFT_ISSUED: S.DRAFT_ISSUED}, letter="draft-plan"),
    Kind("representations", "Family’s views on the draft", "You told the council what you think of the draft.",
         (Fact("words", "What they said"),
          Fact("school", "School or college that they asked for", is_required=False)),
         during=frozenset({S.DRAFT_ISSUED, S.AMEND_PROPOSED})),
    Kind("school-consulted", "School or college consulted", "The council asked a school or college.",
         (Fact("school", "School or college"),), during=frozenset({S.DRAFT_ISSUED, S.AMEND_PROPOSED})),
    Kind("school-answered", "School or college answered", "", (Fact("words", "What they said"),),
         during=frozenset({S.DRAFT_ISSUED, S.AMEND_PROPOSED}), answers="school-consulted"),
    Kind("early-finish-agreed", "Family agreed in writing to finalise early", "You agreed that the plan can be made final early.",
         (Fact("words", "Their words"),), during=frozenset({S.DRAFT_ISSUED, S.AMEND_PROPOSED})),
    Kind("final-issued", "Final plan sent", "The final plan was sent to you.",
         (Fact("placement", "School, college or type named in section I"), NAMED_INSTEAD),
         moves={S.DRAFT_ISSUED: S.FINAL}, ends=_FROM_DECISION, starts=(D.REVIEW,), letter="final-plan"),
)  # fmt: skip
