"""England's caseload: 640,000 invented cases, more than 6 million events, loaded, followed, rebuilt, counted and shown.

Each figure stands beside a floor measured in the same run: PostgreSQL's own COPY of the same rows, and the same count as plain
SQL. Run: make bench (CASES=20000 for a quick one).
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

CASES = int(os.environ.get("CASES", "640000"))
AUTHORITIES = 153
TODAY = date(2026, 11, 24)
TABLES = ("people_child", "casework_case", "casework_event", "casework_standing", "casework_openduty")
MOST_LOAD, LEAST_CLOCKS, LEAST_REBUILD, MOST_COUNT, MOST_QUERIES, MOST_MS = 6.0, 60_000, 15_000, 1.5, 12, 100
MOST_LOCK = 1.5
"""How much longer a page may take under row-level security than without."""
PURE = 60_000
HISTORY = 1.2
"""Years of invented history: about 10 events a case, so that 640,000 cases have more than 6 million."""
ROUNDS = 20
PLAIN = """
SELECT date_trunc('month', s.final_on), count(*), count(*) FILTER (WHERE s.final_on - r.occurred_on <= %(days)s)
FROM (SELECT case_id, min(occurred_on) AS final_on FROM casework_event WHERE kind = 'final-issued' AND known_on <= %(day)s
      GROUP BY case_id) s
JOIN casework_event r ON r.case_id = s.case_id AND r.kind = 'request-received' AND r.known_on <= %(day)s
LEFT JOIN casework_event x ON x.case_id = s.case_id AND x.kind = 'exception-recorded' AND x.known_on <= %(day)s
JOIN casework_case k ON k.id = s.case_id
WHERE s.final_on >= %(since)s AND (%(authority)s::bigint IS NULL OR k.authority_id = %(authority)s)
AND NOT EXISTS (SELECT 1 FROM casework_event c WHERE c.supersedes_id = r.id)
GROUP BY 1 ORDER BY 1
"""
"""The same count as somebody would write it by hand: joins instead of one pass."""


def progress(words: str, done: int, whole: int) -> None:
    """One line that is written over, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r{words}: {100 * done // whole}%  ", end="", file=sys.stderr, flush=True)


def said(name: str, words: str, held: bool) -> bool:
    """Print one figure and whether its bound held."""
    print(f"{name:<34} {words}{'' if held else '   BROKEN'}", flush=True)
    return held


def clocks(seed: int) -> tuple[int, float]:
    """How many cases of a share are followed, and in how many seconds: rules only, the events are made before."""
    from goldenthread.casework.generator import area
    from goldenthread.casework.process.course import follow

    files = [one.events for one in area(PURE // 2, today=TODAY, seed=seed, years=HISTORY)]
    for file in files[:5_000]:
        follow(file)  # the law is asked once for each day and remembers, as in a rebuild
    began = time.perf_counter()
    for file in files:
        follow(file)
    return len(files), time.perf_counter() - began


def pure_rules() -> bool:
    """Every case's clock in pure rules, on two processes."""
    with ProcessPoolExecutor(2) as pool:
        shares = list(pool.map(clocks, (1, 2)))
    rate = sum(count for count, _ in shares) / max(spent for _, spent in shares)
    return said(
        "every clock, pure rules", f"{rate:,.0f} cases a second on two processes", rate >= LEAST_CLOCKS
    )


def load() -> bool:
    """Load all, an authority at a time, and set it beside the COPY of the same rows."""
    from goldenthread.casework.actions.bulk import load_invented
    from goldenthread.casework.generator import area
    from goldenthread.partners.models import Organisation, Team

    spent, generating, loaded, each = 0.0, 0.0, 0, max(CASES // AUTHORITIES, 1)
    for number in range(AUTHORITIES):
        council = Organisation.objects.create(name=f"Council {number}", kind="council")
        team = Team.objects.create(organisation=council, name="One")
        began = time.perf_counter()
        cases = list(area(each, today=TODAY, seed=number, years=HISTORY))
        generating += time.perf_counter() - began
        began = time.perf_counter()
        loaded += load_invented(cases=cases, authority=council, teams=[team], on=TODAY, by=None)
        spent += time.perf_counter() - began
        progress("loading", number + 1, AUTHORITIES)
    floor, events = copy_floor(), count("casework_event")
    print(f"\n{loaded:,} cases, {events:,} events: invented in {generating:.0f} s, loaded in {spent:.0f} s")
    return said(
        "load, to COPY of the same rows",
        f"{spent:.1f} s and {floor:.1f} s   ratio {spent / floor:.2f}",
        spent / floor <= MOST_LOAD,
    )


def count(table: str) -> int:
    """Rows of a table."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
        return int(cursor.fetchone()[0])


def copy_floor() -> float:
    """Seconds that PostgreSQL takes to COPY the same rows into tables with the same indexes."""
    from django.db import connection

    spent = 0.0
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"CREATE TABLE floor_{table} (LIKE {table} INCLUDING ALL)")
            kept = io.BytesIO()
            with cursor.copy(f"COPY {table} TO STDOUT (FORMAT binary)") as out:
                for piece in out:
                    kept.write(piece)
            kept.seek(0)
            began = time.perf_counter()
            with cursor.copy(f"COPY floor_{table} FROM STDIN (FORMAT binary)") as copy:
                while piece := kept.read(1 << 20):
                    copy.write(piece)
            spent += time.perf_counter() - began
            cursor.execute(f"DROP TABLE floor_{table}")
    return spent


def whole_rebuild() -> bool:
    """Every standing made again, with reading, writing and the proof."""
    from goldenthread.casework.actions.rebuilding import rebuild

    began = time.perf_counter()
    found = rebuild(progress=lambda done: progress("rebuilding", done, CASES), by=None)
    spent = time.perf_counter() - began
    rate = found.cases / spent
    words = f"{rate:,.0f} cases a second, {len(found.differing)} otherwise than their events say"
    return said("rebuild, reading and writing", words, rate >= LEAST_REBUILD and not found.differing)


def figures() -> bool:
    """Timeliness of one authority and of all, beside the same count as plain SQL."""
    from django.db import connection

    from goldenthread.casework.queries.timeliness import timeliness
    from goldenthread.partners.models import Organisation

    since, held = date(2025, 1, 1), True
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for name, authority in (("one authority", Organisation.objects.first().pk), ("all of England", None)):
        values = {"day": TODAY, "since": since, "authority": authority, "days": 140}
        pairs = []
        for _ in range(3):
            began = time.perf_counter()
            with connection.cursor() as cursor:
                cursor.execute(PLAIN, values)
                cursor.fetchall()
            middle = time.perf_counter()
            timeliness(TODAY, since=since, authority=authority)
            pairs.append((middle - began, time.perf_counter() - middle))
        floor, cost = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
        ratio = cost / floor
        held &= said(
            f"timeliness, {name}",
            f"{cost * 1000:,.0f} ms and {floor * 1000:,.0f} ms   ratio {ratio:.2f}",
            ratio <= MOST_COUNT,
        )
    return held


def pages() -> bool:
    """A worker's home and list with 100 and with 10,000 cases: queries, and the server's 95th percentile."""
    from django.db import connection
    from django.test import Client

    from goldenthread.casework.actions.allocating import Allocation
    from goldenthread.casework.models import Case
    from goldenthread.running.rows.locking import lock
    from tests.readers import person, sign_in

    held, found = True, {}
    lock(processes="goldenthread_app")
    for size in (100, min(10_000, CASES // 2)):
        worker = person("EHC caseworker")
        taken = Allocation.objects.values("case")
        cases = Case.objects.filter(standing__ended_on=None).exclude(pk__in=taken).order_by("pk")[:size]
        Allocation.objects.bulk_create(
            Allocation(case=case, worker=worker, starts_on=TODAY - timedelta(days=9)) for case in cases
        )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        reader = Client()
        sign_in(reader, worker)
        for address in ("/casework/", "/casework/cases/"):
            queries, p95, ratio = beside(reader, address)
            found.setdefault(address, []).append(queries)
            words = (
                f"{queries} queries, 95 in 100 within {p95:.0f} ms, to without the second lock {ratio:.2f}"
            )
            held &= said(
                f"{address} with {size:,} cases",
                words,
                queries <= MOST_QUERIES and p95 < MOST_MS and ratio <= MOST_LOCK,
            )
    return held and all(few == many for few, many in found.values())


def beside(reader: Any, address: str) -> tuple[int, float, float]:
    """A page's queries, the 95th percentile of its milliseconds under the second lock, and how they compare to those without."""
    reader.get(address)
    without, spent, queries = [], [], 0
    for _ in range(ROUNDS):  # in turn: as the owner, past the lock, and as the web server, under it
        without.append(answered(reader, address)[1])
        with as_the_web_server():
            queries, milliseconds = answered(reader, address)
        spent.append(milliseconds)
    ratio = statistics.median(spent) / statistics.median(without)
    return queries, sorted(spent)[int(ROUNDS * 0.95) - 1], ratio


def answered(reader: Any, address: str) -> tuple[int, float]:
    """How many queries a page takes, and how many milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        answer = reader.get(address)
        spent = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}")
    return len(queries), spent


@contextmanager
def as_the_web_server() -> Iterator[None]:
    """On the same connection, for a moment, with the role of the processes."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE goldenthread_app")
        yield
        cursor.execute("RESET ROLE")


def main() -> None:
    """Make the area in a database of its own, measure, say what held."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    os.environ.setdefault("SECRET_KEY", "benchmark-only-secret-key-of-fifty-characters-or-more")
    os.environ.setdefault("HTTPS", "0")
    import django

    from goldenthread.config import postgres

    if not os.environ.get("DATABASE_URL"):
        postgres.ensure_running()
    django.setup()
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment

    setup_test_environment()
    held = pure_rules()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        for part in (load, whole_rebuild, figures, pages):
            held &= part()
    finally:
        runner.teardown_databases(databases)
    if not held:
        sys.exit("a bound was broken")
    print("every bound held")


if __name__ == "__main__":
    main()
