"""Providers are asked in time whether their entry is right; our own people are told what waits, in numbers alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from goldenthread.localoffer.actions import commenting, upkeep
from goldenthread.localoffer.actions.keepers import let_keep
from goldenthread.localoffer.actions.reminding import EVERY_DAYS, remind_keepers, remind_providers
from goldenthread.localoffer.models import Service, UpdateLink
from tests.localoffer import world
from tests.readers import person

pytestmark = [pytest.mark.django_db(transaction=True)]
SOON = world.TODAY + timedelta(days=20)


def entry(number: int, name: str, *, lapses_on=SOON, **changes) -> Service:
    world.load(world.record(number, name, email=f"club{number}@example.org", **changes))
    Service.objects.filter(name=name).update(lapses_on=lapses_on)
    return world.service(name)


def test_link_goes_to_the_entrys_own_address_and_opens_it(client):
    chess = entry(1, "Chess")
    entry(2, "Go", lapses_on=world.TODAY + timedelta(days=200))
    assert remind_providers(on=world.TODAY) == 1
    [sent] = mail.outbox
    assert sent.to == ["club1@example.org"]
    assert UpdateLink.objects.get().service == chess
    assert "/local-offer/update/" in sent.body


def test_address_of_the_last_link_is_the_better_one():
    upkeep.send_link(service=entry(1, "Chess"), sent_to="mara@example.org", on=world.TODAY, by=None)
    mail.outbox.clear()
    remind_providers(on=world.TODAY)
    assert mail.outbox[0].to == ["mara@example.org"]


def test_account_is_told_to_sign_in_and_gets_no_secret():
    user = person("provider")
    let_keep(provider=entry(1, "Chess").provider, email=user.email, on=world.TODAY, by=None)
    assert remind_providers(on=world.TODAY) == 1
    [sent] = mail.outbox
    assert sent.to == [user.email]
    assert "/local-offer/mine/" in sent.body
    assert "16 December 2026" in sent.body
    assert not UpdateLink.objects.exists()


def test_two_weeks_of_peace_and_then_once_more_and_none_when_it_was_checked():
    chess = entry(1, "Chess")
    assert [remind_providers(on=world.TODAY + timedelta(days=days)) for days in (0, 7, EVERY_DAYS)] == [
        1,
        0,
        1,
    ]
    upkeep.assure(service=chess, who="A club", on=world.TODAY, by=None)
    assert remind_providers(on=world.TODAY + timedelta(days=2 * EVERY_DAYS)) == 0


def test_long_hidden_archived_and_without_address_are_left():
    entry(1, "Long ago", lapses_on=world.TODAY - timedelta(days=90))
    Service.objects.filter(pk=entry(2, "Archived").pk).update(is_archived=True)
    world.load(world.record(3, "No address"))
    Service.objects.filter(name="No address").update(lapses_on=SOON)
    assert remind_providers(on=world.TODAY) == 0
    assert Service.objects.get(name="No address").reminded_on is None


def test_our_own_people_learn_numbers_and_no_words():
    officer, _ = person("local-offer-officer"), person("family")
    assert remind_keepers(on=world.TODAY) == 0
    commenting.comment(topic="content", words="Call Mara on 01632 960001", on=world.TODAY, by=None)
    entry(1, "Chess")
    assert remind_keepers(on=world.TODAY) == 1
    sent = mail.outbox[-1]
    assert sent.to == [officer.email]
    assert "comments to answer: 1" in sent.body
    assert "Mara" not in sent.body
    assert "Chess" not in sent.body
    assert "changes of providers" not in sent.body


def test_one_address_that_fails_keeps_no_other_waiting(monkeypatch):
    from goldenthread.localoffer.actions import reminding

    first, second = person("local-offer-officer"), person("local-offer-officer")
    entry(1, "Chess")
    sent = []

    def refuse(address, subject, words):
        if address == first.email:
            raise OSError("no such mailbox")
        sent.append(address)

    monkeypatch.setattr(reminding, "send_email", refuse)
    assert remind_keepers(on=world.TODAY) == 1
    assert sent == [second.email]
