"""Every rule of law in one place, whichever room of the law wrote it down, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goldenthread.law import (
    appeal,
    assessment,
    calendar,
    exceptions,
    inspection,
    mediation,
    move,
    orders,
    personal_budget,
    phase_transfer,
    qualification,
    rectification,
    review,
)
from goldenthread.law.calendar import add_working_days
from goldenthread.law.citation import Citation, span_in_words
from goldenthread.law.letters import LETTERS
from goldenthread.law.rule import Deadline, Rule, named
from goldenthread.law.sources import EXAMPLE, IN_FORCE
from goldenthread.law.words import in_words

_UNCONFIRMED = " · **unconfirmed**"

_HEAD = f"""\
# The rules of law, and how days are counted

This page is written from the code by `python -m goldenthread.law.register`; a test
fails when it is out of date.

**How days are counted.** The day that starts a clock is not counted: the day after it is day 1. Where the law
says "beginning with", that day is day 1 itself. The due day is the last day on which the thing is done in time.
*Working days* leave out Saturdays, Sundays, Christmas Day, Good Friday and the bank holidays of England, moved
and one-off ones included; school holidays are working days. *Days* are all days. *Months* end on the same day
of the month, or on the last day of a month that is too short.

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


RULES: dict[str, Rule] = _merged(
    assessment.RULES,
    review.RULES,
    move.RULES,
    mediation.RULES,
    orders.RULES,
    inspection.RULES,
    personal_budget.RULES,
    rectification.RULES,
    qualification.RULES,
)


def explain(rule: str, on: date | None) -> Deadline:
    """The answer of any rule for a clock that starts on that day.

    Raises UnknownRule with near names, ReceiptMissing when there is no day, NotInForce or CalendarUnknown:
    all of them LawErrors with a sentence to show.
    """
    return named(rule, RULES).deadline(on)


def as_markdown() -> str:
    """The whole of docs/law.md: one table, then one part for each rule."""
    parts = [_HEAD, "\n".join(_table()) + "\n", *(_part(rule) for rule in RULES.values())]
    parts += [*_answers(EXAMPLE), *_orders(EXAMPLE), *_letters(), *_payments(), *_exceptions()]
    return "\n".join(parts)


def _answers(day: date) -> Iterator[str]:
    """The rules that are more than one length from one day, with the example of each."""
    yield "## Rules of more than one length\n"
    yield "| What | Example | Source |\n|---|---|---|"
    answers = [
        ("Review and amend before a move to the next school", phase_transfer.due("school", 2027)),
        ("Review and amend before a move after 16", phase_transfer.due("post-16", 2027)),
        ("Review before a move from one post-16 institution to another", phase_transfer.between_post_16(day)),
        ("Hand a plan to another authority", move.transfer(day, add_working_days(day, 20))),
        ("First review by the new authority", move.review_after(date(2026, 1, 20), day)),
        ("Appeal to the tribunal", appeal.due(date(2026, 10, 1), date(2026, 11, 29))),
        ("Answer the tribunal", appeal.response_due(day)),
    ]
    for what, answer in answers:
        mark = _UNCONFIRMED if answer.unconfirmed else ""
        yield f"| {what}{mark} | {answer.explanation} | [{answer.citation.text}]({answer.citation.url}) |"


def _orders(day: date) -> Iterator[str]:
    """What each order asks for."""
    yield "\n## Orders of the tribunal\n"
    yield "| Order | What must happen | Example, for an order of the day | Source | Exceptions |\n|---|---|---|---|---|"
    for conceded, table in ((False, orders.ORDERS), (True, orders.CONCESSIONS)):
        for name in table:
            for step, answer in orders.steps(name, day, conceded=conceded):
                how = f"{name}, given way" if conceded else name
                allowed = (
                    ("regulation 45(7)" if conceded else "regulation 44(3)")
                    if step.has_exceptions
                    else "none"
                )
                source = f"[{answer.citation.text}]({answer.citation.url})"
                yield f"| {how} | {step.what} | {answer.explanation} | {source} | {allowed} |"


def _letters() -> Iterator[str]:
    """What each letter must say."""
    yield "\n## What letters must say\n"
    yield "| Letter | It must say | Source |\n|---|---|---|"
    for letter in LETTERS.values():
        for item in letter.items:
            since = "" if item.citation.starts <= IN_FORCE else f", {span_in_words(item.citation)}"
            yield f"| {letter.title} | {item.words}{since} | [{item.citation.text}]({item.citation.url}) |"


def _payments() -> Iterator[str]:
    """What direct payments ask for besides the day of their review."""
    yield "\n## Direct payments\n"
    for title, demands in (
        ("Before they begin", personal_budget.BEFORE_PAYMENTS),
        ("A refusal says", personal_budget.REFUSAL),
        ("A reduction needs", personal_budget.REDUCTION),
        ("A demand for repayment says", personal_budget.REPAYMENT),
        ("An end needs", personal_budget.END),
        ("To know", (personal_budget.NO_APPEAL,)),
    ):
        for one in demands:
            mark = _UNCONFIRMED if one.citation.unconfirmed else ""
            yield f"- **{title}**: {one.words}{mark}. [{one.citation.text}]({one.citation.url})"


def _exceptions() -> Iterator[str]:
    """The four lawful exceptions."""
    yield "\n## Lawful exceptions\n"
    for one in exceptions.EXCEPTIONS.values():
        yield f"- **{one.code}**: {one.words}. [{one.citation.text}]({one.citation.url})"
    yield "\nA defence where it made the limit impractical; the due day stays.\n"


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
