"""Settings come from the environment alone; a bad value stops the start and says which one."""

from __future__ import annotations

import os
from pathlib import Path

_owner = [False]


def be_owner() -> None:
    """Have this process come to the database as the owner of its tables: to migrate, lock, back up or restore."""
    _owner[0] = True


def is_owner() -> bool:
    """Whether this process is to own the tables."""
    return _owner[0]


class BadSetting(SystemExit):
    """A setting that cannot be used. Ends the program with its sentence."""


def text(name: str, default: str = "") -> str:
    """The setting's text. `NAME_FILE` may name a file that holds it, so that secrets stay out of the environment."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            return Path(path).read_text().strip()
        except OSError as problem:
            raise BadSetting(f"{name}_FILE names {path}, which cannot be read: {problem.strerror}.") from None
    return os.environ.get(name) or default  # an empty setting is one that was not given


def switch(name: str, default: bool = False) -> bool:
    """A setting that is on or off: 1, 0, yes, no, true, false, on, off."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"", "0", "no", "false", "off"}:
        return False
    raise BadSetting(f"{name} is “{value}”. Use 1 for on or 0 for off.")


def number(name: str, default: int) -> int:
    """A whole number."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise BadSetting(f"{name} is “{value}”. Use a whole number.") from None


def words(name: str, default: str = "") -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
