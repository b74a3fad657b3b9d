"""A public plan with one action and a measure, somebody who leads and prepares, and somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.models import Action, Measure, Plan
from tests.evidence.freezing import make_measure
from tests.programme.world import make_action, make_area, make_plan
from tests.readers import person


@pytest.fixture
def measure(db: None) -> Measure:
    """A measure that is recorded by hand until a test ties it."""
    return make_measure(make_plan())


@pytest.fixture
def plan(db: None) -> Plan:
    """A public plan."""
    return make_plan()


@pytest.fixture
def action(plan: Plan) -> Action:
    """One action of it."""
    return make_action(make_area(plan), text="Publish the new letters", due=PartialDate(2025, 5))


@pytest.fixture
def lead(db: None) -> Any:
    """A programme lead."""
    return person("programme-lead")


@pytest.fixture
def second(db: None) -> Any:
    """The one who publishes."""
    return person("communications-officer")
