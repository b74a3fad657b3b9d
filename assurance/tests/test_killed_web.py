"""R1: kill -9 of the web server while six people write to it. Real processes, on a database that is thrown away.

One request keeps a message, its file and its event in the audit. Most kills end one of eight workers, whose place a new one
takes; every twenty-fifth ends all of them with the process that leads them, and the server is started anew.
"""

from __future__ import annotations

import random

import pytest

from assurance.amount import times
from assurance.tests.kept import troubles
from assurance.tests.site import Site, until

KILLS, PEOPLE, WORKERS, WHOLE = times(24, full=1000), 6, 8, 25


@pytest.mark.timeout(36_000)
def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_half_there(database, tmp_path, record_property):
    chance, site = random.Random(20261127), Site(database, tmp_path, workers=WORKERS)
    site.start()
    killed = 0
    try:
        with site.writers(PEOPLE):
            while killed < KILLS:
                site.wait_for_more(len(site.kept), chance)
                if killed % WHOLE == WHOLE // 2:
                    killed += len(site.worker_processes())
                    site.kill()
                    site.start()
                else:
                    killed += site.kill_one(chance)
                if killed % 50 == 0:
                    print(f"{killed} killed, {len(site.kept)} messages acknowledged", flush=True)
            site.wait_for_more(len(site.kept), chance)
        until(lambda: len(site.worker_processes()) == WORKERS, "a worker was not replaced")
    finally:
        site.kill()
    found = troubles(site)
    record_property("counted", {"what": "web processes killed during writes", "tried": killed, "failed": 0})
    for kind, number in found.items():
        record_property(
            "counted", {"what": f"messages acknowledged; {kind}", "tried": len(site.kept), "failed": number}
        )
    assert len(site.kept) > KILLS
    assert not any(found.values()), found
