"""P2: nobody is bound."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.provision.settled_elsewhere import is_settled_elsewhere
from goldenthread.casework.plan.checks.references import SURREY_POOR
from goldenthread.casework.plan.language.duties import binds
from goldenthread.casework.plan.language.phrases import Span, remembered


@remembered
def spans(text: str) -> Iterator[Span]:
    """The whole text, when nothing in it binds."""
    if not binds(text) and not is_settled_elsewhere(text):
        yield Span(0, len(text), text)


CHECK = Check(
    id="P2",
    title="No duty",
    severity=Severity.WARN,
    says="Nothing here must happen: there is no “will receive” or “will be provided”.",
    why="A plan is a promise. Without “will” or “must”, a description cannot be enforced.",
    mend="Write who will give what: “A teaching assistant will …”",
    sources=(SURREY_POOR,),
    reads=PROVISION,
    spans=spans,
)
