"""Every rule of law in one place, whichever room of the law wrote it down, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goldenthread.law import calendar, inspection
from goldenthread.law.citation import Citation, span_in_words
from goldenthread.law.rule import Deadline, Rule, named
from goldenthread.law.words import in_words

_UNCONFIRMED = " · **unconfirmed**"

_HEAD = f"""\
# The rules of law, and how days are counted

This page is written from the code by `python -m goldenthread.law.register`; a test
fails when it is out of date.

**How days are counted.** The day that starts a clock is not counted: the day after it is day 1. The due day
is the last day on which the thing is done in time. *Working days* leave out Saturdays, Sundays, Christmas
Day, Good Friday and the bank holidays of England, moved and one-off ones included; school holidays are
working days. *Days* are all days. *Months* end on the same day of the month, or on the last day of a month
that is too short.

**What the calendar knows.** Counts work from {in_words(calendar.FIRST_DAY)} to
{in_words(calendar.LAST_DAY)}. The bank holidays up to {in_words(calendar.ANNOUNCED_UNTIL)} are checked;
later ones follow the usual pattern and may change, and an answer that reaches them says so.

**Unconfirmed.** No instrument or official guidance was read for a length with this mark. It is what was
seen or told somewhere. If the inspectors or the department gave you another figure, use theirs.
"""


def _merged(*rooms: Mapping[str, Rule]) -> dict[str, Rule]:
    """All the rooms' rules; two rules of one name are a mistake in the code and stop the start."""
    merged: dict[str, Rule] = {}
    for room in rooms:
        if taken := merged.keys() & room.keys():
            raise ValueError(f"two rules share a name: {sorted(taken)}")
        merged.update(room)
    return merged


RULES: dict[str, Rule] = _merged(inspection.RULES)


def explain(rule: str, on: date | None) -> Deadline:
    """The answer of any rule for a clock that starts on that day.

    Raises UnknownRule with near names, ReceiptMissing when there is no day, NotInForce or CalendarUnknown:
    all of them LawErrors with a sentence to show.
    """
    return named(rule, RULES).deadline(on)


def as_markdown() -> str:
    """The whole of docs/law.md: one table, then one part for each rule."""
    parts = [_HEAD, "\n".join(_table()) + "\n", *(_part(rule) for rule in RULES.values())]
    return "\n".join(parts)


def _table() -> Iterator[str]:
    yield "| Rule | What must happen | How long | In force | Source |"
    yield "|---|---|---|---|---|"
    for rule in RULES.values():
        for dated in rule.limit:
            citation = dated.citation
            mark = _UNCONFIRMED if citation.unconfirmed else ""
            yield (
                f"| [`{rule.name}`](#{rule.name}) | {rule.title} | {dated.value}{mark} "
                f"| {_span(citation)} | [{citation.text}]({citation.url}) |"
            )


def _span(citation: Citation) -> str:
    return span_in_words(citation) + ("" if citation.ends else ", no end known")


def _part(rule: Rule) -> str:
    """One rule in plain words with a worked example."""
    answer = rule.deadline(rule.example)
    lines = [
        f"## {rule.name}",
        "",
        f"{rule.title}{_UNCONFIRMED if answer.unconfirmed else ''}",
        "",
        f"- **Who acts:** {rule.who}.",
        f"- **The clock starts on the day** {rule.trigger}; {rule.not_the_same} is not the same.",
    ]
    if rule.regime:
        lines.append(f"- **Belongs to:** {rule.regime.words}, {rule.regime.span}.")
    lines.append(f"- **Example:** {answer.explanation.removesuffix('.')}.")
    if rule.note:
        lines.append(f"- **Note:** {rule.note}")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(as_markdown(), end="")
