"""The page of a thread: for staff and for anybody, with no link on it that its reader may not open."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import ROLES
from goldenthread.accounts.standing import standing_on
from goldenthread.evidence.kinds import KINDS, Reader
from goldenthread.evidence.models import StatementVersion
from goldenthread.programme.models import Evidence
from tests.evidence.weaving import BEFORE, FIGURE, TODAY, grow, woven
from tests.programme.world import make_area, make_plan
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
STARTS = {"figure": FIGURE, "count": f"{FIGURE}:of", "criterion": "needs"}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


def _addresses(room, reader):
    """A thread's page for one thing of each kind that this reader may open."""
    for code, kind in KINDS.items():
        if kind.rows is None:
            found = STARTS[code] if kind.fetch([STARTS[code]], reader) else None
        else:
            row = kind.rows(reader).first()
            found = getattr(row, kind.gate_field) if row else None
        if found is not None:
            yield reverse(f"{room}:thread", args=[code, found])


def _links(page):
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    return {link.split("#")[0].replace("&amp;", "&") for link in re.findall(r'href="(/[^"]*)"', main)}


def _all_links(client, addresses):
    found = set()
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        found |= _links(answer.content.decode())
    return found


@pytest.mark.parametrize("role", ["programme-lead", "action-owner", "participation-officer"])
def test_every_link_on_a_thread_opens_for_whoever_sees_it(role):
    woven()
    user = person(role)
    client = sign_in(Client(), user)
    reader = Reader(standing_on(user, TODAY), TODAY, TODAY)
    links = _all_links(client, _addresses("evidence", reader))
    assert len(links) > 25
    refused = {link: status for link in links if (status := client.get(link).status_code) != 200}
    assert not refused


def test_every_link_on_a_public_thread_opens_for_anybody():
    woven()
    links = _all_links(Client(), _addresses("published", Reader(None, TODAY, TODAY)))
    assert any("/published/thread/said/" in link for link in links)
    refused = {link: status for link in links if (status := Client().get(link).status_code) != 200}
    assert not refused


def test_the_page_is_the_picture_and_the_list_of_the_same_things():
    made = woven()
    grow(made, 9)
    client = sign_in(Client(), person("programme-lead"))
    page = client.get(
        reverse("evidence:thread", args=["finding", made.area.answers.get().pk])
    ).content.decode()
    assert page.count('<svg class="gt-strand__drawing') == 2
    assert "You are here" in page
    assert (
        "Why we act: Finding (you are here). What must change: 1 area and 20 things that reviewers asked."
        in page
    )
    assert "and 4 more actions" in page
    assert "Nothing: here the thread begins." in page
    assert "The thread breaks" not in page


def test_a_thread_that_breaks_says_where():
    area = make_area(make_plan())
    client = sign_in(Client(), person("programme-lead"))
    page = client.get(reverse("evidence:thread", args=["area", area.pk])).content.decode()
    assert "Nothing yet under “What we do”, “What we say”, “What shows it” and “What we count”." in page
    page = Client().get(reverse("published:thread", args=["area", area.pk])).content.decode()
    assert "Nothing is published yet under “What we do”" in page


def test_a_past_day_is_asked_for_and_goes_along():
    made = woven()
    client = sign_in(Client(), person("programme-lead"))
    address = reverse("evidence:thread", args=["area", made.area.pk])
    page = client.get(address, {"as_at": "2023-01-01"}).content.decode()
    assert 'datetime="2023-01-01"' in page
    assert "Position statement" not in page
    assert f"/evidence/thread/action/{made.action.pk}/?as_at=2023-01-01" in page


def test_who_may_not_read_a_programme_learns_nothing_of_its_threads():
    made = woven()
    address = reverse("evidence:thread", args=["area", made.area.pk])
    assert Client().get(address).status_code == 302
    assert sign_in(Client(), person("programme-lead", programme="elsewhere")).get(address).status_code == 404
    for key, role in ROLES.items():
        if Permission.VIEW_PROGRAMME not in role.permissions:
            client = sign_in(Client(), person(key))
            assert (
                client.get(address).status_code
                == client.get(address.replace("area", "nonsense")).status_code
                == 403
            )


def test_the_public_page_of_what_is_not_published_is_not_there():
    made = woven()
    second = StatementVersion.objects.filter(stands_from=None).first()
    hidden = Evidence.objects.filter(claims=None).first() or Evidence.objects.create(
        area=made.area, title="Inside", address="Shared folder", dated_on="2023", known_on=BEFORE
    )  # fmt: skip
    for kind, key in (
        ("statement", second.key), ("evidence", hidden.pk), ("figure", FIGURE), ("count", f"{FIGURE}:of"), ("reading", 1),
        ("theme", 1), ("nonsense", 1), ("area", "x"), ("area", "9" * 40), ("said", "x"),
    ):  # fmt: skip
        assert Client().get(reverse("published:thread", args=[kind, key])).status_code == 404, kind
