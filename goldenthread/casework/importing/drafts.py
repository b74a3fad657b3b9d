"""A case as a row tells it: the child, those around them, and the events, each with the column that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.casework.importing.troubles import Trouble
from goldenthread.casework.process.checks import first_fault
from goldenthread.casework.process.course import Course, Happening, follow
from goldenthread.people.identifiers import tidied, uln_fault, upn_fault

NUMBERED = {"upn": upn_fault, "uln": uln_fault}
OLDEST = 26


@dataclass
class Draft:
    """One row, understood. It may be brought in when it has no troubles."""

    row: int
    child: dict[str, Any]
    columns: dict[str, str]
    """Field to heading, to say where a trouble stands."""
    others: dict[str, Any] = field(default_factory=dict)
    """The reference, team, worker, parent and address."""
    events: list[Happening] = field(default_factory=list)
    of: dict[int, str] = field(default_factory=dict)
    """The number of an event to the field that told of it."""
    troubles: list[Trouble] = field(default_factory=list)

    def trouble(self, key: str, sentence: str) -> None:
        """Something wrong, in the column of a field."""
        self.troubles.append(Trouble(self.row, self.columns.get(key, ""), sentence))

    @property
    def opened_on(self) -> date:
        """The day of the first event."""
        return self.events[0].occurred_on

    @property
    def course(self) -> Course:
        """Where the case stands after its events."""
        return follow(self.events)

    @property
    def keys(self) -> list[str]:
        """What tells that two rows are of one child: the numbers, or else the whole name and the birthday."""
        numbers = [f"{name}:{self.child[name]}" for name in NUMBERED if self.child.get(name)]
        return numbers or [f"{whole_name(self.child)}:{self.child['born_on']}"]


def whole_name(child: dict[str, Any]) -> str:
    """The names in small letters, for comparison."""
    return " ".join(f"{child['given_names']} {child['family_name']}".lower().split())


def check(draft: Draft, today: date) -> None:
    """Add what is wrong with a draft by itself: by the same rules as for what is typed."""
    for name, fault in NUMBERED.items():
        draft.child[name] = tidied(draft.child.get(name) or "") or None
        if draft.child[name] and (sentence := fault(draft.child[name])):
            draft.trouble(name, sentence)
    for name, words in (("given_names", "the given names"), ("family_name", "the family name")):
        if not draft.child.get(name):
            draft.trouble(name, f"Enter {words}.")
    born_on = draft.child.get("born_on")
    if born_on is None:
        if not any(one.column == draft.columns.get("born_on") for one in draft.troubles):
            draft.trouble("born_on", "Enter the date of birth.")
        return
    if born_on > today:
        draft.trouble("born_on", "The date of birth is after today. Check the year.")
        return
    if today.year - born_on.year > OLDEST and draft.events and draft.course.ended_on is None:
        draft.trouble("born_on", "The date of birth is more than 26 years ago: plans end at 25. Check the year, "
                                 "or say when the plan ended.")  # fmt: skip
    wrong = first_fault(draft.events, born_on=born_on, today=today)
    if wrong is not None:
        draft.trouble(draft.of.get(wrong.number, ""), wrong.sentence)
