"""What a kind of event is: what it must say, where it may happen, where it leads, which duties it starts and ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from goldenthread.casework.process.duties import Duty as D
from goldenthread.casework.process.stages import Stage as S

START = None
"""Where a case stands before anything has happened."""
Moves = Mapping[S | None, S]


@dataclass(frozen=True)
class Fact:
    """Something that an event says besides its day."""

    name: str
    label: str
    kind: Literal["text", "day", "choice", "yes-no"] = "text"
    is_required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of event. Without `moves` the case stays where it is, and `during` says where it may happen."""

    key: str
    title: str
    told: str = ""
    facts: tuple[Fact, ...] = ()
    moves: Moves = field(default_factory=dict)
    during: frozenset[S] = frozenset()
    starts: tuple[D, ...] = ()
    ends: tuple[D, ...] = ()
    answers: str = ""
    letter: str = ""
    is_from_record: bool = False
    """Only an earlier record that is brought in tells of it; nobody records it by hand."""

    @property
    def places(self) -> frozenset[S | None]:
        """Where the case must stand for this to happen; empty means anywhere but before the start."""
        return frozenset(self.moves) | self.during


def leads(places: frozenset[S], to: S) -> dict[S | None, S]:
    """From each of these places to one."""
    return dict.fromkeys(places, to)


REASONS = Fact(
    "reasons", "Reasons", hint="The family reads these. Say what you weighed and why you decided so."
)
