"""What happens to a plan in force: reviews, re-assessment, ending, moves."""

from __future__ import annotations

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.kinds.choices import BY
from goldenthread.casework.process.kinds.kind import REASONS, START, Fact, Kind, leads
from goldenthread.casework.process.kinds.returned import (
    HAD_ASKED,
    NAMED_INSTEAD,
    NAMED_THERE,
    THEIR_NUMBER,
    WHY_ENDED,
)
from goldenthread.casework.process.stages import BEFORE_PLAN, IN_FORCE, REVIEWING, WITH_PLAN
from goldenthread.casework.process.stages import Stage as S

REVIEW = (
    Kind("review-opened", "Review opened", "Your yearly review was started.",
         (Fact("meeting_on", "Day planned for the meeting", "day", is_required=False),),
         moves=leads(IN_FORCE, S.REVIEW_PREP)),
    Kind("review-met", "Review meeting held", "The review meeting was held.", (),
         moves={S.REVIEW_PREP: S.REVIEW_MET, S.FINAL: S.REVIEW_MET, S.MAINTAINED: S.REVIEW_MET},
         starts=(D.REVIEW_REPORT, D.REVIEW_DECISION)),
    Kind("review-reported", "Report of the review sent", "The report of the meeting was sent.", (),
         moves={S.REVIEW_MET: S.REVIEW_REPORTED}, ends=(D.REVIEW_REPORT,)),
    Kind("review-maintained", "Decided to keep the plan as it is", "The council decided to keep the plan as it is.", (REASONS,),
         moves=leads(REVIEWING - {S.REVIEW_PREP}, S.MAINTAINED),
         ends=(D.REVIEW, D.REVIEW_REPORT, D.REVIEW_DECISION, D.PHASE_TRANSFER), starts=(D.REVIEW,),
         letter="review-maintain"),
    Kind("amendment-proposed", "Changes proposed", "The council sent you the changes that it proposes.",
         (Fact("evidence", "The notice came with the plan and the evidence", "yes-no"),),
         moves=leads((REVIEWING - {S.REVIEW_PREP}) | IN_FORCE | {S.AMEND_PROPOSED}, S.AMEND_PROPOSED),
         ends=(D.REVIEW_REPORT, D.REVIEW_DECISION), starts=(D.AMEND,), letter="amendment-notice"),
    Kind("amended-plan-issued", "Amended plan sent", "The changed plan was sent to you.",
         (Fact("placement", "School, college or type named in section I"), NAMED_INSTEAD),
         moves={S.AMEND_PROPOSED: S.MAINTAINED}, ends=(D.AMEND, D.AMEND_AFTER_MEETING, D.PHASE_TRANSFER),
         letter="amended-plan"),
    Kind("amendment-dropped", "Decided not to amend", "The council decided not to change the plan.", (REASONS,),
         moves={S.AMEND_PROPOSED: S.MAINTAINED}, ends=(D.AMEND, D.AMEND_AFTER_MEETING),
         letter="refusal-to-amend"),
    Kind("phase-transfer-expected", "Change of phase expected", "A move to the next phase of education is coming.",
         (Fact("year", "Calendar year of the move"),
          Fact("to", "Move to", "choice", choices=(("school", "The next school"), ("post-16", "College or sixth form")))),
         during=WITH_PLAN),
)  # fmt: skip

AGAIN = (
    Kind("reassessment-requested", "Re-assessment requested", "A new assessment was asked for.",
         (Fact("by", "Who asked", "choice", choices=BY),),
         moves=leads(IN_FORCE, S.REASSESS_REQUESTED), starts=(D.REASSESS_DECISION,)),
    Kind("reassessment-refused", "Refused to re-assess", "The council decided not to assess again.", (REASONS,),
         moves={S.REASSESS_REQUESTED: S.MAINTAINED}, ends=(D.REASSESS_DECISION,), letter="refusal-to-reassess"),
    Kind("reassessment-agreed", "Agreed to re-assess", "The council agreed to assess again.", (),
         moves={S.REASSESS_REQUESTED: S.REASSESSING, S.MAINTAINED: S.REASSESSING, S.FINAL: S.REASSESSING},
         ends=(D.REASSESS_DECISION,), starts=(D.REASSESS_FINAL,)),
    Kind("reassessment-plan-issued", "Plan sent after re-assessment", "The new plan was sent to you.",
         (Fact("placement", "School, college or type named in section I"), NAMED_INSTEAD),
         moves={S.REASSESSING: S.MAINTAINED}, ends=(D.REASSESS_FINAL, D.REVIEW),
         starts=(D.REVIEW_AFTER_REASSESSMENT,), letter="final-plan"),
    Kind("reassessment-no-change", "No change after re-assessment", "The plan stays as it is.", (REASONS,),
         moves={S.REASSESSING: S.MAINTAINED}, ends=(D.REASSESS_FINAL,), letter="refusal-to-amend"),
)  # fmt: skip

OUT = (
    Kind("cease-considered", "Considering ending the plan", "The council asked whether the plan should end.", (REASONS,),
         moves=leads(IN_FORCE | REVIEWING, S.CEASE_CONSULT)),
    Kind("plan-kept", "Decided not to end the plan", "The council decided to keep the plan.", (REASONS,),
         moves={S.CEASE_CONSULT: S.MAINTAINED}, ends=(D.REVIEW_REPORT, D.REVIEW_DECISION)),
    Kind("cease-decided", "Decided to end the plan", "The council decided to end the plan.", (REASONS,),
         moves={S.CEASE_CONSULT: S.CEASE_PENDING}, ends=(D.REVIEW_REPORT, D.REVIEW_DECISION),
         letter="cease"),
    Kind("ceased", "Plan ended", "The plan ended.", (WHY_ENDED,), moves={S.CEASE_PENDING: S.CEASED}),
    Kind("move-out-known", "Family is moving to another authority", "The council knows that you are moving.",
         (Fact("authority", "The other authority"), Fact("moves_on", "Day of the move", "day")),
         during=WITH_PLAN),
    Kind("moved-out", "Moved to another authority", "Your case went to the other council.",
         (Fact("authority", "The other authority"), THEIR_NUMBER),
         moves=leads(BEFORE_PLAN | WITH_PLAN, S.TRANSFERRED_OUT)),
    Kind("moved-in", "Plan came from another authority", "Your plan came from the other council.",
         (Fact("authority", "The other authority"), THEIR_NUMBER,
          Fact("made_on", "Day the plan was made or last reviewed", "day"), HAD_ASKED, NAMED_THERE, NAMED_INSTEAD),
         moves={START: S.MAINTAINED}, starts=(D.MOVE_INFORM,)),
    Kind("move-in-told", "Family told of the move’s effect", "The council told you what happens now.", (),
         during=WITH_PLAN, ends=(D.MOVE_INFORM,)),
)  # fmt: skip
