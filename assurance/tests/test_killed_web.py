"""R1: kill -9 of the web server while three people write to it. Real processes, on a database that is thrown away."""

from __future__ import annotations

import random

import pytest

from assurance.amount import times
from assurance.tests.site import Site

KILLS, PEOPLE = times(6, full=1000), 3


@pytest.mark.timeout(36_000)
def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_half_there(database, record_property):
    chance, site = random.Random(20261127), Site(database)
    site.start()
    try:
        with site.writers(PEOPLE):
            for _ in range(KILLS):
                site.wait_for_more(len(site.kept), chance)
                site.kill()
                site.start()
            site.wait_for_more(len(site.kept), chance)
    finally:
        site.kill()
    found = site.troubles()
    record_property("counted", {"what": "kills of the web server during writes", "tried": KILLS, "failed": 0})
    for kind, number in found.items():
        record_property(
            "counted", {"what": f"messages acknowledged; {kind}", "tried": len(site.kept), "failed": number}
        )
    assert len(site.kept) > KILLS
    assert not any(found.values()), found
