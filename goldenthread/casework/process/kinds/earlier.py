"""What only an earlier record knows: brought in with a file, and never offered to be recorded by hand.

A council's old system, or a SEN2 return, has the day of a final plan and not of its draft, the day of a review's decision and
not of its meeting. We invent no days for what is missing: these events say what the record says, and where it comes from.
"""

from __future__ import annotations

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.kinds.kind import START, Fact, Kind, leads
from goldenthread.casework.process.kinds.returned import HAD_ASKED, NAMED_INSTEAD, WHY_ENDED
from goldenthread.casework.process.stages import BEFORE_PLAN, IN_FORCE, WITH_PLAN
from goldenthread.casework.process.stages import Stage as S

EARLIER = (
    Kind("exception-on-record", "Lawful exception, from an earlier record", "Something allowed by law delayed this.", (),
         during=BEFORE_PLAN, is_from_record=True),
    Kind("plan-on-record", "Final plan, from an earlier record", "Your plan was made.",
         (Fact("placement", "School, college or type named in section I", is_required=False), NAMED_INSTEAD, HAD_ASKED),
         moves={START: S.FINAL, **leads(BEFORE_PLAN - {S.DRAFT_ISSUED}, S.FINAL)},
         ends=(D.DECIDE_TO_ASSESS, D.DECIDE_TO_ISSUE, D.FINALISE), starts=(D.REVIEW,), is_from_record=True),
    Kind("review-on-record", "Review, from an earlier record", "Your plan was reviewed.", (),
         moves=leads(IN_FORCE, S.MAINTAINED), ends=(D.REVIEW,), starts=(D.REVIEW,), is_from_record=True),
    Kind("end-on-record", "Plan ended, from an earlier record", "The plan ended.",
         (Fact("reasons", "Reasons", is_required=False), WHY_ENDED), moves=leads(WITH_PLAN, S.CEASED), is_from_record=True),
)  # fmt: skip
