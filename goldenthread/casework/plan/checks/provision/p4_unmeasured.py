"""P4: how often, in words that nobody can count."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import CODE
from goldenthread.casework.plan.language.amounts import frequencies
from goldenthread.casework.plan.language.phrases import Span, phrases, remembered

NEAR = 45
"""“Regular” is measured where how often follows within so many letters: “regular, at least weekly, meetings”."""
_UNMEASURED = phrases(
    "regular", "regularly", "frequent", "frequently", "as frequently as", "on going", "ongoing", "at times", "often",
    "as often as", "sometimes", "occasional", "occasionally", "periodic", "periodically",
    "from time to time", "intermittent", "intermittently",
    "(?:where|wherever|when|whenever|if|as much as|as far as|as often as|as soon as) possible", "continual", "continually",
    "routinely", "repeatedly",
    "every so often", "now and then", "now and again", "at intervals", "throughout the day as", "as a matter of routine",
    "at various (?:times|points)", "most days", r"at key (?:times|points)", r"at different times", "many times",
    "several times",
    but=(
        r"(?:ir)?regular (?:and irregular )?(?:past tense |plural |english )?(?:verbs?|nouns?|plurals?|past|spellings?|"
        r"shapes?|words?|attendance|classroom|class|lessons|school|timetable|teacher|polygons?)",
        "at times (?:agreed|set|stated|of day)",
        r"(?:he|she|they|who|that|which|it) (?:often|sometimes|regularly|frequently|occasionally)", r"high frequency",
        r"less (?:often|frequently) than", r"(?:how|more) (?:often|frequently)",
        r"ongoing (?:condition|medical)", r"(?:who|that) (?:\w+ ){0,2}(?:often|sometimes|regularly)",
    ), family="provision",
)  # fmt: skip
_ALWAYS = ("where", "when", "if", "as ", "whe", "at times", "from time")


@remembered
def spans(text: str) -> Iterator[Span]:
    """Each such word that no measured frequency explains."""
    measured = [one for one in frequencies(text) if one.kind == "times"]
    for span in _UNMEASURED.spans(text):
        explained = any(
            span.end <= one.start <= span.end + NEAR and ". " not in text[span.end : one.start]
            for one in measured
        )
        if not explained or span.words.lower().startswith(_ALWAYS):
            yield span


CHECK = Check(
    id="P4",
    title="How often, unmeasured",
    severity=Severity.WARN,
    says="“{words}” cannot be counted.",
    why="Nobody can tell whether “regular” or “frequent” support was given.",
    mend="Say how many times a day, a week or a term.",
    sources=(CODE,),
    reads=PROVISION,
    spans=spans,
)
