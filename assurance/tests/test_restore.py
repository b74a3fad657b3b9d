"""R9: a backup comes back on an empty cluster, with the roles of docs/running/one-server.md and no others, and works there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from assurance.amount import times
from assurance.rehearsal.clusters import Clusters
from assurance.tests.kept import whole_messages
from assurance.tests.site import Site, until
from assurance.tests.state import audit_says, differing, state
from tests.blank import environment

PASSES, PEOPLE, EACH = times(2, full=30), 3, 5
pytestmark = pytest.mark.timeout(7200)


@pytest.fixture
def clusters() -> Iterator[Clusters]:
    made = Clusters()
    yield made
    made.end()


def goldenthread(address: str, *words: str | Path, **settings: str) -> str:
    """What a command prints; it has to end with 0."""
    command = [sys.executable, "-m", "goldenthread.cli", *map(str, words)]
    done = subprocess.run(command, env=environment(address) | settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def kept_each_night(site: Site, folder: Path) -> list[SimpleNamespace]:
    """Backups, each of them after people wrote more, with what was held at that moment."""
    nights = []
    for _ in range(PASSES):
        with site.writers(PEOPLE):
            before = len(site.kept)
            until(lambda before=before: len(site.kept) >= before + EACH, "nothing was kept for two minutes")
        held = state(site.database)
        backup = Path(goldenthread(site.database, "backup", "--quiet", folder))
        nights.append(SimpleNamespace(held=held, kept=set(site.kept), backup=backup))
    return nights


def restored(clusters: Clusters, name: str, backup: Path) -> str:
    """An empty cluster with the owner's role and an empty database, and the backup in it; its address."""
    clusters.make(name)
    clusters.start(name)
    clusters.ask(name, "CREATE ROLE goldenthread LOGIN CREATEROLE", "postgres")
    new = "CREATE DATABASE goldenthread OWNER goldenthread ENCODING 'UTF8' TEMPLATE template0"
    clusters.ask(name, new, "postgres")
    address, owner = clusters.address(name), clusters.address(name, "goldenthread")
    said = goldenthread(address, "restore", "--quiet", backup, DATABASE_OWNER_URL=owner)
    assert said.startswith("Restored: "), said
    return address


def test_each_backup_comes_back_whole_on_an_empty_cluster(database, tmp_path, clusters, record_property):
    site = Site(database, tmp_path, workers=2)
    site.start()
    try:
        nights = kept_each_night(site, tmp_path / "backups")
    finally:
        site.kill()
    differ, files, lost, later = [], 0, 0, 0
    for number, night in enumerate(nights):
        address = restored(clusters, f"pass-{number}", night.backup)
        differ += differing(night.held, state(address))
        found = whole_messages(address)
        files, lost, later = (
            files + len(night.kept),
            lost + len(night.kept - found),
            later + len(found - night.kept),
        )
        assert audit_says(address).endswith("the chain is whole.")
        if night is not nights[-1]:
            clusters.kill(f"pass-{number}")
    tables = sum(len(night.held["tables"]) + 1 for night in nights)
    for what, tried, failed in (
        ("tables (rows and hash) and ends of the audit that differ", tables, len(differ)),
        ("files sent over HTTP whose SHA-256 is not the one sent", files, lost + later),
    ):
        record_property("counted", {"what": f"{PASSES} restores: {what}", "tried": tried, "failed": failed})
    assert not differ
    assert (lost, later) == (0, 0)
    works_on(address, tmp_path)


def works_on(address: str, folder: Path) -> None:
    """The web server runs on what was restored: somebody signs in, writes and is kept."""
    site = Site(address, folder, workers=2)
    site.number = 10_000
    site.start()
    try:
        with site.writers(1):
            until(lambda: site.kept, "nothing was kept after the restore")
    finally:
        site.kill()
    assert set(site.kept) <= whole_messages(address)
