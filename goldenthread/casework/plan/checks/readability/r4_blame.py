"""R4: phrases that blame the child or the family."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import WRITTEN, Check, Severity
from goldenthread.casework.plan.checks.references import ESSEX
from goldenthread.casework.plan.language.phrases import phrases

_BLAME = phrases(
    "manipulative", "manipulates", r"attention seeking", "seeks attention", "naughty", "lazy", "stubborn", "defiant",
    "disobedient", "badly behaved", "bad behaviour", "rude", "spoilt", "difficult child", "violent", "aggressive",
    "disruptive", "non compliant", "noncompliant", "uncooperative", "unwilling",
    r"refus(?:es|ed|ing|al) to", r"chooses? (?:not )?to (?:not |mis|ignore|listen|behave|engage)\w*", r"chooses not to",
    r"does not try", r"will not try", r"(?:fails?|failed|failing|failure) to", r"in denial",
    r"suffer(?:s|ed|ing)? (?:from|with)", "sufferer", "afflicted", "victim of", r"wheelchair bound",
    r"confined to (?:a|his|her|their) wheelchair",
    r"low functioning", r"high functioning", r"mental age", "retarded", "handicapped", "abnormal",
    "challenging (?:child|pupil|behaviours?)", "problem (?:child|behaviours?)", "obsess(?:ed|ion|ions|ive)", "tantrums?",
    "meltdowns? for no reason", "poor parenting",
    r"(?:over ?protective|anxious|demanding|difficult|pushy) (?:parents?|mum|mother|dad|father)",
    r"(?:mum|dad|parents?|mother|father|family) (?:claims?|alleges?|insists?|does not engage|do not engage|refuses?)",
    "inappropriate behaviour", "kicks off", "acts up", "acting out", "clingy", "immature", r"(?:poor|bad) attitude",
    r"(?:does|do) not care", r"can(?:not|’t|'t) be bothered", "normal (?:children|child|peers)",
    r"(?:deliberately|wilfully|purposely) \w+", r"a danger to",
    but=("heart failure", "renal failure", "organ failure", "failure to thrive", "without failing"),
)  # fmt: skip

CHECK = Check(
    id="R4",
    title="Words that blame",
    severity=Severity.WARN,
    says="“{words}” judges the person.",
    why="The child will read this one day. A judgement hides the need behind what was seen.",
    mend="Say what happens, when, and what helps: “leaves the room when it is loud”.",
    sources=(ESSEX,),
    reads=WRITTEN,
    spans=_BLAME.spans,
)
