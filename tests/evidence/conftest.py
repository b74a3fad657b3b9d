"""A public plan with one action, somebody who prepares, and somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.models import Action, Plan
from tests.programme.world import make_action, make_area, make_plan
from tests.readers import person


@pytest.fixture
def plan(db: None) -> Plan:
    return make_plan()


@pytest.fixture
def action(plan: Plan) -> Action:
    return make_action(make_area(plan), text="Publish the new letters", due=PartialDate(2025, 5))


@pytest.fixture
def lead(db: None) -> Any:
    return person("programme-lead")


@pytest.fixture
def second(db: None) -> Any:
    return person("communications-officer")
