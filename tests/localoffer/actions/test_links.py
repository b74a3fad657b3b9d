"""Links that lead nowhere are listed with the place in which they stand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goldenthread.kit.outside import NotOutside
from goldenthread.localoffer.actions import editing
from goldenthread.localoffer.actions.links import check_links
from goldenthread.localoffer.models import BrokenLink
from tests.localoffer import world

pytestmark = pytest.mark.django_db


def page(slug: str, body: str):
    words = editing.Words(title=slug, summary="s", body=body)
    return editing.publish_page(slug=slug, words=words, now=world.NOW, by=None)


def asked(address: str) -> int:
    if "inside" in address:
        raise NotOutside("inside is not a site of the public internet")
    if "silent" in address:
        raise TimeoutError
    return {"https://gone.test/": 410, "https://ill.test/": 503, "https://door.test/": 401}.get(address, 200)


def listed() -> list[tuple[str, str]]:
    return [(one.address, one.says) for one in BrokenLink.objects.order_by("address")]


def test_each_kind_of_trouble_is_said():
    addresses = [
        "gone.test/",
        "ill.test/",
        "door.test/",
        "well.test/",
        "silent.test/",
        "inside.test/",
        "www.example.org/",
    ]
    page("sleep", "[t](tel:01632960000) " + " ".join(f"[a](https://{one})" for one in addresses))
    world.load(world.record(1, "Chess", url="https://gone.test/"))
    assert check_links(today=world.TODAY, ask=asked) == 5
    assert listed() == [
        ("https://gone.test/", "says that there is no such page"),
        ("https://gone.test/", "says that there is no such page"),
        ("https://ill.test/", "has a fault of its own (503)"),
        ("https://inside.test/", "cannot be followed: inside is not a site of the public internet"),
        ("https://silent.test/", "did not answer"),
    ]


def test_links_within_the_site_are_looked_up():
    world.load(world.record(1, "Chess"))
    there = f"/local-offer/services/{world.service('Chess').public_id}/"
    moved = page("bedtime", "words")
    editing.move_page(page=moved, slug="night", by=None)
    unknown = "/local-offer/services/00000000-0000-4000-8000-0000000000ff/"
    addresses = [
        "/local-offer/guide/bedtime/",
        there,
        "/local-offer/guide/nowhere/",
        "/no/such/page",
        unknown,
    ]
    page("sleep", " ".join(f"[a]({one})" for one in [*addresses, "/local-offer/search/?q=sleep"]))
    check_links(today=world.TODAY, ask=asked)
    assert [address for address, _ in listed()] == [
        "/local-offer/guide/nowhere/",
        unknown,
        "/no/such/page",
    ]


def test_each_address_is_asked_once_and_what_is_mended_goes_from_the_list():
    questions = []
    first = page("sleep", "[a](https://gone.test/)")
    page("eating", "[a](https://gone.test/) [again](https://gone.test/)")
    check_links(today=world.TODAY, ask=lambda address: questions.append(address) or 404)
    assert (questions, BrokenLink.objects.count()) == (["https://gone.test/"], 2)
    words = editing.Words(title="s", summary="s", body="no link")
    editing.revise_page(page=first, based_on=1, words=words, review_on=None, now=world.NOW, by=None)
    later = world.TODAY + timedelta(days=7)
    check_links(today=later, ask=asked)
    left = BrokenLink.objects.get()
    assert (left.page.slug, left.since, left.tried_on) == ("eating", world.TODAY, later)
