"""The board's measures and one measure's run over 10,000 cases and over twice as many: the first time, after that, after a
change, as at a past day; each beside the same counts as somebody would write them by hand in SQL.

Makes a database of its own. SIZES=2000,4000 for a quick one. Run: make bench
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from benchmarks.own_return import fill

SIZES = tuple(int(one) for one in os.environ.get("SIZES", "10000,20000").split(","))
TODAY, PAST = date(2026, 11, 24), date(2026, 8, 31)
MEASURES, ROUNDS = 60, 5
MOST_FIRST, MOST_AGAIN, MOST_PAST, MOST_GROWTH, MOST_RATIO = 500, 50, 3.0, 1.3, 4.0
BY_HAND = """
SELECT count(*), count(*) FILTER (WHERE f.final_on - r.on_ <= 140) FROM
(SELECT case_id, min(occurred_on) AS final_on FROM casework_event WHERE kind = 'final-issued' AND known_on <= %(day)s
 GROUP BY case_id) f
JOIN (SELECT e.case_id, min(e.occurred_on) AS on_ FROM casework_event e WHERE e.kind = 'request-received'
      AND e.known_on <= %(day)s AND NOT EXISTS (SELECT 1 FROM casework_event c WHERE c.supersedes_id = e.id) GROUP BY e.case_id) r
USING (case_id)
WHERE f.final_on BETWEEN %(since)s AND %(day)s
"""
"""One figure of one period, as somebody would write it: the board shows ten, of three periods, on two days."""


def said(name: str, words: str, held: bool) -> bool:
    """Print one line and whether its bound held."""
    print(f"  {name:<46} {words}{'' if held else '   BROKEN'}", flush=True)
    return held


def milliseconds(act: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """The middle of some rounds; `before` each is not counted."""
    spent = []
    for _ in range(ROUNDS):
        before()
        began = time.perf_counter()
        act()
        spent.append(1000 * (time.perf_counter() - began))
    return statistics.median(spent)


def make_measures() -> Any:
    """A programme with sixty measures that count themselves: every figure of the cases and of the rest, over three periods."""
    from goldenthread.evidence.actions.measures import tie
    from goldenthread.evidence.figures import FIGURES
    from tests.evidence.freezing import make_measure
    from tests.programme.world import make_plan

    plan, codes = make_plan(), list(FIGURES)
    for number in range(MEASURES):
        made = make_measure(plan, key=f"m-{number}", name=f"Measure {number}")
        tie(
            measure=made,
            figure=codes[number % len(codes)],
            months=(12, 3, 1)[number % 3],
            on=date(2025, 1, 1),
            by=None,
        )
    return plan.programme


def forget() -> None:
    """Whatever was kept is gone."""
    from goldenthread.evidence.models import KeptCount

    KeptCount.objects.all().delete()


def by_hand(day: date) -> None:
    """The hand-written statement, run."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, {"day": day, "since": day - timedelta(days=365)})
        cursor.fetchall()


def one_more_event() -> None:
    """A note in the file of the first case."""
    from goldenthread.casework.models import Case, Event

    Event.objects.create(
        case=Case.objects.order_by("pk").first(), kind="note", occurred_on=TODAY, known_on=TODAY
    )


def board(reader: Any, slug: str, most_first: float) -> tuple[bool, float]:
    """The page with sixty measures, through every layer."""

    def page(day: date = TODAY) -> None:
        answer = reader.get(f"/evidence/board/{slug}/", {} if day == TODAY else {"as_at": day.isoformat()})
        if answer.status_code != 200 or answer.content.count(b"Measure ") < MEASURES:
            sys.exit(f"the board answered {answer.status_code}")

    page()
    first, again = milliseconds(page, forget), milliseconds(page)
    changed = milliseconds(page, one_more_event)
    past, past_again = milliseconds(lambda: page(PAST), forget), milliseconds(lambda: page(PAST))
    hand = milliseconds(lambda: by_hand(TODAY))
    held = [
        said("board, first time", f"{first:6.0f} ms   {first / hand:4.1f} times one figure by hand", first <= most_first),
        said("board, again", f"{again:6.0f} ms", again <= MOST_AGAIN),
        said("board, after one more event", f"{changed:6.0f} ms", changed <= most_first),
        said("board as at a past day, first time", f"{past:6.0f} ms   {past / first:4.2f} of now", past <= MOST_PAST * first),
        said("board as at a past day, again", f"{past_again:6.0f} ms   {past_again / again:4.2f} of now",
             past_again <= MOST_PAST * again),
    ]  # fmt: skip
    return all(held), first


def run() -> bool:
    """Twelve month ends of one figure, beside twelve statements by hand."""
    from goldenthread.evidence.queries.live import live_measures, month_ends, run_of
    from goldenthread.programme.models import Measure

    live = next(
        one for one in live_measures(Measure.objects.all(), TODAY, TODAY).values() if one.tie.figure == "casework.in-time"
    )  # fmt: skip
    first, again = milliseconds(lambda: run_of(live), forget), milliseconds(lambda: run_of(live))
    hand = milliseconds(lambda: [by_hand(day) for day in month_ends(TODAY)])
    ratio = first / hand
    said("run of one figure, again", f"{again:6.1f} ms", True)
    return said("run of one figure, first time, to SQL by hand", f"{first:6.0f} ms and {hand:.0f} ms   ratio {ratio:.2f}",
                ratio <= MOST_RATIO)  # fmt: skip


def measure() -> bool:
    """Each size in turn; whether a case costs no more in a large area than in a small one."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment

    from tests.readers import person, sign_in

    setup_test_environment()
    settings.SECURE_SSL_REDIRECT = False
    programme, held, costs = make_measures(), True, []
    reader = sign_in(Client(), person("programme-lead"))
    for size in SIZES:
        fill(size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"{size:,} cases, {MEASURES} measures")
        is_held, first = board(reader, programme.slug, MOST_FIRST * size / SIZES[0])
        held &= is_held & run()
        costs.append(first / size)
    growth = costs[-1] / costs[0]
    return held & said(
        "first time, cost of a case, largest to smallest", f"{growth:6.2f}", growth <= MOST_GROWTH
    )


def main() -> None:
    """Make the area in a database of its own, measure, say whether the bounds held."""
    from goldenthread.cli import start_django

    start_django()
    import time_machine
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with time_machine.travel(f"{TODAY}T10:00:00Z"):
            held = measure()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    if not held:
        sys.exit("a bound was broken")
    print("every bound held")


if __name__ == "__main__":
    main()
