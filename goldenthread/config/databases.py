"""With which two roles we come to the database: that of the running processes, and the owner of the tables."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

from goldenthread.config import environment, postgres


def both(*, as_owner: bool) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """How the web server and the workers come in; and Django's own list: the same, and a copy to read, or the owner's way."""
    owner, processes = environment.text("DATABASE_OWNER_URL"), environment.text("DATABASE_URL")
    if owner and not processes:
        raise environment.BadSetting("DATABASE_OWNER_URL is given without DATABASE_URL. Give both.")
    running = described(processes or postgres.url(user=postgres.PROCESSES))
    if as_owner:
        return running, {"default": described(owner or processes or postgres.url())}
    copy = environment.text("DATABASE_REPLICA_URL")
    return running, {"default": running} | ({"replica": _copy(copy)} if copy else {})


def _copy(address: str) -> dict[str, Any]:
    """A copy to read public pages from. One that does not answer soon is done without."""
    found = described(address)
    return found | {"OPTIONS": {"connect_timeout": "2"} | found["OPTIONS"]}


def described(address: str) -> dict[str, Any]:
    """Django's words for an address such as postgresql://user:password@host:5432/name?host=/socket/folder."""
    parts = urlparse(address)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise environment.BadSetting(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name. Only PostgreSQL is supported."
        )
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "goldenthread.kit.database",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,  # such a cursor cannot say with its statement for whom it reads
    }
