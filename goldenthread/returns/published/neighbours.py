"""Statistical neighbours: the ten authorities that are most like each. Data: data/neighbours.json, to be replaced at will."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "data" / "neighbours.json"


@cache
def _held() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(FILE.read_text("utf-8"))["neighbours"]
    return found


def neighbours_of(place: str) -> list[str]:
    """The neighbours of an authority, nearest first, by the names of the release; none where it is not in the table."""
    return _held().get(place, [])


def source() -> str:
    """Where the table comes from, in a sentence."""
    said: str = json.loads(FILE.read_text("utf-8"))["source"]
    return said
