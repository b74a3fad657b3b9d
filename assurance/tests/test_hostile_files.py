"""S12: files that do harm, sent to every form that takes a file; and sound ones, which are all taken."""

from __future__ import annotations

import os
import resource
import socket
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from assurance.amount import times
from assurance.tests import corpus, everything
from assurance.tests.doors import DOORS, Door
from goldenthread.casework.models import Paper
from goldenthread.localoffer.models import Attachment
from tests.access import table
from tests.casework import world
from tests.readers import sign_in
from tests.uploads import fields_of_files

pytestmark = pytest.mark.django_db
MOST_MEMORY, MOST_SECONDS = 512, 20
"""Megabytes more than before the first file; and seconds for one file, on a machine that does other things too."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """One of everything, everybody signed in, and a count of who is called outside."""
    called: list[Any] = []
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX:
            called.append(address)
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        records, people = everything.everything()
        clients = {
            who: sign_in(Client(raise_request_exception=False), people[who])
            for who in {one.who for one in DOORS}
        }
        yield {"records": records, "clients": clients, "called": called}


def send(site: dict[str, Any], door: Door, name: str, content: bytes, **more: Any) -> tuple[int, bool]:
    cache.clear()
    address = table.TABLE[door.name].address.format(**site["records"])
    more |= {"description": f"A picture called {time.perf_counter_ns()}"} if "picture" in door.name else {}
    return door.send(site["clients"][door.who], address, name, content, **more)


def is_harmless_text(door: Door, file: corpus.Hostile) -> bool:
    """Whether what was kept is plain words, called so, and sent as a download that no browser shows."""
    if not (door.keeps_letters and file.is_text):
        return False
    model = Attachment if door.name.startswith("offer_staff") else Paper
    kept: Any = model.objects.order_by("-pk").first()
    return kept.mime == "text/plain" and kept.name.endswith((".txt", ".text", ".md", ".log"))


def test_every_form_that_takes_a_file_has_a_door_here():
    forms = {form.__name__ for form, _, _ in fields_of_files()} - {"WriteForm", "CorrectForm"}
    assert forms | {"FilesField"} == {one.form for one in DOORS}


def test_files_that_do_harm_are_refused_at_every_door(site, record_property, capsys):
    count, tried, began = times(150, full=1000), 0, _peak()
    taken, broken, slow, kinds = list[str](), list[str](), list[str](), Counter[str]()
    for file in corpus.hostile(count):
        kinds[file.kind] += 1
        for door in DOORS:
            start, said = time.perf_counter(), f"{door.name} with {file.kind} ({file.name[:40]})"
            status, is_taken = send(site, door, file.name, file.content)
            tried += 1
            if status >= 500:
                broken.append(f"{said}: {status}")
            if is_taken and not is_harmless_text(door, file):
                taken.append(said)
            if time.perf_counter() - start > MOST_SECONDS:
                slow.append(said)
    grew = _peak() - began
    with capsys.disabled():
        print(f"\n{sum(kinds.values())} hostile files of {len(kinds)} kinds at {len(DOORS)} doors; {grew} MB more at the peak")
    for what, wrong in (("hostile files sent to a form", taken), ("of them answered with an error of ours", broken),
                        (f"of them longer than {MOST_SECONDS} s", slow)):  # fmt: skip
        record_property("counted", {"what": what, "tried": tried, "failed": len(wrong)})
    record_property("counted", {"what": "hostile files", "tried": count, "failed": 0})
    record_property(
        "counted", {"what": f"MB more memory at the peak, of {MOST_MEMORY}", "tried": grew, "failed": int(grew > MOST_MEMORY)}
    )
    record_property("counted", {"what": "calls outside", "tried": tried, "failed": len(site["called"])})
    climbed = [one for one in Path("/tmp").glob("climbed*")] + [one for one in Path("/etc").glob("climbed*")]  # noqa: S108
    assert [taken, broken, slow, site["called"], climbed] == [[], [], [], [], []]
    assert grew <= MOST_MEMORY


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


def _peak() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if os.uname().sysname == "Linux" else 1 << 20)
