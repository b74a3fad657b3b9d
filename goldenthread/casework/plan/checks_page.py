"""docs/plan-checks.md, written from the checks and the benchmark and kept true by a test.

Write it again with: python -m goldenthread.casework.plan.checks_page > docs/plan-checks.md
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goldenthread.casework.plan.benchmark import measure
from goldenthread.casework.plan.checks.check import Check, Severity
from goldenthread.casework.plan.checks.references import Reference
from goldenthread.casework.plan.checks.register import CHECKS, GROUPS
from goldenthread.law.words import in_words

_HEAD = """\
# The checks of a plan

Written from the code by `python -m goldenthread.casework.plan.checks_page > docs/plan-checks.md`; a test fails when it is
out of date.

Each check is one file in `goldenthread/casework/plan/checks/`. No language model is asked: the same words always give the
same findings, and every finding points at its words. The same list is shown to author, SENCO and family.

- **block** stops a plan from being made final. It can be set aside only with a reason and a name, which the plan keeps.
- **warn** asks to think again and stops nothing. Vague wording always warns and never blocks: the Code says that provision
should *normally* be quantified,   and *Worcestershire v SE* [2020] UKUT 217, *Redbridge v HO* [2020] UKUT 323 and [2025]
UKUT 187 leave room for flexibility with reasons.
- **inform** tells.

What the child and the family said stands in their own words and is never checked for style. A finding that is not there
proves nothing: in *Redbridge* every blank was filled and the provision was still too vague. The severities follow the
source of the list; those of T1 (cutting the family’s 15 days short blocks), R1 to R5 and N6 (somebody else’s name warns)
are our own.
"""
_SETS = {
    "tuning": "The sentences on which the checks were shaped. These figures say only that they do what was meant.",
    "held_out": "Sentences on which nothing was tuned: the first 166 committed before any check was, the rest written later, "
    "without its lists of words.",
}


def as_markdown() -> str:
    """The whole page."""
    parts = [_HEAD]
    for title, checks in GROUPS.items():
        parts += [f"## {title}\n", "| Check | What it looks for | Severity |\n|---|---|---|"]
        parts += [f"| [{one.id}](#{one.id.lower()}) | {one.title} | {one.severity} |" for one in checks]
        parts.append("")
    parts += [*_benchmark(), "", "## Each check\n"]
    for one in CHECKS.values():
        parts += [*_check(one), ""]
    return "\n".join(parts)


def _check(one: Check) -> Iterator[str]:
    yield f'### <a id="{one.id.lower()}"></a>{one.id}: {one.title}\n'
    reads = (
        "each sentence"
        if one.spans and not one.find
        else "the plan"
        if not one.spans
        else "each sentence, and the plan"
    )
    yield f"**{Severity(one.severity)}** · reads {reads}\n"
    yield f"- Says: {one.says.format(words='…')}"
    yield f"- Why: {one.why}"
    yield f"- How to mend: {one.mend}"
    yield f"- From: {'; '.join(_cited(source) for source in one.sources)}"


def _cited(source: Reference) -> str:
    return f"[{source.text}]({source.url})" if source.url else source.text


def _benchmark() -> Iterator[str]:
    found = measure.as_data()
    yield "## How well the checks of sentences do\n"
    yield f"Measured on {in_words(measure.MEASURED_ON)}; again at any time with `goldenthread plan benchmark`.\n"
    yield (
        "The sentences and the rules by which they are labelled are in `goldenthread/casework/plan/benchmark/`. All were "
        "written for it by the hand that\n"
        "also wrote the checks, in the manner of English plans; none is copied. That hand knew what it meant to code when "
        "it wrote the held-out\n"
        "sentences, so **these figures are kinder than a council’s own sentences will be**: a set labelled by others would "
        "be the better judge, and any set in\n"
        "the same form can be measured. Precision: of what was found, how much ought to be. Recall: of what ought to be "
        "found, how much was.\n"
    )
    for name, one in found["sets"].items():
        yield f"### {name.replace('_', ' ').capitalize()}: {one['sentences']} sentences\n"
        alone = f"Of {one['clean']} sentences on which nothing ought to speak, {one['clean_left_alone']} were left alone."
        yield f"{_SETS[name]} {alone}\n"
        yield "| Check | Right | For nothing | Missed | Precision | Recall |\n|---|---|---|---|---|---|"
        yield from (_row(score) for score in one["scores"])
        yield ""
        yield from _otherwise(one["otherwise"])


def _row(score: dict[str, Any]) -> str:
    shares = " | ".join(measure.shown(score[what]) for what in ("precision", "recall"))
    return f"| {score['check']} | {score['right']} | {score['wrong']} | {score['missed']} | {shares} |"


def _otherwise(sentences: list[dict[str, Any]]) -> Iterator[str]:
    if sentences:
        yield "Judged otherwise than labelled:\n"
    for one in sentences:
        for_nothing = f"for nothing {', '.join(one['for_nothing'])}" if one["for_nothing"] else ""
        missed = f"missed {', '.join(one['missed'])}" if one["missed"] else ""
        yield f"- {one['id']} “{one['sentence']}”: {'; '.join(part for part in (for_nothing, missed) if part)}"
    if sentences:
        yield ""


if __name__ == "__main__":
    print(as_markdown(), end="")
