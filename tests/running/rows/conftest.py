"""Two children and everybody around them, with one of everything that belongs to the first."""

from __future__ import annotations

from typing import Any

import pytest

from goldenthread.running.rows.locking import lock
from tests.access.people import people_around, records_of
from tests.access.test_matrix import sen_records
from tests.casework import world
from tests.second_lock import ROLE, as_the_owner


@pytest.fixture(autouse=True)
def _second_lock(db: None) -> None:
    """Put on within the test's own transaction, which takes it off again."""
    with as_the_owner():
        lock(processes=ROLE)


@pytest.fixture
def area(db: None) -> dict[str, Any]:
    """Ash with one of everything, Bo with a case, and everybody around them."""
    ash, bo = (
        world.bring_to(world.make_case(world.make_child(name), team=world.team(team)), "assessment-agreed")
        for name, team in (("Ash", "North"), ("Bo", "South"))
    )
    made = people_around(ash, bo)
    records_of(ash, made)
    sen_records(made, ash)
    return {"ash": ash, "bo": bo, "people": made}
