"""A cluster whose every change is archived, by the settings and the program of deploy/, and what is restored from it.

The commands are those of docs/running/backups.md; only the folders are others.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from assurance.rehearsal.clusters import Clusters, wait_until
from goldenthread.config import postgres

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
MAIN = "main"


class Archived(Clusters):
    """The archived cluster, its archive, its base backups, and clusters that were restored from them."""

    def __init__(self) -> None:
        super().__init__()
        self.wal, self.bases = self.room("wal"), self.room("bases")
        for name in ("postgresql-archive.conf", "golden-thread-base"):
            shutil.copy(DEPLOY / name, self.folder / name)
            self.own(self.folder / name)

    def start_main(self) -> None:
        """The cluster, empty, with the roles of an installation and archiving on."""
        self.make(MAIN)
        with (self.data(MAIN) / "postgresql.conf").open("a") as file:
            file.write(f"include = '{self.folder}/postgresql-archive.conf'\n")
        self.start(MAIN, f"basic_archive.archive_directory={self.wal}")
        self.ask(MAIN, f"CREATE ROLE {postgres.PROCESSES} LOGIN", "postgres")
        self.ask(MAIN, "CREATE DATABASE goldenthread", "postgres")

    def fill(self, source: str) -> None:
        """Give it the tables of another database, as they are there."""
        dump = self.folder / "tables.dump"
        for words in (
            ["pg_dump", "--format=custom", "--file", str(dump), source],
            ["pg_restore", "--exit-on-error", "--no-owner", "--dbname", self.address(MAIN), str(dump)],
        ):
            subprocess.run([postgres.client_program(words[0]), *words[1:]], check=True)
        dump.unlink()

    def base(self, *, keep: int = 3) -> Path:
        """A base backup, by the program of deploy/."""
        where = {
            "BASES": str(self.bases),
            "WAL": str(self.wal),
            "PGHOST": str(self.room(MAIN)),
            "PGUSER": "postgres",
            "KEEP": str(keep),
        }
        said = self.do(self.folder / "golden-thread-base", **where).stdout
        return Path(said.split()[-1])

    def switch(self) -> None:
        """Let the present segment go, and wait until it has left."""
        name = self.ask(MAIN, "SELECT pg_walfile_name(pg_switch_wal())")
        left = "SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver"
        wait_until(lambda: self.ask(MAIN, left) >= name, what=f"{name} is archived")

    def lose_main(self) -> None:
        """kill -9, and its disk is gone."""
        self.kill(MAIN)
        shutil.rmtree(self.data(MAIN))

    def launch_restored(self, name: str, base: Path, *, until: str = "") -> None:
        """Begin a restore to a moment, or to the end of the archive, in a cluster of its own."""
        self.do("/bin/cp", "-a", base, self.data(name))
        signal = self.data(name) / "recovery.signal"
        signal.touch()
        self.own(signal)
        settings = [
            f'restore_command=cp {self.wal}/%f "%p"',
            "recovery_target_action=promote",
            "archive_mode=off",
        ]
        settings += [f"recovery_target_time={until}"] if until else []
        self.launch_postgres(name, *settings)

    def restore(self, name: str, base: Path, *, until: str = "") -> None:
        """Restore, and wait until the cluster takes writes."""
        self.launch_restored(name, base, until=until)
        leads = "SELECT NOT pg_is_in_recovery()"
        wait_until(lambda: self.ask(name, leads), what=f"{name} is restored", seconds=300)

    def leads_or_ended(self, name: str) -> bool:
        """Wait until a restored cluster takes writes, or has ended by itself: whether it takes them."""
        process = self.running[name]
        leads = "SELECT NOT pg_is_in_recovery()"
        wait_until(
            lambda: process.poll() is not None or self.ask(name, leads),
            what=f"{name} leads or ends",
            seconds=300,
        )
        return process.poll() is None

    def refuses(self, name: str) -> str:
        """Wait until a server has ended by itself, and give what it said."""
        self.running.pop(name).wait(300)
        return self.said(name)

    def forget(self, name: str) -> None:
        """A restored cluster is not needed any more."""
        self.kill(name)
        shutil.rmtree(self.data(name))
