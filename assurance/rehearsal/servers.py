"""Two PostgreSQL servers and PgBouncer in a folder of their own. They listen on sockets in it and on no network address."""

from __future__ import annotations

import os
import shutil
import signal

from assurance.rehearsal.clusters import Clusters, Missing, die_with_parent, wait_until
from goldenthread.config import postgres

__all__ = ["Missing", "Servers", "die_with_parent", "wait_until"]

POOLED = """[databases]
goldenthread = host={primary} port=5432

[pgbouncer]
listen_port = 5432
unix_socket_dir = {folder}
auth_type = trust
auth_file = {folder}/users.txt
pool_mode = transaction
default_pool_size = 20
max_client_conn = 200
server_login_retry = 1
ignore_startup_parameters = extra_float_digits
admin_users = postgres
"""


class Servers(Clusters):
    """The folder, and what runs in it."""

    def __init__(self) -> None:
        bouncer = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if bouncer is None:
            raise Missing("pgbouncer is not installed (on Debian: apt install pgbouncer)")
        self.bouncer = bouncer
        super().__init__()

    def start_primary(self) -> None:
        """An empty primary."""
        self.make("primary")
        self.start("primary")
        self.ask("primary", "CREATE DATABASE goldenthread", "postgres")

    def start_replica(self) -> None:
        """A streaming copy, on which every commit waits from now on."""
        source = f"host={self.folder / 'primary'} user=postgres application_name=replica"
        self.do(
            "pg_basebackup",
            "-D",
            self.data("replica"),
            "-d",
            source,
            "-R",
            "-X",
            "stream",
            "--checkpoint=fast",
        )
        self.start("replica", "hot_standby_feedback=on")
        self.ask("primary", "ALTER SYSTEM SET synchronous_standby_names = 'replica'")
        self.ask("primary", "SELECT pg_reload_conf()")
        state = "SELECT coalesce((SELECT sync_state FROM pg_stat_replication), '')"
        wait_until(lambda: self.ask("primary", state) == "sync", what="the copy is synchronous")

    def start_bouncer(self) -> None:
        """PgBouncer before the primary."""
        room = self.room("pooled")
        users = room / "users.txt"
        users.write_text(f'"postgres" ""\n"{postgres.PROCESSES}" ""\n')
        self.own(users)
        self.lead_to("primary")
        self.launch("pooled", self.bouncer, "-q", str(room / "pgbouncer.ini"))
        wait_until(lambda: self.ask("pooled", "SELECT 1") == 1, what="PgBouncer answers")

    def lead_to(self, name: str) -> None:
        """Let PgBouncer lead to a server; one that runs already is told to read its file again."""
        place = self.room("pooled") / "pgbouncer.ini"
        place.write_text(POOLED.format(primary=self.folder / name, folder=self.folder / "pooled"))
        self.own(place)
        if "pooled" in self.running:
            self.running["pooled"].send_signal(signal.SIGHUP)

    def kill_primary(self) -> None:
        """kill -9 of the whole server."""
        self.kill("primary")

    def promote(self) -> None:
        """Make the copy the primary."""
        self.ask("replica", "SELECT pg_promote()")
        wait_until(lambda: not self.ask("replica", "SELECT pg_is_in_recovery()"), what="the copy leads")

    def reads(self, name: str) -> int:
        """How often the tables of the Local Offer were looked into at a server since its statistics began."""
        question = """SELECT coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::bigint FROM pg_stat_user_tables
                      WHERE relname LIKE 'localoffer%'"""
        return int(self.ask(name, question))
