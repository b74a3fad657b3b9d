"""P10: a band or a sum of money, and no support."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import IPSEA_F
from goldenthread.casework.plan.language.people import names_a_role
from goldenthread.casework.plan.language.phrases import Span, every, phrases, remembered

_MONEY = phrases(
    r"bands? (?:(?-i:[A-H])|\d{1,2}|funding|level)(?: (?:funding|top up))?",
    r"(?:element|E) ?[123](?: (?:funding|top up))?", r"top up(?: funding)?",
    r"(?:high needs|exceptional needs|notional|additional needs|delegated|inclusion) (?:funding|budget|block)",
    r"matrix(?: level)?(?: \w+)?", r"funding",
    r"notional budget", r"resource level \w+", r"tariff \w+", family="provision",
)  # fmt: skip
_SUM = re.compile(r"£\s?\d[\d,.]*(?:\s?(?:k|per|a)\s\w+)?")
_SUPPORT = phrases(
    r"hours? (?:a|per|each|every|of)", r"minutes?", r"sessions?",
    r"(?:will|to) (?:pay for|buy|fund|purchase|employ|provide) (?:an? |the )?(?:\w+ ){0,3}?(?:teaching|therapist|therapy|"
    r"assistant|equipment|aid|laptop|software|programme|place|support|tutor|mentor|nurse|chair|desk)",
    r"equipment", r"communication aid", r"laptop", r"cost of", family="provision",
)  # fmt: skip


@remembered
def spans(text: str) -> Iterator[Span]:
    """The money, when nothing that it buys stands beside it."""
    found = next(every(_SUM, text), None) or next(iter(_MONEY.spans(text)), None)
    if found and not (names_a_role(text) or _SUPPORT.found(text)):
        yield found


CHECK = Check(
    id="P10",
    title="Only money",
    severity=Severity.BLOCK,
    says="“{words}” is money or a band, and not support.",
    why="A sum or a band says what support may cost. The plan must say what the support is.",
    mend="Write the support that the child needs. What it costs does not belong in the plan.",
    sources=(IPSEA_F,),
    reads=PROVISION,
    spans=spans,
)
