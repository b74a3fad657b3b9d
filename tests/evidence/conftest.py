"""A plan's measure, and somebody who leads the programme."""

from __future__ import annotations

from typing import Any

import pytest

from goldenthread.programme.models import Measure
from tests.evidence.freezing import make_measure
from tests.programme.world import make_plan
from tests.readers import person


@pytest.fixture
def measure(db: None) -> Measure:
    """A measure that is recorded by hand until a test ties it."""
    return make_measure(make_plan())


@pytest.fixture
def lead(db: None) -> Any:
    """A programme lead."""
    return person("programme-lead")
