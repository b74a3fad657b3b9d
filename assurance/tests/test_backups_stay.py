"""R9: whoever holds the processes, or the owner of the tables, cannot reach a backup, nor stop or hide the archiving."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from assurance.rehearsal.clusters import Clusters
from assurance.tests.test_restore import goldenthread
from goldenthread.config import postgres

pytestmark = pytest.mark.timeout(1800)
OWNER, NOBODY = "goldenthread", 65534
STATEMENTS = (
    "COPY (SELECT 1) TO '{file}'",
    "COPY (SELECT 1) TO PROGRAM 'rm -rf {folder}'",
    "CREATE TEMP TABLE t (a text); COPY t FROM '{file}'",
    "CREATE TEMP TABLE t (a text); COPY t FROM PROGRAM 'rm -rf {folder}'",
    "SELECT lo_export(lo_from_bytea(0, ''), '{file}')",
    "SELECT lo_import('{file}')",
    "SELECT pg_read_file('{file}')",
    "SELECT pg_read_binary_file('{file}')",
    "SELECT pg_ls_dir('{folder}')",
    "SELECT pg_stat_file('{file}')",
    "CREATE EXTENSION file_fdw",
    "CREATE FUNCTION f(text) RETURNS int AS 'libc', 'system' LANGUAGE c",
    "LOAD '/tmp/any.so'",
    "ALTER SYSTEM SET archive_mode = off",
    "ALTER SYSTEM SET archive_command = 'true'",
    "ALTER SYSTEM SET archive_library = ''",
    "ALTER SYSTEM SET wal_level = minimal",
    "SELECT pg_reload_conf()",
    "SELECT pg_rotate_logfile()",
    "SELECT pg_switch_wal()",
    "SELECT pg_promote()",
    "SELECT pg_backup_start('x')",
    "SELECT pg_create_physical_replication_slot('mine')",
    "SELECT pg_drop_replication_slot('golden_thread')",
    "SELECT pg_stat_reset_shared('archiver')",
    "SET session_replication_role = replica",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres",
    "ALTER ROLE {role} SUPERUSER",
    "ALTER ROLE {role} REPLICATION",
    "ALTER ROLE {role} BYPASSRLS",
    "ALTER ROLE postgres PASSWORD 'mine'",
    "GRANT pg_write_server_files TO {role}",
    "GRANT pg_read_server_files TO {role}",
    "GRANT pg_execute_server_program TO {role}",
    "GRANT pg_checkpoint TO {role}",
    "CREATE ROLE other SUPERUSER",
    "CREATE ROLE other REPLICATION",
)
AS_A_USER = """
import os, shutil, sys
folder, user = sys.argv[1], int(sys.argv[2])
os.setgroups([])
os.setgid(user)
os.setuid(user)
files = [os.path.join(folder, name) for name in ("backup.json", "database.dump")]
attempts = [(os.rmdir, folder), (shutil.rmtree, folder), (os.rename, folder, folder + "-gone"), (os.chmod, folder, 0o777)]
for file in files:
    attempts += [(os.remove, file), (os.truncate, file, 0), (os.rename, file, file + "-gone"), (os.chmod, file, 0o666),
                 (open, file, "ab"), (open, file, "wb"), (os.chown, file, os.getuid(), -1)]
attempts += [(open, folder + "/more", "wb"), (os.mkdir, folder + "/more"), (os.mkdir, os.path.dirname(folder) + "/more"),
             (open, files[1], "rb")]
done = 0
for call, *words in attempts:
    try:
        call(*words)
        done += 1
    except PermissionError:
        pass
assert b'"seal"' in open(files[0], "rb").read()
print(len(attempts), done)
"""


@pytest.fixture(scope="module")
def area() -> Iterator[Clusters]:
    """A cluster with the roles of an installation and nothing else."""
    made = Clusters()
    try:
        made.make("main")
        made.start("main")
        made.ask("main", f"CREATE ROLE {OWNER} LOGIN CREATEROLE", "postgres")
        made.ask("main", f"CREATE ROLE {postgres.PROCESSES} LOGIN", "postgres")
        made.ask("main", f"CREATE DATABASE goldenthread OWNER {OWNER}", "postgres")
        made.ask("main", "SELECT pg_create_physical_replication_slot('golden_thread')", "postgres")
        yield made
    finally:
        made.end()


@pytest.fixture
def file(area: Clusters) -> Path:
    """A file that the server itself could write and delete, as the archive's are."""
    place = area.room("copies") / "backup.json"
    place.write_text("whole")
    area.own(place)
    return place


@pytest.mark.parametrize("role", [OWNER, postgres.PROCESSES])
def test_no_statement_reaches_a_file_or_the_archiving(area, file, role, record_property):
    done = []
    for statement in STATEMENTS:
        with psycopg.connect(area.address("main", role), autocommit=True) as held:
            try:
                held.execute(statement.format(file=file, folder=file.parent, role=role))
                done.append(statement)
            except psycopg.errors.InsufficientPrivilege:
                pass
    assert file.read_text() == "whole"
    count = {"tried": len(STATEMENTS), "failed": len(done)}
    record_property("counted", {"what": f"ways of {role} to a file of the server or its archiving", **count})
    assert not done


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of backups as docs/running/one-server.md makes it: root's here, its group the processes'."""
    above = Path(tempfile.mkdtemp(prefix="gt-backups-"))
    above.chmod(0o755)
    place = above / "golden-thread"
    place.mkdir()
    os.chown(place, 0, NOBODY)
    place.chmod(0o2750)
    yield place
    shutil.rmtree(above)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user of this machine")
def test_the_processes_user_reads_what_a_backup_says_and_can_do_nothing_to_it(
    database, folder, record_property
):
    backup = goldenthread(database, "backup", "--quiet", folder)
    command = [sys.executable, "-I", "-c", AS_A_USER, backup, str(NOBODY)]
    said = subprocess.run(command, cwd="/", check=True, capture_output=True, text=True)
    tried, done = map(int, said.stdout.split())
    record_property(
        "counted", {"what": "ways of the processes’ user to a backup", "tried": tried, "failed": done}
    )
    assert done == 0
    assert goldenthread(database, "verify", backup).startswith("Whole")
