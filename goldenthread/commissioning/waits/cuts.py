"""Who waits longest: a month's list told apart by age, by locality and by home language. Counts alone.

A month is split by one of these into groups that add up to all who wait, and to all who have waited over 18 weeks. Anybody may
read a split only of a month in which every band is shown and at least `LEAST_SPLIT` wait: then how many wait, and how many of
them over 18 weeks, is known from the bands, and the splits are hidden so that even with them no small number comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from goldenthread.kit.small_numbers import ALL, Cut, Figure, SuppressedTable, suppress_cuts

LEAST_SPLIT = 50
"""Of a shorter list nobody is told who is on it."""
MOST_GROUPS = 12
NOT_KNOWN = "Not known"
_LENGTH = "length of wait"
_KNOWN = (ALL, Figure({(_LENGTH, 0)}), Figure({(_LENGTH, 1)}))
Shown = int | None
PublicCuts = Mapping[str, Sequence[tuple[str, Shown, Shown]]]
"""By the code of a split: each group, how many of it wait, and how many of those over 18 weeks."""


@dataclass(frozen=True)
class Kind:
    """A way to split a list: its name in files and on pages, and its groups; none where the service names them itself."""

    code: str
    name: str
    words: str
    groups: tuple[str, ...] = ()


KINDS = {
    one.code: one
    for one in (
        Kind("age", "Age", "by age", ("0 to 4", "5 to 10", "11 to 15", "16 to 25", NOT_KNOWN)),
        Kind("locality", "Locality", "by where they live"),
        Kind("language", "Home language", "by home language", ("English", "Another language", NOT_KNOWN)),
    )
}


class Part(NamedTuple):
    """One group of a split: how many of it wait, and how many of those have waited over 18 weeks."""

    kind: str
    group: str
    waiting: int
    long: int


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts as they are kept: kinds and their groups in order, a group with fixed names that was not sent as nought.

    >>> [part.waiting for part in in_order([Part("language", "English", 9, 2)])]
    [9, 0, 0]
    """
    sent = {(part.kind, part.group): part for part in parts}
    found: list[Part] = []
    for code, kind in KINDS.items():
        names = [group for held, group in sent if held == code]
        if names:
            groups = kind.groups or sorted(names, key=lambda name: (name == NOT_KNOWN, name))
            found += [sent.get((code, group), Part(code, group, 0, 0)) for group in groups]
    return tuple(found)


def by_kind(parts: Iterable[Part]) -> dict[str, list[Part]]:
    """The parts of each split."""
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(part.kind, []).append(part)
    return found


def publish_cuts(
    parts: Sequence[Part], bands: Sequence[Shown], earlier: Sequence[PublicCuts], rounds_to: int = 1
) -> dict[str, list[tuple[str, Shown, Shown]]]:
    """What may be shown of a month's splits beside its bands; nothing where too few wait or a band is hidden.

    `earlier` is what was shown before a correction: where that hid other numbers, none are shown any more.

    >>> publish_cuts([Part("language", "English", 60, 20), Part("language", "Other", 40, 9)], (71, 15, 14), [])
    {'language': [('English', 60, 20), ('Other', 40, 9)]}
    """
    kinds = by_kind(parts)
    if not kinds or None in bands or sum(number or 0 for number in bands) < LEAST_SPLIT:
        return {}
    tables = {(_LENGTH, code): _table(split) for code, split in kinds.items()}
    try:
        shown = _suppressed(tables)
    except ValueError:
        return {}
    cuts = {code: _rows(split, shown[_LENGTH, code]) for code, split in kinds.items()}
    if any(
        _hides(before[code]) != _hides(cuts[code]) for before in earlier for code in cuts if code in before
    ):
        return {}
    return {code: [(name, _round(waiting, rounds_to), _round(long, rounds_to)) for name, waiting, long in rows]
            for code, rows in cuts.items()}  # fmt: skip


def _suppressed(tables: Mapping[Cut, list[list[int]]]) -> dict[Cut, SuppressedTable]:
    return suppress_cuts(tables, known=_KNOWN)


def _table(split: Sequence[Part]) -> list[list[int]]:
    return [[part.waiting - part.long for part in split], [part.long for part in split]]


def _rows(split: Sequence[Part], table: SuppressedTable) -> list[tuple[str, Shown, Shown]]:
    return [
        (part.group, table.column_totals[place], table.cells[1][place]) for place, part in enumerate(split)
    ]


def _hides(rows: Sequence[tuple[str, Shown, Shown]]) -> list[tuple[str, bool, bool]]:
    return [(name, waiting is None, long is None) for name, waiting, long in rows]


def _round(number: Shown, to: int) -> Shown:
    return None if number is None else to * round(number / to)
