"""Whoever follows what is published is asked twice, told once of each version that concerns them, and forgotten on leaving."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.evidence.actions import following, publications
from goldenthread.evidence.models import DocumentForm, Followed, Follower
from goldenthread.evidence.tasks import forget_addresses
from goldenthread.kit import mailing
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import ActionVersion, Area
from tests.programme.world import make_action, make_area
from tests.worker import work_off

pytestmark = pytest.mark.django_db
ON = date(2025, 4, 30)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _nobody_has_signed_up_from_here() -> Iterator[None]:
    """The limit on signing up is kept in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def other(plan: Any) -> Area:
    """A second area of the plan, with one action."""
    area = make_area(plan, title="Schools")
    make_action(area, text="Train all schools", due=PartialDate(2025, 6))
    return area


def follower(plan: Any, email: str = "a@example.org", **chosen: Any) -> Follower:
    following.ask_to_follow(email=email, programme=plan.programme, **chosen, on=ON, by=None)
    return following.confirm(key=Follower.objects.get(email=email).key, on=ON, by=None)


def published(
    plan: Any, lead: Any, second: Any, *, on: date = ON, form: str = DocumentForm.STATEMENT, area: Any = None
) -> Any:
    draft = publications.prepare(programme=plan.programme, form=form, area=area, on=on, by=lead)
    return publications.publish(draft=draft, based_on=1, on=on, by=second)  # fmt: skip


def move(action: Any, due: PartialDate, on: date) -> None:
    version = action.versions.get()
    ActionVersion.objects.filter(pk=version.pk).update(known_until=on)
    version.pk, version.known_from, version.due = None, on, due
    version._state.adding = True
    version.save()


def test_parent_asks_confirms_is_told_of_a_version_and_leaves_with_one_post(
    client: Client, action, lead, second
):
    plan = action.area.plan
    where = f"/published/follow/?programme={plan.programme.slug}"
    asked = {"email": "Parent@Example.org", "of": ["all"]}
    assert "Look into your mail" in client.post(where, asked, follow=True).content.decode()
    published(plan, lead, second)
    assert work_off() == ["evidence.ask_followers", "evidence.tell_followers"]
    assert len(mail.outbox) == 1, "who has not confirmed is told of nothing"
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    assert "Everything that is published" in client.get(link).content.decode()
    assert not Follower.objects.confirmed().exists(), "a program that opens every address confirms nothing"
    client.post(link)
    version = published(plan, lead, second, on=ON + DAY)
    assert work_off() == ["evidence.tell_followers"]
    told = mail.outbox[1]
    assert told.to == ["parent@example.org"]
    assert f"/published/{version.key}/" in told.body
    out = re.search(r"No more of these: https?://[^/]+(/\S+)", told.body)[1]
    client.get(out)
    assert Follower.objects.count() == 1
    Client(enforce_csrf_checks=True).post(out, {"List-Unsubscribe": "One-Click"})
    assert not Follower.objects.exists()
    assert not Followed.objects.exists()
    assert client.post(out).status_code == 200
    told_of = [
        one.action
        for one in Event.objects.filter(action__startswith="evidence.following").order_by("sequence")
    ]
    assert told_of == [f"evidence.following.{one}" for one in ("asked_for", "confirmed", "left")]
    assert "example.org" not in str(list(Event.objects.values_list("detail", "subject")))  # fmt: skip


def test_follower_of_an_area_is_told_only_when_a_version_says_something_new_of_it(
    plan, action, other, lead, second
):
    published(plan, lead, second)
    work_off()
    follower(plan, "two@example.org", areas=[action.area])
    follower(plan, "three@example.org", areas=[other])
    follower(plan, "plan@example.org", plans=[plan])
    follower(plan, "all@example.org", everything=True)
    work_off()
    mail.outbox.clear()
    move(action, PartialDate(2025, 7), ON + DAY)
    published(plan, lead, second, on=ON + DAY)
    work_off()
    assert sorted(one.to[0] for one in mail.outbox) == [
        "all@example.org",
        "plan@example.org",
        "two@example.org",
    ]
    said = next(one.body for one in mail.outbox if one.to == ["two@example.org"])
    assert "moved from May to July 2025: “Publish the new letters”" in said
    published(plan, lead, second, on=ON + 2 * DAY, form=DocumentForm.HIGHLIGHT, area=other)
    mail.outbox.clear()
    work_off()
    assert sorted(one.to[0] for one in mail.outbox) == [
        "all@example.org",
        "plan@example.org",
        "three@example.org",
    ]


def test_each_is_mailed_singly_once_of_each_version_however_often_the_worker_comes(
    plan, action, lead, second
):
    follower(plan, "b@example.org", everything=True, plans=[plan], areas=[action.area])
    follower(plan, "c@example.org", everything=True)
    work_off()
    mail.outbox.clear()
    published(plan, lead, second)
    published(plan, lead, second, on=ON + DAY, form=DocumentForm.PROGRESS)
    for _ in range(3):
        following.tell_followers()
    assert sorted((one.to[0], one.subject.split(": ")[1].split(",")[0]) for one in mail.outbox) == [
        (to, name)
        for to in ("b@example.org", "c@example.org")
        for name in ("Progress report", "Statement of action")
    ]
    assert all(len(one.to) == 1 and not one.cc and not one.bcc for one in mail.outbox)


def test_leaving_by_one_click_is_offered_where_the_site_has_https(plan, action, lead, second, settings):
    settings.SITE_ADDRESS = "https://send.example.gov.uk"
    held = follower(plan, everything=True)
    published(plan, lead, second)
    work_off()
    told = mail.outbox[-1].extra_headers
    assert told["List-Unsubscribe"] == f"<https://send.example.gov.uk/published/follow/leave/{held.key}/>"
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_mail_that_breaks_is_sent_later_with_the_same_message_id(plan, action, lead, second, monkeypatch):
    follower(plan, everything=True)
    work_off()
    mail.outbox.clear()
    published(plan, lead, second)
    real, tried = mailing.send_email, []

    def broken(*words: str, **more: str) -> None:
        tried.append(more["message_id"])
        raise OSError(words[0])

    monkeypatch.setattr(mailing, "send_email", broken)
    assert following.tell_followers() == 0
    monkeypatch.setattr(mailing, "send_email", real)
    assert following.tell_followers() == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == tried[0]


def test_what_is_asked_for_later_needs_its_own_yes(plan, action, other, lead, second):
    held = follower(plan, areas=[other])
    following.ask_to_follow(
        email="A@example.org", programme=plan.programme, areas=[action.area], on=ON, by=None
    )
    assert [str(one.area) for one in held.followed.filter(is_confirmed=True)] == [str(other)]
    work_off()
    assert len(mail.outbox) == 1, "one mail a day"
    following.ask_to_follow(
        email="A@example.org", programme=plan.programme, areas=[action.area], on=ON + DAY, by=None
    )
    work_off()
    assert len(mail.outbox) == 2
    following.confirm(key=held.key, on=ON + DAY, by=None)
    assert held.followed.filter(is_confirmed=True).count() == 2
    following.ask_to_follow(
        email="A@example.org", programme=plan.programme, areas=[other], on=ON + 2 * DAY, by=None
    )
    work_off()
    assert len(mail.outbox) == 2, "nothing is new, so nobody writes"


def test_what_nobody_confirms_is_forgotten_after_seven_days(plan, action, other, time_machine):
    following.ask_to_follow(
        email="never@example.org", programme=plan.programme, everything=True, on=ON, by=None
    )
    key = Follower.objects.get().key
    with pytest.raises(Refused, match="Sign up again"):
        following.confirm(key=key, on=ON + 8 * DAY, by=None)
    held = follower(plan, areas=[other])
    following.ask_to_follow(email=held.email, programme=plan.programme, everything=True, on=ON + DAY, by=None)
    time_machine.move_to(ON + 9 * DAY)
    forget_addresses(0)
    assert [one.email for one in Follower.objects.all()] == [held.email]
    assert held.followed.count() == 1


def test_nonsense_is_refused_and_nothing_outside_the_public_plans_can_be_followed(
    client: Client, action, other
):
    plan = action.area.plan
    where = f"/published/follow/?programme={plan.programme.slug}"
    for typed in ({"email": "nobody", "of": "all"}, {"email": "a@example.org"}, {"email": "a@example.org", "of": "area-999999"},
                  {"email": "a@example.org", "of": "plan-x"}, {"email": "x" * 10_000 + "@example.org", "of": "all"}):  # fmt: skip
        assert client.post(where, typed).status_code == 422, typed
    type(plan).objects.filter(pk=plan.pk).update(is_public=False)
    assert f"area-{other.pk}" not in client.get(where).content.decode()
    assert not Follower.objects.exists()
