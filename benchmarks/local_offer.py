"""The Local Offer's search with 1,000, 10,000 and 100,000 services: four questions over HTTP with four connections, as JSON and
as pages, beside PostgreSQL answering the bare SQL of the facet question in the same run.

Makes a database of its own and a web server beside it. SIZES=1000,10000 measures fewer. Run: make bench
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from typing import Any
from urllib.parse import urlencode

SIZES = tuple(int(one) for one in os.environ.get("SIZES", "1000,10000,100000").split(","))
CONNECTIONS = 4
SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
NEEDS = ("autism", "adhd", "speech", "spld", "semh", "hearing", "vision", "physical")
KINDS = ("health", "leisure", "education", "advice", "care")
BARS = {10_000: {"json": 200, "page": 60, "p99": 100.0}}
TIMES_SQL = {100_000: 10}
SQL = """
WITH found AS MATERIALIZED (
  SELECT needs, kind FROM bench_services
  WHERE doc @@ plainto_tsquery('english', %(word)s) AND low <= %(age)s AND high >= %(age)s)
SELECT 'total', count(*) FROM found
UNION ALL SELECT need, count(*) FROM found, unnest(needs) AS need GROUP BY need
UNION ALL SELECT kind, count(*) FROM found GROUP BY kind
"""


def questions(number: int) -> dict[str, dict[str, Any]]:
    """The four questions, each time with other words, ages and facets."""
    need, kind = NEEDS[number % len(NEEDS)], KINDS[number % len(KINDS)]
    return {
        "one match": {"q": str(number * 37 % 1000)},
        "two common words": {"q": ("autism sensory", "calm group", "visual family")[number % 3]},
        "word, age, two facets": {
            "q": ("calm", "sensory", "family")[number % 3], "age": 4 + number % 12, "need": need, "kind": kind,
        },
        "need within 3 km": {"need": need, "postcode": ("WV1 1RE", "WV3 9RR", "WV10 9NF")[number % 3], "within": 3},
    }  # fmt: skip


def fill(total: int) -> None:
    """So many invented services, straight into the tables, and a bare table of the same for PostgreSQL."""
    from django.db import connection

    from goldenthread.localoffer.demonstration.generator import invented
    from goldenthread.localoffer.models import IndexChange, IndexState, Provider, Service, ServiceVersion

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE localoffer_service, localoffer_serviceversion, localoffer_provider CASCADE")
        cursor.execute("DROP TABLE IF EXISTS bench_services")
        cursor.execute(
            "CREATE TABLE bench_services (doc tsvector, low int, high int, needs text[], kind text)"
        )
    IndexChange.objects.all().delete()
    provider = Provider.objects.create(name="Invented")
    made = invented(total)
    while batch := list(islice(made, 2000)):
        _insert(batch, provider, Service, ServiceVersion)
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX ON bench_services USING gin (doc)")
        cursor.execute("VACUUM ANALYZE")
    state, _ = IndexState.objects.get_or_create(pk=1)
    IndexState.objects.filter(pk=1).update(version=state.version + 1, rebuilt_at_version=state.version + 1)


def _insert(batch: list[dict[str, Any]], provider: Any, services: Any, versions: Any) -> None:
    from django.db import connection
    from django.utils.dateparse import parse_datetime

    rows = services.objects.bulk_create(
        services(public_id=one["id"], provider=provider, name=one["name"], is_invented=True,
                 modified_at=parse_datetime(one["last_modified"])) for one in batch
    )  # fmt: skip
    held = versions.objects.bulk_create(
        versions(service=row, number=1, record=one, state="approved", submitted_at=row.modified_at)
        for row, one in zip(rows, batch, strict=True)
    )
    for row, version in zip(rows, held, strict=True):
        row.approved = version
    services.objects.bulk_update(rows, ["approved"])
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO bench_services VALUES (to_tsvector('english', %s), %s, %s, %s, %s)",
            [(f"{one['name']} {one['description']}", one["minimum_age"], one["maximum_age"],
              [a["taxonomy_term"]["term"] for a in one["attributes"][:-1]], one["attributes"][-1]["taxonomy_term"]["term"])
             for one in batch],
        )  # fmt: skip


def under_load(ask: Callable[[int], Callable[[int], None]]) -> tuple[float, float, float]:
    """Requests a second, and the milliseconds that half and 99 in 100 take, with four askers for some seconds."""
    spent: list[float] = []
    ends = time.perf_counter() + SECONDS
    numbers = count()
    trouble: list[Exception] = []

    def work(worker: int) -> None:
        try:
            one = ask(worker)
            while time.perf_counter() < ends:
                began = time.perf_counter()
                one(next(numbers))
                spent.append((time.perf_counter() - began) * 1000)
        except Exception as error:
            trouble.append(error)

    began = time.perf_counter()
    workers = [threading.Thread(target=work, args=(n,)) for n in range(CONNECTIONS)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    if trouble:
        sys.exit(f"a request failed: {trouble[0]!r}")
    wall = time.perf_counter() - began
    ordered = sorted(spent)
    return len(spent) / wall, statistics.median(ordered), ordered[int(len(ordered) * 0.99)]


def over_http(port: int, path: str, name: str) -> Callable[[int], Callable[[int], None]]:
    """An asker with a connection of its own that stays open."""

    def opened(_: int) -> Callable[[int], None]:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

        def one(number: int) -> None:
            line.request("GET", f"{path}?{urlencode(questions(number)[name])}")
            answer = line.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}: {body[:200]!r}")

        return one

    return opened


def in_sql(_: int) -> Callable[[int], None]:
    """An asker that puts the facet question to PostgreSQL, bare."""
    from django.db import connection

    connection.ensure_connection()

    def one(number: int) -> None:
        with connection.cursor() as cursor:
            asked = questions(number)["word, age, two facets"]
            cursor.execute(SQL, {"word": asked["q"], "age": asked["age"]})
            cursor.fetchall()

    return one


def served(database: str) -> Iterator[int]:
    """A web server as `make run` starts one, on the benchmark's database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
               "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
               "goldenthread.config.wsgi:application"]  # fmt: skip
    environment = {**os.environ, "DATABASE_URL": database, "DEMONSTRATION": "1", "ALLOWED_HOSTS": ""}
    server = subprocess.Popen(command, env=environment)  # noqa: S603 (our own server)
    try:
        for _ in range(240):
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            except OSError:
                time.sleep(0.25)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def measure(total: int, database: str) -> bool:
    """Fill, ask, print, and say whether the bars hold."""
    began = time.perf_counter()
    fill(total)
    print(f"\n{total:,} services, filled in {time.perf_counter() - began:.0f} s")
    held, bars = True, BARS.get(total, {})
    for port in served(database):
        began = time.perf_counter()
        first = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        first.request("GET", "/local-offer/search.json?q=autism")
        assert json.loads(first.getresponse().read())["total"] > 0
        print(f"  the index is read in {time.perf_counter() - began:.1f} s")
        sql, middle, slow = under_load(in_sql)
        print(
            f"  {'PostgreSQL, bare SQL':<24}       {sql:8.1f}/s   p50 {middle:7.1f} ms   p99 {slow:7.1f} ms"
        )
        for name in questions(0):
            for kind, path in (("json", "/local-offer/search.json"), ("page", "/local-offer/search/")):
                rate, middle, slow = under_load(over_http(port, path, name))
                print(f"  {name:<24} {kind}  {rate:8.1f}/s   p50 {middle:7.1f} ms   p99 {slow:7.1f} ms")
                if name == "word, age, two facets":
                    held &= rate >= bars.get(kind, 0) and (kind == "page" or slow <= bars.get("p99", 1e9))
                    if kind == "json":
                        print(f"  {'':<24}       {rate / sql:.1f} times PostgreSQL's bare SQL")
                        held &= rate >= sql * TIMES_SQL.get(total, 0)
    return held


def main() -> None:
    """Each size in turn; ends with 1 when a bar is broken."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    os.environ.setdefault("SECRET_KEY", "benchmark-only-secret-key-of-fifty-characters-or-more")
    os.environ.setdefault("HTTPS", "0")
    import django

    from goldenthread.config import postgres

    name = "goldenthread_local_offer_bench"
    own = postgres.ensure_running() if not os.environ.get("DATABASE_URL") else os.environ["DATABASE_URL"]
    database = (
        own.replace("/goldenthread?", f"/{name}?")
        if "/goldenthread?" in own
        else f"{own.rsplit('/', 1)[0]}/{name}"
    )
    import psycopg

    with psycopg.connect(own, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    os.environ["DATABASE_URL"] = database
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    try:
        outcomes = [measure(total, database) for total in SIZES]
        held = all(outcomes)
    finally:
        connections.close_all()
        with psycopg.connect(own, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    print("every bar held" if held else "a bar was broken")
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
