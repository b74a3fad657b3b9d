"""P11: support that can be changed without amending the plan."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import IPSEA_F
from goldenthread.casework.plan.language.phrases import Span, phrases

_CHANGED = (
    r"(?:varied|changed|adjusted|reduced|amended|altered|modified|increased|withdrawn|flexed|replaced|stopped|removed|"
    r"lessened|decreased|scaled back|tapered|faded|phased out|adapted|reallocated|used differently|used flexibly|revised)"
)
_CHANGE = (
    r"(?:vary|change|adjust|reduce|amend|alter|modify|increase|withdraw|flex|replace|stop|remove|decrease|taper|phase out|"
    r"adapt|use differently|revise)"
)
_BY = (
    r"(?:by (?:mutual )?(?:agreement|the (?:school|setting|college|SENCO|head ?teacher))|with (?:the )?agreement|in "
    r"agreement|after (?:a )?(?:discussion|consultation|agreement|review|talking)|following (?:a |the )?(?:discussions?|"
    r"consultation|agreement|review)|in (?:consultation|discussion|agreement|conjunction) with|as (?:agreed|needs change|"
    r"(?:\w+[’']s )?needs)|without (?:the need for |needing )?(?:an? )?(?:review|amend\w+|notice)|once|when|if|over time|"
    r"at any time|as (?:he|she|they|\w+) (?:makes?|progress\w*|improves?)|in line with|as progress)"
)
_SUPPORT = (
    r"(?:provision|support|hours?|sessions?|amounts?|levels?|timing|frequency|balance|time|arrangements?|this|it|these|"
    r"they|length|ratio|package|therapy|help|input|allocation|above|year|term|plan|size)"
)
_VARIED = phrases(
    rf"{_SUPPORT}(?: [\w’\-]+){{0,9}}? (?:may|can|could|might|will|to|should)(?: \w+)? be (?:\w+ and |\w+ or |gradually "
    rf")?{_CHANGED}(?:,? (?:[\w’\-]+ ){{0,6}}?{_BY}[\w ’]*)",
    rf"(?:may|can|could|might) be (?:\w+ (?:and|or) |gradually )?{_CHANGED}(?: [\w’\-]+){{0,8}}? {_BY}",
    rf"(?:may|can|could|might) be {_CHANGED}(?: (?:by|with|after|following|if|when|once|as|without|over|in|to|"
    rf"at)\b[\w ]*)?", rf"(?:school|setting|college|SENCO|head ?teacher|teachers?|staff|therapists?|authority) (?:may|can|"
    rf"could|might|is able to|are able to|is free to) {_CHANGE}",
    r"(?:hours|provision|support|sessions|timing) (?:is|are|will be) flexible",
    rf"(?:will|to) be (?:{_CHANGED}) (?:by the (?:school|setting|college)|by (?:mutual )?agreement|in agreement|with the "
    rf"agreement)(?: [\w’]+)*", r"subject to (?:change|variation|alteration)", rf"{_CHANGE} this (?:support|provision)",
    r"(?:can|may|could) agree (?:to )?(?:changes?|variations?|vary|change|reduce)(?: [\w ]+)?",
    r"(?:hours?|time|support|provision|sessions?|funding) (?:to be |will be |can be |may be )?(?:used|provided|delivered|"
    r"given|deployed|allocated) flexibly",
    r"(?:level|amount|support|hours|provision)(?: [\w’]+){0,5}? reviewed (?:\w+ ){0,3}?and (?:then )?(?:reduced|withdrawn|"
    r"decreased|faded)(?: [\w ]+)?",
    r"with a view to (?:reducing|reduction|withdrawing)",
    but=(r"(?:targets?|programme|exercises|materials?|work|worksheets|curriculum|strategies|resources|task|tasks|lighting|"
    r"seating|chair|desk|height|font|print|timetable for) (?:can|may|will|to|could) be (?:changed|adjusted|adapted|"
    r"modified|increased|revised|amended)(?: [\w ]+)?",
    r"plan (?:can|may|will) be amended (?:at|after|following) (?:an? |the )?(?:annual )?review"), family="provision",
)  # fmt: skip


def spans(text: str) -> tuple[Span, ...]:
    """Each such leave to change."""
    return _VARIED.spans(text)


CHECK = Check(
    id="P11",
    title="It may be changed without amending the plan",
    severity=Severity.BLOCK,
    says="“{words}” lets the support change without an amendment.",
    why="Provision changes by amending the plan, with the family’s right to be heard and to appeal. A line cannot take "
    "that away.",
    mend="Take the words out. If the support should change after a time, say when, to what, and on whose advice.",
    sources=(IPSEA_F,),
    reads=PROVISION,
    spans=spans,
)
