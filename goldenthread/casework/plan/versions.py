"""A version that can no longer change: what is sealed, its hash, and whether locked words still stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from goldenthread.casework.plan.shapes import SEALED, Lock, Plan
from goldenthread.casework.plan.writing import canonical, plan_data


@dataclass(frozen=True)
class Version:
    """A sealed plan: its content as JSON, written in one way only, and the hash of that."""

    number: int
    content: bytes
    sha256: str


def sealed(plan: Plan) -> dict[str, Any]:
    """What makes the version. Comments, overrides, the days of the case and what the checks know around it are not in it."""
    return {name: value for name, value in plan_data(plan).items() if name in SEALED}


def sealed_hash(plan: Plan) -> str:
    """The SHA-256 of the version."""
    return sha256(canonical(sealed(plan))).hexdigest()


def seal(plan: Plan) -> Version:
    """The plan as a version that is kept for good."""
    content = canonical(sealed(plan))
    return Version(plan.number, content, sha256(content).hexdigest())


def is_whole(version: Version) -> bool:
    """Whether a kept version is still what was sealed."""
    return sha256(version.content).hexdigest() == version.sha256


def broken_locks(plan: Plan) -> list[Lock]:
    """The locks whose words the plan no longer holds. Spaces do not count; every other character does."""
    texts = {line.id: line.text for section in plan.sections.values() for line in section.lines}
    return [lock for lock in plan.locks if _spaced(lock.text) not in _spaced(texts.get(lock.line, ""))]


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
