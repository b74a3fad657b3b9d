"""R4: a volume without a byte left, one at a time, while six people write and pages are read; then room again.

The web processes are never restarted. PostgreSQL ends itself when its write-ahead log has no room; a thread starts it again each
second, as systemd does with Restart=on-failure.
"""

from __future__ import annotations

import random
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from assurance.amount import times
from assurance.tests.cluster import Cluster, a_cluster
from assurance.tests.kept import troubles
from assurance.tests.site import LARGE, Site, until
from assurance.tests.volume import Volume, a_volume
from goldenthread.kit import away

PEOPLE, READ, REFUSED, ALLOWED = 6, times(40, full=1000), times(20, full=500), 60.0
"""Who writes; how many pages are read and writes refused while it is full; and the seconds until all is as before."""
PUBLIC = ("/", "/local-offer/", "/privacy/", "/accessibility/")


@dataclass
class Trial:
    """A site of which one volume is small."""

    site: Site
    cluster: Cluster
    volume: Volume
    chance: random.Random = field(default_factory=lambda: random.Random(20261127))
    read: int = 0
    unread: int = 0

    def look(self, *paths: str) -> None:
        """Read pages, and count those that were not answered."""
        for path in paths:
            mine = (
                {"Cookie": f"sessionid={self.site.session}"} if path.startswith(("/my/", "/account/")) else {}
            )
            try:
                status = self.site.ask("GET", path, **mine)[0]
            except OSError:
                status = 0
            self.read += 1
            self.unread += status != 200

    def be_full(self, *paths: str, refused: int) -> None:
        """No room, until so many writes were refused and so many pages were read."""
        self.volume.fill()
        self.site.answers.clear()
        self.site.pages.clear()
        until(lambda: self.site.answers[503] >= refused, "nothing was refused")
        while self.read < READ:
            self.look(*paths)

    def have_room(self) -> float:
        """Room again: the seconds until it can serve, and keeps a large file."""
        self.volume.empty()
        return until(lambda: self.site.status("/health/ready/") == 200, "it did not come back") + until(
            self.keeps_a_large_one, "no large file was kept after there was room again"
        )

    def keeps_a_large_one(self) -> bool:
        """Whether a message with a large file was kept after this was asked first."""
        if not hasattr(self, "known"):
            self.known = len(self.site.kept)
        return any(number % LARGE == 0 for number in self.site.kept[self.known :])


def _trial(stack: ExitStack, database: str, tmp_path: Path, small: str) -> Trial:
    """A site before a server of its own; the volume is one of the server's folders, or one of the site's."""
    sizes = {"data": 400, "wal": 48}
    cluster, volume = stack.enter_context(
        a_cluster(database, small=small if small in sizes else "", megabytes=sizes.get(small, 0))
    )
    if volume is None:
        volume = stack.enter_context(a_volume(tmp_path / small, megabytes=32))
    site = Site(cluster.address, tmp_path, LOG_LEVEL="INFO")
    if small == "log":
        site.log = volume.place / "log"
    site.start()
    stack.callback(site.kill)
    return Trial(site, cluster, volume)


def _tried(trial: Trial, *paths: str, refused: int = REFUSED) -> dict[str, Any]:
    """All of it once; what was found."""
    workers = set(trial.site.worker_processes())
    with trial.site.writers(PEOPLE):
        trial.site.wait_for_more(LARGE, trial.chance)
        trial.be_full(*paths, refused=refused)
        answers = dict(trial.site.answers)
        words = trial.site.pages.get(503, "")
        seconds = trial.have_room()
    replaced = len(workers - set(trial.site.worker_processes()))
    return {
        "answers": answers,
        "words": words,
        "seconds": seconds,
        "workers": len(workers),
        "replaced": replaced,
    }


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("small", "words", "refused", "paths"),
    [
        ("data", away.FULL, REFUSED, (*PUBLIC, "/account/where/", "/health/ready/")),
        ("wal", away.AWAY, REFUSED, ()),
        ("temporary", away.FULL, 3, (*PUBLIC, "/account/where/", "/my/")),
        ("log", "", 0, (*PUBLIC, "/account/where/", "/my/", "/health/ready/")),
    ],
)
def test_a_full_volume(database, tmp_path, record_property, small, words, refused, paths):
    with ExitStack() as stack:
        trial = _trial(stack, database, tmp_path, small)
        asked = tuple(trial.site.address if path == "/my/" else path for path in paths)
        if not asked:
            trial.read = READ
        found = _tried(trial, *asked, refused=refused)
        lost = troubles(trial.site)
        damage = trial.cluster.damage()
    answers, kept, name = found["answers"], len(trial.site.kept), f"{small} is full"
    is_late = int(found["seconds"] > ALLOWED)
    counts = [
        (
            f"{name}: writes that were not kept; answered without our sentence and 503",
            *_refused(answers, found["words"], words),
        ),
        (
            f"{name}: times there was room again ({found['seconds']:.1f} s); later than {ALLOWED:.0f} s",
            1,
            is_late,
        ),
        (
            f"{name}: web processes that went through it; not alive any more",
            found["workers"],
            found["replaced"],
        ),
        (f"{name}: readings of every table and index by pg_amcheck", 1, int(bool(damage))),
        *((f"{name}: messages acknowledged; {kind}", kept, number) for kind, number in lost.items()),
    ]
    if asked:
        counts.insert(0, (f"{name}: pages read; not answered", trial.read, trial.unread))
    for what, tried, failed in counts:
        record_property("counted", {"what": what, "tried": tried, "failed": failed})
    print(answers, counts)
    assert not any(failed for _, _, failed in counts), (counts, damage, answers)


def _refused(answers: dict[int, int], page: str, words: str) -> tuple[int, int]:
    """How many writes were refused, and how many of them otherwise than they ought to be."""
    not_kept = sum(number for status, number in answers.items() if status != 302)
    if not words:
        return not_kept, not_kept
    return not_kept, not_kept - answers.get(503, 0) if words in page else not_kept
