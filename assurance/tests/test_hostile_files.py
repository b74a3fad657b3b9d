"""S12: files that do harm, sent to every form that takes a file; and sound ones, which are all taken."""

from __future__ import annotations

import logging
import resource
import socket
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import time_machine
from _pytest.logging import LogCaptureHandler
from django.core.cache import cache
from django.test import Client

from assurance.amount import times
from assurance.tests import corpus, everything
from assurance.tests.doors import COUNCIL, DOORS, Door
from goldenthread.casework.models import Paper
from goldenthread.localoffer.models import Attachment
from goldenthread.partners.models import Organisation
from tests.access import table
from tests.casework import world
from tests.readers import sign_in
from tests.uploads import fields_of_files

pytestmark = pytest.mark.django_db
MOST_MEMORY, MOST_SECONDS = 512, 20
"""Megabytes that one file may take at the peak; and seconds for one file, on a machine that does other things too."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[dict[str, Any]]:
    """One of everything, everybody signed in, and a count of who is called outside."""
    called: list[Any] = []
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX:
            called.append(address)
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    with nothing_is_captured(), time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        records, people = everything.everything()
        settings.AREA_NAME = Organisation.objects.create(name=COUNCIL, kind="council").name
        clients = {
            who: sign_in(Client(raise_request_exception=False), people[who])
            for who in {one.who for one in DOORS}
        }
        yield {"records": records, "clients": clients, "called": called}


@contextmanager
def nothing_is_captured() -> Iterator[None]:
    """pytest keeps every line that is logged, and with it the whole request: a thousand files would stand in memory."""
    root = logging.getLogger()
    kept = [one for one in root.handlers if isinstance(one, LogCaptureHandler)]
    for one in kept:
        root.removeHandler(one)
    yield
    for one in kept:
        root.addHandler(one)


def send(site: dict[str, Any], door: Door, name: str, content: bytes, **more: Any) -> tuple[int, bool]:
    cache.clear()
    records = site["records"] | (door.fresh(site["records"]) if door.fresh else {})
    address = table.TABLE[door.name].address.format(**records)
    more |= {"description": f"A picture called {time.perf_counter_ns()}"} if "picture" in door.name else {}
    return door.send(site["clients"][door.who], address, name, content, **more)


def is_harmless_text(door: Door, file: corpus.Hostile) -> bool:
    """Whether it is plain words, which a list may hold, or which are kept as such and sent as a download that none shows."""
    if not file.is_text:
        return False
    if door.reads_text:
        return True
    if not door.keeps_letters:
        return False
    model = Attachment if door.name.startswith("offer_staff") else Paper
    kept: Any = model.objects.order_by("-pk").first()
    return kept.mime == "text/plain" and kept.name.endswith((".txt", ".text", ".md", ".log"))


def test_every_form_that_takes_a_file_has_a_door_here():
    forms = {form.__name__ for form, _, _ in fields_of_files()} - {"WriteForm", "CorrectForm"}
    assert forms | {"FilesField"} == {one.form for one in DOORS}


def test_files_that_do_harm_are_refused_at_every_door(site, record_property, capsys):
    corpus.prepare()
    count, tried, began, most = times(150, full=1000), 0, memory("VmRSS"), 0
    taken, broken, slow, kinds = list[str](), list[str](), list[str](), Counter[str]()
    for file in corpus.hostile(count):
        kinds[file.kind] += 1
        for door in DOORS:
            start, said = time.perf_counter(), f"{door.name} with {file.kind} ({file.name[:40]})"
            before = forget_peak()
            status, is_taken = send(site, door, file.name, file.content)
            tried, most = tried + 1, max(most, memory("VmHWM") - before)
            if status >= 500:
                broken.append(f"{said}: {status}")
            if is_taken and not is_harmless_text(door, file):
                taken.append(said)
            if time.perf_counter() - start > MOST_SECONDS:
                slow.append(said)
    grew = memory("VmRSS") - began
    with capsys.disabled():
        print(
            f"\n{count} hostile files of {len(kinds)} kinds at {len(DOORS)} doors: {most} MB at the peak of one, {grew} in all"
        )
    for what, wrong in (("hostile files sent to a form", taken), ("of them answered with an error of ours", broken),
                        (f"of them longer than {MOST_SECONDS} s", slow)):  # fmt: skip
        record_property("counted", {"what": what, "tried": tried, "failed": len(wrong)})
    record_property("counted", {"what": "hostile files", "tried": count, "failed": 0})
    said = f"MB of memory at the peak of one file, of {MOST_MEMORY}"
    record_property("counted", {"what": said, "tried": most, "failed": int(most > MOST_MEMORY)})
    record_property("counted", {"what": "MB by which the test itself grew", "tried": grew, "failed": 0})
    record_property("counted", {"what": "calls outside", "tried": tried, "failed": len(site["called"])})
    climbed = [one for folder in ("/tmp", "/etc") for one in Path(folder).glob("climbed*")]  # noqa: S108
    assert [taken, broken, slow, site["called"], climbed] == [[], [], [], [], []]
    assert most <= MOST_MEMORY


def test_names_that_mean_harm_are_kept_harmless(site, record_property):
    tried, wrong = 0, []
    for door in [one for one in DOORS if one.keeps_letters]:
        for name in corpus.NAMES:
            status, _ = send(site, door, f"{name}.txt", b"Ash reads well.")
            tried += 1
            if status >= 500:
                wrong.append(f"{door.name} with {name!r}: {status}")
    for model in (Paper, Attachment):
        for kept in model.objects.values_list("name", flat=True):
            if not kept.isprintable() or len(kept) > 150 or "/" in kept or "\\" in kept:
                wrong.append(f"kept as {kept!r}")
    record_property("counted", {"what": "names that mean harm", "tried": tried, "failed": len(wrong)})
    assert wrong == []


def test_sound_files_are_all_taken(site, record_property):
    wanted, tried, refused = times(60, full=200), 0, []
    pairs = [(door, good) for door in DOORS for good in door.good]
    while tried < wanted:
        for door, good in pairs:
            name, content = good(tried)
            status, is_taken = send(site, door, name, content)
            tried += 1
            if not is_taken:
                refused.append(f"{door.name} with {name}: {status}")
            if tried == wanted:
                break
    record_property("counted", {"what": "sound files", "tried": tried, "failed": len(refused)})
    assert refused == []


def memory(what: str) -> int:
    """Megabytes of this process: VmRSS now, VmHWM the most since the peak was forgotten. Without /proc, the most ever."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 << 20)
    return (
        next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith(what))
        // 1024
    )


def forget_peak() -> int:
    """Let the peak begin again at what there is now, and give that."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")
