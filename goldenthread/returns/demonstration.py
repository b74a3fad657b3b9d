"""What the demonstration shows of published statistics: the wholes of the release of 2025 (Open Government Licence v3.0)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from goldenthread.returns.actions.loading import load_release
from goldenthread.returns.models import Release

FILE = Path(__file__).parent / "data" / "plans-2025-wholes.zip"
TITLE = "Education, health and care plans, reporting year 2025"
SOURCE = (
    "Department for Education, explore-education-statistics.service.gov.uk; Open Government Licence v3.0. "
    "The totals of each place."
)


def load_published(*, on: date) -> Release:
    """The release, once."""
    return load_release(content=FILE.read_bytes(), title=TITLE, source=SOURCE, on=on, by=None)
