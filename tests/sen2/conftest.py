"""Invented returns, written where a test wants them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from goldenthread.sen2.converting import writer_for
from goldenthread.sen2.generating import persons
from goldenthread.sen2.years import collection_year

Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Write a generated return in a format, and say where it is."""

    def make(
        count: int = 50, *, seed: int = 1, year: int = 2026, kind: str = "xml", faults: float = 0.0
    ) -> Path:
        one = collection_year(year)
        path = tmp_path / f"return-{seed}-{count}{ {'xml': '.xml', 'workbook': '.xlsx'}.get(kind, '') }"
        with writer_for(kind, path, one) as writer:
            writer.header(persons.header(one, seed))
            for person in persons.persons(count, seed, one, faults=faults):
                writer.add(person)
        return path

    return make
