"""S5: a session begins at sign-in and ends at sign-out; what somebody planted or kept opens nothing."""

from __future__ import annotations

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from assurance.amount import times
from tests.readers import sign_in, stranger

pytestmark = pytest.mark.django_db
PASSWORD, OWN = "amber-barley-cedar-1", "/account/second-step/"
SIGN_INS, REPLAYS = times(15, full=100), times(100, full=1000)
FIREFOX = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"}


def test_a_planted_session_is_not_the_one_that_is_signed_in(record_property):
    user = stranger()
    user.set_password(PASSWORD)
    user.save()
    stayed, short = 0, 0
    for _ in range(SIGN_INS):
        cache.clear()
        client = Client()
        planted = client.session
        planted["planted"] = True
        planted.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
        assert client.session.get("_auth_user_id") == str(user.pk)
        stayed += client.session.session_key == planted.session_key
        short += len(client.session.session_key) < 25  # 36 letters and figures: 129 bits
    record_property(
        "counted", {"what": "sign-ins with a planted session", "tried": SIGN_INS, "failed": stayed + short}
    )
    assert (stayed, short) == (0, 0)


def test_a_session_that_was_signed_out_opens_nothing(record_property):
    user, opened = stranger(), 0
    for _ in range(REPLAYS):
        client = sign_in(Client(), user)
        kept = client.cookies[settings.SESSION_COOKIE_NAME].value
        assert client.get("/account/onwards/").url != "/account/login/"
        client.post("/account/logout/")
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = kept
        opened += "/account/login/" not in thief.get("/account/onwards/").url
    record_property(
        "counted", {"what": "sessions replayed after sign-out", "tried": REPLAYS, "failed": opened}
    )
    assert opened == 0


def test_a_session_ends_after_its_hours(record_property):
    client = sign_in(Client(), stranger())
    with time_machine.travel(timezone.now() + timezone.timedelta(seconds=settings.SESSION_COOKIE_AGE + 1)):
        answer = client.get("/account/onwards/")
    is_open = "/account/login/" not in answer.url
    record_property("counted", {"what": "sessions after their hours", "tried": 1, "failed": int(is_open)})
    assert not is_open


def test_a_session_that_nobody_used_ends_before_its_hours(record_property):
    """A page within the minutes keeps it open, until the hours are over; without one it is over."""
    client, opened = sign_in(Client(), stranger()), 0
    start, idle = timezone.now(), timezone.timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    for number in range(1, 4):
        with time_machine.travel(start + number * (idle - timezone.timedelta(minutes=1)), tick=False):
            assert "/account/login/" not in client.get("/account/onwards/").url
    last = start + 3 * (idle - timezone.timedelta(minutes=1))
    with time_machine.travel(last + idle + timezone.timedelta(minutes=1), tick=False):
        opened += "/account/login/" not in client.get("/account/onwards/").url
    record_property("counted", {"what": "sessions that nobody used", "tried": 4, "failed": opened})
    assert opened == 0


def test_somebody_ends_their_other_sessions_and_nobody_elses(record_property):
    user, other = stranger(), stranger("Olive Other")
    here, there, theirs = (Client(), Client(), Client())
    for client, who in ((here, user), (there, user), (theirs, other)):
        sign_in(client, who)
        session = client.session
        del session["seen_at"]
        session.save()
        client.get("/account/onwards/", headers=FIREFOX)
    shown = here.get("/account/where/", headers=FIREFOX).content.decode()
    assert shown.count("Firefox on Windows") == 3  # two lines, and the button's words
    foreign = other.open_sessions.get()
    here.post("/account/where/", {"end": foreign.pk})
    kept = "/account/login/" not in theirs.get("/account/onwards/").url
    here.post("/account/where/", {"end": "all"})
    ended = "/account/login/" in there.get("/account/onwards/").url
    stays = "/account/login/" not in here.get("/account/onwards/").url
    record_property(
        "counted", {"what": "sessions ended by their owner", "tried": 3, "failed": 3 - kept - ended - stays}
    )
    assert (kept, ended, stays) == (True, True, True)
