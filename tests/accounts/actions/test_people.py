"""People are added, suspended and let in again, and each leaves an event."""

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.db import DatabaseError

from goldenthread.accounts.actions import people
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.models import User
from goldenthread.audit.models import Event
from tests.readers import person, sign_in, stranger

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 1)


def last_event():
    return Event.objects.latest("sequence")


def test_add_makes_a_person_without_a_password_and_leaves_an_event():
    admin = person("administrator")
    user = people.add(email=" New.Person@Example.org ", name="New Person", by=admin)
    assert user.email == "new.person@example.org"
    assert not user.has_usable_password()
    assert EmailAddress.objects.get(user=user).verified
    assert (last_event().action, last_event().actor) == ("accounts.user.added", str(admin.public_id))
    assert "example.org" not in str(last_event().content())


def test_add_sends_the_link_once_the_change_is_kept(mailoutbox, django_capture_on_commit_callbacks, client):
    with django_capture_on_commit_callbacks(execute=True):
        people.add(email="new@example.org", name="New Person", by=person("administrator"))
    assert [message.to for message in mailoutbox] == [["new@example.org"]]
    link = next(line for line in mailoutbox[0].body.splitlines() if "/password/new/" in line)
    page = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    assert "Choose a password" in page.content.decode()


def test_add_refuses_an_address_that_is_taken_in_any_case():
    admin = person("administrator")
    people.add(email="new@example.org", name="New Person", by=admin)
    with pytest.raises(AccountsError, match="already signs in"):
        people.add(email="NEW@example.org", name="Another", by=admin)


def test_suspend_shuts_out_and_leaves_an_event():
    user = people.suspend(user=stranger(), on=DAY, by=person("administrator"))
    assert (user.is_active, user.suspended_on) == (False, DAY)
    assert last_event().action == "accounts.user.suspended"


def test_suspend_refuses_oneself():
    admin = person("administrator")
    with pytest.raises(AccountsError, match="yourself"):
        people.suspend(user=admin, on=DAY, by=admin)


def test_suspend_refuses_twice():
    admin, user = person("administrator"), stranger()
    people.suspend(user=user, on=DAY, by=admin)
    with pytest.raises(AccountsError, match="already suspended"):
        people.suspend(user=user, on=DAY, by=admin)


def test_reinstate_lets_in_again():
    admin, user = person("administrator"), stranger()
    people.suspend(user=user, on=DAY, by=admin)
    assert people.reinstate(user=user, by=admin).is_active
    assert last_event().action == "accounts.user.reinstated"


def test_reinstate_refuses_somebody_who_is_not_suspended():
    with pytest.raises(AccountsError, match="not suspended"):
        people.reinstate(user=stranger(), by=person("administrator"))


def test_nothing_is_saved_when_the_event_cannot_be(monkeypatch):
    admin = person("administrator")

    def broken(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(Event, "save", broken)
    with pytest.raises(DatabaseError):
        people.add(email="new@example.org", name="New Person", by=admin)
    assert not User.objects.filter(email="new@example.org").exists()


def test_what_the_suspended_had_open_stays_shut_when_they_come_back(client):
    admin, user = person("administrator"), person("programme lead")
    sign_in(client, user)
    assert client.get("/work/").status_code == 200
    people.suspend(user=user, on=DAY, by=admin)
    people.reinstate(user=user, by=admin)
    assert client.get("/work/").status_code == 302
    user.refresh_from_db()
    sign_in(client, user)
    assert client.get("/work/").status_code == 200
