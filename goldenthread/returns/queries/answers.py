"""Counting an answer from the cases, beside the answers that were given before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.returns.answering.counted import MEASURES
from goldenthread.returns.answering.cuts import CUTS, Known
from goldenthread.returns.answering.shown import Given, Shown, protect, shown_from
from goldenthread.returns.answering.table import Counted, Question, count, counted_from
from goldenthread.returns.models import NumberAnswer
from goldenthread.returns.queries.known import known_cases, known_phases, known_places


@dataclass(frozen=True)
class Again:
    """An answer counted once more: whether it came out as it was given, and whether its definition is still in use."""

    is_same: bool
    is_same_definition: bool
    shown: Shown


def counted_now(question: Question) -> Counted:
    """The true counts of a question. Two queries for the schools, and one that reads the cases as they come."""
    known = Known(question.until, known_places(), known_phases())
    cases = known_cases(known_on=question.known_on, upto=question.known_on, at=question.until)
    return count(cases, question, known)


def question_of(answer: NumberAnswer) -> Question:
    """The question of an answer that was given."""
    rows, columns = CUTS.get(answer.rows), CUTS.get(answer.columns)
    return Question(MEASURES[answer.measure], answer.since, answer.until, answer.known_on, rows, columns)


def answered(question: Question, rounding: int) -> tuple[Shown, Counted]:
    """What may be given out now, beside everything that was given out before; and the true counts behind it."""
    counted = counted_now(question)
    return protect(question, counted, rounding=rounding, before=_before(question)), counted


def _before(question: Question) -> Sequence[Given]:
    """The answers that this one could give away numbers with: of the same family, unrounded, and of days that overlap."""
    kin = [key for key, one in MEASURES.items() if one.kin == question.measure.kin]
    rows = NumberAnswer.objects.filter(
        measure__in=kin, since__lte=question.until, until__gte=question.since, table__rounding=1
    )
    found: dict[tuple[object, ...], Given] = {}
    for answer in rows.order_by("-pk"):
        asked = question_of(answer)
        key = (asked.measure.key, asked.since, asked.until, asked.known_on, asked.cut)
        found.setdefault(key, Given(asked, shown_from(answer.table), counted_from(answer.counts)))
    return list(found.values())


def again(answer: NumberAnswer) -> Again:
    """Count an answer once more, as the file knew it on its day."""
    question, given = question_of(answer), shown_from(answer.table)
    counted = counted_now(question)
    shown = protect(question, counted, rounding=given.rounding)
    is_same = (shown.rows, shown.columns) == (given.rows, given.columns) and _agrees(given, counted)
    return Again(is_same, MEASURES[answer.measure].version == answer.version, shown)


def _agrees(given: Shown, counted: Counted) -> bool:
    """Whether every number that was given out is the one that is counted, rounded as it was."""
    to = given.rounding
    return all(
        was is None or was == ((now + to // 2) // to * to if to > 1 else now)
        for row, line in zip(given.cells, counted.cells, strict=True)
        for was, now in zip(row, line, strict=True)
    )
