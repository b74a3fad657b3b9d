"""Browsers of people around a programme, on a day that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from goldenthread.programme.models import Plan
from tests.programme.world import make_plan
from tests.readers import person, sign_in

TODAY = date(2023, 6, 1)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Pages are read on 1 June 2023."""
    of = timezone.localdate
    monkeypatch.setattr(timezone, "localdate", lambda value=None, *_: of(value) if value else TODAY)
    return TODAY


@pytest.fixture
def signed_in(plan: Plan) -> Callable[..., Client]:
    """A browser of somebody with a role in the programme; `signed_in("board-member").user` is that person."""

    def make(role: str = "programme-lead", programme: str = "testshire") -> Any:
        client: Any = Client()
        client.user = person(role, programme=programme)
        sign_in(client, client.user)
        return client

    return make


@pytest.fixture
def lead(signed_in: Callable[..., Client]) -> Client:
    """The programme lead's browser."""
    return signed_in("programme-lead")


@pytest.fixture
def board_member(signed_in: Callable[..., Client]) -> Client:
    """The browser of a member of the board, who reads and confirms."""
    return signed_in("board-member")


@pytest.fixture
def stranger(signed_in: Callable[..., Client]) -> Client:
    """The browser of a programme lead of another programme."""
    make_plan(slug="elsewhere")
    return signed_in("programme-lead", programme="elsewhere")
