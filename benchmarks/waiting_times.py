"""A month of waits of 200 services with ten years behind them: pages of public and staff, beside the bare SQL of that month.

Makes a database of its own, asks pages and PostgreSQL in turn, and prints queries, milliseconds and ratios. The same pages with
one service show that the number of queries is flat. Run: make bench
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

LINES, MONTHS, ROUNDS, MOST_MS = 200, 120, 15, 300
TODAY = date(2026, 11, 20)
SQL = """
SELECT l.name, o.name, v.waiting, v.median_days, v.longest_days, v.seen
FROM commissioning_serviceline l
JOIN partners_organisation o ON o.id = l.provider_id
LEFT JOIN commissioning_waitmonth m ON m.line_id = l.id AND m.month = daterange('2026-10-01', '2026-11-01')
LEFT JOIN commissioning_waitmonthversion v ON v.record_id = m.id AND v.known_until IS NULL
ORDER BY l.series, l.name
"""
PAGES = {
    "staff, one month": "/commissioning/waits/?month=2026-10",
    "staff, as on a past day": "/commissioning/waits/?month=2026-10&as_at=2026-11-10",
    "public, all services": "/waiting-times/",
    "public, ten years of one": "/waiting-times/bench-0/",
}


def fill(lines: int) -> None:
    """So many invented services with ten years of months each, as an import would leave them."""
    from goldenthread.commissioning.actions.lines import open_line
    from goldenthread.commissioning.actions.uploading import record_months
    from goldenthread.commissioning.models import ServiceLine
    from goldenthread.commissioning.waits.disclosure import Month
    from goldenthread.commissioning.waits.file import Sent
    from goldenthread.commissioning.waits.series import SERIES
    from goldenthread.kit.dates import PartialDate
    from goldenthread.partners.models import Organisation

    trust, _ = Organisation.objects.get_or_create(name="Invented trust")
    chance, codes = random.Random(7), list(SERIES)  # noqa: S311 (the same numbers each time)
    for number in range(ServiceLine.objects.count(), lines):
        words = {
            "name": f"Service {number}",
            "does": "Helps.",
            "offer": "A drop-in.",
            "call_whom": "us",
            "call_number": "1",
        }
        series = SERIES[codes[number % len(codes)]]
        line = open_line(
            slug=f"bench-{number}",
            provider=trust,
            series=series.code,
            words=words,
            on=date(2026, 11, 1),
            by=None,
        )
        months = [PartialDate(2016 + (10 + n) // 12, (10 + n) % 12 + 1) for n in range(MONTHS)]
        bands = [tuple(chance.randint(5, 90) for _ in series.bands) for _ in months]
        rows = [(line, Sent(2, line.slug, month, month.last, Month(series.code, counts, seen=20), ""))
                for month, counts in zip(months, bands, strict=True)]  # fmt: skip
        record_months(rows=rows, on=date(2026, 11, 5), by=None)


def _asked(reader: Any, address: str) -> tuple[int, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        spent = _timed(lambda: reader.get(address))
    return len(queries), spent


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    answer = work()
    spent = (time.perf_counter() - began) * 1000
    if getattr(answer, "status_code", 200) != 200:
        sys.exit(f"a page answered {answer.status_code}")
    return spent


def _in_sql() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(SQL)
        return len(cursor.fetchall())


def compare() -> bool:
    """Queries with one service and with all, and the middle of the times beside that of the bare SQL."""
    from django.db import connection
    from django.test import Client

    from tests.readers import person, sign_in

    reader = sign_in(Client(), person("joint-commissioner"))
    fill(1)
    few = {name: [_asked(reader, address)[0] for _ in range(2)][-1] for name, address in PAGES.items()}
    began = time.perf_counter()
    fill(LINES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{LINES * MONTHS:,} months of {LINES} services, made in {time.perf_counter() - began:.0f} s")
    floor = statistics.median(_timed(_in_sql) for _ in range(ROUNDS))
    print(f"bare SQL of one month: {floor:.1f} ms, {_in_sql()} rows")
    held = True
    for name, address in PAGES.items():
        _asked(reader, address)
        found = [_asked(reader, address) for _ in range(ROUNDS)]
        queries, cost = found[0][0], statistics.median(spent for _, spent in found)
        print(
            f"{name:<26} queries {few[name]} and {queries}   {cost:6.1f} ms   {cost / floor:5.1f} times the SQL"
        )
        held &= queries == few[name] and cost < MOST_MS
    return held


def main() -> None:
    """Make the data, compare, say what held."""
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
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        held = compare()
    finally:
        runner.teardown_databases(databases)
    print(f"under {MOST_MS} ms, queries flat" if held else "a bound was broken")
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
