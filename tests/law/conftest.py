"""Published facts that the rules must give back."""

import json
import os
from pathlib import Path

import pytest

STEERING = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def wolverhampton_clock():
    """The clock part of the Wolverhampton record, kept in a folder beside the repository."""
    path = STEERING / "wolverhampton.json"
    if not path.exists():
        assert os.environ.get("CI") != "true", f"{path} is needed in continuous integration"
        pytest.skip(f"{path} is not on this machine")
    return json.loads(path.read_text(encoding="utf-8"))["statutory_clock"]
