"""Browsers in which people are signed in: seen at most once a minute, over when nobody used one for a while."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.db import OperationalError
from django.http import HttpRequest
from django.utils import timezone

from goldenthread.accounts.models import OpenSession
from goldenthread.kit import away

SEEN, EVERY = "seen_at", timedelta(minutes=1)
BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
MACHINES = (
    ("Windows", "Windows"), ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


def browser_of(agent: str) -> str:
    """A browser in words by which its owner knows it.

    >>> browser_of("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox on Windows'
    """
    browser = next((name for mark, name in BROWSERS if mark in agent), "A browser")
    machine = next((name for mark, name in MACHINES if mark in agent), "a computer")
    return f"{browser} on {machine}"


def still_open(http: HttpRequest) -> bool:
    """Whether the reader's session is used often enough to stay open; one that is not is ended. Notes that it was seen."""
    now, seen = timezone.now(), _seen(http)
    if seen is not None and now - seen > timedelta(minutes=settings.SESSION_IDLE_MINUTES):
        OpenSession.objects.filter(key=http.session.session_key or "").delete()
        logout(http)
        return False
    if seen is None or now - seen >= EVERY:
        note(http, now)
    return True


def note(http: HttpRequest, now: datetime) -> None:
    """Remember when a session was used last, and in which browser. On a full disk nothing is, and the page opens all the same."""
    if http.session.session_key is None:
        http.session.save()
    begun = {"user": http.user, "browser": browser_of(http.headers.get("User-Agent", "")), "seen_at": now}
    try:
        OpenSession.objects.update_or_create(
            key=http.session.session_key, defaults=begun, create_defaults={**begun, "began_at": now}
        )
    except OperationalError as trouble:
        if away.in_words(trouble) != away.FULL:
            raise
        return
    http.session[SEEN] = now.isoformat()


def sessions_of(user: Any) -> list[OpenSession]:
    """The browsers in which somebody is signed in now, the one used last first."""
    since = timezone.now() - timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    held = OpenSession.objects.filter(user=user, seen_at__gte=since)
    return [one for one in held if store().exists(one.key)]


def store() -> Any:
    """Where sessions are kept."""
    return import_module(settings.SESSION_ENGINE).SessionStore()


def _seen(http: HttpRequest) -> datetime | None:
    try:
        return datetime.fromisoformat(http.session[SEEN])
    except (KeyError, TypeError, ValueError):
        return None
