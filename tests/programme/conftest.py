"""A plan with one area and one action, and somebody who acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goldenthread.audit.models import Event
from goldenthread.programme.models import Action, Area, Plan
from tests.programme.world import make_action, make_area, make_plan
from tests.readers import person


@pytest.fixture
def plan(db: None) -> Plan:
    """A Written Statement of Action."""
    return make_plan()


@pytest.fixture
def area(plan: Plan) -> Area:
    """Its area."""
    return make_area(plan)


@pytest.fixture
def action(area: Area) -> Action:
    """The area's action."""
    return make_action(area)


@pytest.fixture
def lead(db: None) -> Any:
    """A programme lead."""
    return person("programme-lead")


@pytest.fixture
def second(db: None) -> Any:
    """Another person."""
    return person("board-member")


@pytest.fixture
def event(lead: Any) -> Callable[[str], bool]:
    """Whether the audit holds an event of this name by the lead."""
    return lambda name: Event.objects.filter(action=name, actor=str(lead.public_id)).exists()
