"""The request, the assessment and its advice."""

from __future__ import annotations

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.kinds.choices import ADVICE, BY
from goldenthread.casework.process.kinds.kind import REASONS, START, Fact, Kind, leads
from goldenthread.casework.process.kinds.returned import IN_CUSTODY
from goldenthread.casework.process.stages import BEFORE_PLAN
from goldenthread.casework.process.stages import Stage as S

_ASSESSMENT = (D.DECIDE_TO_ASSESS, D.DECIDE_TO_ISSUE, D.FINALISE)
_FROM_DECISION = (D.DECIDE_TO_ISSUE, D.FINALISE)


REQUEST = (
    Kind("request-received", "Request received", "The council received the request to assess.",
         (Fact("by", "Who asked", "choice", choices=BY), Fact("words", "What they asked for", is_required=False), IN_CUSTODY),
         moves={START: S.REQUESTED}, starts=_ASSESSMENT),
    Kind("considering", "Family consulted", "The council asked for your views before deciding.",
         (Fact("words", "What was asked and gathered", is_required=False),), moves={S.REQUESTED: S.CONSIDERING}),
    Kind("request-withdrawn", "Request withdrawn", "The request was withdrawn.", (REASONS,),
         moves=leads(BEFORE_PLAN, S.WITHDRAWN), ends=_ASSESSMENT),
    Kind("assessment-refused", "Refused to assess", "The council decided not to assess.", (REASONS,),
         moves={S.REQUESTED: S.REFUSED_ASSESS, S.CONSIDERING: S.REFUSED_ASSESS}, ends=_ASSESSMENT,
         letter="refusal-to-assess"),
    Kind("assessment-agreed", "Agreed to assess", "The council agreed to assess.",
         (Fact("reasons", "Reasons", is_required=False),),
         moves={S.REQUESTED: S.ASSESSING, S.CONSIDERING: S.ASSESSING}, ends=(D.DECIDE_TO_ASSESS,),
         letter="agreement-to-assess"),
)  # fmt: skip

_ADVISED = frozenset({S.ASSESSING, S.REASSESSING, S.DRAFTING})
GIVING_ADVICE = (
    Kind("advice-requested", "Advice asked for", "The council asked for advice.",
         (Fact("of", "Kind of advice", "choice", choices=ADVICE), Fact("body", "Who was asked"),
          Fact("reached_on", "The day the request reached them", "day", is_required=False,
               hint="The six weeks run from this day. Leave it out if you do not know it yet.")),
         during=_ADVISED),
    Kind("advice-reached", "Request for advice reached them", "", during=_ADVISED, answers="advice-requested"),
    Kind("advice-received", "Advice received", "Advice came in.",
         (Fact("author", "Who wrote it", is_required=False),
          Fact("is_older", "Older advice that stands: its provider, the council and the family all agree", "yes-no",
               is_required=False)), during=_ADVISED, answers="advice-requested"),
    Kind("advice-returned", "Advice sent back", "The council asked the author of the advice to say more.",
         (Fact("words", "What was asked", is_required=False),), during=_ADVISED, answers="advice-requested"),
    Kind("advice-chased", "Advice chased", "The council asked again for advice that has not come.",
         (Fact("words", "How, and what they said", is_required=False),), during=_ADVISED, answers="advice-requested"),
    Kind("advice-declined", "Advice declined", "Somebody who was asked for advice did not give it.", (REASONS,),
         during=_ADVISED, answers="advice-requested"),
    Kind("advice-not-needed", "Advice not needed after all", "", (REASONS,), during=_ADVISED,
         answers="advice-requested"),
)  # fmt: skip
