"""The first administrator, where no page can be opened yet by anybody who may add people."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from goldenthread.accounts.actions.beginning import begin
from goldenthread.accounts.commands import people
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.audit.models import Event
from tests.readers import person

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)


def test_the_first_person_is_an_administrator_and_leaves_events(mailoutbox):
    user = begin(email=" First@Example.org ", name="First Person", on=DAY)
    assert (user.email, user.has_usable_password()) == ("first@example.org", False)
    assert [held.role for held in RoleHolding.objects.held_on(DAY).filter(user=user)] == ["administrator"]
    events = Event.objects.order_by("sequence").values_list("action", flat=True)
    assert list(events)[-2:] == ["accounts.user.added", "accounts.role.given"]
    assert not mailoutbox


def test_while_somebody_administers_there_is_no_other_first():
    person("administrator")
    with pytest.raises(AccountsError, match="already"):
        begin(email="second@example.org", name="Second Person", on=DAY)
    assert not User.objects.filter(email="second@example.org").exists()


def test_after_the_last_administrator_has_gone_somebody_who_signs_in_takes_over():
    gone, other = person("administrator"), person("inspector")
    gone.holdings.update(ends_on=date(2026, 11, 23))
    assert begin(email=other.email.upper(), name="Another name", on=DAY) == other
    assert other.holdings.held_on(DAY).filter(role="administrator").exists()
    assert User.objects.get(pk=other.pk).name == other.name


def test_a_suspended_person_is_not_let_in_by_it():
    gone = person("administrator")
    User.objects.filter(pk=gone.pk).update(is_active=False, suspended_on=date(2026, 11, 1))
    with pytest.raises(AccountsError, match="suspended"):
        begin(email=gone.email, name="Gone", on=DAY)


def test_the_command_prints_a_link_that_opens(client):
    said = CliRunner().invoke(people, ["first", "first@example.org", "First Person"], standalone_mode=False)
    assert said.return_value == 0
    link = next(line for line in said.output.splitlines() if line.startswith("http"))
    page = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    assert "Choose a password" in page.content.decode()


def test_the_command_refuses_in_a_sentence():
    person("administrator")
    said = CliRunner().invoke(people, ["first", "second@example.org", "Second Person"], standalone_mode=False)
    assert (said.return_value, said.output) == (
        2, "Error: Somebody is an administrator already. They add people on the page People.\n",
    )  # fmt: skip
    assert "is not an address" in CliRunner().invoke(people, ["first", "nobody", "Nobody"]).output
