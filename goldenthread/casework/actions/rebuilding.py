"""Making every standing again from the events, and proving that what stood was equal."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from goldenthread.audit import log
from goldenthread.casework.actions.projection import DUTY_COLUMNS, STANDING_COLUMNS, duty_rows, standing_row
from goldenthread.casework.process.course import READS_FACTS, Happening, follow

LOCK = 6_204_118
EVENTS = """
SELECT e.case_id, COALESCE(e.root, e.id), e.kind, e.occurred_on, CASE WHEN e.kind = ANY(%s) THEN e.facts::text END, e.answers_id
FROM casework_event e
WHERE e.case_id BETWEEN %s AND %s
AND NOT e.is_struck AND NOT EXISTS (SELECT 1 FROM casework_event c WHERE c.supersedes_id = e.id)
ORDER BY e.case_id, e.occurred_on, COALESCE(e.root, e.id)
"""
MEMORY = "SET LOCAL work_mem = '128MB'"
"""For the sort of all events and the comparison: with PostgreSQL's usual 4 MB both go to disk."""
A_BITE = 20_000
A_SPAN = 50_000
"""Numbers of cases that are read and sorted at a time: the cost of a case then stays the same however many there are."""
_EMPTY: dict[str, Any] = {}


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild found: how many cases, and whose standing or open duties had been otherwise."""

    cases: int
    differing: list[int]


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] | None = None, by: Any) -> Rebuilt:
    """Every standing and open duty, made again. What differed from before is named; afterwards nothing differs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(MEMORY)
        cursor.execute("LOCK TABLE casework_event IN SHARE MODE")
        cursor.execute("DROP TABLE IF EXISTS pg_temp.new_standing, pg_temp.new_duty")
        cursor.execute("CREATE TEMP TABLE new_standing (LIKE casework_standing) ON COMMIT DROP")
        cursor.execute("CREATE TEMP TABLE new_duty (LIKE casework_openduty) ON COMMIT DROP")
        cursor.execute("ALTER TABLE new_duty ALTER id DROP NOT NULL")
        with _no_collector():
            count = _fill(cursor, progress)
        differing = _differing(cursor)
        if differing:
            _replace(cursor)
    detail = {"cases": count, "differing": len(differing)}
    log.record("casework.standings.rebuilt", subject="casework.case:all", by=by, detail=detail)
    return Rebuilt(count, differing)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Courses hold no circles, so looking for circles among millions of them is time lost: an eighth of it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _fill(cursor: Any, progress: Callable[[int], None] | None) -> int:
    """The new rows, in two temporary tables, a bite at a time."""
    count = 0
    standings: list[tuple[Any, ...]] = []
    duties: list[tuple[Any, ...]] = []
    for case, events in _held():
        course = follow(events)
        standings.append(standing_row(case, course))
        duties.extend(duty_rows(case, course))
        count += 1
        if len(standings) == A_BITE:
            _write(cursor, standings, duties)
            if progress:
                progress(count)
    _write(cursor, standings, duties)
    return count


def _write(cursor: Any, standings: list[tuple[Any, ...]], duties: list[tuple[Any, ...]]) -> None:
    """Write what was gathered, and let it go."""
    for table, columns, rows in (
        ("new_standing", STANDING_COLUMNS, standings),
        ("new_duty", DUTY_COLUMNS, duties),
    ):
        with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        rows.clear()


def _held() -> Iterator[tuple[int, list[Happening]]]:
    """Each case's number with its events as they stand now, span by span and never all at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(case_id), max(case_id) FROM casework_event")
        first, last = cursor.fetchone()
    if first is not None:
        for low in range(first, last + 1, A_SPAN):
            yield from _span(low, low + A_SPAN - 1)


def _span(low: int, high: int) -> Iterator[tuple[int, list[Happening]]]:
    """The cases from one number to another, read with a cursor of the database's own."""
    with connection.connection.cursor(name="casework_events") as reading:
        reading.execute(EVENTS, [sorted(READS_FACTS), low, high])
        case = 0
        events: list[Happening] = []
        while rows := reading.fetchmany(A_BITE):
            for of, number, kind, day, facts, answers in rows:
                if of != case:
                    if events:
                        yield case, events
                    case, events = of, []
                events.append(Happening(number, kind, day, json.loads(facts) if facts else _EMPTY, answers))
        if events:
            yield case, events


def _differing(cursor: Any) -> list[int]:
    """The cases whose rows were not what the events say."""
    standing, duty = ", ".join(STANDING_COLUMNS), ", ".join(DUTY_COLUMNS)
    cursor.execute(f"""
        SELECT DISTINCT case_id FROM (
            (SELECT {standing} FROM casework_standing EXCEPT SELECT {standing} FROM new_standing)
            UNION ALL (SELECT {standing} FROM new_standing EXCEPT SELECT {standing} FROM casework_standing)) AS s
        UNION SELECT case_id FROM (
            (SELECT {duty} FROM casework_openduty EXCEPT SELECT {duty} FROM new_duty)
            UNION ALL (SELECT {duty} FROM new_duty EXCEPT SELECT {duty} FROM casework_openduty)) AS d
        ORDER BY 1
    """)  # noqa: S608 (names of our own columns)
    return [row[0] for row in cursor.fetchall()]


def _replace(cursor: Any) -> None:
    standing, duty = ", ".join(STANDING_COLUMNS), ", ".join(DUTY_COLUMNS)
    cursor.execute("DELETE FROM casework_openduty")
    cursor.execute("DELETE FROM casework_standing")
    cursor.execute(f"INSERT INTO casework_standing ({standing}) SELECT {standing} FROM new_standing")  # noqa: S608
    cursor.execute(f"INSERT INTO casework_openduty ({duty}) SELECT {duty} FROM new_duty")  # noqa: S608
