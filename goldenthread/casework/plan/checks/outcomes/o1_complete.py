"""O1: an outcome says what the child will do, how anybody can tell, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import OUTCOMES, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.outcomes import o2_provision, o3_only_better
from goldenthread.casework.plan.checks.references import SHROPSHIRE, SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.goals import has_date, has_measure, is_about_the_child
from goldenthread.casework.plan.language.phrases import Span, remembered
from goldenthread.law.words import listed

WORDS = {"measure": "how anybody can tell", "by_on": "by when", "text": "what the child will do"}


def blanks(text: str, *, measure: str = "", by: str = "") -> list[str]:
    """What an outcome leaves out. What is said in its fields counts.

    >>> blanks("Sam will dress for PE without help.")
    ['by_on']
    """
    found = []
    if not measure and not has_measure(text) and not next(iter(o3_only_better.spans(text)), None):
        found.append("measure")
    if not by and not has_date(text):
        found.append("by_on")
    if not is_about_the_child(text):
        found.append("text")
    return found


@remembered
def spans(text: str) -> Iterator[Span]:
    """The whole outcome, with what it leaves out. What is no outcome at all is O2’s."""
    left_out = [] if next(iter(o2_provision.spans(text)), None) else blanks(text)
    if left_out:
        yield Span(0, len(text), text, f"It does not say {listed([WORDS[name] for name in left_out])}.")


def find(sheet: Sheet) -> Iterator[Found]:
    """Each outcome with a blank that neither its fields nor its words fill."""
    for kind, line in sheet.outcomes:
        if next(iter(o2_provision.spans(line.text)), None):
            continue
        left_out = blanks(line.text, measure=line.measure, by=line.by_when or str(line.by_on or ""))
        if left_out:
            words = listed([WORDS[name] for name in left_out])
            yield on_line(kind.key, line, f"It does not say {words}.", field=left_out[0])


CHECK = Check(
    id="O1",
    title="Measure, date, and the child as its subject",
    severity=Severity.WARN,
    says="“{words}” leaves something out.",
    why="At the review somebody must be able to say whether it was reached.",
    mend="Write what the child will do, how often or how well, and by which date or key stage.",
    sources=(SOMERSET, SHROPSHIRE),
    reads=OUTCOMES,
    spans=spans,
    find=find,
)
