"""E5: advice that is too vague to write a plan from."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.provision import (
    p1_blanks,
    p2_no_duty,
    p3_offers,
    p4_unmeasured,
    p5_conditions,
    p6_open_lists,
    p7_undefined_amounts,
    p8_undefined_people,
)
from goldenthread.casework.plan.checks.references import NOTTINGHAM
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.casework.plan.papers import Advice

CHECKS = (
    p1_blanks.CHECK, p2_no_duty.CHECK, p3_offers.CHECK, p4_unmeasured.CHECK, p5_conditions.CHECK,
    p6_open_lists.CHECK, p7_undefined_amounts.CHECK,
    p8_undefined_people.CHECK,
)  # fmt: skip
ADVISES = frozenset({"P2", "P3"})
"""Advice may recommend, and binds nobody: these two are the plan’s alone."""


def vague(text: str) -> list[tuple[str, Span]]:
    """What P1 and P4 to P8 say of a paragraph that gives provision."""
    return [
        (check.id, span)
        for check in CHECKS
        if check.spans and check.id not in ADVISES
        for span in check.spans(text)
    ]


def find(sheet: Sheet) -> Iterator[Found]:
    """Each paragraph tagged as provision that the checks of provision stop at, with what to ask its author."""
    for advice in sheet.plan.advice:
        yield from on_arrival(advice)


def on_arrival(advice: Advice) -> Iterator[Found]:
    """The same for one piece of advice, on the day it comes."""
    for paragraph in advice.paragraphs:
        if "provision" not in paragraph.tags:
            continue
        found = vague(paragraph.text)
        if found:
            author = advice.author or advice.body or "no author"
            ids = ", ".join(dict.fromkeys(check for check, _ in found))
            what = "; ".join(
                dict.fromkeys(span.note.rstrip(".") if span.note else f"“{span.words}”" for _, span in found)
            )
            says = f"Paragraph {paragraph.number} of “{advice.id}” ({author}) is vague ({ids}): {what}."
            yield Found(says, span=Span(0, len(paragraph.text), paragraph.text))


CHECK = Check(
    id="E5",
    title="Advice too vague to write from",
    severity=Severity.WARN,
    says="Advice is vague.",
    why="A plan copied from vague advice is vague, and a plan made sharper than its advice is invented. Only the author "
    "can mend it.",
    mend="Send it back to its author with these words, and ask who, how often, and for how long.",
    sources=(NOTTINGHAM,),
    find=find,
)
