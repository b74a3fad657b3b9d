"""What the following of a case works with: an event, a duty that runs or was done, and how the case stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from goldenthread.casework.process.duties import Duty, due_day
from goldenthread.casework.process.stages import Stage


class Happening(NamedTuple):
    """An event, as `follow` reads it. `answers` is the number of the event that it answers."""

    number: int
    kind: str
    occurred_on: date
    facts: dict[str, Any]
    answers: int | None = None


class Open(NamedTuple):
    """A duty that runs: it must be done by `due_on`; None when its clock has no starting day yet."""

    duty: Duty
    started_on: date
    due_on: date | None
    number: int  # of the event that started it


class Done(NamedTuple):
    """A duty that was done, or fell away, and whether in time."""

    duty: Duty
    started_on: date
    due_on: date | None
    done_on: date
    number: int
    exception: str = ""  # the lawful exception that was recorded for it: the due day stays

    @property
    def days_late(self) -> int:
        """Days after the due day; 0 when in time."""
        return max((self.done_on - self.due_on).days, 0) if self.due_on else 0

    @property
    def result(self) -> str:
        """Met, missed, or missed with a lawful exception."""
        if not self.days_late:
            return "met"
        return "missed with a lawful exception" if self.exception else "missed"


EXCEPTED = frozenset({Duty.DECIDE_TO_ASSESS, Duty.DECIDE_TO_ISSUE, Duty.FINALISE, Duty.REASSESS_FINAL})
"""The duties to which regulations 5(4), 10(4), 13(3) and 27(3) allow the same four exceptions."""


@dataclass(slots=True)
class Course:
    """How a case stands after its events."""

    stage: Stage | None = None
    since: date | None = None
    requested_on: date | None = None
    draft_on: date | None = None
    final_on: date | None = None
    plan_made_on: date | None = None
    reviewed_on: date | None = None
    ended_on: date | None = None
    earliest_cease_on: date | None = None
    order_ends_on: date | None = None
    exception: str = ""
    may_finish_early: bool = False
    is_appealed: bool = False
    is_in_mediation: bool = False
    open: dict[tuple[Duty, int], Open] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)

    def start(self, duty: Duty, on: date, number: int, due_on: date | None = None) -> None:
        """A clock begins to run; a second start of the same duty takes the place of the first."""
        key = (duty, number if duty in MANY else 0)
        self.open[key] = Open(duty, on, due_on or due_day(duty, on), number)

    def end(self, duty: Duty, on: date, number: int = 0) -> None:
        """A clock stops; one that does not run is no trouble."""
        running = self.open.pop((duty, number), None)
        if running is not None:
            exception = self.exception if duty in EXCEPTED else ""
            self.done.append(Done(duty, running.started_on, running.due_on, on, running.number, exception))

    @property
    def next_due(self) -> Open | None:
        """The open duty that is due first."""
        dated = [one for one in self.open.values() if one.due_on]
        return min(dated, key=lambda one: one.due_on or date.max) if dated else None

    @property
    def was_excepted(self) -> bool:
        """Whether a lawful exception was recorded before the plan was final or refused, or has been by now."""
        ended = self.outcome(Duty.FINALISE)
        return bool(ended.exception if ended else self.exception)

    def outcome(self, duty: Duty) -> Done | None:
        """How a duty was last done."""
        return next((one for one in reversed(self.done) if one.duty is duty), None)


MANY = frozenset({Duty.ADVISE, Duty.CARRY_OUT_ORDER, Duty.CARRY_OUT_AGREEMENT})
"""Duties of which several may run at once, each started by its own event."""
