"""P1: who, how often, how long and the rest, each said or blank."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.provision.settled_elsewhere import is_settled_elsewhere
from goldenthread.casework.plan.checks.references import CODE, SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet, texts
from goldenthread.casework.plan.language.amounts import groups
from goldenthread.casework.plan.language.occasions import is_given_in_time, says_how_long, says_how_often
from goldenthread.casework.plan.language.people import says_who
from goldenthread.casework.plan.language.phrases import Span, remembered
from goldenthread.casework.plan.lines import BLANKS, Provision
from goldenthread.law.words import listed

WORDS = {
    "who": "who gives it", "expertise": "with what qualification", "how_often": "how often", "how_long": "for how long",
    "group": "alone or in a group of how many", "place": "where", "reviewed_by": "who reviews it",
}  # fmt: skip
CORE = ("who", "how_often", "how_long")


def blanks(*texts: str) -> list[str]:
    """What texts of one provision together leave out of who, how often and how long.

    >>> blanks("Speech therapy will be given weekly.")
    ['who', 'how_long']
    >>> blanks("Speech therapy will be given weekly.", "speech therapist", "20 minutes")
    []
    """
    found = [] if any(map(says_who, texts)) else ["who"]
    found += [] if any(map(says_how_often, texts)) else ["how_often"]
    if any(map(is_given_in_time, texts)) and not any(map(says_how_long, texts)):
        found.append("how_long")
    return found


@remembered
def spans(text: str) -> Iterator[Span]:
    """The whole sentence, with what it leaves out."""
    left_out = [] if is_settled_elsewhere(text) else blanks(text)
    if left_out:
        yield Span(0, len(text), text, f"It does not say {listed([WORDS[name] for name in left_out])}.")


def find(sheet: Sheet) -> Iterator[Found]:
    """Each provision with a blank that neither its fields nor its words fill."""
    for kind, line in sheet.provision:
        left_out = _left_out(line)
        if left_out:
            words = listed([WORDS[name] for name in left_out])
            yield on_line(kind.key, line, f"It does not say {words}.", field=left_out[0])


def _left_out(line: Provision) -> list[str]:
    if is_settled_elsewhere(line.text):
        return []
    said = [words for name, words in texts(line) if not name.startswith("reviewed")]
    missing = set(blanks(*said))
    if any(map(is_given_in_time, said)):
        missing |= {"expertise", "place"} | (set() if any(map(groups, said)) else {"group"})
    return [
        name for name in BLANKS
        if name in missing and name not in line.not_needed and not getattr(line, name)
    ]  # fmt: skip


CHECK = Check(
    id="P1",
    title="Who, how often, how long, with whom and where",
    severity=Severity.WARN,
    says="“{words}” leaves something out.",
    why="Support that does not say who, how often and for how long cannot be checked or enforced.",
    mend="Fill the blanks from the advice. If one does not fit this support, say why it is not needed.",
    sources=(CODE, SOMERSET),
    reads=PROVISION,
    spans=spans,
    find=find,
)
