"""Sessions while the database is away or full: told as such, and no reason to keep a page from its reader."""

from __future__ import annotations

import psycopg
import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError, OperationalError
from django.test import Client
from django.urls import reverse

from goldenthread.accounts.kept_sessions import SessionStore
from goldenthread.accounts.models import OpenSession
from goldenthread.kit import away
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


def failing(inner: Exception):
    def fail(*arguments, **words):
        raise OperationalError from inner

    return fail


@pytest.fixture
def store():
    """A session that was kept once."""
    made = SessionStore()
    made["a"] = 1
    made.save()
    return made


def test_save_tells_that_the_database_is_away(store, monkeypatch):
    monkeypatch.setattr("django.db.models.Model.save", failing(psycopg.errors.AdminShutdown()))
    with pytest.raises(OperationalError) as raised:
        store.save()
    assert away.in_words(raised.value) == away.AWAY


def test_save_tells_a_session_that_has_ended(store):
    SessionStore().delete(store.session_key)
    with pytest.raises(UpdateError) as raised:
        store.save()
    assert isinstance(raised.value.__context__, DatabaseError)


def test_a_page_opens_though_there_is_no_room_to_note_that_it_was(monkeypatch):
    client = sign_in(Client(), person("family"))
    monkeypatch.setattr(OpenSession.objects, "update_or_create", failing(psycopg.errors.DiskFull()))
    assert client.get(reverse("accounts_where")).status_code == 200


def test_a_page_says_that_the_database_is_away_when_it_cannot_note_that_it_was_read(monkeypatch):
    client = sign_in(Client(raise_request_exception=False), person("family"))
    monkeypatch.setattr(OpenSession.objects, "update_or_create", failing(psycopg.errors.AdminShutdown()))
    answer = client.get(reverse("accounts_where"))
    assert answer.status_code == 503
    assert away.AWAY in answer.content.decode()
