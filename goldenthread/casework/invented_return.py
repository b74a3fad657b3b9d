"""What is written down of an invented case for the yearly return, and the change of phase that a review is for."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any, Protocol

from goldenthread.casework.invented_words import COLLEGES, SECONDARY


class Living(Protocol):
    """A case that runs. `aside` is chance of its own, so that what is written down changes nothing in the case's course."""

    aside: random.Random
    child: Any
    day: date

    def days(self, usual: float, spread: float, least: int = 1) -> timedelta: ...
    def is_(self, share: float) -> bool: ...
    def tell(self, kind: str, on: date, answers: int | None = None, **facts: Any) -> bool: ...


def write_down(life: Living) -> None:
    """The type of need and the place; here and there one is forgotten."""
    if life.aside.random() < 0.98:
        life.tell(
            "need-recorded", life.day, **dict(zip(("primary", "secondary"), life.child.needs, strict=False))
        )
    if life.aside.random() < 0.98:
        write_place(life)


def write_place(life: Living) -> None:
    """The place of education from this day."""
    elsewhere = life.aside.random() < 0.04
    where = {"instead": life.aside.choice(("OLA", "EHE"))} if elsewhere else {"school": life.child.school}
    life.tell("placement-recorded", life.day, rank="1", **where)


def known_there(life: Living) -> dict[str, Any]:
    """What the other council told of a plan that came from it."""
    return {"by": life.aside.choice(("parent", "school")), "placement": life.child.school}


def move_out(life: Living) -> None:
    """The family moves: known some days before, or only afterwards."""
    moves, there = life.day + life.days(150, 60, 30), "Another council"
    if life.is_(0.7):
        known = moves - life.days(12, 4)
        life.tell("move-out-known", known, authority=there, moves_on=moves.isoformat())
    life.tell("moved-out", moves, authority=there)


def why_ended(life: Living) -> dict[str, Any]:
    """Why the plan ended, by the code of the return; here and there nobody said."""
    return {"why_ended": life.aside.choice("14669")} if life.aside.random() < 0.9 else {}


def change_of_phase(born_on: date, on: date) -> tuple[int, str, str] | None:
    """The change of phase that a review on this day is for: its year, where to, and the new place."""
    later = born_on.month >= 9
    for age, to, places in ((11, "school", SECONDARY), (16, "post-16", COLLEGES)):
        year = born_on.year + age + later
        if date(year - 1, 6, 1) <= on <= date(year, 2, 28):
            return year, to, places[year % len(places)]
    return None
