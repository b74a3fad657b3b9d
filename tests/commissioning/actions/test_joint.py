"""What both partners buy: money in pence and two signatures, reviews that count, contracts, duties, need with a source."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions import joint
from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import MoneySignature, NeedFigure, YearMoney
from goldenthread.commissioning.money.pence import read_pounds
from goldenthread.commissioning.queries.joint import (
    contract_calendar,
    coverage,
    joint_reviews,
    need_lines,
    notice_clock,
    register,
)
from goldenthread.kit.dates import months_from
from tests.commissioning.bought import (
    TODAY,
    buyer,
    contract_fields,
    make_service,
    need_fields,
    review_fields,
)

pytestmark = pytest.mark.django_db


def _money(service, council=100, health=200, based_on=None):
    return joint.set_money(
        service=service, year=2026, council_pence=council, health_pence=health, based_on=based_on, by=None
    )


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("0", 0), ("12", 1200), ("12.34", 1234), ("£1,234.50", 123450), ("1234567.89", 123456789)],
)
def test_read_pounds_is_exact(typed, pence):
    assert read_pounds(typed) == pence


@pytest.mark.parametrize(
    ("typed", "named"),
    [("12.345", "parts of a penny"), ("12.3", "one figure"), ("-5", "below nought"), ("1,23", "not an amount"), ("", "not an"),
     ("1e3", "not an amount"), ("٣", "not an amount"), ("12.", "not an amount"), ("99999999999999", "more than we keep")],
)  # fmt: skip
def test_read_pounds_names_what_is_wrong(typed, named):
    with pytest.raises(ValueError, match=named):
        read_pounds(typed)


def test_money_is_signed_when_one_person_of_each_partner_has_signed():
    money = _money(make_service())
    council, health = buyer("council"), buyer("icb")
    joint.sign_money(money=money, side="council", on=TODAY, by=council)
    assert register()[0].signing_words == "Waits for: the NHS"
    joint.sign_money(money=money, side="health", on=TODAY, by=health)
    assert register()[0].is_signed_by_both
    assert Event.objects.filter(action="commissioning.money.signed").count() == 2


def test_nobody_signs_for_the_other_partner():
    money = _money(make_service())
    with pytest.raises(Refused, match="somebody of its own"):
        joint.sign_money(money=money, side="health", on=TODAY, by=buyer("council"))
    assert MoneySignature.objects.count() == 0


def test_one_person_of_both_partners_signs_once():
    money, both = _money(make_service()), buyer("council")
    both.memberships.create(
        organisation=buyer("icb").memberships.get().organisation, starts_on=date(2020, 1, 1)
    )
    joint.sign_money(money=money, side="council", on=TODAY, by=both)
    with pytest.raises(Refused, match="Two people sign"):
        joint.sign_money(money=money, side="health", on=TODAY, by=both)


def test_changed_money_must_be_signed_anew_and_the_old_stays():
    service = make_service()
    first, council = _money(service), buyer("council")
    joint.sign_money(money=first, side="council", on=TODAY, by=council)
    second = _money(service, council=101)
    assert register()[0].signed == set()
    with pytest.raises(Refused, match="changed meanwhile"):
        joint.sign_money(money=first, side="council", on=TODAY, by=council)
    assert (
        list(YearMoney.objects.values_list("edition", flat=True)) == [second.edition, first.edition] == [2, 1]
    )


def test_same_money_again_keeps_its_signatures():
    service = make_service()
    first = _money(service)
    assert _money(service) == first


def test_two_people_who_change_money_at_once_lose_nothing():
    service = make_service()
    _money(service, based_on=0)
    with pytest.raises(Conflict) as conflict:
        _money(service, council=7, based_on=0)
    assert conflict.value.theirs.council_pence == 100


def test_review_counts_only_if_both_partners_were_there():
    service = make_service()
    for fields in (review_fields(), review_fields(for_health=" "), review_fields(for_council=""),
                   review_fields(held_on=TODAY - timedelta(days=365))):  # fmt: skip
        joint.record_review(service=service, fields=fields, on=TODAY, by=None)
    assert joint_reviews([service], TODAY)[service.pk] == 1


def test_review_of_a_day_to_come_is_refused():
    with pytest.raises(Refused, match="has not come yet"):
        joint.record_review(
            service=make_service(), fields=review_fields(held_on=date(2026, 11, 21)), on=TODAY, by=None
        )


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"ends_on": date(2024, 4, 1)}, "ends_on"), ({"extends_to": date(2027, 3, 31)}, "extends_to")],
)
def test_contract_out_of_order_is_refused(fields, field):
    with pytest.raises(Refused) as refused:
        joint.add_contract(service=make_service(), fields=contract_fields(**fields), by=None)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("today", "months"),
    [(date(2026, 3, 30), None), (date(2026, 3, 31), 12), (date(2026, 6, 30), 9), (date(2026, 9, 30), 6), (date(2026, 12, 31), 3),
     (date(2027, 3, 31), 3), (date(2027, 4, 1), 0)],
)  # fmt: skip
def test_contract_calendar_warns_at_12_9_6_and_3_months(today, months):
    joint.add_contract(service=make_service(), fields=contract_fields(), by=None)
    assert [one.months for one in contract_calendar(today)] == ([] if months is None else [months])


def test_notice_clock_counts_back_from_the_end():
    contract = joint.add_contract(service=make_service(), fields=contract_fields(), by=None)
    assert notice_clock(contract, TODAY).due == date(2026, 9, 30)
    assert months_from(date(2024, 3, 31), -1) == date(2024, 2, 29)


def test_coverage_shows_ten_lines_and_those_that_nothing_answers():
    joint.cover_duty(key="plans", by=None, fields={
        "owner": "Head", "document": "Strategy", "document_link": "", "reviewed_on": date(2026, 1, 5),
        "next_review_on": date(2026, 11, 19),
    })  # fmt: skip
    lines = coverage(TODAY)
    assert len(lines) == 10
    assert [one.state[1] for one in lines].count("Nothing answers this") == 9
    assert next(one for one in lines if one.duty.key == "plans").state[1] == "The review is late"
    assert lines[0].duty.citation == "Children and Families Act 2014, section 26(3)(a)"


def test_need_above_its_base_is_refused_and_not_saved():
    with pytest.raises(Refused, match="more than it is out of"):
        joint.record_need(fields=need_fields(number=97, base=96), on=TODAY, by=None)
    assert NeedFigure.objects.count() == 0


def test_gap_is_a_need_with_a_figure_and_no_service():
    make_service()
    joint.record_need(fields=need_fields(), on=TODAY, by=None)
    joint.record_need(fields=need_fields(need="hearing"), on=TODAY, by=None)
    joint.record_need(fields=need_fields(need="speech"), on=TODAY, by=None)
    lines = need_lines(day=TODAY, listed={"hearing": 1}, not_found={"vision": 4})
    assert [(one.need, one.not_found) for one in lines if one.is_gap] == [("vision", 4)]
    assert not any(one.is_gap for one in need_lines(day=date(2026, 11, 19), listed={}, not_found={}))
