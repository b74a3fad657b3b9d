"""The codes of the return for what our events say."""

from __future__ import annotations

SOURCES = {"parent": "1", "young-person": "1", "school": "2", "health": "3", "social-care": "4", "other": "5"}
"""Who asked: item RequestSource."""
PAYMENTS = {
    "education": "education",
    "health": "health",
    "social-care": "social care",
    "integrated": "integrated",
}
"""What direct payments are for. DfE's letters for it were in no source that could be had, so the words stand until somebody
who has the guide puts the letters here."""
ENDED_IN_WORDS = {
    "Reached the maximum age": "1", "Needs met without a plan": "2", "Went to higher education": "3",
    "Went into paid work": "4", "Moved to another authority": "5", "No longer wished to take part": "6",
    "Moved outside England": "7", "Died": "8", "Another reason": "9",
}  # fmt: skip
"""As earlier records say it that came in from a return."""
MOVED = "5"
OUTCOMES = {
    "review-maintained": "M",
    "amendment-proposed": "A",
    "cease-considered": "C",
    "cease-decided": "C",
}
"""The decision after a review."""
AT_AN_END = ("ceased", "end-on-record", "moved-out")
PLANNED = ("final-issued", "plan-on-record", "moved-in")
NAMING = ("final-issued", "plan-on-record", "moved-in", "amended-plan-issued", "reassessment-plan-issued")
ASKED = (
    "request-received", "request-withdrawn", "assessment-agreed", "assessment-refused", "reopened-by-order", "plan-agreed",
    "plan-refused", "exception-recorded", "exception-on-record", "mediation-held", "appeal-lodged", "review-met",
    "review-on-record", "phase-transfer-expected", "budget-agreed", "payments-began", "payments-ended", "need-recorded",
    "placement-recorded", *OUTCOMES, *AT_AN_END, *PLANNED, *NAMING,
)  # fmt: skip
"""The kinds of events that the return is made of; no other is read."""
KINDS = tuple(dict.fromkeys(ASKED))
