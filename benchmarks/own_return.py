"""Our own SEN2 return from the cases, beside PostgreSQL's COPY that exports the same rows to a file, in the same run: built
(read and put together as persons), which has the aim; and whole, with every check and the XML; and how they grow.

Makes a database of its own. SIZES=10000,100000 measures fewer than England's 640,000 cases. Run: make bench
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goldenthread.returns.actions.making import Counted

SIZES = tuple(int(one) for one in os.environ.get("SIZES", "10000,100000").split(","))
AIM, MOST_GROWTH = 3.0, 1.3
TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
HISTORY = 1.2
EACH = 5_000


def fill(size: int) -> None:
    """Add invented cases until there are so many."""
    from goldenthread.casework.actions.bulk import load_invented
    from goldenthread.casework.generator import area
    from goldenthread.casework.models import Case
    from goldenthread.partners.models import Organisation, Team

    held = Case.objects.count()
    while held < size:
        council = Organisation.objects.create(name=f"Council {held}", kind="council")
        team = Team.objects.create(organisation=council, name="One")
        cases = list(area(min(EACH, size - held), today=TODAY, seed=held, years=HISTORY))
        held += load_invented(cases=cases, authority=council, teams=[team], on=TODAY, by=None)


def floor(path: Path) -> tuple[float, int]:
    """Seconds in which PostgreSQL exports the rows that the return is built from, and their bytes."""
    from django.db import connection

    from goldenthread.returns.queries.known import statement

    sql, values = statement(known_on=TODAY, upto=TODAY)
    began, size = time.perf_counter(), 0
    with (
        connection.cursor() as cursor,
        path.open("wb") as file,
        cursor.copy(f"COPY ({sql}) TO STDOUT", values) as copy,
    ):
        for piece in copy:
            size += file.write(piece)
    return time.perf_counter() - began, size


def built() -> float:
    """Seconds in which every case is read and put together as a person of the return."""
    from goldenthread.returns.building.persons import persons
    from goldenthread.returns.queries.known import known_cases, known_places
    from goldenthread.sen2.running.part import few_collections
    from goldenthread.sen2.years import collection_year

    began = time.perf_counter()
    with few_collections():
        cases = known_cases(known_on=TODAY, upto=TODAY)
        for _ in persons(cases, collection_year(2027), TODAY, known_places()):
            pass
    return time.perf_counter() - began


def ours(path: Path) -> tuple[float, Counted]:
    """Seconds for the whole return, and what came of it."""
    from goldenthread.returns.actions.making import Asked, make_return
    from goldenthread.returns.building.persons import census_for

    census = census_for(TODAY)
    assert census is not None
    began = time.perf_counter()
    counted = make_return(Asked(census, TODAY, AT, "330"), path)
    return time.perf_counter() - began, counted


def measure() -> bool:
    """One line for each size; whether a case costs no more in a large area than in a small one."""
    from django.db import connection

    first, held = 0.0, True
    print(
        f"{'cases':>8} {'persons':>8} {'COPY':>7} {'built':>7} {'ratio':>6} {'whole':>7} {'ratio':>6}"
        f" {'µs a case':>10} {'peak MB':>8}"
    )
    for size in SIZES:
        fill(size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        with tempfile.TemporaryDirectory(prefix="own-return-") as folder:
            copy, _ = floor(Path(folder) / "rows")
            building = built()
            spent, counted = ours(Path(folder) / "return.xml")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = 1e6 * spent / size
        first = first or each
        held &= each <= MOST_GROWTH * first
        words = f"{copy:>6.1f}s {building:>6.1f}s {building / copy:>6.2f} {spent:>6.1f}s {spent / copy:>6.2f}"
        missed = "" if building / copy <= AIM else f"   above the aim of {AIM:.0f}"
        print(f"{size:>8,} {counted.persons:>8,} {words} {each:>10.0f} {peak:>8}{missed}", flush=True)
    return held


def main() -> None:
    """Make the area in a database of its own, measure, say whether the bound held."""
    from goldenthread.cli import start_django

    start_django()
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        held = measure()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    if not held:
        sys.exit(f"a case took more than {MOST_GROWTH} times as long as in the smallest area")
    print("every bound held")


if __name__ == "__main__":
    main()
