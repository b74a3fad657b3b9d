"""What an impartial advice service tells of a quarter: counts alone. Its buyers read them with small numbers hidden.

Each contact of the quarter is counted once in every group, so that each group adds up to the contacts. The four levels are
those of the network of advice services as one service gives them (https://sendadvicesurrey.org.uk/levels-of-support-on-offer/),
in our words; outcomes and themes are ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.commissioning.errors import Refused
from goldenthread.kit.small_numbers import suppress_cuts


@dataclass(frozen=True)
class Group:
    """A way in which contacts are told apart."""

    key: str
    title: str
    parts: tuple[str, ...]

    def field(self, place: int) -> str:
        """How a form names one of its parts."""
        return f"{self.key}_{place}"


GROUPS = (
    Group("repeat", "Whether the family had come before", ("For the first time", "Had come before")),
    Group("level", "How much help", ("Level 1: information and advice", "Level 2: help over some time",
                                     "Level 3: more than that", "Level 4: an appeal, or as much")),
    Group("outcome", "What came of it", ("Knew what to do next", "Agreed with school or council", "Went to mediation or appeal",
                                         "Sent on to another service", "Goes on")),
    Group("theme", "What it was about", ("Support in school without a plan", "Asking for an assessment", "What a plan says",
                                         "A place or transport", "Exclusion or attendance", "Health or social care",
                                         "Something else")),
)  # fmt: skip
ALL = "all contacts"
RULE = (
    "Numbers under 5 are hidden, and others that would give them away. The service alone sees its own numbers: its buyers and "
    "boards read only these, never a case."
)
Counts = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class PublicQuarter:
    """A quarter as its buyers may read it: what is hidden is None."""

    contacts: int | None
    groups: dict[str, list[int | None]]
    is_corrected: bool = False

    def as_json(self) -> dict[str, Any]:
        """For the row on which it is kept."""
        return {"contacts": self.contacts, "groups": self.groups, "is_corrected": self.is_corrected}


def check(contacts: int, counts: Counts) -> None:
    """Every group adds up to the contacts. Raises Refused, which names the group that does not."""
    for group in GROUPS:
        total = sum(counts[group.key])
        if total != contacts:
            raise Refused(
                f"“{group.title}” adds up to {total:,}, and there were {contacts:,} contacts. Each contact is counted once.",
                group.field(0),
            )


def publish(counts: Counts, earlier: Sequence[PublicQuarter] = ()) -> PublicQuarter:
    """What buyers may read. `earlier` is what they read before a correction: where that hid other cells, all groups are hidden.

    >>> few = {"repeat": [40, 3], "level": [20, 13, 5, 5], "outcome": [10, 10, 8, 8, 7], "theme": [7, 6, 6, 6, 6, 6, 6]}
    >>> publish(few).groups["repeat"], publish(few).groups["level"]
    ([None, None], [20, 13, 5, 5])
    """
    shown = suppress_cuts({(ALL, group.key): [list(counts[group.key])] for group in GROUPS})
    groups = {group.key: _cells(shown[ALL, group.key]) for group in GROUPS}
    totals = [number for table in shown.values() for number in (table.total, *table.row_totals)]
    contacts = None if None in totals else totals[0]
    if contacts is None or any(_hidden(before.groups) != _hidden(groups) for before in earlier):
        groups = {group.key: [None] * len(group.parts) for group in GROUPS}
    return PublicQuarter(contacts, groups, bool(earlier))


def _cells(table: Any) -> list[int | None]:
    pairs = zip(table.cells[0], table.column_totals, strict=True)
    return [None if column is None else cell for cell, column in pairs]


def _hidden(groups: Mapping[str, Sequence[int | None]]) -> dict[str, list[bool]]:
    return {key: [number is None for number in groups[key]] for key in groups}
