"""P7: amounts without a number."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import UKUT_187
from goldenthread.casework.plan.language.amounts import durations, groups
from goldenthread.casework.plan.language.occasions import has_amount_of_time
from goldenthread.casework.plan.language.phrases import Span, phrases, remembered

_AMOUNTS = phrases(
    r"(?:at )?(?:an? )?(?:very |relatively |fairly )?(?:high|higher|low|significant|substantial|considerable|good|greater|"
    r"great|appropriate|reasonable|certain|enhanced|increased|sufficient|adequate) (?:levels?|degrees?|amounts?|deal|"
    r"ratio|volume|quantity|number|extent)(?: of)?(?! (?:teaching|learning|assistant|TA|apprentice))",
    r"(?:a |at a |an )(?:level|degree|amount|measure) (?:of|that|which)",
    r"the (?:level|degree|amount) (?:that|which|necessary|needed|required)",
    r"levels? of (?:support|supervision|input|help|adult)", r"some",
    r"a (?:wide |broad |small |large |whole |full |limited )?(?:range|variety|number|series|selection|mix|mixture|"
    r"combination|set|bit|lot|majority|proportion|portion|element) of(?! \d)",
    r"several", r"(?:a )?few", r"many", r"lots of", r"plenty of", r"multiple", r"various", r"numerous", r"much(?: more)?",
    r"(?:significant|substantial|considerable|intensive|extensive|enhanced|increased|sufficient|adequate|additional|extra|"
    r"more|maximum|minimal|high|appropriate levels?|greater|targeted and intensive) (?:\w+ )?(?:support|help|supervision|"
    r"input|adult support|assistance|time|provision|transition|work|attention|guidance|staffing|teaching|therapy|"
    r"intervention|interventions|sessions|practice|scaffolding|monitoring|processing time|prompting)",
    r"(?:appropriate|suitable|necessary|relevant|adequate|sufficient) (?:support|help|input|supervision|assistance|provision)",
    r"enough", r"high (?:staff|adult|staffing) (?:to \w+ )?ratios?",
    r"(?:short|brief|small|little and often)(?:,? (?:and |but )?\w+)? (?:sessions|bursts|periods|blocks|intervals|breaks|"
    r"spells)", r"little and often",
    but=(r"some of (?:his|her|their) (?:own|favourite)", r"as much time as he", r"(?:too|so|how|as) (?:many|much)",
    r"no more", r"not (?:so |too )?(?:many|much)", r"many of whom", r"(?:short|overnight|family) breaks",
    r"higher level (?:teaching|learning)[\w ]*", r"many happy"), family="provision",
)  # fmt: skip
_GROUPS = phrases(
    r"small(?:er)? (?:\w+ )?(?:groups?|class(?:es)?)(?: \w+)?", r"reduced class size", family="provision"
)
_WITH_NUMBERS = (
    "additional",
    "extra",
    "more",
    "intensive",
    "short",
    "brief",
    "small",
    "enhanced",
    "significant",
    "substantial",
    "increased",
    "targeted",
)


@remembered
def spans(text: str) -> Iterator[Span]:
    """Each amount that no number explains."""
    counted = has_amount_of_time(text) or bool(durations(text)) or "%" in text
    for span in _AMOUNTS.spans(text):
        if not (counted and span.words.lower().startswith(_WITH_NUMBERS)):
            yield span
    if not any(one.kind == "group" for one in groups(text)):
        yield from _GROUPS.spans(text)


CHECK = Check(
    id="P7",
    title="An amount without a number",
    severity=Severity.WARN,
    says="“{words}” has no number.",
    why="Two people can read it as two different amounts, and both be right.",
    mend="Give the number: minutes, hours, sessions, or pupils in the group.",
    sources=(UKUT_187,),
    reads=PROVISION,
    spans=spans,
)
