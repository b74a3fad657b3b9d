"""R5: a web server that outgrows its cap on memory, and one that runs out of file descriptors, while people write.

Memory: two servers on one database, as two units of deploy/ are, each in a group with a cap. To one only large files are sent,
until the kernel ends it; it is started again two seconds later, as systemd does. The other must not notice.
"""

from __future__ import annotations

import copy
import http.client
import random
import socket
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from assurance.amount import times
from assurance.tests.cap import a_cap
from assurance.tests.kept import troubles
from assurance.tests.site import LARGE, Site, as_deployed, free_port, until

DEATHS, PEOPLE, RESTART_SECONDS = times(3, full=40), 4, 2.0
QUIET, GREEDY = 1500, 256
"""MB: what deploy/ gives a web process, and too little for four large files at once."""
DESCRIPTORS, IDLE = 48, 200
"""How many files one may have open, connections included; how many connections are held open to say nothing."""


def beside(site: Site) -> Site:
    """Another server for the same case; what it keeps is counted with the first one's."""
    other = copy.copy(site)
    other.port, other.number, other.log = free_port(), 1_000_000, site.log.with_name("log-beside")
    other.answers, other.pages = type(site.answers)(), {}
    return other


def noted(record_property: Callable[[str, Any], None], counts: list[tuple[str, int, int]]) -> None:
    """Keep what was counted for the ledger."""
    for what, tried, failed in counts:
        record_property("counted", {"what": what, "tried": tried, "failed": failed})


def keep_running(site: Site, over: threading.Event, under: tuple[str, ...]) -> None:
    """Start it again when its first process has ended, as systemd does with Restart=always."""
    while not over.wait(0.05):
        if site.process.poll() is not None and not over.wait(RESTART_SECONDS):
            site.begin(under=under)


@pytest.mark.timeout(7200)
def test_a_server_that_outgrows_its_memory_dies_alone(database, tmp_path, record_property):
    over, quiet = threading.Event(), Site(database, tmp_path, workers=1)
    quiet.server = as_deployed
    greedy = beside(quiet)
    greedy.step = LARGE
    with ExitStack() as stack:
        wide, narrow = stack.enter_context(a_cap(QUIET, "wide")), stack.enter_context(a_cap(GREEDY, "narrow"))
        for site, cap in ((quiet, wide), (greedy, narrow)):
            site.start(under=cap.under)
            stack.callback(site.kill)
        watch = threading.Thread(target=keep_running, args=(greedy, over, narrow.under))
        watch.start()
        stack.callback(watch.join)
        stack.callback(over.set)
        workers = quiet.worker_processes()
        with quiet.writers(2), greedy.writers(PEOPLE):
            until(lambda: narrow.killed() >= DEATHS, "it did not outgrow its cap", seconds=3600)
        until(lambda: greedy.status("/health/ready/") == 200, "it did not come back")
        others, died, most = (
            int(quiet.worker_processes() != workers) + wide.killed(),
            narrow.killed(),
            wide.most(),
        )
    found = troubles(quiet)
    unanswered = sum(number for status, number in quiet.answers.items() if status != 302)
    counts = [
        (
            f"processes over {GREEDY} MB that the kernel ended during writes; others that ended too",
            died,
            others,
        ),
        (
            f"writes to the server beside it ({most} MB at most of {QUIET}); not kept",
            quiet.answers.total(),
            unanswered,
        ),
        *((f"messages acknowledged; {kind}", len(quiet.kept), number) for kind, number in found.items()),
    ]
    noted(record_property, counts)
    assert not any(failed for _, _, failed in counts), counts


@pytest.mark.timeout(1800)
def test_a_server_without_descriptors_loses_nothing_and_comes_back(database, tmp_path, record_property):
    site, chance = Site(database, tmp_path, workers=1), random.Random(20261127)
    site.server = as_deployed
    site.start(under=("sh", "-c", f'ulimit -n {DESCRIPTORS} && exec "$@"', "sh"))
    try:
        workers = site.worker_processes()
        with site.writers(PEOPLE):
            site.wait_for_more(len(site.kept) + PEOPLE, chance)
            with ExitStack() as idle:
                for _ in range(IDLE):
                    idle.enter_context(socket.create_connection(("127.0.0.1", site.port), 60))
                until(lambda: not is_answered(site), "somebody was always answered")
            known = len(site.kept)
            until(lambda: len(site.kept) > known + LARGE, "nothing was kept afterwards")
        replaced = len(set(workers) - set(site.worker_processes()))
    finally:
        site.kill()
    found = troubles(site)
    wrong = sum(number for status, number in site.answers.items() if status not in (302, 503))
    counts = [
        (
            f"connections held open to a process with {DESCRIPTORS} descriptors; processes that ended by it",
            IDLE,
            replaced,
        ),
        ("answers to those who wrote; neither kept nor 503", site.answers.total(), wrong),
        *((f"messages acknowledged; {kind}", len(site.kept), number) for kind, number in found.items()),
    ]
    noted(record_property, counts)
    assert not any(failed for _, _, failed in counts), counts


def is_answered(site: Site) -> bool:
    """Whether a page that needs nothing is answered within two seconds."""
    wire = http.client.HTTPConnection("127.0.0.1", site.port, timeout=2)
    try:
        wire.request("GET", "/health/live/", headers={"Host": "127.0.0.1"})
        return wire.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        wire.close()
