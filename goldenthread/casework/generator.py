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
from typing import Any

from goldenthread.casework.invented_words import BODIES, ENDING, FAMILY, FIRST, SCHOOLS, SECOND
from goldenthread.casework.process.course import Happening

YEARS = 8
DAY = timedelta(days=1)


@dataclass
class Invented:
    """One invented child with the events of one case."""

    given_names: str
    family_name: str
    born_on: date
    sex: str
    school: str
    has_two_homes: bool
    is_withheld: bool
    events: list[Happening] = field(default_factory=list)


def area(cases: int, *, today: date, seed: int = 20260907, years: int = YEARS) -> Iterator[Invented]:
    """So many cases of the last years, the same for the same seed and day. Numbers of events start at 1 in each case."""
    chance = random.Random(seed)  # noqa: S311 (it must be the same everywhere)
    for _ in range(cases):
        yield _one(chance, today, years)


def _one(chance: random.Random, today: date, years: int) -> Invented:
    requested = today - timedelta(days=int(chance.random() ** 1.25 * 365 * years))
    age = chance.choice((2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17))
    two = chance.random() < 0.18
    child = Invented(
        given_names=chance.choice(FIRST) + chance.choice(SECOND),
        family_name=chance.choice(FAMILY) + chance.choice(ENDING),
        born_on=requested - timedelta(days=age * 365 + chance.randrange(365)),
        sex=chance.choice("FMMU" if age > 10 else "FM"),
        school=chance.choice(SCHOOLS),
        has_two_homes=two,
        is_withheld=two and chance.random() < 0.08,
    )
    _Life(chance, today, child).live(requested)
    return child


class _Life:
    """Lets one case run until today; what would happen later does not happen."""

    def __init__(self, chance: random.Random, today: date, child: Invented) -> None:
        self.chance, self.today, self.child = chance, today, child
        self.day = today

    def tell(self, kind: str, on: date, answers: int | None = None, **facts: Any) -> bool:
        """One event more, if its day has come."""
        if on > self.today:
            return False
        number = len(self.child.events) + 1
        self.child.events.append(Happening(number, kind, on, facts, answers))
        self.day = on
        return True

    def days(self, usual: float, spread: float, least: int = 1) -> timedelta:
        """About so many days."""
        return timedelta(days=max(least, round(self.chance.gauss(usual, spread))))

    def live(self, requested: date) -> None:
        """From the request, or from a move into the area, on."""
        if self.chance.random() < 0.04:
            if self.tell(
                "moved-in",
                requested,
                authority="Another council",
                made_on=(requested - self.days(200, 90)).isoformat(),
            ):
                self.tell("move-in-told", self.day + self.days(30, 9, 5))
                self.plan()
            return
        self.tell(
            "request-received",
            requested,
            by=self.chance.choice(("parent", "school", "school", "young-person", "health")),
        )
        if self.chance.random() < 0.8:
            self.tell("considering", requested + self.days(8, 3))
        self.decide(requested)

    def decide(self, requested: date) -> None:
        """Assess or not, in six weeks or later."""
        on = max(self.day, requested + self.days(38, 9, 10))
        roll = self.chance.random()
        if roll < 0.02:
            self.tell("request-withdrawn", on, reasons="The family asked for this.")
        elif roll < 0.24:
            self.tell("assessment-refused", on, reasons="The school can meet this need with what it has.")
        elif self.tell("assessment-agreed", on):
            self.assess(requested)

    def assess(self, requested: date) -> None:
        """Advice, then a plan or none."""
        asked = self.day + self.days(2, 1)
        open_ = []
        for of, body in BODIES[: self.chance.choice((3, 4, 4, 5))]:
            if self.tell("advice-requested", asked, of=of, body=body, reached_on=(asked + DAY).isoformat()):
                open_.append(len(self.child.events))
        came = sorted((asked + self.days(44, 18, 7), number) for number in open_)
        for on, number in came:
            self.tell("advice-received", max(on, self.day), answers=number)
        if self.chance.random() < 0.06:
            self.tell(
                "exception-recorded",
                self.day + DAY,
                code=self.chance.choice(("X-C", "X-D")),
                reasons="As the family told us.",
                evidence="Letter",
                starts_on=asked.isoformat(),
                ends_on=(asked + timedelta(days=35)).isoformat(),
            )
        on = max(self.day + DAY, requested + self.days(100, 18, 50))
        if self.chance.random() < 0.06:
            self.tell("plan-refused", on, reasons="The need can be met without a plan.")
        elif self.tell("plan-agreed", on):
            self.draft(requested)

    def draft(self, requested: date) -> None:
        """The draft, the family's days, and the final plan: about half in 20 weeks."""
        in_time = self.chance.random() < 0.5
        on = max(
            self.day + self.days(9, 4),
            requested + (self.days(112, 6) if in_time else self.days(170, 60, 120)),
        )
        if not self.tell("draft-issued", on, information=True):
            return
        if self.chance.random() < 0.7:
            self.tell(
                "representations", on + self.days(9, 3, 1), words="The family’s views, kept with the draft."
            )
        if self.tell("final-issued", max(self.day, on + self.days(18, 3, 16)), placement=self.child.school):
            if self.chance.random() < 0.04 and self.tell(
                "appeal-lodged", self.day + self.days(50, 8), about="Sections B, F and I"
            ):
                self.tell("tribunal-order", self.day + self.days(280, 60, 90), order="amend")
                self.tell("order-carried-out", self.day + self.days(30, 8))
            self.plan()

    def plan(self) -> None:
        """Year after year, until the plan ends or today comes."""
        while self.day <= self.today:
            roll = self.chance.random()
            if roll < 0.03:
                self.cease()
                return
            if roll < 0.045:
                self.tell("moved-out", self.day + self.days(150, 60), authority="Another council")
                return
            if not self.review():
                return

    def review(self) -> bool:
        """One year's review, held in time or late."""
        opened = self.day + self.days(310, 40, 120)
        if not self.tell("review-opened", opened) or not self.tell(
            "review-met", self.day + self.days(28, 6, 14)
        ):
            return False
        met = self.day
        if self.chance.random() < 0.85 and not self.tell("review-reported", met + self.days(13, 5)):
            return False
        decided = max(
            self.day, met + (self.days(25, 4) if self.chance.random() < 0.55 else self.days(75, 40, 29))
        )
        if self.chance.random() < 0.6:
            return self.tell("review-maintained", decided, reasons="The plan still fits.")
        if not self.tell("amendment-proposed", decided, evidence=True):
            return False
        return self.tell("amended-plan-issued", self.day + self.days(52, 20, 17), placement=self.child.school)

    def cease(self) -> None:
        """The plan ends when the time to appeal is over."""
        if self.tell(
            "cease-considered", self.day + self.days(90, 30), reasons="The young person is in work."
        ) and self.tell("cease-decided", self.day + self.days(40, 10), reasons="The outcomes were reached."):
            self.tell("ceased", self.day + timedelta(days=130))
