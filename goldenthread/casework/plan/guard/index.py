"""The caseload's index: who the other children are, and which paragraphs stand in whose plans.

It is built once and kept up plan by plan; adding a child again replaces what was there. It keeps
names, numbers and dates as they are and paragraphs only as hashes, and it is as confidential as the caseload itself.
What it finds tells how many others, never who.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from goldenthread.casework.plan.guard.shingles import Print, print_of
from goldenthread.casework.plan.language.names import bare, child_words
from goldenthread.casework.plan.shapes import Child, Plan

FORMAT = "golden-thread-caseload/1"
PERSONAL = frozenset({"views", "needs"})
"""What the sections hold in which a sentence is one child’s and nobody else’s."""


@dataclass(frozen=True)
class Entry:
    """One child of the caseload: who they are, and the prints of their plan."""

    key: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    born_on: str
    numbers: tuple[str, ...]
    prints: tuple[int, ...] = ()
    shingles: tuple[int, ...] = ()


@dataclass
class CaseloadIndex:
    """The index. Every question costs the words of the plan that is asked about, however large the caseload is."""

    entries: dict[str, Entry] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    born: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    prints: Counter[int] = field(default_factory=Counter)
    shingles: Counter[int] = field(default_factory=Counter)

    def add(self, entry: Entry) -> None:
        """Take a child in, in place of what was known of them before."""
        self.remove(entry.key)
        self.entries[entry.key] = entry
        self._count(entry, 1)

    def add_plan(self, plan: Plan, holds: dict[str, str]) -> None:
        """Take in a child with their plan; `holds` says what each section of its type holds."""
        self.add(entry_of(plan, holds))

    def remove(self, key: str) -> None:
        """Forget a child."""
        entry = self.entries.pop(key, None)
        if entry:
            self._count(entry, -1)

    def _count(self, entry: Entry, step: int) -> None:
        for counter, found in self._counted(entry):
            for one in found:
                counter[one] += step
                if not counter[one]:
                    del counter[one]

    def _counted(self, entry: Entry) -> tuple[tuple[Counter[Any], Iterable[Any]], ...]:
        return (
            (self.given, set(entry.given)),
            (self.pairs, {(given, family) for given in entry.given for family in entry.family}),
            (self.born, (entry.born_on,) if entry.born_on else ()),
            (self.numbers, entry.numbers),
            (self.prints, entry.prints),
            (self.shingles, entry.shingles),
        )

    def _others(self, counter: Counter[Any], what: Any, own: Entry | None, of_own: Iterable[Any]) -> int:
        return counter.get(what, 0) - (own is not None and what in of_own)

    def others_with_number(self, number: str, key: str) -> int:
        """How many other children have a UPN or NHS number."""
        own = self.entries.get(key)
        return self._others(self.numbers, number, own, own.numbers if own else ())

    def others_born(self, day: date, key: str) -> int:
        """How many other children were born on a day."""
        own = self.entries.get(key)
        return self._others(self.born, day.isoformat(), own, (own.born_on,) if own else ())

    def others_called(self, given: str, key: str, family: str = "") -> int:
        """How many other children have a given name, or a whole name."""
        own = self.entries.get(key)
        if not family:
            return self._others(self.given, given, own, own.given if own else ())
        has_it = own is not None and given in own.given and family in own.family
        return self.pairs.get((given, family), 0) - has_it

    def plans_with(self, found: Print, key: str) -> tuple[int, int]:
        """In how many other plans a paragraph stands word for word, and in how many nearly so."""
        own = self.entries.get(key)
        whole = self._others(self.prints, found.whole, own, own.prints if own else ())
        mine = frozenset(own.shingles) if own else frozenset()
        counts = sorted(self.shingles.get(one, 0) - (one in mine) for one in found.shingles)
        return whole, max(whole, counts[len(counts) // 5])

    def dump(self) -> bytes:
        """The whole index, to be kept."""
        content = {"format": FORMAT, "entries": [asdict(one) for one in self.entries.values()]}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def load(data: bytes | str) -> CaseloadIndex:
    """An index that `dump` wrote. ValueError where it is something else."""
    content = json.loads(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError(f"this is no index of a caseload: its format is not “{FORMAT}”")
    index = CaseloadIndex()
    for one in content["entries"]:
        given: dict[str, Any] = {
            n: tuple(value) if isinstance(value, list) else value for n, value in one.items()
        }
        index.add(Entry(**given))
    return index


def key_of(child: Child) -> str:
    """By what a child is known in the index: the case’s reference, or a number, or name and date of birth."""
    return (
        child.reference
        or child.upn
        or child.nhs_number
        or f"{child.given_names} {child.family_name} {child.born_on}".lower()
    )


def child_entry(child: Child) -> Entry:
    """A child without a plan."""
    given = [
        bare(word)
        for names in (child.given_names.split(" ")[:1], child.known_as.split(" "))
        for word in names
        if word
    ]
    earlier = [bare(one.split(" ")[0]) for one in child.earlier_names if one.strip()]
    family = child.family_name.split()
    numbers = tuple(dict.fromkeys(plain_number(one) for one in (child.upn, child.nhs_number) if one))
    return Entry(
        key_of(child), tuple(dict.fromkeys([*given, *earlier])), tuple(dict.fromkeys(bare(one) for one in family[-1:])),
        child.born_on.isoformat(), numbers,
    )  # fmt: skip


def entry_of(plan: Plan, holds: dict[str, str]) -> Entry:
    """A child with the prints of their plan’s paragraphs."""
    child, names = child_entry(plan.child), child_words(plan)
    found = [
        one
        for key, section in plan.sections.items()
        if holds.get(key) not in {"papers", "placement", None}
        for line in section.lines
        if (one := print_of(line.text, names))
    ]
    shingles = set[int]().union(*(one.shingles for one in found))
    return Entry(
        child.key, child.given, child.family, child.born_on, child.numbers,
        tuple({one.whole for one in found}), tuple(shingles),
    )  # fmt: skip


def plain_number(number: str) -> str:
    """A number without spaces, in capitals."""
    return "".join(number.split()).upper()
