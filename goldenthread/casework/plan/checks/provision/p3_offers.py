"""P3: an offer, a hope or a possibility instead of support."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import CODE, SURREY_POOR
from goldenthread.casework.plan.language.phrases import phrases

_OFFERS = (
    r"(?:has|have|having|had|given|with|be given|get|gets|provided with|provide|offer|offered|allow|allowed|receive|need|"
    r"needs|requires?|ensure|open)? ?access to",
    r"able to access", r"can access", r"opportunit(?:y|ies)", r"chances? to", r"benefits? from", "benefit from",
    "could", "might", r"should(?! (?:there|the class))", r"can(?! be (?:found|seen|heard))(?: \w+)? (?:use|have|go|get|"
    r"ask|receive|attend|take|be given|be offered|join|leave|be provided)",
    r"(?:is|are|be|made|become|becomes) available", r"available (?:to|from|for|in|at|on)",
    r"(?:is|are|be|been|being) offered", r"offered (?:a|an|the|to|by|support|help)", "will offer", "offers",
    r"(?:is|are|be) (?:recommended|suggested|advised|encouraged|considered|invited|hoped|desirable|advisable|helpful|"
    r"beneficial|welcome)", r"recommend(?:s|ed)?", "suggests?", r"suggested",
    r"consideration (?:will|should|to|is|of)", r"(?:to|will|should) consider",
    r"(?:will|to|would|shall) (?:aim|try|endeavour|seek|attempt|hope|strive|explore)", r"aims? to", r"hopes? to",
    r"endeavours? to",
    r"(?:it is|we) (?:hoped?|anticipated|envisaged|expected)", r"would(?! not)", r"it (?:may|might|could)", "potentially",
    r"possibly", r"perhaps", "ideally", "the option (?:of|to)", r"is welcome to", "free to",
    r"(?-i:may|MAY)",
)  # fmt: skip
_BUT = (
    r"(?:step free|wheelchair|level|ramped|physical|full|equal|better|improve|improves|improving|enable|enables|support|"
    r"supports|supporting|increase|facilitate|maintain|aid|his|her|their) access to",
    r"to (?:give|allow|ensure|have|gain|improve|support|enable|increase) (?:him |her |them )?(?:full |better |equal |more "
    r")?access to", r"so (?:that )?(?:he|she|they|[A-Z]\w+) (?:can|may|could|might)(?: \w+){0,2}",
    r"(?:that|which|who|when|if|where|what|as|because|how) (?:he|she|they|it|staff|[A-Z]\w+) (?:can|may|could|might|"
    r"would)(?: \w+)?", r"(?:may|can|could) be (?:varied|changed|adjusted|reduced|amended|altered|used)",
    r"as (?:recommended|advised|suggested) (?:by|in)", r"(?:recommended|advised|suggested) by", r"opportunities board",
    r"equal opportunit(?:y|ies)", r"how (?:he|she|they) would", r"which (?:may|can|could|might)",
    r"(?:school|setting) (?:may|can|could) (?:vary|change|adjust|reduce|amend|alter)",
    r"(?:of|in|from|since|until|by|before|after|early|late|\d) (?-i:May)", "would like",
)  # fmt: skip
OFFERS = phrases(*_OFFERS, but=_BUT, family="provision")
"""A month or a name is May with a capital; what may happen is written small."""

CHECK = Check(
    id="P3",
    title="An offer instead of support",
    severity=Severity.WARN,
    says="“{words}” offers or hopes; it does not promise.",
    why="Access, opportunities, and what may or could happen give the child nothing that must be done.",
    mend="Say what will be given, by whom, how often and for how long.",
    sources=(SURREY_POOR, CODE),
    reads=PROVISION,
    spans=OFFERS.spans,
)
