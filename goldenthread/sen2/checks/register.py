"""Every check, in the order in which a return is read. A module put into a folder here is a check; nothing else names it."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from goldenthread.sen2.checks.check import Check

_FOLDERS = {
    "Values": "value",
    "Header": "header",
    "Persons": "person",
    "Requests": "request",
    "Assessments": "assessment",
    "Named plans": "plan",
    "Plan details": "detail",
    "Active plans": "active",
    "Placements": "placement",
}


def _checks(folder: str) -> tuple[Check, ...]:
    package = import_module(f"goldenthread.sen2.checks.{folder}")
    names = sorted(one.name for one in pkgutil.iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}").CHECK for name in names)


GROUPS: dict[str, tuple[Check, ...]] = {title: _checks(folder) for title, folder in _FOLDERS.items()}
CHECKS: dict[str, Check] = {one.code: one for group in GROUPS.values() for one in group}
