"""PostgreSQL's own programs, told where the database is through the environment, so that no password stands in a list of
processes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from goldenthread.config import postgres
from goldenthread.kit.who_reads import Purpose, Reading

_NAMES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}

ALL_ROWS = f"-c golden.reads={Reading(purpose=Purpose.COMMAND)}"
"""Row-level security holds for the owner of the tables too; a copy is of all rows."""


class ToolTrouble(RuntimeError):
    """A program of PostgreSQL did not do what was asked. Its words are the message."""


def address() -> dict[str, str]:
    """Where Django's database is, in the words of PostgreSQL's programs."""
    given: dict[str, Any] = connection.get_connection_params()
    return {_NAMES[name]: str(value) for name, value in given.items() if name in _NAMES and value}


def run(program: str, *arguments: str | Path) -> str:
    """Run a program to its end and give what it printed. Raises ToolTrouble with the last of its words."""
    done = subprocess.run(  # noqa: S603
        [postgres.client_program(program), *map(str, arguments)],
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "PGOPTIONS": ALL_ROWS, **address()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode:
        said = [line for line in done.stderr.strip().splitlines() if line] or [
            f"it ended with {done.returncode}"
        ]
        raise ToolTrouble(f"{program}: {' '.join(said[-3:])}")
    return done.stdout
