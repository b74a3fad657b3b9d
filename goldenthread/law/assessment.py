"""From a request to a final plan: the weeks, and whom they bind. School holidays stop none of them."""

from __future__ import annotations

from goldenthread.law.length import Length, Unit
from goldenthread.law.sources import duty, filed, practice, regulation, section

_AUTHORITY = "The local authority"
_REQUEST = "the authority received the request, or became responsible for the child"
_W, _D, _M = Unit.WEEKS, Unit.DAYS, Unit.MONTHS

DECIDE_TO_ASSESS = duty(
    "decide-whether-to-assess",
    "Decide whether to assess, and tell the family",
    _AUTHORITY,
    _REQUEST,
    "the day it was written",
    Length(6, _W),
    regulation("5(1)"),
    "As soon as practicable, and in any event within the six weeks. The four exceptions of regulation 5(4) are a defence.",
)
NOT_NECESSARY = duty(
    "say-assessment-not-necessary",
    "Say that no assessment is necessary, where a child was brought to notice",
    _AUTHORITY,
    "the child was brought to the authority’s attention",
    "the day of a later letter",
    Length(6, _W),
    regulation("4(1)"),
    "This limit has no list of exceptions.",
)
ADVICE = duty(
    "give-advice",
    "Give the advice that was asked for",
    "The body that was asked",
    "that body received the authority’s request",
    "the day on which the authority sent it",
    Length(6, _W),
    regulation("8(1)"),
    "Exceptions in regulation 8(2): exceptional circumstances; four weeks or more away from the area; an appointment that the "
    "child did not keep. Waiting lists and missing staff are none.",
)
REFUSE_TO_ISSUE = duty(
    "decide-whether-to-issue",
    "Tell the family if no plan will be made",
    _AUTHORITY,
    _REQUEST,
    "the day of the decision to assess",
    Length(16, _W),
    regulation("10(1)"),
    "The four exceptions of regulation 10(4) are a defence.",
)
FINAL_PLAN = duty(
    "final-plan",
    "Send the final plan",
    _AUTHORITY,
    _REQUEST,
    "the day of the decision to assess",
    Length(20, _W),
    regulation("13(2)"),
    "To the family, the institution named and the integrated care board. Regulation 13(3): the exceptions of 10(4).",
)
REPRESENTATIONS = duty(
    "representations-on-draft",
    "Wait for what the family thinks of the draft",
    _AUTHORITY,
    "the draft was served",
    "the day it was written",
    Length(15, _D, True),
    regulation("13(1)"),
    "At least 15 days, the day of service among them. More may be given and fewer may not. Every day counts.",
)
SCHOOL_REPLY = duty(
    "placement-reply",
    "Answer the consultation about naming the school or college",
    "The school or college",
    "it received the consultation",
    "the day it was sent",
    Length(15, _D),
    practice(
        "SEND Code of Practice 9.83, as quoted by Torbay; no period is in the law",
        "https://torbayfamilyhub.org.uk/topic/the-local-authoritys-duty-to-consult",
    ),
)
FRESH_ASSESSMENT = duty(
    "fresh-assessment-after",
    "The duty to consider a new request is off until after this day",
    _AUTHORITY,
    "the last assessment was made",
    "the day of the last request",
    Length(6, _M),
    section("36(6)"),
    "The authority may still choose to assess.",
)
DECIDE_TO_REASSESS = duty(
    "decide-whether-to-reassess",
    "Decide whether to re-assess, and tell the family",
    _AUTHORITY,
    "the authority received the request",
    "the day it was written",
    Length(15, _D),
    regulation("25(1)"),
    "The regulation says days, so every day counts. No exception is listed.",
)
PLAN_AFTER_REASSESSMENT = duty(
    "plan-after-reassessment",
    "Send the final plan after a re-assessment",
    _AUTHORITY,
    "the family was told that there will be a re-assessment",
    "the day of the request",
    Length(14, _W),
    regulation("27(2)"),
    "Regulation 27(3) allows the exceptions of 10(4).",
)
REVIEW_AFTER_REASSESSMENT = duty(
    "review-after-reassessment",
    "Review the plan after a re-assessment",
    _AUTHORITY,
    "the final plan was sent to the family",
    "the day of the re-assessment",
    Length(12, _M),
    regulation("27(4)"),
    "Of the date it was sent: the same day a year later is the last. Under section 44(1) it is the day before.",
)
HIGHER_EDUCATION = duty(
    "higher-education-disclosure",
    "Send the plan to the university and to those who assess for its support",
    _AUTHORITY,
    "the young person asked",
    "the day the place was offered",
    Length(15, Unit.WORKING_DAYS),
    regulation("47"),
)

RULES = filed(
    DECIDE_TO_ASSESS,
    NOT_NECESSARY,
    ADVICE,
    REFUSE_TO_ISSUE,
    FINAL_PLAN,
    REPRESENTATIONS,
    SCHOOL_REPLY,
    FRESH_ASSESSMENT,
    DECIDE_TO_REASSESS,
    PLAN_AFTER_REASSESSMENT,
    REVIEW_AFTER_REASSESSMENT,
    HIGHER_EDUCATION,
)
