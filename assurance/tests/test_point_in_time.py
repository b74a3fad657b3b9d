"""R9: continuous archiving and restore to a moment, by PostgreSQL's programs and the files of deploy/, on clusters of their own.

People write over HTTP while the base backup is made. Moments are noted with every table's hash; then a table is emptied, people
write on, and the server is killed and its disk thrown away.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO

import pytest

from assurance.amount import times
from assurance.rehearsal.archived import MAIN, Archived
from assurance.tests.kept import whole_messages
from assurance.tests.site import Site, until
from assurance.tests.state import audit_says, differing, doctor, state
from tests.blank import thrown_away

MOMENTS, BASE_FLIPS, SEGMENT_FLIPS = times(2, full=12), times(20, full=1000), times(2, full=30)
PEOPLE, EACH = 3, 4
TOO_SHORT = "recovery ended before configured recovery target was reached"
pytestmark = pytest.mark.timeout(7200)


def people_write(site: Site) -> None:
    """Until some more messages were acknowledged."""
    before = len(site.kept)
    with site.writers(PEOPLE):
        until(lambda: len(site.kept) >= before + EACH, "nothing was kept for two minutes")


@pytest.fixture(scope="module")
def lived(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An area with its archive, the moments that were noted, and what happened after them. Its server is gone."""
    area = Archived()
    try:
        area.start_main()
        with thrown_away() as source:
            area.fill(source)
        site = Site(area.address(MAIN), tmp_path_factory.mktemp("site"), workers=2)
        site.start()
        try:
            yield live(area, site)
        finally:
            site.kill()
    finally:
        area.end()


def noted(area: Archived, site: Site) -> SimpleNamespace:
    """A moment at which nobody writes: what is held then, and how far the segment had been written."""
    held = state(site.database) | {"kept": sorted(site.kept)}
    where = area.ask(MAIN, "SELECT pg_walfile_name_offset(pg_current_wal_insert_lsn())")
    segment, offset = where if isinstance(where, tuple) else where.strip("()").split(",")
    return SimpleNamespace(
        at=str(area.ask(MAIN, "SELECT clock_timestamp()")), held=held, segment=segment, offset=int(offset)
    )


@contextmanager
def flipped(file: Path, chance: random.Random, *, until: int) -> Iterator[None]:
    """One bit of a file is another, somewhere in its first bytes, for a while."""
    place, bit = chance.randrange(until), 1 << chance.randrange(8)
    with file.open("r+b") as opened:
        opened.seek(place)
        was = opened.read(1)
        try:
            write(opened, place, bytes([was[0] ^ bit]))
            yield
        finally:
            write(opened, place, was)


def write(opened: BinaryIO, place: int, byte: bytes) -> None:
    opened.seek(place)
    opened.write(byte)
    opened.flush()


def live(area: Archived, site: Site) -> SimpleNamespace:
    older = area.base(), area.switch(), area.base()
    with site.writers(PEOPLE):
        until(lambda: len(site.kept) >= EACH, "nothing was kept for two minutes")
        base = area.base(keep=1)
    moments = []
    for _ in range(MOMENTS):
        people_write(site)
        moments.append(noted(area, site))
    area.ask(MAIN, "TRUNCATE casework_message CASCADE")
    people_write(site)
    area.switch()
    well = doctor(site.database, BASE_BACKUP_FOLDER=str(area.bases))
    archived = list(site.kept)
    away = area.wal.rename(area.folder / "away")
    people_write(site)
    area.ask(MAIN, "SELECT pg_switch_wal()")
    failed = "SELECT failed_count > 0 FROM pg_stat_archiver"
    until(lambda: area.ask(MAIN, failed), "archiving into a folder that is gone does not fail")
    ill = doctor(site.database, BASE_BACKUP_FOLDER=str(area.bases))
    area.lose_main()
    away.rename(area.wal)
    return SimpleNamespace(
        area=area,
        site=site,
        base=base,
        older=(older[0], older[2]),
        moments=moments,
        archived=archived,
        well=well,
        ill=ill,
    )


def test_everything_before_a_moment_comes_back_and_nothing_after_it(lived, record_property):
    differ, lost, later = [], 0, 0
    for moment in lived.moments:
        lived.area.restore("restored", lived.base, until=moment.at)
        address, kept = lived.area.address("restored"), set(moment.held["kept"])
        differ += differing(moment.held, state(address))
        found = whole_messages(address)
        lost, later = lost + len(kept - found), later + len(found - kept)
        lived.area.forget("restored")
    for what, tried, failed in (
        ("tables and ends of the audit compared at a moment", len(moment.held["tables"]) + 1, len(differ)),
        ("messages acknowledged before a moment, and not there", len(kept), lost),
        ("messages written after a moment, and there", len(lived.site.kept) - len(kept), later),
    ):
        record_property("counted", {"what": f"{MOMENTS} moments: {what}", "tried": tried, "failed": failed})
    assert not differ
    assert (lost, later) == (0, 0)
    assert len(lived.site.kept) > len(kept)


def test_of_older_base_backups_and_their_segments_nothing_is_kept(lived):
    assert list(lived.area.bases.iterdir()) == [lived.base]
    assert not any(one.exists() for one in lived.older)
    label = (lived.base / "backup_label").read_text()
    segments = sorted(one.name for one in lived.area.wal.iterdir() if len(one.name) == 24)
    assert f"(file {segments[0]})" in label


def test_of_what_was_archived_nothing_is_lost_with_the_disk(lived, record_property):
    """To the end of the archive: the emptied table is empty, and what was written after that and archived is there."""
    lived.area.restore("restored", lived.base)
    try:
        since = set(lived.archived) - set(lived.moments[-1].held["kept"])
        lost = since - whole_messages(lived.area.address("restored"))
        audit = audit_says(lived.area.address("restored"))
    finally:
        lived.area.forget("restored")
    count = {"tried": len(since), "failed": len(lost)}
    record_property("counted", {"what": "messages archived before the disk was lost, and not there", **count})
    assert since
    assert not lost
    assert audit.endswith("the chain is whole.")


def test_an_archive_with_a_hole_stops_the_restore(lived):
    moment = lived.moments[-1]
    segment = lived.area.wal / moment.segment
    away = segment.rename(lived.area.folder / "hole")
    try:
        lived.area.launch_restored("holed", lived.base, until=moment.at)
        assert TOO_SHORT in lived.area.refuses("holed")
    finally:
        away.rename(segment)


def test_an_archive_with_a_flipped_bit_gives_nothing_wrong(lived, record_property):
    """The restore stops; or the bit lay where nothing is written, and all is as it was."""
    chance, moment, wrong = random.Random(20261127), lived.moments[-1], 0
    segment = lived.area.wal / moment.segment
    for number in range(SEGMENT_FLIPS):
        name = f"flipped-{number}"
        with flipped(segment, chance, until=moment.offset):
            lived.area.launch_restored(name, lived.base, until=moment.at)
            if lived.area.leads_or_ended(name):
                wrong += bool(differing(moment.held, state(lived.area.address(name))))
                lived.area.kill(name)
            else:
                assert TOO_SHORT in lived.area.refuses(name)
    count = {"tried": SEGMENT_FLIPS, "failed": wrong}
    record_property(
        "counted", {"what": "bits flipped in a segment, and restored otherwise than it was", **count}
    )
    assert wrong == 0


def test_a_base_backup_with_a_flipped_bit_is_refused(lived, record_property):
    """By pg_verifybackup, in any file but its segments, which have sums of their own."""
    chance, missed = random.Random(20261128), 0
    files = [
        one
        for one in lived.base.rglob("*")
        if one.is_file() and "pg_wal" not in one.parts and one.stat().st_size
    ]
    weights = [one.stat().st_size for one in files]
    for file in chance.choices(files, weights, k=BASE_FLIPS // 2) + chance.choices(files, k=BASE_FLIPS // 2):
        with flipped(file, chance, until=file.stat().st_size):
            try:
                lived.area.do("pg_verifybackup", "--quiet", "--no-parse-wal", lived.base)
                missed += 1
            except subprocess.CalledProcessError:
                pass
    count = {"tried": BASE_FLIPS // 2 * 2, "failed": missed}
    record_property("counted", {"what": "bits flipped in a base backup, and not found", **count})
    assert missed == 0
    lived.area.do("pg_verifybackup", "--quiet", lived.base)


def test_the_doctor_tells_that_archiving_goes_and_that_it_fails(lived):
    assert lived.well["Archiving"]["state"] == "well", lived.well["Archiving"]
    assert lived.well["Base backup"]["state"] == "well", lived.well["Base backup"]
    assert lived.ill["Archiving"]["state"] == "broken"
    assert "It fails since" in lived.ill["Archiving"]["found"]
