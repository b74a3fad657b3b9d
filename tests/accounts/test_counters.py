"""What is counted to slow down guessing holds in every web process, and ends when it should."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import psycopg
import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from goldenthread.accounts import tasks
from goldenthread.accounts.models import Remembered
from tests.blank import environment

GUESS = """
import sys, django
django.setup()
from django.test import Client
from allauth.core.internal import ratelimit
from goldenthread.accounts.backend import Backend
looked_at = 0
check = Backend.authenticate
def counted(self, *words, **more):
    global looked_at
    looked_at += 1
    return check(self, *words, **more)
Backend.authenticate = counted
for number in range(int(sys.argv[2])):
    Client().post("/account/login/", {"login": "one@example.org", "password": f"wrong-{number}"},
                  REMOTE_ADDR=f"203.0.{sys.argv[1]}.{number}")
print(looked_at)
"""
ADD = """
import sys, django
django.setup()
from django.core.cache import cache
print(sum(cache.add(f"lock-{number}", True, 60) for number in range(200)))
"""


def at_once(database: str, program: str, *each: tuple[str, ...]) -> list[int]:
    """What processes print that run at the same time."""
    settings = environment(database) | {"DEMONSTRATION": "0", "HTTPS": "0", "ALLOWED_HOSTS": "testserver"}
    running = [
        subprocess.Popen([sys.executable, "-c", program, *words], env=settings, stdout=subprocess.PIPE)
        for words in each
    ]
    return [int(one.communicate(timeout=200)[0]) for one in running]


def test_three_web_processes_look_at_five_guesses_together(database, record_property):
    """Guesses at one account, each from another address: as many are looked at as in one process."""
    guesses = 20
    looked_at = at_once(database, GUESS, *((f"{number}", f"{guesses}") for number in range(3)))
    record_property(
        "counted",
        {
            "what": "guesses from 60 addresses in three processes",
            "tried": 60,
            "failed": max(0, sum(looked_at) - 5),
        },
    )
    assert sum(looked_at) == 5
    with psycopg.connect(database) as held:
        kept = held.execute("SELECT string_agg(key || value::text, ' ') FROM accounts_remembered").fetchone()[
            0
        ]
    assert "example.org" not in kept
    assert "203.0" not in kept


def test_of_many_who_add_at_once_one_succeeds(database):
    assert sum(at_once(database, ADD, *(("",),) * 3)) == 200


@pytest.mark.django_db
def test_it_keeps_what_it_is_given_until_it_ends():
    assert cache.get("a") is None
    assert cache.get("a", 3) == 3
    cache.set("a", [1.5, 2.5], 60)
    assert cache.get("a") == [1.5, 2.5]
    assert not cache.add("a", 1, 60)
    assert cache.touch("a", 120)
    with time_machine.travel(timezone.now() + timedelta(seconds=100)):
        assert cache.get("a") == [1.5, 2.5]
    with time_machine.travel(timezone.now() + timedelta(seconds=121)):
        assert cache.get("a") is None
        assert not cache.touch("a", 60)
    assert cache.delete("a")
    assert not cache.delete("a")
    cache.set("b", "for ever", None)
    assert cache.get("b") == "for ever"
    assert cache.add("c", 1)
    assert cache.incr("c", 2) == 3
    cache.clear()
    assert not Remembered.objects.exists()


@pytest.mark.django_db
def test_what_has_ended_is_forgotten_every_hour():
    cache.set("ended", 1, -1)
    cache.set("later", 1, 60)
    assert Remembered.objects.count() == 2
    tasks.forget()
    assert Remembered.objects.count() == 1
    assert cache.add("ended", 2, 60)


@pytest.mark.django_db
def test_what_has_ended_may_be_added_again():
    cache.set("a", 1, -1)
    assert cache.add("a", 2, 60)
    assert cache.get("a") == 2
