"""The release of the demonstration, loaded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.returns.demonstration import load_published


@pytest.fixture
def release(db: None) -> Any:
    """The wholes of the release of 2025."""
    return load_published(on=date(2026, 11, 24))
