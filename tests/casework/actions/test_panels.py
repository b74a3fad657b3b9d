"""Panels: a question that fits the case, reasons, a second signature that a change undoes, and the decision in the case."""

from datetime import date

import pytest

from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions import panels
from goldenthread.casework.actions.access import bar
from goldenthread.casework.models import AgendaItem, Case
from goldenthread.casework.queries.panels import agenda_of, on_agenda
from goldenthread.kit.errors import Conflict, Refused
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 20)
SITS = date(2026, 3, 27)


@pytest.fixture
def manager():
    manager = person("SEND casework manager", name="Mo Manager")
    world.join(manager, world.team())
    return manager


@pytest.fixture
def body():
    return panels.make_panel(name="Assessment panel", by=None)


@pytest.fixture
def member(body):
    member = person("panel member", name="Pat Panel")
    member.memberships.create(body=body, starts_on=date(2020, 1, 1))
    return member


@pytest.fixture
def sitting(body):
    return panels.arrange_sitting(body=body, sits_on=SITS, on=ON, by=None)


@pytest.fixture
def case():
    return world.make_case(worker=person("EHC caseworker", name="Nadia Worker"))


@pytest.fixture
def item(case, sitting):
    return panels.put_to_panel(case=case, sitting=sitting, question="assess", paper="Read this.", by=None)


def decide(item, by, *, answer="no", reasons="The school can meet this need.", edition=None, on=SITS):
    item.refresh_from_db()
    return panels.decide(
        item=item, answer=answer, reasons=reasons, edition=edition or item.edition, on=on, by=by
    )


def sign(item, by, edition=None):
    item.refresh_from_db()
    return panels.countersign(item=item, edition=edition or item.edition, on=SITS, by=by)


def test_put_to_panel_refuses_a_question_at_which_the_case_does_not_stand(case, sitting):
    with pytest.raises(Refused, match="where this is no question"):
        panels.put_to_panel(case=case, sitting=sitting, question="issue", paper="P", by=None)


def test_put_to_panel_refuses_the_same_question_twice(item, case, sitting):
    with pytest.raises(Refused, match="on this agenda with this question already"):
        panels.put_to_panel(case=case, sitting=sitting, question="assess", paper="P", by=None)


@pytest.mark.parametrize(
    ("sits_on", "says"), [(date(2026, 3, 19), "has passed"), (SITS, "sits on that day already")]
)
def test_arrange_sitting_refuses_a_past_day_and_a_second_time(sitting, body, sits_on, says):
    with pytest.raises(Refused, match=says):
        panels.arrange_sitting(body=body, sits_on=sits_on, on=ON, by=None)


def test_decide_asks_for_reasons(item, manager):
    with pytest.raises(Refused, match="Give the reasons"):
        decide(item, manager, reasons=" ")


def test_decide_shows_the_second_writer_what_the_first_decided(item, manager):
    decide(item, manager)
    with pytest.raises(Conflict) as conflict:
        decide(item, manager, answer="yes", edition=1)
    assert conflict.value.theirs[0].answer == "no"


def test_whoever_wrote_a_decision_cannot_sign_it(item, manager):
    decide(item, manager)
    with pytest.raises(Refused, match="Somebody else must sign it"):
        sign(item, manager)


def test_a_signature_counts_no_more_when_the_decision_changes_and_stays_in_the_record(item, manager, member):
    decide(item, manager)
    sign(item, member)
    item.refresh_from_db()
    assert panels.is_signed(item)
    changed = decide(item, manager, reasons="The school can meet this need, as its report shows.")
    assert not panels.is_signed(changed)
    assert [one.counts for one in on_agenda(changed).signatures] == [False]


def test_sign_refuses_words_that_changed_meanwhile(item, manager, member):
    decide(item, manager)
    with pytest.raises(Refused, match="The decision changed since you opened it"):
        sign(item, member, edition=1)


@pytest.mark.parametrize(("answer", "stage", "kind"), [
    ("yes", "assessing", "assessment-agreed"), ("no", "refused-assess", "assessment-refused"), ("later", "requested", "note"),
])  # fmt: skip
def test_carry_into_case_records_the_signed_decision(item, manager, member, answer, stage, kind):
    decide(item, manager, answer=answer)
    sign(item, member)
    item.refresh_from_db()
    carried = panels.carry_into_case(item=item, on=SITS, by=manager)
    assert carried.event.kind == kind
    assert Case.objects.get().standing.stage == stage
    assert carried.event.occurred_on == SITS


def test_carry_into_case_refuses_a_decision_without_a_second_signature(item, manager):
    decide(item, manager)
    with pytest.raises(Refused, match="A second person must sign"):
        panels.carry_into_case(item=item, on=SITS, by=manager)
    item.refresh_from_db()
    assert item.event is None


def test_carry_into_case_happens_once(item, manager, member):
    decide(item, manager)
    sign(item, member)
    item.refresh_from_db()
    panels.carry_into_case(item=item, on=SITS, by=manager)
    with pytest.raises(Refused, match="in the case already"):
        panels.carry_into_case(item=item, on=SITS, by=manager)


def test_a_decision_that_is_in_the_case_is_corrected_there(item, manager, member):
    decide(item, manager)
    sign(item, member)
    item.refresh_from_db()
    panels.carry_into_case(item=item, on=SITS, by=manager)
    with pytest.raises(Refused, match="Correct it there"):
        decide(item, manager, answer="yes")


def test_close_sitting_waits_for_its_day_and_every_decision(item, sitting, manager):
    with pytest.raises(Refused, match="not been held yet"):
        panels.close_sitting(sitting=sitting, on=ON, by=manager)
    with pytest.raises(Refused, match="1 of its cases has no decision yet"):
        panels.close_sitting(sitting=sitting, on=SITS, by=manager)
    decide(item, manager, answer="later")
    assert panels.close_sitting(sitting=sitting, on=SITS, by=manager).closed_on == SITS


def test_a_member_reads_the_papers_until_the_sitting_is_closed(item, sitting, member, manager):
    def read():
        return AgendaItem.objects.known_to(standing_on(member, SITS)).exists()

    assert read()
    decide(item, manager)
    panels.close_sitting(sitting=sitting, on=SITS, by=manager)
    assert not read()
    assert not Case.objects.known_to(standing_on(member, SITS)).exists()


def test_a_member_of_another_panel_reads_nothing(item):
    other = person("panel member")
    other.memberships.create(body=panels.make_panel(name="Other panel", by=None), starts_on=date(2020, 1, 1))
    assert not AgendaItem.objects.known_to(standing_on(other, SITS)).exists()


def test_a_bar_keeps_a_member_from_one_case_of_the_agenda(item, sitting, case, member):
    bar(case=case, user=member, reason="Neighbour", starts_on=ON, by=None)
    assert agenda_of(sitting, standing_on(member, SITS)) == []


def test_every_step_leaves_an_event_of_the_audit_without_the_words(item, manager, member):
    decide(item, manager)
    sign(item, member)
    told = AuditEvent.objects.filter(action__startswith="casework.panel")
    assert [one.action for one in told.order_by("sequence")][-3:] == [
        "casework.panel.asked", "casework.panel.decided", "casework.panel.signed",
    ]  # fmt: skip
    assert "school" not in "".join(str(one.detail) for one in told)
