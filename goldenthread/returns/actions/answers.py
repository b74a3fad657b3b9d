"""Giving an answer in numbers, and keeping it."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.returns.answering.table import Question
from goldenthread.returns.models import NumberAnswer
from goldenthread.returns.queries.answers import answered


@transaction.atomic
def keep_answer(
    *, question: Question, rounding: int, title: str, reference: str = "", seen: str = "", by: Any
) -> NumberAnswer:
    """Count it now and keep it. One at a time, so that no two answers are given that do not know of each other.

    `seen` is the hash of what somebody looked at before: Refused when it comes out otherwise now.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('returns.answers'))")
    shown, counted = answered(question, rounding)
    if seen and shown.sha256 != seen:
        raise Refused(
            "The numbers have changed since you looked: a case was worked on, or another answer was given. Look again."
        )
    measure = question.measure
    cuts = [f"{cut.title}: {cut.counted}" for cut in (question.rows, question.columns) if cut]
    answer = NumberAnswer.objects.create(
        title=title.strip(), reference=reference.strip(), measure=measure.key, version=measure.version,
        definition="\n".join([measure.counted, *cuts]), since=question.since, until=question.until,
        known_on=question.known_on, rows=question.rows.key if question.rows else "",
        columns=question.columns.key if question.columns else "", table=shown.as_json(), counts=counted.as_json(),
        sha256=shown.sha256,
        recorded_by=log.person(by),
    )  # fmt: skip
    log.record("returns.answer.given", subject=log.subject_of(answer), by=by, detail={"sha256": shown.sha256})
    return answer
