"""Known weaknesses of the packages that we are made of, asked of the open database at osv.dev, which holds PyPI's and npm's.

It is asked for names and versions, and told nothing else. That it knows anything is tried each time with two packages that
are known to be weak: a machine behind a mirror may get an answer that says nothing.
"""

from __future__ import annotations

import json
import os
import re
import urllib.request
from dataclasses import dataclass
from typing import Any

DATABASE = "https://api.osv.dev"
PATIENCE = 20
"""Seconds."""
MOST = 500
"""Packages in one question; the database takes 1,000."""
WEAK = ("pkg:pypi/django@2.2", "pkg:npm/lodash@4.17.4")
"""Known to be weak since 2019 and 2018."""
GRAVE = {"HIGH", "CRITICAL"}
_CODE = re.compile(r"[A-Za-z0-9-]{4,60}")


class CouldNotAsk(Exception):
    """Nobody answered, or with nothing that says anything."""


@dataclass(frozen=True)
class Weakness:
    """One that is known of a package that we use; `degree` as the database has it, LOW to CRITICAL, or empty."""

    package: str
    code: str
    degree: str
    words: str

    @property
    def is_grave(self) -> bool:
        """Whether it is high or critical. One without a degree counts, until somebody has looked."""
        return self.degree in GRAVE or not self.degree


def known(packages: list[str]) -> list[Weakness]:
    """What is known of these, as purls with their versions. Raises CouldNotAsk."""
    found = dict[str, list[str]]()
    for place in range(0, len(packages), MOST):
        found |= _codes([*WEAK, *packages[place : place + MOST]])
    return [_weakness(package, code) for package in packages for code in found.get(package, [])]


def _codes(packages: list[str]) -> dict[str, list[str]]:
    asked = {"queries": [{"package": {"purl": one}} for one in packages]}
    answers = _answer("/v1/querybatch", asked).get("results", [])
    if len(answers) != len(packages):
        raise CouldNotAsk("it did not answer for every package")
    found = {
        one: [each["id"] for each in answer.get("vulns", [])]
        for one, answer in zip(packages, answers, strict=True)
    }
    if not all(found[one] for one in WEAK):
        raise CouldNotAsk("it does not even know weaknesses that all the world knows")
    return found


def _weakness(package: str, code: str) -> Weakness:
    if not _CODE.fullmatch(code):
        raise CouldNotAsk("it names a weakness as no database does")
    told = _answer(f"/v1/vulns/{code}")
    degree = str(told.get("database_specific", {}).get("severity", "")).upper()
    return Weakness(package, code, degree, str(told.get("summary", ""))[:200])


def _answer(path: str, question: Any = None) -> dict[str, Any]:
    base = os.environ.get("OSV_URL", DATABASE)
    asked = urllib.request.Request(  # noqa: S310 (the address is ours, or whoever runs this chose it)
        f"{base}{path}",
        json.dumps(question).encode() if question else None,
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310
            told = json.load(answer)
    except (OSError, ValueError) as trouble:
        raise CouldNotAsk(f"{base} was not reached: {trouble}") from trouble
    if not isinstance(told, dict):
        raise CouldNotAsk("it answered something else")
    return told
