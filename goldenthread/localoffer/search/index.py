"""The directory held in memory for searching: sets of entries as bits, beside PostgreSQL, which keeps the truth."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from goldenthread.localoffer.search.bitsets import Postings, made_of, members
from goldenthread.localoffer.search.concepts import concepts_in, words_of_concepts
from goldenthread.localoffer.search.entries import OLDEST, Entry
from goldenthread.localoffer.search.places import Point, cell_of, cells_within, metres
from goldenthread.localoffer.search.spelling import Speller
from goldenthread.localoffer.search.words import tokens

FACETS = ("need", "kind", "ages", "day", "cost", "access", "setting", "area")
FIELDS = (("n", 3), ("t", 2))
"""Where a word stands beside the text itself, and how much more it weighs there."""


class Index:
    """Entries by number. An entry that changes gets a new number, and its old one is taken out of `alive`."""

    def __init__(self, entries: Iterable[Entry] = (), version: int = 0) -> None:
        self.version = version
        self.entries: list[Entry] = []
        self.fragments: list[str] = []
        self.hints: Any = None
        self.rows: dict[int, tuple[str, str, str]] = {}
        self.numbers: dict[int, int] = {}
        self.at_places: dict[str, int] = {}
        self.alive = 0
        self.postings = Postings()
        self.facet_values: dict[str, set[str]] = {name: set() for name in FACETS}
        self._speller: Speller | None = None
        self._windows: list[int] = []
        self._days: dict[date, int] = {}
        self.circle = lru_cache(maxsize=256)(self._circle)
        for entry in sorted(entries, key=lambda one: one.name.lower().removeprefix("the ")):
            self._append(entry)
        self.alive = (1 << len(self.entries)) - 1

    def __len__(self) -> int:
        return self.alive.bit_count()

    def put(self, entry: Entry) -> None:
        """Add an entry, or put it in the place of what it was."""
        self.remove(entry.key)
        number = self._append(entry)
        self._forget()
        self.alive |= 1 << number

    def remove(self, key: int) -> None:
        """Take an entry out."""
        number = self.numbers.pop(key, None)
        if number is not None:
            self.alive &= ~(1 << number)

    def _forget(self) -> None:
        self._speller = None
        self._days = {}
        self.circle.cache_clear()

    def _append(self, entry: Entry) -> int:
        number = len(self.entries)
        self.entries.append(entry)
        self.fragments.append(json.dumps(entry.shown, ensure_ascii=False, separators=(",", ":")))
        self.numbers[entry.key] = number
        self.at_places.update((place, number) for place, _ in entry.places)
        add = self.postings.add
        everything: set[str] = set()
        for letter, texts in (("n", [entry.name]), ("t", entry.tags), ("", [entry.body])):
            keys = {key for text in texts if text for key in _keys(text)}
            everything |= keys
            if letter:
                for key in keys:
                    add(f"{letter} {key}", number)
        for key in everything:
            add(f"w {key}", number)
        self._note_facets(entry, number)
        return number

    def _note_facets(self, entry: Entry, number: int) -> None:
        add = self.postings.add
        for group, codes in entry.facets.items():
            self.facet_values[group] |= codes
            for code in codes:
                add(f"f {group} {code}", number)
        for key in entry.hidden:
            add(f"h {key}", number)
        for age in range(OLDEST + 1):
            if entry.youngest < age + 1 and entry.oldest >= age:
                add(f"a {age}", number)
        for point in entry.points:
            add(f"g {cell_of(point)}", number)
        if entry.visible_from or entry.visible_to or entry.lapses_on:
            self._windows.append(number)

    @property
    def speller(self) -> Speller:
        """The words that stand in the directory, and those that we know of besides."""
        if self._speller is None:
            counts = Counter(
                {key[2:]: self.postings.count(key) for key in self.postings.keys("w ") if ":" not in key}
            )
            counts.update(dict.fromkeys(words_of_concepts(), 5))
            self._speller = Speller(counts)
        return self._speller

    def shown_on(self, day: date) -> int:
        """The entries that the public sees on a day."""
        hidden = self._days.get(day)
        if hidden is None:
            hidden = made_of(
                (n for n in self._windows if not _is_shown(self.entries[n], day)), len(self.entries)
            )
            self._days = {day: hidden}
        return self.alive & ~hidden

    def _circle(self, centre: Point, reach: float) -> int:
        """The entries with a place within so many metres."""
        bits, doubtful = 0, 0
        for cell, is_inside in cells_within(centre, reach):
            here = self.postings.get(f"g {cell}")
            if is_inside:
                bits |= here
            else:
                doubtful |= here
        doubtful &= ~bits
        near = [number for number in members(doubtful) if (self.distance(number, centre) or 0) <= reach]
        return bits | made_of(near, len(self.entries))

    def distance(self, number: int, centre: Point) -> float | None:
        """Metres from a point to an entry's nearest place; None for one that has no place."""
        points = self.entries[number].points
        return min((metres(centre, point) for point in points), default=None)


def _keys(text: str) -> set[str]:
    """The words of a text and the concepts that they name."""
    words = tokens(text)
    keys = set(words)
    for found in concepts_in(words):
        keys |= found.concepts
    return keys


def _is_shown(entry: Entry, day: date) -> bool:
    return (
        (entry.visible_from is None or entry.visible_from <= day)
        and (entry.visible_to is None or entry.visible_to >= day)
        and (entry.lapses_on is None or entry.lapses_on > day)
    )
