"""Who holds the rights over a plan: the parents, the young person, or somebody who speaks for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law import age
from goldenthread.people.models import Adult, Child


@dataclass(frozen=True)
class Holders:
    """Who decides and is written to on a day, and why."""

    adults: tuple[Adult, ...]
    is_young_person: bool
    why: str


def holders_on(child: Child, on: date) -> Holders:
    """The holders of the rights on a day.

    Parents until the child is over compulsory school age, then the young person, unless they lack capacity: then their
    representative, or a parent when there is none (SI 2014/1530 regulations 63 and 64 and Schedule 3).
    """
    if not age.is_over_compulsory_school_age(child.born_on, on):
        return Holders(
            parents(child, on), False, "The parents hold the rights until compulsory school age ends."
        )
    lacks = child.capacity.held_on(on).select_related("representative").first()
    if lacks is None:
        return Holders((), True, "The young person is over compulsory school age and holds the rights.")
    if lacks.representative:
        return Holders((lacks.representative,), True, "The young person’s representative decides for them.")
    return Holders(
        parents(child, on),
        True,
        "The young person lacks capacity and has no representative: a parent decides.",
    )


def parents(child: Child, on: date) -> tuple[Adult, ...]:
    """The adults with parental responsibility on a day."""
    held = child.relationships.held_on(on).filter(has_parental_responsibility=True)
    return tuple(one.adult for one in held.select_related("adult"))
