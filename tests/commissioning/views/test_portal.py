"""What a provider sees of its contracts: its own, and nothing of another's; and what it sends."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.accounts.models import RoleHolding
from goldenthread.audit.models import Event
from goldenthread.commissioning.actions.joint import add_contract
from goldenthread.commissioning.models import MeasureReturn
from tests.commissioning.bought import TODAY, contract_fields, make_measure, make_service
from tests.commissioning.waits import lead, trust
from tests.readers import sign_in

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 31)
SENT = {"value": "78%", "numerator": "70", "denominator": "90", "words": "A therapist left.", "based_on": "0"}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def measure():
    service = make_service()
    add_contract(service=service, fields=contract_fields(), by=None)
    return make_measure(service, is_share=True)


@pytest.fixture
def provider(measure):
    return sign_in(Client(), lead())


def _address(measure, period="2026-03"):
    return f"/commissioning/contracts/measures/{measure.pk}/{period}/"


def test_provider_sees_its_own_contract_with_its_clock_and_what_is_asked_of_it(provider, measure):
    make_service("Of another", provider=trust("Another Trust"))
    page = provider.get("/commissioning/contracts/").content.decode()
    assert "Send “Answered”, January to March 2026" in page
    assert "JC-1 ends on 31 March 2027" in page
    assert "Of another" not in page
    page = provider.get(f"/commissioning/contracts/{measure.service_id}/").content.decode()
    assert "Decide what comes after JC-1" in page
    assert "July to September 2026" in page


@pytest.mark.parametrize("is_reader", [False, True])
def test_service_of_another_is_not_there(measure, is_reader):
    """Also for somebody who reads every contract by another role: that opens no return of a stranger's."""
    stranger = lead(trust("Another Trust"))
    if is_reader:
        RoleHolding.objects.create(user=stranger, role="analyst", starts_on=date(2020, 1, 1))
    client, shut = sign_in(Client(), stranger), 403 if is_reader else 404
    for address in (f"/commissioning/contracts/{measure.service_id}/", _address(measure)):
        assert client.get(address).status_code == shut
        assert client.post(address, SENT).status_code == shut
    assert MeasureReturn.objects.count() == 0


def test_provider_does_not_reach_the_money_of_the_partners(provider, measure):
    for page in ("", "money/", "review/"):
        assert provider.get(f"/commissioning/register/{measure.service_id}/{page}").status_code == 403


def test_provider_who_left_sees_nothing(measure):
    user = lead()
    user.memberships.update(ends_on=date(2026, 10, 31))
    client = sign_in(Client(), user)
    assert client.get(_address(measure)).status_code == 404
    assert "No service is listed" in client.get("/commissioning/contracts/").content.decode()


def test_return_is_sent_with_its_numbers_and_its_story(provider, measure):
    assert provider.post(_address(measure), SENT).status_code == 302
    came = MeasureReturn.objects.get()
    assert (came.value, came.numerator, came.denominator, came.words) == ("78%", 70, 90, "A therapist left.")
    assert (came.period_ends_on, came.known_on) == (MARCH, TODAY)
    assert (
        Event.objects.filter(
            action="commissioning.measure.returned", actor=came.recorded_by.public_id
        ).count()
        == 1
    )
    page = provider.get(f"/commissioning/contracts/{measure.service_id}/").content.decode()
    assert "78% (70 of 90)" in page


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"numerator": "", "denominator": ""}, "“78%” has no base. Enter how many, and out of how many."),
        ({"denominator": ""}, "“78%” has no base"),
        ({"numerator": "78%"}, "“78%” is a percentage with no base"),
        ({"value": "", "denominator": ""}, "This measure is a share. Enter out of how many."),
        ({"value": "87%"}, "70 of 90 is 77.8%, and you report 87%. Mend one of them."),
        ({"value": "about 80"}, "“about 80” is not a figure"),
        ({"numerator": "91"}, "91 of 90 is 101.1%"),
        ({"numerator": "0", "denominator": "0"}, "“78%” has no base"),
    ],
)
def test_return_with_a_mistake_is_named_and_what_was_typed_stays(provider, measure, wrong, named):
    typed = {**SENT, **wrong}
    answer = provider.post(_address(measure), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert named in page
    for name in ("value", "numerator", "denominator"):
        assert not typed[name] or f'value="{typed[name]}"' in page
    assert "A therapist left." in page
    assert MeasureReturn.objects.count() == 0


def test_second_of_two_people_sees_what_the_first_sent_and_loses_nothing(provider, measure):
    assert provider.post(_address(measure), SENT).status_code == 302
    answer = provider.post(_address(measure), {**SENT, "value": "", "numerator": "72"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "It reads now: 78% (70 of 90)" in page
    assert 'value="72"' in page
    first = MeasureReturn.objects.get()
    assert f'value="{first.pk}"' in page
    again = {**SENT, "value": "", "numerator": "72", "based_on": str(first.pk)}
    assert provider.post(_address(measure), again).status_code == 302
    assert MeasureReturn.objects.count() == 2


@pytest.mark.parametrize("period", ["2026-04", "2026-12", "2025-12"])
def test_period_that_is_none_or_not_over_is_not_there(provider, measure, period):
    assert provider.get(_address(measure, period)).status_code == 404


@pytest.mark.parametrize("stamp", ["x", "-1", "9" * 30, "\0"])
def test_stamp_that_nobody_gave_out_is_answered_as_a_stale_one(provider, measure, stamp):
    answer = provider.post(_address(measure), {**SENT, "based_on": stamp})
    assert answer.status_code == 422
    assert MeasureReturn.objects.count() == 0


def test_page_costs_the_same_for_many_services_as_for_one(provider, measure):
    from django.db import connection

    def cost():
        with CaptureQueriesContext(connection) as found:
            assert provider.get("/commissioning/contracts/").status_code == 200
        return len(found)

    cost()
    few = cost()
    for number in range(20):
        service = make_service(f"More {number}")
        add_contract(service=service, fields=contract_fields(), by=None)
        make_measure(service)
    assert cost() == few
