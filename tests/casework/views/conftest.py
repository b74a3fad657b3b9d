"""Browsers signed in as those who work, manage and follow cases, and a day that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from tests.casework import world
from tests.readers import person, sign_in


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def worker(db):
    return person("EHC caseworker", name="Nadia Worker")


@pytest.fixture
def as_worker(worker) -> Client:
    return sign_in(Client(), worker)


@pytest.fixture
def case(worker):
    """A case with a final plan, in the hands of the worker."""
    return world.bring_to(world.make_case(worker=worker), "final-issued")


@pytest.fixture
def request_case(worker):
    return world.make_case(worker=worker, on=date(2026, 11, 2))
