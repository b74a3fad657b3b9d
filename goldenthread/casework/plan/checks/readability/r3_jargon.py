"""R3: short forms and terms that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import ESSEX
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import every, phrases

_SHORT = re.compile(r"\b[A-Z]{2,6}s?\b|\b[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,3}\b")
_TERMS = phrases(
    "dysregulat(?:ed|ion)", r"co regulation", "proprioceptive", "vestibular", "interoception", "hyper ?sensitiv(?:e|ity)",
    "hypo ?sensitiv(?:e|ity)", "executive function(?:s|ing)?", "pragmatic language", "receptive language",
    "expressive language", "phonological", "metacognit(?:ion|ive)", "scaffold(?:ed|ing)", "differentiat(?:ed|ion)",
    "echolalia", "dyspraxia", "hypermobility",
    "multi sensory", "graphomotor", "auditory processing", "working memory", "theory of mind", "attachment style",
    "neurodivergent", "idioglossia", "bilateral", "global developmental delay",
)  # fmt: skip
KNOWN = frozenset(
    [
        "EHC",
        "EHCP",
        "SEN",
        "SEND",
        "UK",
        "TV",
        "PE",
        "ICT",
        "IT",
        "GCSE",
        "GP",
        "NHS",
        "BBC",
        "DVD",
        "CD",
        "USB",
        "ID",
        "PDF",
        "OK",
        "AM",
        "PM",
        "MP",
        "UPN",
        "URN",
        "DOB",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "KS",
        "TA",
        "PIN",
        "ABC",
        "BSL",
    ]
)
"""Short forms that everybody knows, or that the whole plan is about."""


def find(sheet: Sheet) -> Iterator[Found]:
    """Each short form or term once, where it is first used without being explained."""
    seen: set[str] = set()
    whole = " ".join(line.text for _, line in sheet.lines)
    for kind, line in sheet.written:
        if kind.holds in {"papers", "placement"}:
            continue
        for span in (*every(_SHORT, line.text), *_TERMS.spans(line.text)):
            word = span.words.lower()
            if (
                word in seen
                or span.words.rstrip("s") in KNOWN
                or _is_explained(whole, span.words)
                or line.text.isupper()
            ):
                continue
            seen.add(word)
            yield on_line(kind.key, line, "", span)


def _is_explained(whole: str, word: str) -> bool:
    """“Speech and language therapist (SaLT)”, or “dysregulated (so upset that …)”."""
    escaped = re.escape(word)
    return bool(re.search(rf"\({escaped}\)|\b{escaped}\s?(?:\(|, (?:that is|which means|meaning)|: )", whole))


CHECK = Check(
    id="R3",
    title="Jargon",
    severity=Severity.INFORM,
    says="“{words}” is not explained.",
    why="A family should not need a dictionary for its own child’s plan.",
    mend="Write it out the first time, or say it in common words.",
    sources=(ESSEX,),
    find=find,
)
