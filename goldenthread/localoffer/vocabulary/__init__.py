"""The words that families, schools and the health service use for the same things: concepts.json, which a council may better.

`same` are words for one thing wherever they stand; `asked` are what people type when they mean it, and are understood in
questions only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Concept:
    """A thing that has many names."""

    code: str
    label: str
    same: tuple[str, ...]
    asked: tuple[str, ...] = ()


def _read() -> dict[str, tuple[Concept, ...]]:
    held = json.loads((Path(__file__).parent / "concepts.json").read_text(encoding="utf-8"))
    return {
        group: tuple(
            Concept(one["code"], one["label"], tuple(one["same"]), tuple(one["asked"])) for one in concepts
        )
        for group, concepts in held.items()
    }


GROUPS = _read()
NEEDS, KINDS, ACCESS = GROUPS["need"], GROUPS["kind"], GROUPS["access"]
NEED_LABELS = {one.code: one.label for one in NEEDS}
KIND_LABELS = {one.code: one.label for one in KINDS}
ACCESS_LABELS = {one.code: one.label for one in ACCESS}
