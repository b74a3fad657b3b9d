"""The golden thread of one thing: upwards to what it answers, downwards to what proves it, as one reader may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from goldenthread.evidence.kinds import EDGES, KINDS, Kind, Reader, Seen, Stage

MOST = 6
"""Things of one kind that a walk shows in one direction; the others are counted."""
DEEPEST = 9
"""Steps that a walk goes: the longest way of the links, from a consultation to a count, has eight."""

Direction = Literal["up", "down"]
Place = tuple[str, Any]


@dataclass(frozen=True)
class Placed:
    """One thing on the way, with its neighbours on the side from which the walk came."""

    seen: Seen
    beside: tuple[Seen, ...]

    @property
    def kind(self) -> Kind:
        """What kind of thing it is."""
        return KINDS[self.seen.kind]


@dataclass(frozen=True)
class Stretch:
    """One stage of a thread in one direction: what lies there, and how many of each kind are not shown."""

    stage: Stage
    placed: tuple[Placed, ...]
    left_out: tuple[tuple[Kind, int], ...]

    @property
    def counts(self) -> list[tuple[Kind, int]]:
        """How many there are of each kind, shown or not."""
        found: dict[str, int] = defaultdict(int)
        for one in self.placed:
            found[one.seen.kind] += 1
        for kind, number in self.left_out:
            found[kind.code] += number
        return [(KINDS[code], number) for code, number in found.items()]

    @property
    def more(self) -> str:
        """What is left out, in words: "and 12 more actions"; nothing where all is shown.

        >>> from goldenthread.evidence.kinds import KINDS
        >>> Stretch(Stage.DO, (), ((KINDS["action"], 12), (KINDS["ask"], 1))).more
        'and 12 more actions, 1 more thing that reviewers asked'
        """
        told = [f"{number} more {one.word if number == 1 else one.many}" for one, number in self.left_out]
        return f"and {', '.join(told)}" if told else ""

    @property
    def in_words(self) -> str:
        """What lies here, counted: "2 actions and 1 decision"."""
        told = [kind.some(number) for kind, number in self.counts]
        return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


@dataclass(frozen=True)
class Walk:
    """A thing and its thread both ways. `missing`: stages that could prove it and hold nothing that this reader may see."""

    here: Seen
    above: tuple[Stretch, ...]
    below: tuple[Stretch, ...]
    missing: tuple[Stage, ...]
    is_cut: bool

    @property
    def kind(self) -> Kind:
        """What kind of thing it is the thread of."""
        return KINDS[self.here.kind]


def start_of(kind: str, key: str, reader: Reader) -> Seen | None:
    """The thing of an address as the reader sees it; None where there is none that they may open."""
    found = KINDS.get(kind)
    row = found.called(key, reader) if found else None
    return next(iter(found.see([row], reader)), None) if found and row is not None else None


def walk(here: Seen, reader: Reader) -> Walk:
    """The whole thread of a thing: a flat number of queries for each kind on the way, however many lie there."""
    above, below = _follow(here, reader, "up"), _follow(here, reader, "down")
    stretches = below.stretches()
    cut = above.is_cut or below.is_cut
    return Walk(here, above.stretches(), stretches, _missing(here, stretches), cut)


@dataclass
class _Way:
    """What a walk in one direction has found so far."""

    here: Seen
    shown: dict[Place, Seen]
    found: dict[str, dict[Any, None]] = field(default_factory=lambda: defaultdict(dict))
    beside: dict[Place, list[Place]] = field(default_factory=lambda: defaultdict(list))
    is_cut: bool = False

    def step(self, front: list[Seen], reader: Reader, direction: Direction, *, is_first: bool) -> list[Seen]:
        """All neighbours of the things in front, those not shown yet as the next front."""
        for kind, near in _by_kind(front).items():
            for edge in EDGES:
                leaves, leads = (edge.lower, edge.upper) if direction == "up" else (edge.upper, edge.lower)
                if leaves != kind or (edge.is_wide and direction == "up" and not is_first):
                    continue
                way = edge.up if direction == "up" else edge.down
                for of, pk in way.pairs(near, KINDS[leads], reader):
                    if (leads, pk) == self.here.place:
                        continue
                    self.found[leads].setdefault(pk)
                    self.beside[leads, pk].append((kind, of))
        return [seen for kind in list(self.found) for seen in self._show(kind, reader)]

    def _show(self, kind: str, reader: Reader) -> list[Seen]:
        held = sum(place[0] == kind for place in self.beside if place in self.shown)
        fresh = [pk for pk in self.found[kind] if (kind, pk) not in self.shown][: MOST - held]
        if not fresh:
            return []
        seen = list(KINDS[kind].see(KINDS[kind].fetch(fresh, reader), reader))
        self.shown |= {one.place: one for one in seen}
        return seen

    def stretches(self) -> tuple[Stretch, ...]:
        """What was found, stage by stage in the order of the thread."""
        placed: dict[Stage, list[Placed]] = defaultdict(list)
        left_out: dict[Stage, list[tuple[Kind, int]]] = defaultdict(list)
        for code in sorted(self.found, key=list(KINDS).index):
            kind, keys = KINDS[code], self.found[code]
            shown = [self.shown[code, pk] for pk in keys if (code, pk) in self.shown]
            placed[kind.stage] += [Placed(one, self._beside(one)) for one in shown]
            if len(shown) < len(keys):
                left_out[kind.stage].append((kind, len(keys) - len(shown)))
        return tuple(
            Stretch(one, tuple(placed[one]), tuple(left_out[one]))
            for one in Stage
            if placed[one] or left_out[one]
        )

    def _beside(self, seen: Seen) -> tuple[Seen, ...]:
        places = set(self.beside[seen.place])
        return tuple(one for place, one in self.shown.items() if place in places)


def _follow(here: Seen, reader: Reader, direction: Direction) -> _Way:
    way, front = _Way(here, {here.place: here}), [here]
    for step in range(DEEPEST):
        if not front:
            return way
        front = way.step(front, reader, direction, is_first=not step)
    way.is_cut = bool(front)
    return way


def _by_kind(things: Iterable[Seen]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for one in things:
        found[one.kind].append(one)
    return found


_PROVED_IN = {
    "finding": (Stage.DO, Stage.SAY, Stage.SHOW, Stage.COUNT),
    "area": (Stage.DO, Stage.SAY, Stage.SHOW, Stage.COUNT),
    "priority": (Stage.DO, Stage.SAY),
    "criterion": (Stage.SAY, Stage.SHOW),
    "ask": (Stage.SHOW,),
    "action": (Stage.SHOW, Stage.COUNT),
    "statement": (Stage.SHOW,),
    "claim": (Stage.SHOW,),
}
"""Where each kind wants proof: a stage without any is where its thread breaks. What others decide is not for us to miss."""


def _missing(here: Seen, below: Iterable[Stretch]) -> tuple[Stage, ...]:
    if here.kind == "said" and here.state == "not_yet":
        return (Stage.DO,)
    held = {one.stage for one in below}
    return tuple(one for one in _PROVED_IN.get(here.kind, ()) if one not in held)
