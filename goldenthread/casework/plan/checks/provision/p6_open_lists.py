"""P6: lists that are left open."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import SURREY_POOR
from goldenthread.casework.plan.language.phrases import phrases

_OPEN = phrases(
    r"etc\.?", r"et cetera", r"e\.?\s?g\.?", r"eg\.", r"such as", r"for example", r"for instance", r"and so (?:on|forth)",
    r"including but not limited to", r"(?:but )?not limited to", r"among others", r"amongst others",
    r"and the like", r"examples? (?:include|includes|of this|may include|might include)", r"(?:could|may|might) include",
    r"this might be", r"things like", r"and (?:other|any other) (?:similar|such)", r"ex\.", family="provision",
)  # fmt: skip

CHECK = Check(
    id="P6",
    title="An open list",
    severity=Severity.WARN,
    says="“{words}” leaves the list open.",
    why="Examples bind nobody: none of them has to be given.",
    mend="List what will be given, and end the list.",
    sources=(SURREY_POOR,),
    reads=PROVISION,
    spans=_OPEN.spans,
)
