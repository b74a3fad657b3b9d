"""This folder's own secret key: made by the set-up, kept beside the data, used when SECRET_KEY is not given.

The audit's chain is signed with it, so it lives as long as the database does and not as long as the checkout.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from goldenthread.config import postgres


def path() -> Path:
    """Where the key is kept: next to the folder that holds the tables."""
    data = postgres.data_folder()
    return data.with_name(f"secret-{data.name}")


def ensure() -> Path:
    """Make the key unless it is there, readable by its owner alone."""
    place = path()
    place.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    if not place.exists():
        making = place.with_name(f"{place.name}.{os.getpid()}")
        with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(60))
        making.rename(place)
    return place


def is_given() -> bool:
    """Whether the environment already says which key to use."""
    return bool(os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE"))


def use_own() -> None:
    """Let the settings read this folder's key, if the environment gives none and the set-up made one."""
    if not is_given() and path().exists():
        os.environ["SECRET_KEY_FILE"] = str(path())
