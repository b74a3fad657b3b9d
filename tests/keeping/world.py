"""Files that are due, one that is held back, proposals, and what was removed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.test import override_settings
from django.utils import timezone

from goldenthread.keeping.actions import alerting, disclosing
from goldenthread.keeping.actions.continuity import make_pack
from goldenthread.keeping.actions.holding import choose_years, hold
from goldenthread.keeping.actions.proposing import confirm, decline, propose
from goldenthread.keeping.actions.removing import remove
from goldenthread.keeping.queries.everything import everything
from goldenthread.people.models import Child
from tests.casework import world
from tests.readers import person

TODAY = world.TODAY
LONG_AGO = date(1994, 6, 1)


def due_child(name: str = "Old", *, born_on: date = LONG_AGO) -> Child:
    """A child whose file has been kept for its years."""
    return world.make_case(world.make_child(name, born_on=born_on)).child


def ask(*, on: date = TODAY, by: Any = None, case: Any = None) -> Any:
    """The mother asks what is held about her child, whose father is in the file too."""
    case = case or world.bring_to(world.make_case(), "assessment-agreed")
    mother = world.parent_of(case.child)
    world.parent_of(case.child, name="Fabian Otherwise")
    return disclosing.receive(
        case=case, adult=mother, right="Has parental responsibility", received_on=on, on=on, by=by
    )


def settle(held: Any, *, on: date = TODAY, by: Any = None) -> Any:
    """Leave out every row that is flagged."""
    rows = disclosing.undecided(held, everything(held.child, on, asked_by=held.adult))
    decisions = {row.key: ("redact", "It is about somebody else") for row in rows}
    return disclosing.decide(disclosure=held, decisions=decisions, by=by)


def records(on: date = TODAY) -> dict[str, Any]:
    """One of everything, with the two people who agree on it."""
    officer, other = (
        person("data-protection", name="Dana Keeper"),
        person("data-protection", name="Des Second"),
    )
    held = hold(child=due_child("Held"), asked_by="Legal services", reason="A claim against the council is running",
                review_on=on.replace(year=on.year + 1), on=on, by=officer)  # fmt: skip
    children = [due_child(f"Due{number}") for number in range(6)]
    own, *theirs = (propose(kind="child-file", keys=[child.pk], on=on, by=who)[0]
                    for child, who in zip(children[:4], (officer, other, other, officer), strict=True))  # fmt: skip
    remove(removal=confirm(removals=[theirs[2]], on=on, by=other)[0], on=on, by=None)
    decline(removal=theirs[1], why="A brother’s appeal still leans on it", on=on, by=officer)
    choose_years(kind="undated", years=2, reason="Our own schedule says two years", on=on, by=officer)
    asked = [ask(on=on, by=officer) for _ in range(2)]
    released = disclosing.prepare(disclosure=settle(asked[1], on=on, by=officer), on=on, by=officer)
    _, secret, _ = disclosing.release(disclosure=released, on=on, by=other)
    return {
        "disclosure": asked[0].public_id,
        "take_secret": secret,
        "officer": officer,
        "other": other,
        "removal": theirs[0].public_id,
        "held_file": held.public_id,
        "own": own,
    }


def alerted() -> dict[str, Any]:
    """One alert that is open and one that is settled."""
    officer, now = person("duty-officer", name="Dee Awake"), timezone.now()
    opened = alerting.report(words="I see the name of another child", page="case:followed", at=now, by=None)
    settled = alerting.report(words="Wrong letter", page="", at=now - timedelta(days=1), by=None)
    alerting.settle(alert=settled, outcome="It was their own letter", at=now, by=officer)
    alerting.plant_canary(
        case=world.make_case(world.make_child("Invented", is_invented=True)), why="North team", by=officer
    )
    with override_settings(CONTINUITY_KEY="BCDFG-HJKMN-PQRS-BCDFG-HJKMN-PQRS"):
        pack = make_pack(at=now, by=None)
    return {
        "continuity_pack": pack.public_id,
        "officer": officer,
        "alert": opened.public_id,
        "settled": settled.public_id,
    }
