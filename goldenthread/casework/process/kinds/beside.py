"""What happens beside the course: exceptions, notes, mediation, appeals, personal budgets."""

from __future__ import annotations

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.kinds.choices import AGREED, CAUSES, EXCEPTIONS, ISSUES, ORDERS
from goldenthread.casework.process.kinds.kind import REASONS, Fact, Kind
from goldenthread.casework.process.kinds.returned import PAID_FOR
from goldenthread.casework.process.stages import BEFORE_PLAN, WITH_PLAN
from goldenthread.casework.process.stages import Stage as S

_ANY: frozenset[S] = frozenset(S)
BESIDE = (
    Kind("exception-recorded", "Lawful exception recorded", "Something allowed by law has delayed this.",
         (Fact("code", "Which exception", "choice", choices=EXCEPTIONS), REASONS,
          Fact("evidence", "What shows it"), Fact("starts_on", "From", "day"), Fact("ends_on", "To", "day"),
          Fact("told_on", "Day the family was told", "day", is_required=False)),
         during=BEFORE_PLAN | {S.REASSESSING}),
    Kind("lateness-explained", "Reason for lateness", "",
         (Fact("cause", "What held it up most", "choice", choices=CAUSES), Fact("reasons", "What happened")), during=_ANY),
    Kind("note", "Note", "", (Fact("words", "Note"),), during=_ANY),
    Kind("mediation-wanted", "Family wants mediation", "You told the council that you want mediation.",
         (Fact("about", "What about", "choice", choices=ISSUES),), during=_ANY),
    Kind("care-board-told", "Care board has our notice about mediation", "The NHS board was told that you want mediation.", (),
         during=_ANY, ends=(D.TELL_CARE_BOARD,)),
    Kind("mediation-held", "Mediation held", "Mediation was held.",
         (Fact("agreed", "What was agreed", "choice", choices=AGREED), Fact("words", "In words", is_required=False)),
         during=_ANY, ends=(D.ARRANGE_MEDIATION, D.ARRANGE_HEALTH_MEDIATION), starts=(D.CERTIFY,)),
    Kind("mediation-not-arranged", "Mediation could not be arranged", "Mediation could not be arranged.", (),
         during=_ANY, ends=(D.ARRANGE_MEDIATION, D.ARRANGE_HEALTH_MEDIATION, D.TELL_CARE_BOARD),
         starts=(D.CERTIFY,)),
    Kind("mediation-certificate", "Mediation certificate issued", "The mediation certificate was issued.", (), during=_ANY,
         ends=(D.CERTIFY,)),
    Kind("agreement-carried-out", "Agreement carried out", "The council did what was agreed at the mediation.", (),
         during=_ANY, ends=(D.CARRY_OUT_AGREEMENT,)),
    Kind("appeal-lodged", "Appeal lodged", "An appeal was made to the tribunal.",
         (Fact("about", "What the appeal is about"),), during=_ANY, starts=(D.ANSWER_APPEAL,)),
    Kind("appeal-answered", "Response sent to the tribunal", "The council answered the appeal.", (), during=_ANY,
         ends=(D.ANSWER_APPEAL,)),
    Kind("appeal-conceded", "Appeal not opposed", "The council no longer opposes the appeal.",
         (Fact("order", "What follows", "choice", choices=ORDERS),), during=_ANY, ends=(D.ANSWER_APPEAL,)),
    Kind("tribunal-order", "Order of the tribunal", "The tribunal decided.",
         (Fact("order", "The order", "choice", choices=ORDERS),), during=_ANY, ends=(D.ANSWER_APPEAL,)),
    Kind("order-carried-out", "Order carried out", "The council did what the tribunal ordered.", (),
         during=_ANY, ends=(D.CARRY_OUT_ORDER,)),
    Kind("appeal-ended", "Appeal withdrawn or ended", "The appeal ended.", (), during=_ANY, ends=(D.ANSWER_APPEAL,)),
    Kind("reopened-by-order", "Opened again by the tribunal’s order", "Your case was opened again.", (),
         moves={S.REFUSED_ASSESS: S.ASSESSING, S.REFUSED_ISSUE: S.DRAFTING}),
)  # fmt: skip

_BUDGETED = WITH_PLAN | {S.DRAFT_ISSUED}
FROM = Fact("from_on", "From when", "day", hint="Give the family reasonable notice.")
BUDGET = (
    Kind("budget-requested", "Personal budget asked for", "You asked for a personal budget.",
         (Fact("words", "For what"),), during=_BUDGETED),
    Kind("budget-agreed", "Personal budget agreed", "The council agreed to a personal budget.",
         (Fact("words", "For what, and how it is paid"),), during=_BUDGETED, answers="budget-requested"),
    Kind("budget-refused", "Direct payments refused", "The council decided not to make direct payments.", (REASONS,),
         during=_BUDGETED, answers="budget-requested", letter="direct-payments-refused"),
    Kind("payments-began", "Direct payments began", "The direct payments began.",
         (Fact("consent", "They agreed in writing to receive the payments", "yes-no"),
          Fact("pays_for", "What the payments are for", "choice", is_required=False, choices=PAID_FOR)), during=WITH_PLAN,
         starts=(D.REVIEW_PAYMENTS,)),
    Kind("payments-reviewed", "Direct payments reviewed", "The direct payments were reviewed.", (), during=WITH_PLAN,
         ends=(D.REVIEW_PAYMENTS,)),
    Kind("payments-reduced", "Decided to reduce direct payments", "The council decided to reduce the direct payments.",
         (REASONS, FROM),
         during=WITH_PLAN, letter="direct-payments-reduced"),
    Kind("payments-ended", "Decided to end direct payments", "The council decided to end the direct payments.",
         (REASONS, FROM), during=WITH_PLAN,
         ends=(D.REVIEW_PAYMENTS,), letter="direct-payments-ended"),
)  # fmt: skip
