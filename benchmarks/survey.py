"""A survey with 100,000 answers to six questions: its published results, with all cuts and hidden numbers, beside hand-written
SQL that counts the first question alone, in the same run.

Makes a database of its own. SIZES=1000,10000 measures fewer. Run: make bench
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from datetime import date
from random import Random

SIZES = tuple(int(one) for one in os.environ.get("SIZES", "1000,10000,100000").split(","))
ROUNDS = 5
SECONDS_FOR_100_000 = 1.0
DAY = date(2026, 11, 26)
QUESTIONS = """\
Support comes when we need it.

Information is easy to find.

People listen to us.

Our plan is right.

Where do you live?
answer: North | South | East | West | Rather not say
cut: yes

How old is your child?
answer: 0 to 4 | 5 to 10 | 11 to 15 | 16 to 25
cut: yes
"""
SQL = "SELECT choices[1], count(*) FROM participation_response WHERE survey_id = %s GROUP BY 1"
FULL_SQL = """
SELECT p.number, p.choice, r.choices[5], r.choices[6], count(*)
FROM participation_response r, unnest(r.choices) WITH ORDINALITY AS p(choice, number) WHERE survey_id = %s GROUP BY 1, 2, 3, 4
"""


def fill(size: int) -> object:
    """A survey with so many invented answers."""
    from goldenthread.participation.actions.surveys import make_survey
    from goldenthread.participation.models import Response
    from goldenthread.participation.question_text import read_questions

    chance = Random(size)  # noqa: S311 (the same answers in every run)
    fields = {"slug": f"bench-{size}", "kind": "survey", "title": "Bench", "summary": "Bench", "run_by": "Bench", "asked": "All",
              "opens_on": DAY, "is_shown": True}  # fmt: skip
    survey = make_survey(fields=fields, questions=read_questions(QUESTIONS), by=None)
    tops = (6, 6, 6, 6, 5, 4)
    papers = ([min(chance.randint(1, top), chance.randint(1, top)) for top in tops] for _ in range(size))
    rows = (Response(survey=survey, edition=1, way="online", sent_on=DAY, choices=paper) for paper in papers)
    Response.objects.bulk_create(rows, batch_size=5000)
    return survey


def seconds(work: Callable[[], object]) -> float:
    """The middle of several rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def by_hand(survey: object, sql: str) -> list[tuple[object, ...]]:
    """What somebody would write at a prompt."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, [survey.pk])  # type: ignore[attr-defined]
        return list(cursor.fetchall())


def main() -> int:
    """Measure every size; 1 when 100,000 answers take a second or longer."""
    from goldenthread.cli import start_django

    start_django()
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return measure()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def measure() -> int:
    """One line for each size."""
    from django.db import connection

    from goldenthread.participation.queries.results import compile_results

    slow = False
    print("answers   results  SQL of all counts  SQL of one question  results / all  results / one")
    for size in SIZES:
        survey = fill(size)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE participation_response")
        ours = seconds(lambda survey=survey: compile_results(survey, DAY))  # type: ignore[misc,arg-type]
        whole = seconds(lambda survey=survey: by_hand(survey, FULL_SQL))  # type: ignore[misc]
        one = seconds(lambda survey=survey: by_hand(survey, SQL))  # type: ignore[misc]
        times = f"{ours * 1000:>7.0f}ms {whole * 1000:>15.0f}ms {one * 1000:>18.0f}ms"
        print(f"{size:>7,} {times} {ours / whole:>14.2f} {ours / one:>14.2f}")
        slow = slow or (size == 100_000 and ours >= SECONDS_FOR_100_000)
    if slow:
        print(f"100,000 answers took {SECONDS_FOR_100_000:.0f} second or longer.")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
