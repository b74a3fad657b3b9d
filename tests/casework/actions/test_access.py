"""Leave, bars, restriction, and requests opened to professionals until they are answered."""

from datetime import date, timedelta

import pytest

from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions import access
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.models import AdviceAccess, Bar, Case, Grant
from goldenthread.kit.errors import Refused
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db
DAY = world.TODAY


def knows(user, case, on=DAY):
    return Case.objects.known_to(standing_on(user, on)).filter(pk=case.pk).exists()


@pytest.fixture
def case():
    case = world.make_case(worker=person("EHC caseworker", name="Nadia Worker"))
    world.tell(case, "assessment-agreed", date(2026, 4, 7))
    return case


@pytest.fixture
def request_for_advice(case):
    return world.tell(case, "advice-requested", date(2026, 4, 8), of="psychology", body="EP service")


def test_restrict_leaves_leave_to_whoever_restricts_and_shuts_out_the_rest(case):
    manager, other = person("SEND casework manager"), person("EHC caseworker")
    world.join(manager, world.team())
    allocate(cases=[case], worker=other, on=DAY, by=None)
    access.restrict(case=case, reason="A parent works here", on=DAY, by=manager)
    assert knows(manager, case)
    assert not knows(other, case)
    access.lift_restriction(case=case, by=manager)
    assert knows(other, case)
    assert {"casework.case.restricted", "casework.case.opened_up"} <= set(
        AuditEvent.objects.values_list("action", flat=True)
    )


@pytest.mark.parametrize("act", [
    lambda case, user: access.grant(case=case, user=user, reason=" ", starts_on=DAY, ends_on=None, by=None),
    lambda case, user: access.bar(case=case, user=user, reason=" ", starts_on=DAY, by=None),
    lambda case, user: access.restrict(case=case, reason=" ", on=DAY, by=user),
])  # fmt: skip
def test_each_asks_why(case, act):
    with pytest.raises(Refused, match="Say why"):
        act(case, person("SEND casework manager"))
    assert not Grant.objects.exists()
    assert not Bar.objects.exists()


def test_restrict_refuses_a_second_time(case):
    manager = person("SEND casework manager")
    access.restrict(case=case, reason="R", on=DAY, by=manager)
    with pytest.raises(Refused, match="restricted already"):
        access.restrict(case=case, reason="R", on=DAY, by=manager)


def test_end_span_ends_with_yesterday_and_takes_back_what_began_today(case):
    inspector = person("inspector")
    old = access.grant(
        case=case, user=inspector, reason="Sample", starts_on=DAY - timedelta(days=3), ends_on=None, by=None
    )
    access.end_span(span=old, on=DAY, by=None)
    old.refresh_from_db()
    assert old.ends_on == DAY - timedelta(days=1)
    assert not knows(inspector, case)
    with pytest.raises(Refused, match="ended already"):
        access.end_span(span=old, on=DAY, by=None)
    new = access.grant(case=case, user=inspector, reason="Sample", starts_on=DAY, ends_on=None, by=None)
    access.end_span(span=new, on=DAY, by=None)
    assert not Grant.objects.filter(pk=new.pk).exists()


def test_a_professional_sees_the_case_until_the_advice_is_in(case, request_for_advice):
    adviser = person("adviser")
    access.let_advise(request=request_for_advice, adviser=adviser, on=date(2026, 4, 8), by=None)
    assert knows(adviser, case, date(2026, 5, 1))
    world.tell(case, "advice-received", date(2026, 5, 4), answers=request_for_advice)
    assert knows(adviser, case, date(2026, 5, 4))
    assert not knows(adviser, case, date(2026, 5, 5))


def test_a_request_that_was_corrected_still_ends_when_it_is_answered(case, request_for_advice):
    from goldenthread.casework.actions.recording import correct_event

    adviser = person("adviser")
    access.let_advise(request=request_for_advice, adviser=adviser, on=date(2026, 4, 8), by=None)
    mended = correct_event(
        event=request_for_advice, why="Wrong day", on=date(2026, 4, 10), occurred_on=date(2026, 4, 9), by=None
    )
    world.tell(
        case, "advice-not-needed", date(2026, 5, 4), answers=request_for_advice, reasons="They have moved"
    )
    assert mended.number == request_for_advice.pk
    assert AdviceAccess.objects.get().ends_on == date(2026, 5, 4)


def test_let_advise_refuses_a_second_time_and_the_childs_own_family(case, request_for_advice):
    adviser, mother = person("adviser"), person("adviser")
    access.let_advise(request=request_for_advice, adviser=adviser, on=DAY, by=None)
    with pytest.raises(Refused, match="can read this request already"):
        access.let_advise(request=request_for_advice, adviser=adviser, on=DAY, by=None)
    world.parent_of(case.child, mother)
    with pytest.raises(Refused, match="of this child’s family"):
        access.let_advise(request=request_for_advice, adviser=mother, on=DAY, by=None)
