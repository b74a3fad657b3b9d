"""What schools are expected to do from what they have (“ordinarily available”), as strategies that can be searched.

The list is a file with a version. The one that comes with the system is invented for the demonstration, in the broad areas
of the Code of Practice: a council puts the list that it agreed with its schools and families in its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from goldenthread.sensupport.choices import Area, Layer

OWN = Path(__file__).parent / "data" / "strategies.json"
MOST_WORDS = 8


@dataclass(frozen=True)
class Strategy:
    """One thing to do: what it is for, what somebody notices, what to do."""

    code: str
    area: str
    layer: str
    title: str
    notice: str
    do: str

    @property
    def words(self) -> str:
        """Everything that a search looks at."""
        return " ".join([self.title, self.notice, self.do, Area(self.area).label]).casefold()


@dataclass(frozen=True)
class Book:
    """The list, with its version, its day, and whether it was made up."""

    version: str
    dated: str
    is_invented: bool
    strategies: tuple[Strategy, ...]

    def by_code(self) -> dict[str, Strategy]:
        """Each by its code."""
        return {one.code: one for one in self.strategies}

    def titles(self, codes: Iterable[str]) -> list[str]:
        """The titles of codes; a code that is no longer in the list stands as it is."""
        held = self.by_code()
        return [held[code].title if code in held else code for code in codes]


@lru_cache(maxsize=4)
def _read(path: Path, changed: float) -> Book:
    held = json.loads(path.read_text(encoding="utf-8"))
    found = tuple(Strategy(**one) for one in held["strategies"])
    wrong = [one.code for one in found if one.area not in Area.values or one.layer not in Layer.values]
    if wrong or len({one.code for one in found}) != len(found):
        raise ValueError(f"{path}: an unknown area or layer, or a code twice: {wrong or 'a code twice'}")
    return Book(held["version"], held["dated"], bool(held.get("is_invented")), found)


def book() -> Book:
    """The list in use: the council's own file, where the settings name one, else the one that comes along."""
    path = Path(settings.SEN_STRATEGIES) if settings.SEN_STRATEGIES else OWN
    return _read(path, path.stat().st_mtime)


def find(words: str, area: str = "", layer: str = "") -> list[Strategy]:
    """Strategies with all of the words (their beginnings will do), of an area and a layer; those with most in the title first."""
    asked = [re.escape(one) for one in re.findall(r"\w+", words.casefold())[:MOST_WORDS]]
    found: list[tuple[int, int, Strategy]] = []
    for one in book().strategies:
        if (area and one.area != area) or (layer and one.layer != layer):
            continue
        if all(re.search(rf"\b{_stem(word)}", one.words) for word in asked):
            hits = sum(bool(re.search(rf"\b{_stem(word)}", one.title.casefold())) for word in asked)
            found.append((-hits, len(found), one))
    return [one for *_, one in sorted(found, key=lambda each: each[:2])]


def _stem(word: str) -> str:
    """The beginning of a word that its forms share: "reading" and "reads" both begin with "read"."""
    return re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word
