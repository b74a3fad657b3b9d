"""The database away or a disk full is told in words; any other trouble is not taken for it."""

from __future__ import annotations

import errno

import psycopg
import pytest
from django.db import IntegrityError, OperationalError
from django.test import RequestFactory

from goldenthread.kit import away
from goldenthread.website.views import broken


def caused(outer: Exception, inner: BaseException) -> Exception:
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (caused(OperationalError(), psycopg.OperationalError()), away.AWAY),
        (caused(OperationalError(), psycopg.errors.AdminShutdown()), away.AWAY),
        (caused(OperationalError(), psycopg.errors.CannotConnectNow()), away.AWAY),
        (caused(OperationalError(), psycopg.errors.DiskFull()), away.FULL),
        (caused(RuntimeError(), OSError(errno.ENOSPC, "full")), away.FULL),
        (caused(OperationalError(), psycopg.errors.DeadlockDetected()), ""),
        (IntegrityError(), ""),
        (OSError(errno.EACCES, "not allowed"), ""),
        (None, ""),
    ],
)
def test_in_words_tells_the_two_troubles(trouble, words):
    assert away.in_words(trouble) == words


def test_broken_answers_without_the_database_when_it_is_away():
    try:
        raise caused(OperationalError(), psycopg.errors.AdminShutdown())
    except OperationalError:
        answer = broken(RequestFactory().get("/"))
    assert answer.status_code == 503
    assert away.AWAY in answer.content.decode()
    assert "Retry-After" in answer.headers


def test_broken_says_which_pages_open_without_room():
    try:
        raise OSError(errno.ENOSPC, "full")
    except OSError:
        answer = broken(RequestFactory().get("/"))
    assert answer.status_code == 503
    assert "Most pages open as always" in answer.content.decode()
