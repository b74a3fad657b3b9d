"""What can happen in a case: each kind of event, what it must say, where it leads, and the duties it starts and ends.

This table is the state machine. docs/casework.md is written from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.stages import BEFORE_PLAN, IN_FORCE, REVIEWING, WITH_PLAN
from goldenthread.casework.process.stages import Stage as S

START = None
"""Where a case stands before anything has happened."""
Moves = Mapping[S | None, S]


@dataclass(frozen=True)
class Fact:
    """Something that an event says besides its day."""

    name: str
    label: str
    kind: Literal["text", "day", "choice", "yes-no"] = "text"
    is_required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of event. Without `moves` the case stays where it is, and `during` says where it may happen."""

    key: str
    title: str
    told: str = ""
    facts: tuple[Fact, ...] = ()
    moves: Moves = field(default_factory=dict)
    during: frozenset[S] = frozenset()
    starts: tuple[D, ...] = ()
    ends: tuple[D, ...] = ()
    answers: str = ""
    letter: str = ""

    @property
    def places(self) -> frozenset[S | None]:
        """Where the case must stand for this to happen; empty means anywhere but before the start."""
        return frozenset(self.moves) | self.during


REASONS = Fact(
    "reasons", "Reasons", hint="The family reads these. Say what you weighed and why you decided so."
)
_BY = (
    ("parent", "A parent"), ("young-person", "The young person"), ("school", "A school or college"),
    ("health", "A health professional"), ("social-care", "Social care"), ("other", "Somebody else"),
)  # fmt: skip
ADVICE = (
    ("education", "Education: the school, college or early years setting"), ("medical", "Medical: health"),
    ("psychology", "Psychology: an educational psychologist"), ("social-care", "Social care"),
    ("adulthood", "Preparing for adulthood (year 9 and after)"), ("vision-hearing", "Vision or hearing teacher"),
    ("defence", "Ministry of Defence: a parent serves"), ("requested", "Somebody the family asked for"),
    ("other", "Anybody else we think fit"),
)  # fmt: skip
EXCEPTIONS = (
    ("X-A", "The school or college was closed for 4 weeks or more"),
    ("X-B", "The early years setting was closed for 4 weeks or more"),
    ("X-C", "Exceptional personal circumstances"),
    ("X-D", "Away from the area for 4 weeks or more"),
)
_ASSESSMENT = (D.DECIDE_TO_ASSESS, D.DECIDE_TO_ISSUE, D.FINALISE)
_FROM_DECISION = (D.DECIDE_TO_ISSUE, D.FINALISE)


def _stay(*places: S) -> dict[S | None, S]:
    return {place: place for place in places}


def _all(places: frozenset[S], to: S) -> dict[S | None, S]:
    return dict.fromkeys(places, to)


_REQUEST = (
    Kind("request-received", "Request received", "The council received the request to assess.",
         (Fact("by", "Who asked", "choice", choices=_BY), Fact("words", "What they asked for", is_required=False)),
         moves={START: S.REQUESTED}, starts=_ASSESSMENT),
    Kind("considering", "Family consulted", "The council asked for your views before deciding.",
         (Fact("words", "What was asked and gathered", is_required=False),), moves={S.REQUESTED: S.CONSIDERING}),
    Kind("request-withdrawn", "Request withdrawn", "The request was withdrawn.", (REASONS,),
         moves=_all(BEFORE_PLAN, S.WITHDRAWN), ends=_ASSESSMENT),
    Kind("assessment-refused", "Refused to assess", "The council decided not to assess.", (REASONS,),
         moves={S.REQUESTED: S.REFUSED_ASSESS, S.CONSIDERING: S.REFUSED_ASSESS}, ends=_ASSESSMENT,
         letter="refusal-to-assess"),
    Kind("assessment-agreed", "Agreed to assess", "The council agreed to assess.",
         (Fact("reasons", "Reasons", is_required=False),),
         moves={S.REQUESTED: S.ASSESSING, S.CONSIDERING: S.ASSESSING}, ends=(D.DECIDE_TO_ASSESS,),
         letter="agreement-to-assess"),
)  # fmt: skip

_ADVISED = frozenset({S.ASSESSING, S.REASSESSING, S.DRAFTING})
_ADVICE = (
    Kind("advice-requested", "Advice asked for", "The council asked for advice.",
         (Fact("of", "Kind of advice", "choice", choices=ADVICE), Fact("body", "Who was asked"),
          Fact("reached_on", "The day the request reached them", "day", is_required=False,
               hint="The six weeks run from this day. Leave it out if you do not know it yet.")),
         during=_ADVISED),
    Kind("advice-reached", "Request for advice reached them", "", during=_ADVISED, answers="advice-requested"),
    Kind("advice-received", "Advice received", "Advice came in.",
         (Fact("author", "Who wrote it", is_required=False),), during=_ADVISED, answers="advice-requested"),
    Kind("advice-not-needed", "Advice not needed after all", "", (REASONS,), during=_ADVISED,
         answers="advice-requested"),
)  # fmt: skip

_PLAN = (
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
         (Fact("placement", "School, college or type named in section I"),),
         moves={S.DRAFT_ISSUED: S.FINAL}, ends=_FROM_DECISION, starts=(D.REVIEW,), letter="final-plan"),
)  # fmt: skip

_REVIEW = (
    Kind("review-opened", "Review opened", "Your yearly review was started.",
         (Fact("meeting_on", "Day planned for the meeting", "day", is_required=False),),
         moves=_all(IN_FORCE, S.REVIEW_PREP)),
    Kind("review-met", "Review meeting held", "The review meeting was held.", (),
         moves={S.REVIEW_PREP: S.REVIEW_MET, S.FINAL: S.REVIEW_MET, S.MAINTAINED: S.REVIEW_MET},
         starts=(D.REVIEW_REPORT, D.REVIEW_DECISION)),
    Kind("review-reported", "Report of the review sent", "The report of the meeting was sent.", (),
         moves={S.REVIEW_MET: S.REVIEW_REPORTED}, ends=(D.REVIEW_REPORT,)),
    Kind("review-maintained", "Decided to keep the plan as it is", "The council decided to keep the plan as it is.", (REASONS,),
         moves=_all(REVIEWING - {S.REVIEW_PREP}, S.MAINTAINED),
         ends=(D.REVIEW, D.REVIEW_REPORT, D.REVIEW_DECISION, D.PHASE_TRANSFER), starts=(D.REVIEW,),
         letter="review-maintain"),
    Kind("amendment-proposed", "Changes proposed", "The council sent you the changes that it proposes.",
         (Fact("evidence", "The notice came with the plan and the evidence", "yes-no"),),
         moves=_all((REVIEWING - {S.REVIEW_PREP}) | IN_FORCE | {S.AMEND_PROPOSED}, S.AMEND_PROPOSED),
         ends=(D.REVIEW_REPORT, D.REVIEW_DECISION), starts=(D.AMEND,), letter="amendment-notice"),
    Kind("amended-plan-issued", "Amended plan sent", "The changed plan was sent to you.",
         (Fact("placement", "School, college or type named in section I"),),
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

_AGAIN = (
    Kind("reassessment-requested", "Re-assessment requested", "A new assessment was asked for.",
         (Fact("by", "Who asked", "choice", choices=_BY),),
         moves=_all(IN_FORCE, S.REASSESS_REQUESTED), starts=(D.REASSESS_DECISION,)),
    Kind("reassessment-refused", "Refused to re-assess", "The council decided not to assess again.", (REASONS,),
         moves={S.REASSESS_REQUESTED: S.MAINTAINED}, ends=(D.REASSESS_DECISION,), letter="refusal-to-reassess"),
    Kind("reassessment-agreed", "Agreed to re-assess", "The council agreed to assess again.", (),
         moves={S.REASSESS_REQUESTED: S.REASSESSING, S.MAINTAINED: S.REASSESSING, S.FINAL: S.REASSESSING},
         ends=(D.REASSESS_DECISION,), starts=(D.REASSESS_FINAL,)),
    Kind("reassessment-plan-issued", "Plan sent after re-assessment", "The new plan was sent to you.",
         (Fact("placement", "School, college or type named in section I"),),
         moves={S.REASSESSING: S.MAINTAINED}, ends=(D.REASSESS_FINAL, D.REVIEW),
         starts=(D.REVIEW_AFTER_REASSESSMENT,), letter="final-plan"),
    Kind("reassessment-no-change", "No change after re-assessment", "The plan stays as it is.", (REASONS,),
         moves={S.REASSESSING: S.MAINTAINED}, ends=(D.REASSESS_FINAL,), letter="refusal-to-amend"),
)  # fmt: skip

_OUT = (
    Kind("cease-considered", "Considering ending the plan", "The council asked whether the plan should end.", (REASONS,),
         moves=_all(IN_FORCE | REVIEWING, S.CEASE_CONSULT)),
    Kind("plan-kept", "Decided not to end the plan", "The council decided to keep the plan.", (REASONS,),
         moves={S.CEASE_CONSULT: S.MAINTAINED}, ends=(D.REVIEW_REPORT, D.REVIEW_DECISION)),
    Kind("cease-decided", "Decided to end the plan", "The council decided to end the plan.", (REASONS,),
         moves={S.CEASE_CONSULT: S.CEASE_PENDING}, ends=(D.REVIEW_REPORT, D.REVIEW_DECISION),
         letter="cease"),
    Kind("ceased", "Plan ended", "The plan ended.", (), moves={S.CEASE_PENDING: S.CEASED}),
    Kind("move-out-known", "Family is moving to another authority", "The council knows that you are moving.",
         (Fact("authority", "The other authority"), Fact("moves_on", "Day of the move", "day")),
         during=WITH_PLAN),
    Kind("moved-out", "Moved to another authority", "Your case went to the other council.",
         (Fact("authority", "The other authority"),),
         moves=_all(BEFORE_PLAN | WITH_PLAN, S.TRANSFERRED_OUT)),
    Kind("moved-in", "Plan came from another authority", "Your plan came from the other council.",
         (Fact("authority", "The other authority"),
          Fact("made_on", "Day the plan was made or last reviewed", "day")),
         moves={START: S.MAINTAINED}, starts=(D.MOVE_INFORM,)),
    Kind("move-in-told", "Family told of the move’s effect", "The council told you what happens now.", (),
         during=WITH_PLAN, ends=(D.MOVE_INFORM,)),
)  # fmt: skip

_ANY: frozenset[S] = frozenset(S)
_ORDERS = (
    ("assess", "Assess or re-assess"), ("make", "Make a plan"), ("reconsider", "Think again"),
    ("amend", "Change the plan"), ("name", "Change the school or type only"), ("continue", "Keep the plan"),
    ("continue-amend", "Keep the plan and change it"),
    ("dismiss", "Appeal dismissed"),
)  # fmt: skip
_BESIDE = (
    Kind("exception-recorded", "Lawful exception recorded", "Something allowed by law has delayed this.",
         (Fact("code", "Which exception", "choice", choices=EXCEPTIONS), REASONS,
          Fact("evidence", "What shows it"), Fact("starts_on", "From", "day"), Fact("ends_on", "To", "day"),
          Fact("told_on", "Day the family was told", "day", is_required=False)),
         during=BEFORE_PLAN | {S.REASSESSING}),
    Kind("lateness-explained", "Reason for lateness", "", (Fact("reasons", "Why it is late"),), during=_ANY),
    Kind("note", "Note", "", (Fact("words", "Note"),), during=_ANY),
    Kind("mediation-wanted", "Family wants mediation", "You told the council that you want mediation.",
         (Fact("about", "What about", "choice", choices=(("education", "Education"), ("health", "Health"), ("both", "Both"))),),
         during=_ANY, starts=(D.ARRANGE_MEDIATION,)),
    Kind("mediation-held", "Mediation held", "Mediation was held.", (Fact("words", "What was agreed", is_required=False),),
         during=_ANY, ends=(D.ARRANGE_MEDIATION,)),
    Kind("mediation-not-arranged", "Mediation could not be arranged", "Mediation could not be arranged.", (),
         during=_ANY, ends=(D.ARRANGE_MEDIATION,)),
    Kind("mediation-certificate", "Mediation certificate issued", "The mediation certificate was issued.", (), during=_ANY),
    Kind("appeal-lodged", "Appeal lodged", "An appeal was made to the tribunal.",
         (Fact("about", "What the appeal is about"),), during=_ANY, starts=(D.ANSWER_APPEAL,)),
    Kind("appeal-answered", "Response sent to the tribunal", "The council answered the appeal.", (), during=_ANY,
         ends=(D.ANSWER_APPEAL,)),
    Kind("appeal-conceded", "Appeal not opposed", "The council no longer opposes the appeal.",
         (Fact("order", "What follows", "choice", choices=_ORDERS),), during=_ANY, ends=(D.ANSWER_APPEAL,)),
    Kind("tribunal-order", "Order of the tribunal", "The tribunal decided.",
         (Fact("order", "The order", "choice", choices=_ORDERS),), during=_ANY, ends=(D.ANSWER_APPEAL,)),
    Kind("order-carried-out", "Order carried out", "The council did what the tribunal ordered.", (),
         during=_ANY, ends=(D.CARRY_OUT_ORDER,)),
    Kind("appeal-ended", "Appeal withdrawn or ended", "The appeal ended.", (), during=_ANY, ends=(D.ANSWER_APPEAL,)),
    Kind("reopened-by-order", "Opened again by the tribunal’s order", "Your case was opened again.", (),
         moves={S.REFUSED_ASSESS: S.ASSESSING, S.REFUSED_ISSUE: S.DRAFTING}),
)  # fmt: skip

KINDS: dict[str, Kind] = {
    kind.key: kind for kind in (*_REQUEST, *_ADVICE, *_PLAN, *_REVIEW, *_AGAIN, *_OUT, *_BESIDE)
}
