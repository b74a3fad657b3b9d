"""R2: kill -9 of PostgreSQL while six people write to the web server before it, whose processes nobody restarts.

In turn all of its processes are killed at once, one that serves a web process (upon which the server throws all others out and
recovers), the first alone, and all again while it recovers. After each, pg_amcheck reads every table and index.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from assurance.amount import times
from assurance.tests.cluster import Cluster, a_cluster
from assurance.tests.kept import audit_fits, troubles
from assurance.tests.site import Site, until
from goldenthread.kit import away

KILLS, PEOPLE, ALLOWED = times(6, full=50), 6, 30.0
"""How often, who writes, and within how many seconds pages must be answered again."""
TURNS = (("all",), ("one",), ("first",), ("all", "all"))


@dataclass
class Trial:
    """A server that is killed, a site before it, and what came of it."""

    cluster: Cluster
    site: Site
    chance: random.Random = field(default_factory=lambda: random.Random(20261127))
    killed: int = 0
    damages: list[str] = field(default_factory=list)
    unsound: int = 0
    until_ready: list[float] = field(default_factory=list)
    until_written: list[float] = field(default_factory=list)

    def turn(self, *hows: str) -> None:
        """Kill it while people write, wait until it serves again, and look at what it has."""
        with self.site.writers(PEOPLE):
            self.site.wait_for_more(len(self.site.kept) + PEOPLE, self.chance)
            for place, how in enumerate(hows):
                if place:
                    until(self.cluster.has_begun, "the server was not started again")
                self.cluster.kill(how, self.chance)
                self.killed += 1
            known = len(self.site.kept)
            self.until_ready.append(
                until(lambda: self.site.status("/health/ready/") == 200, "it did not come back")
            )
            more = until(lambda: len(self.site.kept) > known, "nothing was kept after it came back")
            self.until_written.append(self.until_ready[-1] + more)
        if damage := self.cluster.damage():
            self.damages.append(damage)
        self.unsound += not audit_fits(self.site)


@pytest.mark.timeout(7200)
def test_what_was_acknowledged_is_there_again(database, tmp_path, record_property):
    with a_cluster(database) as (cluster, _):
        site = Site(cluster.address, tmp_path)
        trial = Trial(cluster, site)
        site.start()
        workers = set(site.worker_processes())
        try:
            while trial.killed < KILLS:
                trial.turn(*TURNS[len(trial.until_ready) % len(TURNS)])
            replaced = len(workers - set(site.worker_processes()))
        finally:
            site.kill()
        found = troubles(site)
    late = sum(seconds > ALLOWED for seconds in trial.until_ready)
    wrong = sum(number for status, number in site.answers.items() if status not in (302, 503))
    slowest = f"{max(trial.until_ready):.1f} s at most until pages were answered"
    slowest += f", {max(trial.until_written):.1f} s until a message was kept"
    counts = [
        ("kills of the database during writes", trial.killed, 0),
        (f"times it came back ({slowest}); later than {ALLOWED:.0f} s", len(trial.until_ready), late),
        ("readings of every table and index by pg_amcheck", len(trial.until_ready), len(trial.damages)),
        ("readings of the audit", len(trial.until_ready), trial.unsound),
        ("web processes that went through it; not alive any more", len(workers), replaced),
        ("answers; neither kept nor 503", site.answers.total(), wrong),
        *((f"messages acknowledged; {kind}", len(site.kept), number) for kind, number in found.items()),
    ]
    for what, tried, failed in counts:
        record_property("counted", {"what": what, "tried": tried, "failed": failed})
    print(counts, dict(site.answers))
    assert not any(failed for _, _, failed in counts), (counts, trial.damages, dict(site.answers))
    assert away.AWAY in site.pages[503]
