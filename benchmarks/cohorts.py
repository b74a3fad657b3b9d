"""The four cohorts of September among 60,000 invented children, and where those past year 11 are, beside the same by hand-written
SQL. Run: make bench.

The children live in a database of their own, which is dropped afterwards.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date, timedelta
from typing import Any

CHILDREN = int(os.environ.get("CHILDREN", "60000"))
OUT_OF_YEAR = 50
"""One child in so many is taught below the year of their age."""
YEAR, DAY, LAST_BIRTHDAY = 2027, date(2026, 11, 24), date(2026, 8, 31)
MOST_SECONDS, MOST_QUERIES, MOST_QUERIES_FOLLOWED, ROUNDS = 2.0, 2, 5, 5
BY_HAND = """
SELECT enters, count(*) FROM (
    SELECT %(year)s - date_part('year', c.born_on)::int - 4 - (date_part('month', c.born_on) >= 9)::int
        + COALESCE(o.offset, 0) AS enters
    FROM people_child c LEFT JOIN transitions_outofyear o ON o.child_id = c.id AND o.starts_on <= %(day)s
        AND (o.ends_on IS NULL OR o.ends_on >= %(day)s)
) years WHERE enters IN (0, 7, 12, 15) GROUP BY 1 ORDER BY 1
"""
WITH_PLAN = 4
"""One young person past year 11 in so many has a plan: far more than any area has, so that the time says something."""
WORDS = ("college", "neet", "work", "not-known")
NOT_KNOWN_BY_HAND = """
SELECT count(*) FROM casework_case a JOIN people_child c ON c.id = a.child_id JOIN LATERAL (
    SELECT w.where, w.known_on FROM transitions_destination w WHERE w.case_id = a.id AND w.known_on <= %(day)s
    ORDER BY w.known_on DESC, w.id DESC LIMIT 1
) last ON true WHERE last.where = 'not-known' OR (last.where = 'neet' AND last.known_on + interval '3 months' < %(day)s)
    OR (last.where = 'work' AND last.known_on + interval '12 months' < %(day)s)
    OR (last.where = 'college' AND make_date(date_part('year', last.known_on)::int
        - (date_part('month', last.known_on) < 9)::int + 1, 9, 30) < %(day)s)
"""


def made() -> None:
    """Children of all ages from birth to 25, some of them taught a year below their age."""
    from goldenthread.people.models import Child
    from goldenthread.transitions.models import OutOfYear

    children = Child.objects.bulk_create(
        (Child(given_names=f"Child {n}", family_name="Invented", is_invented=True,
               born_on=LAST_BIRTHDAY - timedelta(days=n * 7 % 9_131))
         for n in range(CHILDREN)), batch_size=5_000,
    )  # fmt: skip
    OutOfYear.objects.bulk_create(
        OutOfYear(child=one, offset=-1, reason="Invented", starts_on=date(2026, 9, 1)) for one in children[::OUT_OF_YEAR]
    )  # fmt: skip
    _followed([one for one in children if one.born_on <= date(2008, 8, 31)][::WITH_PLAN])


def _followed(young: list[Any]) -> None:
    """A plan in force for each, and three words about where they are, all since they left year 11."""
    from goldenthread.casework.models import Case, Standing
    from goldenthread.partners.models import Organisation
    from goldenthread.transitions.models import Destination

    council = Organisation.objects.create(name="Bench Council", kind="council")
    cases = Case.objects.bulk_create(
        (Case(child=one, authority=council, reference=f"B-{n}", opened_on=date(2020, 1, 1)) for n, one in enumerate(young)),
        batch_size=5_000,
    )  # fmt: skip
    Standing.objects.bulk_create(
        (
            Standing(case=one, stage="plan-in-force", since=DAY, plan_made_on=date(2021, 1, 1))
            for one in cases
        ),
        batch_size=5_000,
    )
    Destination.objects.bulk_create(
        (Destination(case=one, where=WORDS[(n + word) % 4], known_on=DAY - timedelta(days=n % 400 + word),
                     evidence="tried" if WORDS[(n + word) % 4] == "not-known" else "self")
         for n, one in enumerate(cases) for word in range(3)), batch_size=5_000,
    )  # fmt: skip


def measured() -> bool:
    """Time both, and compare what they count."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from goldenthread.people.models import Child
    from goldenthread.transitions.cohorts import COHORTS
    from goldenthread.transitions.queries.cohorts import cohorts_of

    ours, theirs = [], []
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE people_child; ANALYZE transitions_outofyear")
        for _ in range(ROUNDS):
            began = time.perf_counter()
            with CaptureQueriesContext(connection) as asked:
                found = cohorts_of(Child.objects.all(), YEAR, DAY)
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            cursor.execute(BY_HAND, {"year": YEAR, "day": DAY})
            counted = dict(cursor.fetchall())
            theirs.append(time.perf_counter() - began)
    followed = _followed_in_time()
    same = counted == {one.enters: len(found[one.key]) for one in COHORTS}
    spent, floor, queries = sorted(ours)[ROUNDS // 2], sorted(theirs)[ROUNDS // 2], len(asked)
    print(f"cohorts among {CHILDREN:,} children    {spent:.3f} s and {queries} queries for every child by name; "
          f"only counted by hand-written SQL {floor:.3f} s, {spent / floor:.1f} times; "
          f"{sum(counted.values()):,} move; the same: {'yes' if same else 'NO'}", flush=True)  # fmt: skip
    return same and spent < MOST_SECONDS and queries <= MOST_QUERIES and followed


def _followed_in_time() -> bool:
    """Where everybody past year 11 is: every one by name, beside the same count by hand."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from goldenthread.casework.models import Case
    from goldenthread.transitions.queries.destinations import stands_of

    ours, theirs = [], []
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE casework_case; ANALYZE casework_standing; ANALYZE transitions_destination")
        for _ in range(ROUNDS):
            began = time.perf_counter()
            with CaptureQueriesContext(connection) as asked:
                found = stands_of(Case.objects.all(), DAY)
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            cursor.execute(NOT_KNOWN_BY_HAND, {"day": DAY})
            counted = cursor.fetchone()[0]
            theirs.append(time.perf_counter() - began)
    same = counted == sum(not one.is_known for one in found)
    spent, floor, queries = sorted(ours)[ROUNDS // 2], sorted(theirs)[ROUNDS // 2], len(asked)
    print(f"where {len(found):,} past year 11 are          {spent:.3f} s and {queries} queries for everybody by name; "
          f"not known counted by hand-written SQL {floor:.3f} s, {spent / floor:.1f} times; "
          f"{counted:,} not known; the same: {'yes' if same else 'NO'}", flush=True)  # fmt: skip
    return same and spent < MOST_SECONDS and queries <= MOST_QUERIES_FOLLOWED


def main() -> int:
    """In a database of its own: make, measure, drop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    os.environ.setdefault("SECRET_KEY", "benchmark-only-secret-key-of-fifty-characters-or-more")
    os.environ.setdefault("HTTPS", "0")
    import django
    import psycopg

    from goldenthread.config import postgres

    own, name = os.environ.get("DATABASE_URL") or postgres.ensure_running(), "goldenthread_cohorts_bench"
    is_ours = "/goldenthread?" in own
    os.environ["DATABASE_URL"] = (
        own.replace("/goldenthread?", f"/{name}?") if is_ours else f"{own.rsplit('/', 1)[0]}/{name}"
    )
    with psycopg.connect(own, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    try:
        made()
        held = measured()
    finally:
        connections.close_all()
        with psycopg.connect(own, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
