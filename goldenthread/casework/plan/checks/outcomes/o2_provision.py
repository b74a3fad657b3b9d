"""O2: provision dressed as an outcome."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import OUTCOMES, Check, Severity
from goldenthread.casework.plan.checks.references import OUTCOMES as DEVELOPING
from goldenthread.casework.plan.language.people import ROLE
from goldenthread.casework.plan.language.phrases import Span, phrases

_SUPPORT = (
    r"(?:support|help|1:1|one to one|therapy|adult|key (?:adult|worker|person)|(?:regular |weekly |daily |more |extra |"
    r"individual |termly )*(?:sessions?|counselling|mentoring|tuition|therapy|input|breaks|opportunit(?:y|ies)|support|"
    r"access|meetings)|teaching assistant|mentor|tutor|time with|a place|a safe place|an? (?:laptop|tablet|chair|desk|"
    r"quiet space|timetable|programme|plan|mentor|key worker|assistant|escort|visual timetable)|speech|physiotherapy|"
    r"opportunit(?:y|ies)|equipment|access|staff|programme|funding|interventions?)"
)
_PROVISION = phrases(
    rf"(?:will|to|shall|should) (?:have|continue to have|get) (?:the |an? |some |his |her |their |\d+ (?:hours|minutes|"
    rf"sessions) (?:of )?|regular |weekly |daily |full time |dedicated )*(?:{_SUPPORT}|{ROLE})",
    r"(?:will|to|shall|should) (?:continue to )?(?:receive|be provided|be given|be offered|be supported|be taught|be "
    r"helped|be seen|be assessed|be referred|be enabled|access|attend|be in receipt|benefit from|be allocated|be "
    r"encouraged|be included in|be monitored|be supervised)(?! (?:school|college|lessons|assembl\w+|a certificate|an "
    r"award|full time|mainstream|all (?:his|her|their) lessons|every|each|university|(?:the )?after|for (?:a )?(?:full|"
    r"whole)|\d+%|on time|at least))",
    rf"^(?:by (?:\w+ ){{1,6}}?)?(?:the |an? |his |her |their |all )?(?!parents?)(?:school|setting|college|staff|adults?|SENCO|"
    rf"therapist|local "
    rf"authority|{ROLE}) (?:will|to|must|should) (?!understand|know|be aware|say|report|agree|notice)\w+",
    r"will be (?:put in place|in place|available|provided|implemented|delivered|carried out|arranged)",
    r"(?:regular|weekly|daily) (?:sessions|therapy|input|support) (?:of|with|from)",
    r"(?:support|provision|therapy|intervention) (?:will|to) ",
    but=(r"(?:receive|given) (?:his|her|their|an?) (?:\w+ )?(?:award|certificate|badge|medal|wages?|prize|pay)",
    r"have (?:two|three|a|one|his|her|their|four|some|more)(?: \w+)? friends?",
    r"attend (?:school|college|all|full|every|mainstream|assembl|lessons|at least|\d)[\w %]*",
    r"access (?:the )?(?:bus|shops?|library|leisure|community|public|lessons|curriculum)[\w ]*(?:by (?:himself|herself|"
    r"themselves)|on (?:his|her|their) own|independently|without)"), family="outcomes",
)  # fmt: skip


def spans(text: str) -> tuple[Span, ...]:
    """Words that say what is given, not what will come of it."""
    return _PROVISION.spans(text)


CHECK = Check(
    id="O2",
    title="An outcome that is really provision",
    severity=Severity.WARN,
    says="“{words}” is support, not what comes of it.",
    why="Support that is given is reached on the day it starts, and tells nothing about the child.",
    mend="Ask what the child will be able to do with it. Move the support to the provision.",
    sources=(DEVELOPING,),
    reads=OUTCOMES,
    spans=spans,
)
