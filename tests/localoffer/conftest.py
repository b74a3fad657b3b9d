"""Each test begins without an index: what a test wrote is taken back, and the index would not hear of it."""

from collections.abc import Iterator

import pytest

from goldenthread.localoffer.queries.directory import forget


@pytest.fixture(autouse=True)
def _fresh_index() -> Iterator[None]:
    forget()
    yield
    forget()
