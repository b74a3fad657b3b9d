"""S6: who asks whether an address has an account is told nothing, by the words of an answer or by the work of a sign-in."""

from __future__ import annotations

import pytest
import time_machine
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client

from goldenthread.accounts.models import User
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db
NOBODY = "nobody@example.org"


@pytest.fixture
def hashed(monkeypatch):
    """How often a password is hashed, which is what a sign-in takes its time for."""
    calls = list[str]()
    real = Argon2PasswordHasher.encode, Argon2PasswordHasher.verify
    monkeypatch.setattr(
        Argon2PasswordHasher, "encode", lambda *a, **k: (calls.append("encode"), real[0](*a, **k))[1]
    )
    monkeypatch.setattr(
        Argon2PasswordHasher, "verify", lambda *a, **k: (calls.append("verify"), real[1](*a, **k))[1]
    )
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        yield calls


def accounts() -> dict[str, str]:
    """One address of each kind that there is, and one of nobody."""
    made = {
        kind: person("caseworker")
        for kind in ("usual", "suspended", "without a password", "of a demonstration")
    }
    for kind, one in made.items():
        one.set_password("a right and long password")
        one.save()
        if kind == "without a password":
            one.set_unusable_password()
            one.save()
    User.objects.filter(pk=made["suspended"].pk).update(is_active=False, suspended_on=world.TODAY)
    User.objects.filter(pk=made["of a demonstration"].pk).update(is_demonstration=True)
    return {kind: one.email for kind, one in made.items()} | {"nobody": NOBODY}


def test_a_wrong_password_costs_the_same_for_any_address(hashed, record_property):
    cost, said = dict[str, int](), dict[str, tuple[int, bytes]]()
    for kind, address in accounts().items():
        cache.clear()
        hashed.clear()
        answer = Client().post("/account/login/", {"login": address, "password": "a wrong and long password"})
        cost[kind] = len(hashed)
        said[kind] = answer.status_code, answer.content.replace(address.encode(), b"").count(b"error")
    failed = len(set(cost.values())) - 1
    record_property(
        "counted", {"what": "kinds of address with a wrong password", "tried": len(cost), "failed": failed}
    )
    assert set(cost.values()) == {1}, cost
    assert len(set(said.values())) == 1, said


def test_a_forgotten_password_is_answered_alike(hashed, record_property):
    """In words; the mail itself is written while they wait, which the ledger says."""
    said = dict[str, tuple[int, str, int]]()
    for kind, address in accounts().items():
        cache.clear()
        answer = Client().post("/account/password/forgotten/", {"email": address}, follow=True)
        said[kind] = answer.status_code, answer.redirect_chain[-1][0], len(answer.content)
    failed = len(set(said.values())) - 1
    record_property(
        "counted",
        {"what": "kinds of address with a forgotten password", "tried": len(said), "failed": failed},
    )
    assert failed == 0, said
