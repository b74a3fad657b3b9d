"""S2: a section that is empty without a reason, or filled with a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import WRITTEN, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet, texts
from goldenthread.casework.plan.language.phrases import Phrases, Span, every, phrases, remembered
from goldenthread.casework.plan.plan_types import SectionKind

PLACEHOLDER: Phrases = phrases(
    r"TB[CDA]", r"T\.B\.[CD]\.?", r"lorem ipsum(?: [a-z ]+)?", r"insert(?: \w+)? here", r"add text(?: here)?",
    r"(?-i:XX|XXX|XXXX|XXXXX)(?: \w+)?", r"delete as (?:appropriate|applicable)", r"text goes here",
    r"click (?:here )?to (?:enter|add)(?: \w+)*",
    r"to be (?:confirmed|advised|inserted|filled in)(?! (?:by|with|at|in|within|each|every|before|when|to|of)\b)",
    r"(?:details?|advice|report|information) (?:to follow|pending|awaited)", "awaiting (?:advice|report|information)",
    r"N/?A", "not applicable", "none", "nil", "see above", "pending", "as above", "to be (?:completed|added|updated)",
    "blank", "draft",
)  # fmt: skip
_BRACKETED = re.compile(
    r"[\[<{«]\s*(?:insert|name|child|pupil|add|enter|date|school|xx?x?|text|frequency|number|tbc|his/her|he/she|role|"
    r"who|amount)[^\]>}»]{0,60}[\]>}»]|_{3,}|\.{6,}|…{2,}|\?{3,}",
    re.IGNORECASE,
)
ONLY_WHOLE = frozenset(
    (
        "n/a", "na", "not applicable", "none", "nil", "see above", "as above", "pending", "to be completed", "to be added",
        "to be updated", "blank", "draft",
    )
)  # fmt: skip
"""Words that are a placeholder only where they are all that stands there."""


@remembered
def spans(text: str) -> Iterator[Span]:
    """Each placeholder. “None” and “n/a” count only where they are all there is."""
    yield from every(_BRACKETED, text)
    whole = text.strip(" .-–—").lower()
    for span in PLACEHOLDER.spans(text):
        if span.words.lower().strip() not in ONLY_WHOLE or whole in ONLY_WHOLE:
            yield span


def find(sheet: Sheet) -> Iterator[Found]:
    """Sections with neither lines nor a reason, lines without words, and placeholders."""
    for kind in sheet.kinds.sections:
        if kind.key not in sheet.plan.sections or _may_be_empty(kind, sheet):
            continue
        section = sheet.section(kind.key)
        if not section.lines and (
            not section.empty_because.strip() or next(iter(spans(section.empty_because)), None)
        ):
            yield Found(f"Section {kind.key} ({kind.title}) is empty, and does not say why.", kind.key)
    for kind, line in sheet.lines:
        if kind.holds not in {"papers", "placement"} and not line.text.strip():
            yield on_line(kind.key, line, f"Line “{line.id}” has no words.")
        for name, words in texts(line):
            for span in spans(words):
                yield on_line(kind.key, line, CHECK.said(span), span, name)


def _may_be_empty(kind: SectionKind, sheet: Sheet) -> bool:
    """The placement is L1’s, direct payments are S4’s, and social care for under 18s is not asked of adults."""
    return kind.holds in {"placement", "payments", "papers"} or bool(
        kind.under_age and sheet.age >= kind.under_age
    )


CHECK = Check(
    id="S2",
    title="Empty, or a placeholder",
    severity=Severity.BLOCK,
    says="“{words}” is a placeholder.",
    why="A blank may mean that nobody asked. The family must be able to tell “no need” from “not looked at”.",
    mend="Write what belongs here, or say why nothing does: “No need identified; asked Dr Lee on 3 March 2026.”",
    sources=(SOMERSET,),
    reads=WRITTEN,
    spans=spans,
    find=find,
)
