"""A school, its SENCO and a pupil, for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.partners.models import Organisation
from goldenthread.sensupport.actions.cycles import review_cycle, start_cycle
from goldenthread.sensupport.actions.register import enter_pupil
from goldenthread.sensupport.models import Cycle, Pupil
from tests.casework import world
from tests.readers import person

DAY = world.TODAY


def school(name: str = "Hill School") -> Organisation:
    """A school."""
    return Organisation.objects.get_or_create(name=name, defaults={"kind": "education"})[0]


def senco(of: Organisation) -> Any:
    """Somebody who keeps its register."""
    user = person("setting")
    user.memberships.create(organisation=of, starts_on=DAY - timedelta(days=400))
    return user


def pupil(of: Organisation | None = None, name: str = "Ivy Oak", **details: Any) -> Pupil:
    """A pupil on its register."""
    given, family = name.split(" ")
    fields = {"code": "K", "primary_need": "SLCN", "need_in_words": "Follows one step, not two.", **details}
    return enter_pupil(setting=of or school(), given_names=given, family_name=family,
                       born_on=fields.pop("born_on", date(2018, 3, 1)), on=fields.pop("on", DAY), by=None, **fields)  # fmt: skip


PLAN = {
    "assess": "Says three words together.", "outcome": "Asks for help once a day.", "strategies": ["COM-01"],
    "child_says": "I like songs.", "parent_says": "Ivy talks more at home.",
}  # fmt: skip
CAME = {
    "what_changed": "Asks most days.", "progress": "as-hoped", "child_says_now": "I can ask.",
    "parent_says_now": "Yes, here too.",
}  # fmt: skip


def cycle(of: Pupil, *, on: date = DAY, due: date | None = None, **changes: Any) -> Cycle:
    """A cycle under way."""
    return start_cycle(
        pupil=of, on=on, by=None, review_due_on=due or on + timedelta(days=84), **{**PLAN, **changes}
    )


def reviewed(of: Pupil, *, on: date, next_step: str = "again") -> Cycle:
    """A cycle with its review, thirty days later."""
    begun = cycle(of, on=on)
    return review_cycle(cycle=begun, on=on + timedelta(days=30), by=None, next_step=next_step, **CAME)
