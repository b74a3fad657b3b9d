"""How an invented case runs: chance decides what happens, the law decides what may. What would come later than today does not."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any, Protocol

from goldenthread.casework.invented_return import (
    change_of_phase,
    known_there,
    move_out,
    why_ended,
    write_down,
    write_place,
)
from goldenthread.casework.invented_words import ABOUT, BODIES, CAUSES
from goldenthread.casework.process.course import Happening

DAY = timedelta(days=1)
COMPULSORY = 16


class Lived(Protocol):
    """Whose case it is."""

    born_on: date
    school: str
    needs: tuple[str, ...]
    events: list[Happening]


class Life:
    """Lets one case run until today."""

    def __init__(self, chance: random.Random, aside: random.Random, today: date, child: Lived) -> None:
        self.chance, self.aside, self.today, self.child = chance, aside, today, child
        self.day = today

    def tell(self, kind: str, on: date, answers: int | None = None, **facts: Any) -> bool:
        """One event more, if its day has come."""
        if on > self.today:
            return False
        self.child.events.append(Happening(len(self.child.events) + 1, kind, on, facts, answers))
        self.day = on
        return True

    def days(self, usual: float, spread: float, least: int = 1) -> timedelta:
        """About so many days."""
        return timedelta(days=max(least, round(self.chance.gauss(usual, spread))))

    def is_(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.chance.random() < share

    def live(self, requested: date) -> None:
        """From the request, or from a move into the area, on."""
        if self.is_(0.04):
            made = (requested - self.days(200, 90)).isoformat()
            if self.tell(
                "moved-in", requested, authority="Another council", made_on=made, **known_there(self)
            ):
                write_down(self)
                self.tell("move-in-told", self.day + self.days(30, 9, 5))
                self.in_force()
            return
        is_grown = (requested - self.child.born_on).days > COMPULSORY * 365
        by = ("young-person", "parent") if is_grown else ("parent", "school", "school", "health")
        self.tell("request-received", requested, by=self.chance.choice(by))
        if self.is_(0.8):
            self.tell("considering", requested + self.days(8, 3))
        self.decide(requested)

    def decide(self, requested: date) -> None:
        """Assess or not, in six weeks or later."""
        on = max(self.day, requested + self.days(38, 9, 10))
        roll = self.chance.random()
        if roll < 0.02:
            self.tell("request-withdrawn", on, reasons="The family asked for this.")
        elif roll < 0.24:
            if self.tell("assessment-refused", on, reasons="The school can meet this need with what it has."):
                self.against_refusal(requested)
        elif self.tell("assessment-agreed", on):
            self.assess(requested)

    def against_refusal(self, requested: date) -> None:
        """A family that does not agree: mediation, an appeal, and perhaps an order to assess."""
        if self.is_(0.25):
            self.mediate(("nothing", "nothing", "other"))
        if not self.is_(0.12) or not self.appeal("The refusal to assess"):
            return
        if (
            self.tell(
                "tribunal-order",
                self.day + self.days(180, 40, 60),
                order=self.chance.choice(("assess", "dismiss")),
            )
            and (self.child.events[-1].facts["order"] == "assess")
            and self.tell("reopened-by-order", self.day + self.days(9, 3))
        ):
            self.tell("order-carried-out", self.day + DAY)
            self.assess(requested)

    def mediate(self, agreed: tuple[str, ...]) -> None:
        """Mediation wanted, arranged or not, and its certificate."""
        about = self.chance.choice(("education", "education", "education", "both", "health"))
        if not self.tell("mediation-wanted", self.day + self.days(20, 6), about=about):
            return
        if about != "education" and not self.tell("care-board-told", self.day + self.days(2, 1)):
            return
        if self.is_(0.15):
            if self.tell("mediation-not-arranged", self.day + self.days(27, 4)):
                self.tell("mediation-certificate", self.day + self.days(3, 1))
            return
        what = self.chance.choice(agreed)
        if self.tell("mediation-held", self.day + self.days(26, 8), agreed=what):
            self.tell("mediation-certificate", self.day + self.days(2, 1))
            if what != "nothing":
                self.tell("agreement-carried-out", self.day + self.days(16, 6))

    def appeal(self, about: str) -> bool:
        """An appeal, answered in time or late."""
        return self.tell("appeal-lodged", self.day + self.days(45, 8), about=about) and self.tell(
            "appeal-answered", self.day + self.days(28, 4)
        )

    def assess(self, requested: date) -> None:
        """Advice, then a plan or none."""
        asked = self.day + self.days(2, 1)
        open_ = []
        for of, body in BODIES[: self.chance.choice((3, 4, 4, 5))]:
            reached: dict[str, Any] = {} if self.is_(0.03) else {"reached_on": (asked + DAY).isoformat()}
            if self.tell("advice-requested", asked, of=of, body=body, **reached):
                open_.append(len(self.child.events))
        self.advise(asked, open_)
        if self.is_(0.06):
            self.except_(asked)
        on = max(self.day + DAY, requested + self.days(100, 18, 50))
        if self.is_(0.06):
            if self.tell("plan-refused", on, reasons="The need can be met without a plan.") and self.is_(0.2):
                self.mediate(("nothing", "other"))
        elif self.tell("plan-agreed", on):
            self.draft(requested)

    def advise(self, asked: date, open_: list[int]) -> None:
        """What comes in, in the order in which it comes; what is late is chased first."""
        came = sorted((asked + self.days(44, 18, 7), number) for number in open_)
        for on, number in came:
            if (on - asked).days > 50 and self.is_(0.5):
                self.tell("advice-chased", max(self.day, asked + self.days(46, 2)), answers=number)
            self.tell("advice-received", max(on, self.day), answers=number)

    def except_(self, asked: date) -> None:
        """A lawful exception, claimed once the advice is in."""
        self.tell(
            "exception-recorded", self.day + DAY, code=self.chance.choice(("X-C", "X-D")), reasons="As the family told us.",
            evidence="Letter", starts_on=asked.isoformat(), ends_on=(asked + timedelta(days=35)).isoformat(),
        )  # fmt: skip

    def draft(self, requested: date) -> None:
        """The draft, the family's days, and the final plan: about half in 20 weeks."""
        in_time = self.is_(0.5)
        on = max(
            self.day + self.days(9, 4),
            requested + (self.days(112, 6) if in_time else self.days(170, 60, 120)),
        )
        if not self.tell("draft-issued", on, information=True):
            return
        if self.is_(0.5) and self.tell("school-consulted", on + DAY, school=self.child.school):
            self.tell(
                "school-answered",
                on + self.days(12, 3, 4),
                answers=len(self.child.events),
                words="We can meet this need.",
            )
        if self.is_(0.7):
            self.tell(
                "representations",
                max(self.day, on + self.days(9, 3, 1)),
                words="The family’s views, kept with the draft.",
            )
        wait = self.days(18, 3, 16)
        if self.is_(0.05) and self.tell("early-finish-agreed", self.day + DAY, words="Please do not wait."):
            wait = DAY
        final = max(self.day, on + wait)
        if self.tell("final-issued", final, placement=self.child.school):
            if (final - requested).days > 140 and self.is_(0.6):
                self.tell(
                    "lateness-explained",
                    self.day + DAY,
                    cause=self.chance.choice(CAUSES),
                    reasons="As the file shows.",
                )
            write_down(self)
            self.against_plan()
            self.in_force()

    def against_plan(self) -> None:
        """A family that does not agree with the final plan."""
        if self.is_(0.05):
            self.mediate(("nothing", "other", "amend"))
        if not self.is_(0.04) or not self.appeal(self.chance.choice(ABOUT)):
            return
        roll = self.chance.random()
        if roll < 0.2:
            self.tell("appeal-ended", self.day + self.days(90, 30, 20))
            return
        kind, after = (
            ("appeal-conceded", self.days(60, 20, 10))
            if roll < 0.5
            else ("tribunal-order", self.days(250, 60, 90))
        )
        if self.tell(kind, self.day + after, order="amend"):
            self.tell("order-carried-out", self.day + self.days(30, 8))

    def in_force(self) -> None:
        """Year after year, until the plan ends or today comes."""
        while self.day <= self.today:
            roll = self.chance.random()
            if roll < 0.03:
                self.cease()
                return
            if roll < 0.045:
                move_out(self)
                return
            if roll < 0.065 and not self.reassess():
                return
            if 0.065 <= roll < 0.085:
                self.budget()
            if not self.review():
                return

    def reassess(self) -> bool:
        """A new assessment is asked for; whether the plan goes on from there."""
        if not self.tell("reassessment-requested", self.day + self.days(120, 40), by="parent"):
            return False
        on = self.day + self.days(14, 4)
        if self.is_(0.4):
            return self.tell("reassessment-refused", on, reasons="The needs are as they were.")
        return self.tell("reassessment-agreed", on) and self.tell(
            "reassessment-plan-issued", self.day + self.days(100, 20, 40), placement=self.child.school
        )

    def budget(self) -> None:
        """Direct payments, reviewed after their first months."""
        if self.tell(
            "budget-requested", self.day + self.days(40, 15), words="Support after school."
        ) and self.tell(
            "budget-agreed",
            self.day + self.days(30, 9),
            answers=len(self.child.events),
            words="Six hours a week.",
        ):
            self.tell("payments-began", self.day + self.days(20, 6), consent=True, pays_for="social-care")

    def review(self) -> bool:
        """One year's review, held in time or late. For a change of phase it names the next place."""
        opened = self.day + self.days(310, 40, 120)
        moving = change_of_phase(self.child.born_on, opened)
        if moving and not self.tell("phase-transfer-expected", opened, year=str(moving[0]), to=moving[1]):
            return False
        if not self.tell("review-opened", opened) or not self.tell(
            "review-met", self.day + self.days(28, 6, 14)
        ):
            return False
        met = self.day
        if self.is_(0.85) and not self.tell("review-reported", met + self.days(13, 5)):
            return False
        decided = max(self.day, met + (self.days(25, 4) if self.is_(0.55) else self.days(75, 40, 29)))
        if moving:
            self.child.school = moving[2]
        elif self.is_(0.6):
            return self.tell("review-maintained", decided, reasons="The plan still fits.")
        if not self.tell("amendment-proposed", decided, evidence=True):
            return False
        if not self.tell(
            "amended-plan-issued", self.day + self.days(52, 20, 17), placement=self.child.school
        ):
            return False
        if moving:
            write_place(self)
        return True

    def cease(self) -> None:
        """The plan ends when the time to appeal is over; some families are heard and it stays until today."""
        if self.tell(
            "cease-considered", self.day + self.days(90, 30), reasons="The young person is in work."
        ):
            on = self.day + self.days(40, 10)
            if self.is_(0.2):
                if self.tell("plan-kept", on, reasons="The family showed that the support is still needed."):
                    self.in_force()
            elif self.tell("cease-decided", on, reasons="The outcomes were reached."):
                self.tell("ceased", self.day + timedelta(days=130), **why_ended(self))
