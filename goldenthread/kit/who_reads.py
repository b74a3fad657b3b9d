"""For whom the program reads and writes just now. The database is told with every statement, and decides by it which children's
rows there are: see goldenthread/running/rows/scope.sql.

Nothing said means nobody, and nobody has no child's rows. The gate says who is signed in. What has no person, or needs more than
that person may see, says for what it reads:

    with reading_for(Purpose.COUNT):
        ...

Rows are read inside: a queryset that is left to be read later is read for whoever is there later.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Purpose(StrEnum):
    """For what all children's rows are read and written, whoever asks."""

    COMMAND = (
        "command"  # a program that somebody runs on the server, the background worker and the set-up included
    )
    COUNT = "count"  # figures of the whole area: how many, never who
    ENTRY = "entry"  # is a child, a case or a plan here already; and the first rows of one, before anybody has a part in it
    GUARD = (
        "guard"  # names are looked for so that none gets out where it should not: compared, and never shown
    )
    KEEPING = "keeping"  # what is due to be removed, told to whoever asks for theirs, or looked at by the wrong person
    LINK = "link"  # a secret from a letter or a mail is looked up


@dataclass(frozen=True)
class Reading:
    """Who reads on which day; for what, when it is more than theirs; and the one case that a link has opened."""

    person: int | None = None
    day: date | None = None
    purpose: Purpose | None = None
    case: int | None = None

    def __str__(self) -> str:
        """As the database takes it apart.

        >>> str(Reading(person=5, day=date(2026, 11, 24)))
        '5|2026-11-24||'
        """
        said = (self.person, self.day, self.purpose and self.purpose.value, self.case)
        return "|".join("" if one is None else str(one) for one in said)


NOBODY = Reading()
_process = [NOBODY]
_now: ContextVar[Reading | None] = ContextVar("who_reads", default=None)


def present() -> Reading:
    """Who reads just now."""
    return _now.get() or _process[0]


def say(reading: Reading) -> Token[Reading | None]:
    """From here on, until `take_back` of what this gives."""
    return _now.set(reading)


def take_back(token: Token[Reading | None]) -> None:
    """As it was before."""
    _now.reset(token)


def process_reads_for(purpose: Purpose | None) -> None:
    """For what this whole process reads where nothing else is said: a command says so at its start, the web server never."""
    _process[0] = Reading(purpose=purpose)


@contextmanager
def reading(reader: Reading) -> Iterator[None]:
    """Read for somebody."""
    token = say(reader)
    try:
        yield
    finally:
        take_back(token)


@contextmanager
def reading_for(purpose: Purpose) -> Iterator[None]:
    """Read for a purpose of the program's own; also a decorator."""
    with reading(replace(present(), purpose=purpose)):
        yield


def let_read_case(case: int) -> None:
    """For the rest of this request the reader holds a link that has opened one case."""
    say(replace(present(), case=case))
