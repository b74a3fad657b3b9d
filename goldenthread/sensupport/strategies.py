"""What schools are expected to do from what they have (“ordinarily available”), as strategies that can be searched.

The list is a folder with one file for each version, or one file. The one that comes with the system is invented for the
demonstration, in the broad areas of the Code of Practice: a council puts the list that it agreed with its schools and
families in its place. The version with the last day is in use; earlier ones stay readable, because cycles began with them.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from goldenthread.sensupport.choices import Age, Area, Layer

OWN = Path(__file__).parent / "data" / "strategies"
MOST_WORDS = 8


@dataclass(frozen=True)
class Strategy:
    """One thing to do: what it is for, what somebody notices, what to do. Without ages it is for every age."""

    code: str
    area: str
    layer: str
    title: str
    notice: str
    do: str
    ages: tuple[str, ...] = ()

    @property
    def ages_in_words(self) -> str:
        """For which ages, or nothing where it is for all."""
        return ", ".join(Age(one).label for one in self.ages)

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

    @property
    def day(self) -> date:
        """The day from which it is in use."""
        return date.fromisoformat(self.dated)

    def by_code(self) -> dict[str, Strategy]:
        """Each by its code."""
        return {one.code: one for one in self.strategies}

    def titles(self, codes: Iterable[str]) -> list[str]:
        """The titles of codes; a code that is no longer in the list stands as it is."""
        held = self.by_code()
        return [held[code].title if code in held else code for code in codes]


@dataclass(frozen=True)
class Changes:
    """What a version has that the one before has not, and the other way round."""

    book: Book
    before: Book
    new: tuple[Strategy, ...]
    changed: tuple[Strategy, ...]
    gone: tuple[Strategy, ...]


@lru_cache(maxsize=16)
def _read(path: Path, changed: float) -> Book:
    held = json.loads(path.read_text(encoding="utf-8"))
    found = tuple(Strategy(**{**one, "ages": tuple(one.get("ages", ()))}) for one in held["strategies"])
    wrong = [
        one.code
        for one in found
        if one.area not in Area.values
        or one.layer not in Layer.values
        or not set(one.ages) <= set(Age.values)
    ]
    if wrong or len({one.code for one in found}) != len(found):
        raise ValueError(f"{path}: an unknown area, layer or age, or a code twice: {wrong or 'a code twice'}")
    date.fromisoformat(held["dated"])
    return Book(held["version"], held["dated"], bool(held.get("is_invented")), found)


def books() -> list[Book]:
    """Every version of the list, the one in use last: those of the council where the settings name them, else the invented."""
    path = Path(settings.SEN_STRATEGIES) if settings.SEN_STRATEGIES else OWN
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    found = sorted((_read(one, one.stat().st_mtime) for one in files), key=lambda one: one.dated)
    if not found:
        raise ValueError(f"{path} has no list of strategies: put one in, as JSON")
    if len({one.version for one in found}) != len(found) or len({one.dated for one in found}) != len(found):
        raise ValueError(f"{path}: two lists have the same version or the same day")
    return found


def book(version: str = "") -> Book:
    """A version of the list; the one in use where none is asked for or there is none of that name."""
    found = books()
    return next((one for one in found if one.version == version), found[-1])


def changes() -> list[Changes]:
    """What each version changed in the one before, the newest first."""
    found = books()
    return [_changes(after, before) for before, after in itertools.pairwise(found)][::-1]


def _changes(after: Book, before: Book) -> Changes:
    now, then = after.by_code(), before.by_code()
    return Changes(
        after, before,
        tuple(one for one in after.strategies if one.code not in then),
        tuple(one for one in after.strategies if one.code in then and one != then[one.code]),
        tuple(one for one in before.strategies if one.code not in now),
    )  # fmt: skip


def find(words: str, area: str = "", layer: str = "", age: str = "", version: str = "") -> list[Strategy]:
    """Strategies with all of the words (their beginnings will do), of an area, a layer and an age; most in the title first."""
    asked = [re.escape(one) for one in re.findall(r"\w+", words.casefold())[:MOST_WORDS]]
    found: list[tuple[int, int, Strategy]] = []
    for one in book(version).strategies:
        if (
            (area and one.area != area)
            or (layer and one.layer != layer)
            or (age and one.ages and age not in one.ages)
        ):
            continue
        if all(re.search(rf"\b{_stem(word)}", one.words) for word in asked):
            hits = sum(bool(re.search(rf"\b{_stem(word)}", one.title.casefold())) for word in asked)
            found.append((-hits, len(found), one))
    return [one for *_, one in sorted(found, key=lambda each: each[:2])]


def _stem(word: str) -> str:
    """The beginning of a word that its forms share: "reading" and "reads" both begin with "read"."""
    return re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word
