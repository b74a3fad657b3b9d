"""O3: better, more, improved, and no way to tell."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import OUTCOMES, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.outcomes import o2_provision
from goldenthread.casework.plan.checks.references import SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.goals import has_measure
from goldenthread.casework.plan.language.phrases import Span, phrases, remembered

_BETTER = phrases(
    r"(?:will|to|should|has|have) (?:improve|improved|develop|developed|increase|increased|progress|progressed)(?=[.,;]|$)",
    r"(?:to |will |will have |have |has |be )?(?:improve|improves|improved|improving|develop|develops|developed|"
    r"developing|increase|increases|increased|increasing|enhance|enhanced|strengthen|strengthened|build|builds|built|"
    r"extend|extended|broaden|boost|raise|raised|further|widen|expand|grow|reduce|reduced|reducing|decrease|lessen|"
    r"maximise|promote)(?: on| up)? (?:his|her|their|the|in|self|more|a|\w+)",
    r"(?:make|makes|made|making) (?:\w+ )?progress",
    r"(?:be|become|becoming|feel|feels|grow|is) (?:much )?(?:more|better|less|increasingly)(?: \w+)?",
    r"(?:have|has|with|show|greater|better|improved|increased) (?:better|greater|more|improved|increased) \w+",
    r"(?:greater|better|improved|increased|enhanced|more) (?:\w+ )?(?:independence|confidence|skills|understanding|"
    r"attention|behaviour|self esteem|progress|engagement|communication|awareness|resilience|attendance|attainment|"
    r"wellbeing|concentration)",
    r"gain (?:in )?(?:confidence|independence)", "better able to", family="outcomes",
)  # fmt: skip


@remembered
def spans(text: str) -> Iterator[Span]:
    """The word for better, where nothing in the outcome can be measured."""
    found = next(iter(_BETTER.spans(text)), None)
    if found and not has_measure(text) and not next(iter(o2_provision.spans(text)), None):
        yield found


def find(sheet: Sheet) -> Iterator[Found]:
    """Each such outcome whose measure is blank too."""
    for kind, line in sheet.outcomes:
        if not line.measure:
            for span in spans(line.text):
                yield on_line(kind.key, line, CHECK.said(span), span)


CHECK = Check(
    id="O3",
    title="Only better",
    severity=Severity.WARN,
    says="“{words}”: nobody can tell how much.",
    why="Everybody improves a little. An outcome that cannot be missed says nothing.",
    mend="Say from what to what: how many, how often, how far, or what without help.",
    sources=(SOMERSET,),
    reads=OUTCOMES,
    spans=spans,
    find=find,
)
