"""The pages of joint commissioning."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.commissioning.actions import joint
from goldenthread.commissioning.models import NeedFigure, YearMoney
from goldenthread.localoffer.models import SearchWithoutResult
from goldenthread.website.demand import listed_by_need, not_found_by_need
from tests.commissioning.bought import TODAY, buyer, contract_fields, make_service, need_fields, review_fields
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def keeper():
    return sign_in(Client(), buyer("icb"))


def _money(**more):
    return {"year": "2026", "council_pence": "1,200.50", "health_pence": "0", "based_on": "", **more}


def test_money_typed_as_12_345_is_named_and_nothing_is_saved(keeper):
    service = make_service()
    answer = keeper.post(f"/commissioning/register/{service.pk}/money/", _money(council_pence="12.345"))
    assert answer.status_code == 422
    assert "“12.345” has parts of a penny" in answer.content.decode()
    assert 'value="12.345"' in answer.content.decode()
    assert YearMoney.objects.count() == 0


def test_money_is_kept_in_pence_and_signed_for_ones_own_partner(keeper):
    service = make_service()
    assert keeper.post(f"/commissioning/register/{service.pk}/money/", _money()).status_code == 302
    money = YearMoney.objects.get()
    assert (money.council_pence, money.health_pence) == (120050, 0)
    page = keeper.get(f"/commissioning/register/{service.pk}/").content.decode()
    assert "Sign 2026-27 for the NHS" in page
    assert "Sign 2026-27 for the council" not in page
    keeper.post(f"/commissioning/register/{service.pk}/sign/", {"money": money.pk, "side": "health"})
    assert money.signatures.get().side == "health"


def test_second_of_two_people_sees_both_amounts_and_can_save_again(keeper):
    service = make_service()
    joint.set_money(service=service, year=2026, council_pence=1, health_pence=2, by=None)
    answer = keeper.post(f"/commissioning/register/{service.pk}/money/", _money())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "the council gives £0.01, the NHS £0.02" in page
    assert 'value="1,200.50"' in page
    assert 'value="2026:1"' in page
    assert (
        keeper.post(f"/commissioning/register/{service.pk}/money/", _money(based_on="2026:1")).status_code
        == 302
    )
    assert YearMoney.objects.first().edition == 2


def test_percentage_with_no_base_is_named_and_kept(keeper):
    given = {"need": "vision", "words": "Children", "number": "62%", "base": "", "source": "JSNA",
             "as_at_day": "1", "as_at_month": "9", "as_at_year": "2026"}  # fmt: skip
    answer = keeper.post("/commissioning/need/add/", given)
    assert answer.status_code == 422
    assert "“62%” is a percentage with no base" in answer.content.decode()
    assert 'value="62%"' in answer.content.decode()
    assert NeedFigure.objects.count() == 0


@pytest.mark.parametrize("posted", [{}, {"money": "x", "side": "health"}, {"money": "1", "side": "nobody"}])
def test_signing_nothing_is_not_there(keeper, posted):
    assert keeper.post(f"/commissioning/register/{make_service().pk}/sign/", posted).status_code == 404


@pytest.mark.parametrize("address", ["/commissioning/", "/commissioning/need/"])
def test_pages_cost_the_same_for_many_services_as_for_one(address, keeper):
    from django.db import connection

    def fill(number):
        service = make_service(f"Service {number}")
        joint.set_money(service=service, year=2026, council_pence=1, health_pence=2, by=None)
        joint.add_contract(service=service, fields=contract_fields(), by=None)
        joint.record_review(service=service, fields=review_fields(), on=TODAY, by=None)
        joint.record_need(fields=need_fields(), on=TODAY, by=None)

    def cost():
        with CaptureQueriesContext(connection) as found:
            assert keeper.get(address).status_code == 200
        return len(found)

    fill(0)
    cost()
    few = cost()
    for number in range(1, 21):
        fill(number)
    assert cost() == few


def test_board_reads_and_writes_nothing():
    service, client = make_service(), sign_in(Client(), person("board-member"))
    assert client.get(f"/commissioning/register/{service.pk}/").status_code == 200
    assert client.post(f"/commissioning/register/{service.pk}/money/", _money()).status_code == 403


def test_demand_counts_listed_services_and_searches_by_need():
    from goldenthread.localoffer.demonstration.load import load

    load(on=TODAY)
    SearchWithoutResult.objects.create(
        month=TODAY.replace(day=1), words="speech provision", filters="", times=3
    )
    SearchWithoutResult.objects.create(month=TODAY.replace(day=1), words="", filters="Vision, Free", times=2)
    assert listed_by_need()["speech"] > 0
    assert not_found_by_need() == {"speech": 3, "vision": 2}
