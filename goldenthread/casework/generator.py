"""An invented area: children, families and their cases, from a seed. Nobody in it is real, and every row says so.

Names are put together from syllables. How long things take, how often they are late, excepted, appealed or moved follows
the published picture of England (about half of plans in 20 weeks, 2024) closely enough to look right and no closer:
nothing here is a figure to quote.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from goldenthread.casework.invented_life import COMPULSORY, Life
from goldenthread.casework.invented_words import (
    COLLEGES,
    ENDING,
    ETHNIC_WEIGHTS,
    ETHNICITIES,
    FAMILY,
    FIRST,
    LANGUAGES,
    NEED_WEIGHTS,
    NEEDS,
    NURSERIES,
    PRIMARY,
    SECOND,
    SECONDARY,
    SPECIAL,
    TIES,
)
from goldenthread.casework.process.course import Happening

YEARS = 8


@dataclass
class Invented:
    """One invented child with the family and the events of one case."""

    given_names: str
    family_name: str
    born_on: date
    sex: str
    school: str
    has_two_homes: bool
    is_withheld: bool
    """One parent may never learn where the other, and the child, live."""
    parents: tuple[tuple[str, str], ...] = ()
    """Names and ties; the second lives in the second home, if there is one."""
    language: str = ""
    ethnicity: str = ""
    needs: tuple[str, ...] = ()
    is_represented: bool = False
    """A young person who cannot decide these things, for whom a parent speaks."""
    events: list[Happening] = field(default_factory=list)


def area(cases: int, *, today: date, seed: int = 20260907, years: float = YEARS) -> Iterator[Invented]:
    """So many cases of the last years, the same for the same seed and day. Numbers of events start at 1 in each case."""
    chance = random.Random(seed)  # noqa: S311 (it must be the same everywhere)
    for _ in range(cases):
        yield _one(chance, today, years)


def _one(chance: random.Random, today: date, years: float) -> Invented:
    requested = today - timedelta(days=int(chance.random() ** 1.25 * 365 * years))
    age = chance.choice((2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17))
    born_on = requested - timedelta(days=age * 365 + chance.randrange(365))
    two, family_name = chance.random() < 0.18, chance.choice(FAMILY) + chance.choice(ENDING)
    aside = random.Random(f"{family_name} {born_on} {requested}")  # noqa: S311 (it must be the same everywhere)
    child = Invented(
        given_names=chance.choice(FIRST) + chance.choice(SECOND), family_name=family_name, born_on=born_on,
        sex=chance.choice("FMMU" if age > 10 else "FM"), school=_school(chance, age), has_two_homes=two,
        is_withheld=two and chance.random() < 0.08, parents=_parents(chance, family_name, two),
        language=chance.choice(LANGUAGES) if chance.random() < 0.12 else "",
        ethnicity=aside.choices(ETHNICITIES, ETHNIC_WEIGHTS)[0],
        needs=tuple(dict.fromkeys(aside.choices(NEEDS, NEED_WEIGHTS, k=2))),
        is_represented=(today - born_on).days > (COMPULSORY + 1) * 365 and chance.random() < 0.15,
    )  # fmt: skip
    Life(chance, aside, today, child).live(requested)
    return child


def _school(chance: random.Random, age: int) -> str:
    """A place that has children of this age."""
    if chance.random() < 0.15:
        return chance.choice(SPECIAL)
    of_age = NURSERIES if age < 5 else PRIMARY if age < 11 else SECONDARY if age < 16 else COLLEGES
    return chance.choice(of_age)


def _parents(chance: random.Random, family_name: str, two: bool) -> tuple[tuple[str, str], ...]:
    """One or two adults: with two homes always two, and often with another name."""
    ties = chance.choice(TIES)
    both = two or chance.random() < 0.6
    names = []
    for place, tie in enumerate(ties[: 2 if both else 1]):
        own = (
            chance.choice(FAMILY) + chance.choice(ENDING) if place and chance.random() < 0.4 else family_name
        )
        names.append((f"{chance.choice(FIRST)}{chance.choice(SECOND)} {own}", tie))
    return tuple(names)
