"""The newsletter comes to those who asked for it twice, each by itself, until they leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.kit import mailing
from goldenthread.localoffer.actions import newsletters
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.models import Newsletter, Subscriber
from goldenthread.localoffer.tasks import forget_addresses
from tests.localoffer import world
from tests.readers import person, sign_in
from tests.worker import work_off

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(world.NOW, tick=False):
        yield


def subscriber(email: str = "a@example.org") -> Subscriber:
    return newsletters.confirm(
        key=Subscriber.objects.create(email=email, asked_on=world.TODAY).key, on=world.TODAY, by=None
    )


def sent(title: str = "Spring", body: str = "Words") -> Newsletter:
    draft = newsletters.write_newsletter(title=title, body=body, by=None)
    return newsletters.send_newsletter(newsletter=draft, based_on=1, on=world.TODAY, by=None)


def actions() -> list[str]:
    return [
        one.action
        for one in Event.objects.filter(action__startswith="localoffer.newsletter").order_by("sequence")
    ]


def test_reader_signs_up_confirms_gets_the_news_and_leaves(client: Client):
    answer = client.post("/local-offer/newsletter/join/", {"email": "Parent@Example.org"}, follow=True)
    assert "Look into your mail" in answer.content.decode()
    assert not mail.outbox, "the worker asks, so a mail system that is down loses nobody"
    assert work_off() == ["localoffer.ask_for_news"]
    address = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    assert client.get(address).status_code == 200
    assert Subscriber.objects.confirmed().count() == 0, "a program that opens every address confirms nothing"
    client.post(address)
    sent(body="## New\nSee [the guide](/local-offer/guide/).")
    assert work_off() == ["localoffer.send_news"]
    assert mail.outbox[1].to == ["parent@example.org"]
    assert "See the guide (http" in mail.outbox[1].body
    out = re.search(r"No more of these: https?://[^/]+(/\S+)", mail.outbox[1].body)[1]
    client.get(out)
    assert Subscriber.objects.count() == 1
    Client(enforce_csrf_checks=True).post(out, {"List-Unsubscribe": "One-Click"})
    assert Subscriber.objects.count() == 0
    assert client.post(out).status_code == 200
    assert actions() == [
        f"localoffer.newsletter.{one}" for one in ("asked_for", "confirmed", "written", "sent", "left")
    ]
    assert "example.org" not in str(list(Event.objects.values_list("detail", "subject")))


def test_address_that_nobody_confirms_is_kept_for_seven_days():
    newsletters.ask_for_news(email="a@example.org", on=world.TODAY, by=None)
    key = Subscriber.objects.get().key
    assert newsletters.forget_unconfirmed(on=world.TODAY + 7 * DAY) == 0
    with pytest.raises(Refused, match="Sign up again"):
        newsletters.confirm(key=key, on=world.TODAY + 8 * DAY, by=None)
    with time_machine.travel(world.NOW + 8 * DAY, tick=False):
        forget_addresses(0)
    assert Subscriber.objects.count() == 0


def test_address_is_written_to_once_a_day_and_never_when_it_gets_the_news():
    for day in (0, 0, 1):
        newsletters.ask_for_news(email="a@example.org", on=world.TODAY + day * DAY, by=None)
        work_off()
    subscriber("b@example.org")
    newsletters.ask_for_news(email="B@example.org", on=world.TODAY + 2 * DAY, by=None)
    work_off()
    assert [one.to for one in mail.outbox] == [["a@example.org"]] * 2


def test_each_gets_each_newsletter_once_and_none_from_before():
    early = subscriber("early@example.org")
    sent("Spring")
    newsletters.send_what_is_due()
    subscriber("late@example.org")
    Subscriber.objects.create(email="never@example.org", asked_on=world.TODAY)
    sent("Summer")
    assert newsletters.send_what_is_due() == 2
    assert newsletters.send_what_is_due() == 0
    had = sorted((one.to[0], one.subject.split(": ")[1]) for one in mail.outbox)
    assert had == [
        ("early@example.org", "Spring"),
        ("early@example.org", "Summer"),
        ("late@example.org", "Summer"),
    ]
    assert all(len(one.to) == 1 and not one.cc and not one.bcc for one in mail.outbox)
    out_of_it = {one.extra_headers["List-Unsubscribe"] for one in mail.outbox if "Summer" in one.subject}
    leave = f"<{settings.SITE_ADDRESS}/local-offer/newsletter/leave/"
    assert out_of_it == {f"{leave}{one.key}/>" for one in Subscriber.objects.confirmed()}
    early.refresh_from_db()
    assert early.sent_up_to == 2


def test_address_that_cannot_be_written_to_stops_nobody_else_and_is_tried_again(
    monkeypatch: Any, caplog: Any
):
    real = mailing.send_email

    def broken(address: str, *words: str, **more: str) -> None:
        if address.startswith("a@"):
            raise OSError(address)
        real(address, *words, **more)

    subscriber("a@example.org"), subscriber("b@example.org"), sent()
    monkeypatch.setattr(mailing, "send_email", broken)
    assert newsletters.send_what_is_due() == 1
    assert "example.org" not in caplog.text
    monkeypatch.undo()
    assert newsletters.send_what_is_due() == 1
    assert [one.to for one in mail.outbox] == [["b@example.org"], ["a@example.org"]]


def test_what_was_sent_is_not_changed_and_a_draft_is_not_public(client: Client):
    draft = newsletters.write_newsletter(title="Draft", body="Words", by=None)
    assert client.get(f"/local-offer/newsletter/{draft.public_id}/").status_code == 404
    assert "Draft" not in client.get("/local-offer/newsletter/").content.decode()
    gone = sent()
    assert client.get(f"/local-offer/newsletter/{gone.public_id}/").status_code == 200
    for again in (lambda: newsletters.write_newsletter(newsletter=gone, based_on=1, title="x", body="y", by=None),
                  lambda: newsletters.send_newsletter(newsletter=gone, based_on=1, on=world.TODAY, by=None)):  # fmt: skip
        with pytest.raises(Refused, match="has been sent"):
            again()


def test_second_writer_sees_the_first_ones_words_and_nothing_unseen_is_sent():
    draft = newsletters.write_newsletter(title="Spring", body="Words", by=None)
    newsletters.write_newsletter(newsletter=draft, based_on=1, title="Spring", body="Of the first", by=None)
    keeper = sign_in(Client(), person("local-offer-officer"))
    address, typed = (
        f"/local-offer/keep/newsletter/{draft.public_id}/",
        {"title": "Spring", "body": "Of the second"},
    )
    answer = keeper.post(address, typed | {"based_on": "1"})
    said = answer.content.decode()
    assert (answer.status_code, "Of the first" in said, "Of the second" in said) == (422, True, True)
    with pytest.raises(Conflict):
        newsletters.send_newsletter(newsletter=draft, based_on=1, on=world.TODAY, by=None)
    keeper.post(address, typed | {"based_on": "2", "send": "yes"})
    assert (Newsletter.objects.get().number, Newsletter.objects.get().body) == (1, "Of the first")


def test_sign_up_wants_an_address_and_says_how_it_looks(client: Client):
    for typed in ("", "nobody", "a@b", "x" * 10_000 + "@example.org", "'; DROP TABLE--"):
        answer = client.post("/local-offer/newsletter/join/", {"email": typed})
        assert answer.status_code == 422, typed
        assert "nter" in answer.content.decode()
    assert Subscriber.objects.count() == 0
