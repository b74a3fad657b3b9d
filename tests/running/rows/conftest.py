"""Two children and everybody around them, with one of everything that belongs to the first."""

from __future__ import annotations

from typing import Any

import pytest

from tests.access.people import people_around, records_of
from tests.access.test_matrix import sen_records
from tests.casework import world


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
