"""Figures counted once and kept until something that they are counted from changes: never older than the database.

What is kept carries the number of changes (`Change`) of its source. It is used only while that number is the same, which one
statement asks together with what is kept. So a figure is counted again after any change, whoever made it and however.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from goldenthread.evidence.figures import FIGURES, SOURCES, Asked, Counted, Wanted, count

_PROJECT = Path(__file__).resolve().parents[2]
_KEPT = """
WITH changed AS (
    SELECT source, coalesce(sum(number), 0)::bigint AS changes
    FROM unnest(%(sources)s::text[]) AS source LEFT JOIN evidence_change USING (source) GROUP BY source
)
SELECT source, changes, kept.figure, kept.since, kept.until, kept.day, kept.is_now, has_answer, numerator, denominator
FROM changed LEFT JOIN (
    evidence_keptcount kept JOIN unnest(%(figure)s::text[], %(since)s::date[], %(until)s::date[], %(day)s::date[],
                                        %(is_now)s::bool[]) AS wanted (figure, since, until, day, is_now)
    ON (kept.figure, kept.since, kept.until, kept.day, kept.is_now)
     = (wanted.figure, wanted.since, wanted.until, wanted.day, wanted.is_now) AND kept.rule = %(rule)s
) USING (source, changes)
"""
_KEEP = """
INSERT INTO evidence_keptcount
    (source, figure, since, until, day, is_now, rule, changes, has_answer, numerator, denominator)
SELECT source, figure, since, until, day, is_now, %(rule)s, changes, has_answer, numerator, denominator
FROM unnest(%(source)s::text[], %(figure)s::text[], %(since)s::date[], %(until)s::date[], %(day)s::date[], %(is_now)s::bool[],
            %(changes)s::bigint[], %(has_answer)s::bool[], %(numerator)s::bigint[], %(denominator)s::bigint[])
    AS one (source, figure, since, until, day, is_now, changes, has_answer, numerator, denominator)
WHERE pg_try_advisory_xact_lock(hashtext('evidence_keptcount'))
ON CONFLICT (figure, since, until, day, is_now) DO UPDATE SET source = EXCLUDED.source, rule = EXCLUDED.rule,
    changes = EXCLUDED.changes, has_answer = EXCLUDED.has_answer, numerator = EXCLUDED.numerator,
    denominator = EXCLUDED.denominator
"""
"""Whoever keeps something at this moment is not waited for: what is not kept is counted again."""


@cache
def way_of_counting() -> str:
    """SHA-256 of the figures on offer, of the code that counts them and of the law: a new release counts anew."""
    made = hashlib.sha256(repr([source.offers for source in SOURCES]).encode())
    for place in ("law", "evidence/figures", *(f"{source.key}/queries" for source in SOURCES)):
        for path in sorted((_PROJECT / place).rglob("*.py")):
            made.update(path.read_bytes())
    return made.hexdigest()


def kept_or_counted(wanted: Iterable[Wanted]) -> dict[Wanted, Counted | None]:
    """Each figure for what is asked of it, as `count` says. One query where nothing has changed."""
    answers: dict[Wanted, Counted | None] = dict.fromkeys(wanted)
    asked = [one for one in answers if one[0] in FIGURES]
    if not asked:
        return answers
    changes, kept = _kept(asked)
    missing = [one for one in asked if _key(one) not in kept]
    counted = count(missing)
    if missing:
        _keep(counted, changes)
    return answers | {one: kept[_key(one)] for one in asked if _key(one) in kept} | counted


_Key = tuple[str, date, date, date, bool]


def _key(wanted: Wanted) -> _Key:
    figure, asked = wanted
    return figure, asked.since, asked.until, asked.day, _is_now(asked)


def _is_now(asked: Asked) -> bool:
    return min(asked.until, asked.day) >= asked.today


def _columns(wanted: Iterable[Wanted]) -> dict[str, list[Any]]:
    rows = [_key(one) for one in wanted]
    names = ("figure", "since", "until", "day", "is_now")
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def _kept(wanted: list[Wanted]) -> tuple[dict[str, int], dict[_Key, Counted | None]]:
    """The number of changes of each source, and what is kept that was counted after just so many."""
    sources = sorted({FIGURES[code][0].key for code, _ in wanted})
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, {"sources": sources, "rule": way_of_counting(), **_columns(wanted)})
        rows = cursor.fetchall()
    changes = {source: number for source, number, *_ in rows}
    kept = {
        tuple(row[2:7]): Counted(row[8], row[9]) if row[7] else None for row in rows if row[2] is not None
    }
    return changes, kept


def _keep(counted: Mapping[Wanted, Counted | None], changes: Mapping[str, int]) -> None:
    sources = [FIGURES[code][0].key for code, _ in counted]
    found = list(counted.values())
    values: dict[str, Any] = {
        "source": sources, "changes": [changes[one] for one in sources], "has_answer": [one is not None for one in found],
        "numerator": [one.numerator if one else None for one in found],
        "denominator": [one.denominator if one else None for one in found], "rule": way_of_counting(),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, values | _columns(counted))
