"""What a kind of thing on a thread says of itself, who reads, and how one kind leads to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, Protocol

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import F, Q, QuerySet

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import Standing
from goldenthread.kit.dates import PartialDate


class Stage(Enum):
    """The stages of the golden thread, in the order in which each answers or proves the one before."""

    WHY = "Why we act"
    CHANGE = "What must change"
    DO = "What we do"
    SAY = "What we say"
    SHOW = "What shows it"
    COUNT = "What we count"
    CAME = "What came of it"


@dataclass(frozen=True)
class Reader:
    """Who follows a thread, as it was known on a day. Without a standing it is anybody: only what is public is there."""

    standing: Standing | None
    day: date
    today: date

    @property
    def is_public(self) -> bool:
        """Whether it is anybody."""
        return self.standing is None

    def may(self, permission: Permission) -> bool:
        """Whether some role of theirs includes it."""
        return self.standing is not None and self.standing.may(permission)

    def within(self, rows: Any, *, scope: str, public: Q) -> Any:
        """Of these rows, those whose pages the reader may open: by programme for staff, by what is public for anybody."""
        if self.standing is None:
            return rows.filter(public)
        reach = self.standing.reach(Permission.VIEW_PROGRAMME)
        if reach.everywhere:
            return rows
        return rows.filter(**{f"{scope}__in": reach.programmes}) if reach else rows.none()


@dataclass(frozen=True)
class Seen:
    """One thing on a thread, as a reader sees it on a day. `pk` tells it apart within its kind; `key` stands in addresses.

    `short` is what to call it where there is little room.
    """

    kind: str
    pk: Any
    key: str
    title: str
    state: str
    words: str
    when: PartialDate | date | None = None
    text: str = ""
    page: str = ""
    row: Any = field(default=None, compare=False, repr=False)
    short: str = ""

    @property
    def name(self) -> str:
        """What to call it where there is little room."""
        return self.short or self.title

    @property
    def place(self) -> tuple[str, Any]:
        """What tells it apart from everything else."""
        return self.kind, self.pk


See = Callable[[Sequence[Any], Reader], Iterable[Seen]]


@dataclass(frozen=True)
class Kind:
    """A kind of thing that lies on threads: its word, its stage, which rows a reader may open, and what is said of each.

    `rows` gives a queryset in the order of reading. Kinds that are no table (`made`) give what stands under some keys.
    """

    code: str
    word: str
    many: str
    stage: Stage
    see: See
    rows: Callable[[Reader], QuerySet[Any]] | None = None
    made: Callable[[Iterable[Any], Reader], list[Any]] | None = None
    gate_field: str = "pk"

    def fetch(self, keys: Iterable[Any], reader: Reader) -> list[Any]:
        """The rows of some primary keys that the reader may open, in the order of reading."""
        if self.rows is not None:
            return list(self.rows(reader).filter(pk__in=list(keys)))
        assert self.made is not None
        return self.made(keys, reader)

    def among(self, keys: set[Any], reader: Reader) -> set[Any]:
        """Which of some primary keys the reader may open."""
        if self.rows is not None:
            return set(self.rows(reader).filter(pk__in=keys).order_by().values_list("pk", flat=True))
        return {one.pk for one in self.fetch(keys, reader)}

    def called(self, key: str, reader: Reader) -> Any:
        """The row of an address; None where there is none that the reader may open."""
        if self.rows is None:
            return next(iter(self.fetch([key], reader)), None)
        if "\0" in key:
            return None  # PostgreSQL has no such text
        try:
            return self.rows(reader).get(**{self.gate_field: key})
        except (ObjectDoesNotExist, ValueError, OverflowError, ValidationError):
            return None

    def some(self, number: int) -> str:
        """So many of them, in words.

        >>> Kind("x", "action", "actions", Stage.DO, lambda rows, reader: []).some(1)
        '1 action'
        """
        return f"{number} {self.word if number == 1 else self.many}"


Pairs = Iterable[tuple[Any, Any]]


class Way(Protocol):
    """A way from things of one kind to their neighbours of another: pairs of primary keys, from and to. One or two queries."""

    def pairs(self, near: Sequence[Seen], far: Kind, reader: Reader) -> Pairs:
        """Each thing with each of its neighbours that the reader may open, in the order of reading."""
        ...


@dataclass(frozen=True)
class Across:
    """The neighbour's own fields lead here: a path of its model, and conditions on what lies on that path."""

    path: str
    only: tuple[tuple[str, Any], ...] = ()

    def pairs(self, near: Sequence[Seen], far: Kind, reader: Reader) -> Pairs:
        assert far.rows is not None
        narrowed = {f"only_{place}": F(path) for place, (path, _) in enumerate(self.only)}
        wanted = {f"only_{place}": value for place, (_, value) in enumerate(self.only)}
        rows = far.rows(reader).annotate(leads_to=F(self.path), **narrowed)
        return rows.filter(leads_to__in=[one.pk for one in near], **wanted).values_list("leads_to", "pk")


@dataclass(frozen=True)
class Held:
    """The thing itself says who its neighbours are."""

    of: Callable[[Any], Iterable[Any]]

    def pairs(self, near: Sequence[Seen], far: Kind, reader: Reader) -> Pairs:
        told = [(one.pk, key) for one in near for key in self.of(one.row) if key is not None]
        there = far.among({key for _, key in told}, reader) if told else set()
        return [(one, key) for one, key in told if key in there]


@dataclass(frozen=True)
class Through:
    """Rows between the two name both: `near` and `far` are their fields."""

    rows: Callable[[Reader], QuerySet[Any]]
    near: str
    far: str

    def pairs(self, near: Sequence[Seen], far: Kind, reader: Reader) -> Pairs:
        between = self.rows(reader).filter(**{f"{self.near}__in": [one.pk for one in near]})
        told = list(between.exclude(**{self.far: None}).values_list(self.near, self.far).distinct())
        there = far.among({key for _, key in told}, reader) if told else set()
        return [(one, key) for one, key in told if key in there]


@dataclass(frozen=True)
class Edge:
    """The lower answers or proves the upper: how to go up, from the lower, and down, from the upper.

    `is_wide`: the lower belongs to many of the upper at once, so a walk goes up here only when it begins at the lower: else
    it would reach everything.
    """

    upper: str
    lower: str
    up: Way
    down: Way
    is_wide: bool = False
