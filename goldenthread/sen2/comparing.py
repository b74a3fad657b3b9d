"""What changed from one return to another: persons who came and went, and items of those in both.

A person is known again by UPN, else ULN, else name and date of birth. First only a short digest of each person is kept; then
both returns are read again for those who differ, so that memory grows with the differences and not with the returns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from goldenthread.sen2.reading.opening import open_return
from goldenthread.sen2.record import Record, filled


class Difference(NamedTuple):
    """One thing that differs. `change` is came, went, added, removed or changed."""

    change: str
    before: int
    after: int
    place: str = ""
    item: str = ""
    was: str = ""
    now: str = ""


def known_by(person: Record) -> str:
    """What a person is known again by, as a digest, since it is personal."""
    if person["UPN"]:
        said = f"upn {person['UPN']}"
    elif person["UniqueLearnerNumber"]:
        said = f"uln {person['UniqueLearnerNumber']}"
    else:
        said = "|".join(person[tag].casefold() for tag in ("Surname", "Forename", "PersonBirthDate"))
    return blake2b(said.encode(), digest_size=12).hexdigest()


def _digest(person: Record) -> bytes:
    said = [(one.table, one.number, tuple(filled(one).items())) for one in person.everything()]
    return blake2b(repr(said).encode(), digest_size=12).digest()


def _everyone(path: Path, year: int | None) -> Iterator[tuple[tuple[str, int], Record]]:
    """Each person with what they are known by; the second with the same is known by that and 2."""
    seen: Counter[str] = Counter()
    for person in open_return(path, year).persons():
        name = known_by(person)
        seen[name] += 1
        yield (name, seen[name]), person


def compare(before: Path, after: Path, *, year: int | None = None) -> Iterator[Difference]:
    """Every difference, in the order of the later return; those who went come last."""
    left: dict[tuple[str, int], tuple[bytes, int]] = {
        name: (_digest(person), person.number) for name, person in _everyone(before, year)
    }
    came: set[tuple[str, int]] = set()
    differ: set[tuple[str, int]] = set()
    for name, person in _everyone(after, year):
        held = left.pop(name, None)
        if held is None:
            came.add(name)
        elif held[0] != _digest(person):
            differ.add(name)
    olds = {name: person for name, person in _everyone(before, year) if name in differ} if differ else {}
    for name, person in _everyone(after, year) if came or differ else ():
        if name in came:
            yield Difference("came", 0, person.number)
        elif name in differ:
            old = olds.pop(name)
            for change, place, item, was, now in _changes(old, person, ""):
                yield Difference(change, old.number, person.number, place, item, was, now)
    for _, number in left.values():
        yield Difference("went", number, 0)


Change = tuple[str, str, str, str, str]


def _changes(old: Record, new: Record, place: str) -> Iterator[Change]:
    for tag in {**old, **new}:
        if old[tag] != new[tag]:
            yield "changed", place, tag, old[tag], new[tag]
    for table in {**old.parts, **new.parts}:
        for was, now in _paired(old, new, table):
            one = now or was
            here = f"{place} / {table} {one.number}".removeprefix(" / ") if one else place
            if was and now:
                yield from _changes(was, now, here)
            else:
                yield ("removed" if was else "added"), here, "", "", ""


def _paired(old: Record, new: Record, table: str) -> Iterator[tuple[Record | None, Record | None]]:
    """Records of a kind, each with its other self: by what marks it if anything does, else by place."""
    waiting: defaultdict[str, list[Record]] = defaultdict(list)
    for one in old.of(table):
        waiting[_mark(one)].append(one)
    for one in new.of(table):
        held = waiting[_mark(one)]
        yield (held.pop(0) if held else None), one
    for left in waiting.values():
        for one in left:
            yield one, None


_MARKS = {"Requests": "ReceivedDate", "PlanDetail": "PlacementRank", "SENneed": "SENtypeRank"}


def _mark(record: Record) -> str:
    tag = _MARKS.get(record.table)
    return record[tag] if tag else ""
