"""The board and an area's page with 10,000 actions and 10 years of history, against the same with 10 actions.

Makes two programmes in a database of its own, asks each page several times in turn, and prints queries and the ratio
of the median server times. Run: make bench
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from datetime import date, timedelta
from typing import Any

SMALL, LARGE, VERSIONS, ROUNDS = 10, 10_000, 20, 15
START = date(2016, 1, 4)
TODAY = date(2025, 12, 1)
PAST = date(2021, 6, 1)


def fill(slug: str, actions: int) -> Any:
    """A programme with 10 areas and so many actions, each with 20 versions over ten years."""
    from goldenthread.kit.dates import PartialDate
    from goldenthread.programme.models import (
        Action,
        ActionVersion,
        Area,
        AreaVersion,
        Plan,
        Programme,
        ProgrammeVersion,
    )

    programme = Programme.objects.create(slug=slug, local_area=slug.title(), authority="A council")
    ProgrammeVersion.objects.create(record=programme, title=slug.title(), known_from=START)
    plan = Plan.objects.create(programme=programme, key="plan", regime="pap", title="Plan", known_on=START)
    areas = Area.objects.bulk_create(
        Area(plan=plan, number=n, key=f"area-{n}", opened_on=PartialDate.of(START), known_on=START)
        for n in range(1, 11)
    )
    AreaVersion.objects.bulk_create(
        AreaVersion(record=a, title=f"Area {a.number}", known_from=START) for a in areas
    )
    made = Action.objects.bulk_create(
        Action(area=areas[n % 10], key=str(n), number=str(n), known_on=START) for n in range(actions)
    )
    ActionVersion.objects.bulk_create(_versions(made), batch_size=5000)
    return programme


def _versions(actions: list[Any]) -> Any:
    from goldenthread.kit.dates import PartialDate
    from goldenthread.programme.models import ActionVersion

    grades, step = ("not started", "in progress", "complete"), timedelta(days=180)
    for place, action in enumerate(actions):
        for n in range(VERSIONS):
            begins = START + step * n + timedelta(days=place * 37 % 150)
            until = None if n == VERSIONS - 1 else begins + step
            # One action in ten ever moves its due date, as in the plans that we have read.
            due = PartialDate(2026 + (n // 10 if place % 10 == 0 else place % 3), 1 + place % 12)
            yield ActionVersion(
                record=action, known_from=begins, known_until=until, text=f"Action {place}", due=due,
                delivery=grades[(place + n) % 3], confidence="on track", impact="none yet",
            )  # fmt: skip


def measure(address: str, reader: Any) -> tuple[int, float]:
    """The queries and the milliseconds of one request."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        response = reader.get(address)
        spent = (time.perf_counter() - began) * 1000
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}")
    return len(queries), spent


def compare(name: str, small: str, large: str, reader: Any) -> bool:
    """Ask both pages in turn and print how they compare; whether the bounds hold."""
    measure(small, reader), measure(large, reader)
    pairs = [(measure(small, reader), measure(large, reader)) for _ in range(ROUNDS)]
    queries = {pair[0][0] for pair in pairs}, {pair[1][0] for pair in pairs}
    floor, cost = (statistics.median(pair[side][1] for pair in pairs) for side in (0, 1))
    ratio = cost / floor
    print(
        f"{name:<28} queries {max(queries[0])} and {max(queries[1])}   {floor:6.1f} ms and {cost:6.1f} ms   ratio {ratio:.2f}"
    )
    return max(queries[0]) == max(queries[1]) and ratio <= 3


def main() -> None:
    """Make the data, compare the pages, say what held."""
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
        held = _compare_all()
    finally:
        runner.teardown_databases(databases)
    print("every bound held" if held else "a bound was broken")


def _compare_all() -> bool:
    from django.db import connection
    from django.test import Client

    from tests.readers import person, sign_in

    began = time.perf_counter()
    small, large = fill("small", SMALL), fill("large", LARGE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"made {LARGE * VERSIONS:,} versions of {LARGE:,} actions in {time.perf_counter() - began:.0f} s")
    reader = Client()
    sign_in(reader, person("programme lead"))
    held = True
    for label, query in (("today", ""), ("a past day", f"?as_at={PAST.isoformat()}")):
        held &= compare(f"board, {label}", f"/work/board/small/{query}", f"/work/board/large/{query}", reader)
        pages = [f"/progress/areas/{one.plans.get().areas.first().pk}/{query}" for one in (small, large)]
        held &= compare(f"area page, {label}", *pages, reader)
    return held


if __name__ == "__main__":
    main()
