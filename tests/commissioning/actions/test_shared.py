"""Costs that are shared, and disputes."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions.shared import add_cost, set_terms, settle_dispute
from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import Dispute, SharedCost, SharedTerms
from goldenthread.commissioning.queries.shared import agreed_split, settled_in_time, shared_costs
from tests.commissioning.bought import TODAY, make_cost, make_dispute, make_service, terms

pytestmark = pytest.mark.django_db
THIRDS = {"education_share": 3_334, "health_share": 3_333, "care_share": 3_333}


def test_shares_of_every_cost_add_up_to_the_penny():
    make_cost(total_pence=10_001)
    make_cost("JF-0002", total_pence=100, **THIRDS)
    count, parts = agreed_split(shared_costs())
    assert (count, parts, sum(parts)) == (2, (5_035, 5_033, 33), 10_101)


def test_terms_that_are_only_proposed_do_not_count_and_the_agreed_ones_hold():
    cost = make_cost()
    set_terms(cost=cost, terms=terms(total_pence=99, agreed_on=None), on=TODAY, by=None)
    found = shared_costs()[0]
    assert (found.terms.edition, found.agreed.edition, found.state) == (2, 1, ("due", "Proposed, not agreed"))
    assert agreed_split([found])[1] == (5_001, 5_000, 0)
    assert Event.objects.filter(action="commissioning.shared.terms").count() == 1


def test_second_of_two_people_sees_the_first_ones_terms():
    cost = make_cost()
    set_terms(cost=cost, terms=terms(total_pence=50), on=TODAY, based_on=1, by=None)
    with pytest.raises(Conflict) as conflict:
        set_terms(cost=cost, terms=terms(total_pence=60), on=TODAY, based_on=1, by=None)
    assert conflict.value.theirs.total_pence == 50


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"care_share": 1}, "make 100.01%"),
        ({"education_share": 10_000, "health_share": 0}, "nothing is shared"),
        ({"agreed_on": date(2026, 11, 21)}, "not come yet"),
    ],
)
def test_terms_that_cannot_be_are_refused_and_nothing_is_saved(wrong, said):
    with pytest.raises(Refused, match=said):
        make_cost(**wrong)
    assert SharedCost.objects.count() == 0


def test_reference_is_there_once():
    make_cost()
    with pytest.raises(Refused, match="this reference"):
        add_cost(
            fields={"reference": "jf-0001", "kind": "package", "starts_on": TODAY},
            terms=terms(),
            on=TODAY,
            by=None,
        )


def test_database_keeps_shares_that_are_no_whole_out():
    cost = make_cost()
    with pytest.raises(IntegrityError), transaction.atomic():
        SharedTerms.objects.create(cost=cost, edition=2, **terms(care_share=1))


def test_cost_in_dispute_comes_first_until_it_is_settled():
    make_cost("JF-0002")
    cost = make_cost("JF-0003")
    dispute = make_dispute(cost)
    assert [one.cost.reference for one in shared_costs()] == ["JF-0003", "JF-0002"]
    settle_dispute(
        dispute=dispute, settled_on=date(2026, 11, 19), outcome="Health pays nights.", on=TODAY, by=None
    )
    assert [one.state[1] for one in shared_costs()] == ["Agreed", "Agreed"]
    with pytest.raises(Refused, match="settled already"):
        settle_dispute(dispute=dispute, settled_on=TODAY, outcome="x", on=TODAY, by=None)


def test_disputes_settled_in_time_are_counted_out_of_those_whose_day_has_come():
    service = make_service()
    late = make_dispute(service, settle_by=date(2026, 11, 10))
    make_dispute(service, settle_by=date(2026, 11, 12))
    done = make_dispute(service, settle_by=date(2026, 11, 19))
    for dispute in (late, done):
        settle_dispute(dispute=dispute, settled_on=date(2026, 11, 19), outcome="Done", on=TODAY, by=None)
    assert settled_in_time(date(2026, 11, 1), date(2026, 11, 20), TODAY) == (1, 3)


@pytest.mark.parametrize("wrong", [{"raised_on": date(2026, 11, 21)}, {"settle_by": date(2026, 10, 31)}])
def test_dispute_that_cannot_be_is_refused(wrong):
    with pytest.raises(Refused):
        make_dispute(make_service(), **wrong)
    assert Dispute.objects.count() == 0


@pytest.mark.parametrize("day", [date(2026, 10, 31), date(2026, 11, 21)])
def test_dispute_is_settled_between_its_beginning_and_today(day):
    dispute = make_dispute(make_service())
    with pytest.raises(Refused, match="between"):
        settle_dispute(dispute=dispute, settled_on=day, outcome="x", on=TODAY, by=None)
