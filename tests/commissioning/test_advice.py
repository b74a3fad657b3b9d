"""What an impartial advice service tells: its buyers read no small number, and never what it sent."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
import time_machine
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions.advice import send_quarter
from goldenthread.commissioning.advice import GROUPS, publish
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import AdviceQuarter
from tests.commissioning.bought import TODAY, buyer, make_service
from tests.commissioning.waits import lead, trust
from tests.readers import person, sign_in

JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)
FEW = {"repeat": [40, 23], "level": [40, 13, 7, 3], "outcome": [13, 11, 13, 13, 13], "theme": [9] * 7}


def _given(counts=FEW, **more):
    parts = {group.field(n): number for group in GROUPS for n, number in enumerate(counts[group.key])}
    return {"contacts": sum(counts["repeat"]), **parts, **more}


def _send(service, ends_on=SEPTEMBER, on=TODAY, counts=FEW, **more):
    return send_quarter(service=service, ends_on=ends_on, given=_given(counts, **more), on=on, by=None)


@pytest.fixture
def service(db):
    return make_service("Advice", is_advice=True)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


def _spread(chance, contacts, parts):
    """Contacts over the parts of a group, a few parts being rare."""
    weights = [chance.choice((1, 1, 8, 20)) for _ in range(parts)]
    found = [0] * parts
    for place in chance.choices(range(parts), weights, k=contacts):
        found[place] += 1
    return found


def _told(contacts, numbers, place):
    """What a reader takes a hidden number to be, if it is the only one that the others leave open."""
    if contacts is None or [n for n, one in enumerate(numbers) if one is None] != [place]:
        return None
    return contacts - sum(one or 0 for one in numbers)


def _is_small_for_sure(contacts, numbers):
    """Whether all that is hidden, taken together, is under five."""
    return contacts is not None and contacts - sum(one or 0 for one in numbers) < 5


def test_no_hidden_number_is_recovered_from_a_quarter_or_its_correction(capsys):
    """By what each group leaves over from the contacts; by a correction beside the page that a reader kept from before it."""
    chance, tried, recovered = Random(7), 0, 0  # noqa: S311 (so that a failure repeats)
    for _ in range(150):
        contacts, before = chance.randint(3, 160), None
        for _ in range(2):
            fresh = {group.key: _spread(chance, contacts, len(group.parts)) for group in GROUPS}
            counts = {**before[0], "level": fresh["level"]} if before else fresh
            shown = publish(counts, [before[1]] if before else [])
            for key, new in shown.groups.items():
                old = before[1].groups[key] if before else new
                both = [a if b is None else b for a, b in zip(old, new, strict=True)]
                for place, number in enumerate(counts[key]):
                    assert new[place] is None or new[place] == number >= 5
                    if new[place] is None and number < 5:
                        tried += 3
                        recovered += _told(shown.contacts, new, place) is not None
                        recovered += _is_small_for_sure(shown.contacts, new)
                        recovered += _told(shown.contacts, both, place) == number
            before = (counts, shown)
    with capsys.disabled():
        print(f"\ndifferencing of advice quarters: {tried:,} tried, {recovered} recovered")
    assert tried > 1_500
    assert recovered == 0


def test_the_attack_finds_a_group_that_hides_one_part_only():
    careless = [40, 13, 7, None]
    assert _told(63, careless, 3) == 3
    assert _is_small_for_sure(63, careless)


def test_quarter_of_under_five_contacts_shows_nothing():
    shown = publish(
        {"repeat": [2, 1], "level": [3, 0, 0, 0], "outcome": [3, 0, 0, 0, 0], "theme": [3] + [0] * 6}
    )
    assert shown.contacts is None
    assert all(number is None for numbers in shown.groups.values() for number in numbers)


@pytest.mark.parametrize(
    ("more", "ends_on", "sentence"),
    [
        ({"level_0": 41}, SEPTEMBER, "“How much help” adds up to 64, and there were 63 contacts"),
        ({"contacts": 62}, SEPTEMBER, "adds up to 63, and there were 62 contacts"),
        ({}, date(2026, 12, 31), "Choose a quarter that is over"),
        ({}, date(2026, 8, 31), "Choose a quarter that is over"),
    ],
)
def test_quarter_that_cannot_be_is_refused(service, more, ends_on, sentence):
    with pytest.raises(Refused, match=sentence):
        _send(service, ends_on, **more)
    assert AdviceQuarter.objects.count() == 0


def test_quarter_is_kept_with_its_event_and_a_correction_leaves_the_first(service):
    _send(service, on=date(2026, 10, 10))
    _send(service, counts={**FEW, "level": [39, 14, 7, 3]})
    assert AdviceQuarter.objects.count() == 2
    assert Event.objects.filter(action="commissioning.advice.sent").count() == 2
    assert AdviceQuarter.objects.last().shown.is_corrected


def test_buyers_read_no_small_number_and_no_way_leads_them_to_what_was_sent(service):
    _send(service, counts={**FEW, "level": [37, 13, 9, 4]})
    for user in (buyer("council"), person("board-member")):
        client = sign_in(Client(), user)
        page = client.get(f"/commissioning/register/{service.pk}/advice/")
        table = page.context["tables"][2]
        assert [row[-1] for row in table.rows] == ["37", "13", "hidden", "hidden"]
        assert client.get(f"/commissioning/contracts/{service.pk}/advice/2026-09/").status_code == 403
        assert client.get(f"/commissioning/register/{service.pk}/advice.pdf").content.startswith(b"%PDF")


def test_service_sends_its_quarter_and_reads_its_own_numbers(service):
    client, address = sign_in(Client(), lead()), f"/commissioning/contracts/{service.pk}/advice/2026-09/"
    wrong = client.post(address, _given(based_on="0") | {"level_0": "62%"})
    assert wrong.status_code == 422
    assert "“62%” is a percentage with no base" in wrong.content.decode()
    assert 'value="62%"' in wrong.content.decode()
    assert client.post(address, _given(based_on="0")).status_code == 302
    assert 'value="3"' in client.get(address).content.decode()
    second = client.post(address, _given(based_on="0", level_0=41, level_1=12))
    assert "It reads now: 63 contacts" in second.content.decode()
    assert AdviceQuarter.objects.count() == 1


def test_another_provider_and_a_service_that_gives_no_advice_are_not_there(service):
    stranger = sign_in(Client(), lead(trust("Another Trust")))
    assert stranger.get(f"/commissioning/contracts/{service.pk}/advice/2026-09/").status_code == 404
    other = make_service("Therapies")
    assert (
        sign_in(Client(), lead()).get(f"/commissioning/contracts/{other.pk}/advice/2026-09/").status_code
        == 404
    )
    assert (
        sign_in(Client(), buyer("icb")).get(f"/commissioning/register/{other.pk}/advice/").status_code == 404
    )
