"""Issuing: blocked findings stop it or are set aside with a reason, the version never changes, the law's days are kept."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.casework.actions.issuing import issue, report_of, set_aside, take_back_override
from goldenthread.casework.actions.planning import add_line, change_line, remove_line
from goldenthread.casework.models import PlanComment, PlanText, PlanVersion
from goldenthread.casework.plan.difference import difference
from goldenthread.casework.queries.plans import plan_of
from goldenthread.kit.errors import Refused
from tests.casework import letterbox, planworld, world

pytestmark = pytest.mark.django_db
ON = planworld.ON
LATER = date(2026, 12, 7)


@pytest.fixture
def case():
    case = planworld.drafting()
    planworld.written(case)
    return case


def stopping(case, stage="draft", on=ON):
    return {one.check for one in report_of(case, on, stage=stage).findings if one.stops}


def test_a_whole_draft_goes_out_as_version_1_with_its_event(case):
    assert stopping(case) == set()
    version = issue(case=case, stage="draft", on=ON, by=None)
    case.standing.refresh_from_db()
    assert (version.number, version.event.kind, case.standing.stage) == (1, "draft-issued", "draft-issued")
    assert len(version.sha256) == 64
    assert plan_of(version).child.given_names == "Elby"


def test_a_need_without_provision_stops_it_and_a_reason_sets_that_aside(case):
    add_line(
        case=case,
        section="B",
        content={"text": "Elby falls often on stairs.", "area": "physical"},
        on=ON,
        by=None,
    )
    assert "G1" in stopping(case)
    with pytest.raises(Refused, match="The plan cannot go out yet: G1"):
        issue(case=case, stage="draft", on=ON, by=None)
    assert not PlanVersion.objects.exists()
    line = PlanText.objects.get(case=case).sections["B"]["lines"][-1]["id"]
    override = set_aside(
        case=case,
        check="G1",
        line=line,
        words="",
        reason="The family asked for this to wait.",
        on=ON,
        by=None,
    )
    assert "G1" not in stopping(case)
    take_back_override(override=override, on=ON, by=None)
    assert "G1" in stopping(case)


@pytest.mark.parametrize(("check", "reason", "says"), [
    ("P5", "A reason that is long enough", "Only a finding that blocks"), ("G1", "No", "Say in a sentence"),
    ("XX", "A reason that is long enough", "Only a finding that blocks"),
])  # fmt: skip
def test_set_aside_is_for_blocking_findings_with_a_reason(case, check, reason, says):
    with pytest.raises(Refused, match=says):
        set_aside(case=case, check=check, line="", words="", reason=reason, on=ON, by=None)


def test_another_childs_name_in_the_text_stops_it(case):
    world.make_case(world.make_child("Quillon", "Vantrip", born_on=date(2016, 2, 3)))
    add_line(case=case, section="F", content={"text": "A teacher will read with Quillon Vantrip for 20 minutes each day."}, on=ON,
             by=None)  # fmt: skip
    assert "N1" in stopping(case)


def test_the_home_address_in_the_text_stops_it(case):
    letterbox.house(case.child, lines="9 Hidden Lane\nTestham", postcode="ZZ99 9ZZ")
    add_line(
        case=case, section="F", content={"text": "A taxi will fetch Elby at 9 Hidden Lane."}, on=ON, by=None
    )
    assert "N6" in stopping(case)


def test_a_draft_names_no_school_and_the_text_keeps_it(case):
    add_line(
        case=case, section="I", content={"name": "Oakbank Primary School", "kind": "primary"}, on=ON, by=None
    )
    made = issue(case=case, stage="draft", on=ON, by=None)
    assert "I" in plan_of(made).sections
    assert plan_of(made).sections["I"].lines == ()
    assert PlanText.objects.get().sections["I"]["lines"][0]["name"] == "Oakbank Primary School"


def issued(case):
    issue(case=case, stage="draft", on=ON, by=None)
    add_line(
        case=case,
        section="I",
        content={"name": "Oakbank Primary School", "kind": "mainstream primary school"},
        on=ON,
        by=None,
    )
    letterbox.enter_services()
    from goldenthread.casework.actions.letters import write_letters
    from goldenthread.casework.queries.letters import readers_of

    readers = [one for one in readers_of(case, LATER) if one.must]
    write_letters(case=case, kind="final-plan", event=None, readers=readers, by=None)
    return case


def test_a_final_waits_for_the_familys_15_days_and_for_an_answer_to_each_comment(case):
    issued(case)
    comment = PlanComment.objects.create(case=case, version=case.versions.get(), adult=case.child.relationships.get().adult,
                                         words="Elby needs a quiet room.", said_on=date(2026, 11, 25))  # fmt: skip
    assert "N7" in stopping(case, "final", LATER)
    comment.answer, comment.answered_on = "We have written the library in.", date(2026, 12, 1)
    comment.save()
    with pytest.raises(Refused, match="the family has until 4 December 2026"):
        issue(case=case, stage="final", on=date(2026, 12, 4), by=None)
    version = issue(case=case, stage="final", on=LATER, by=None)
    assert (version.number, version.event.facts["placement"]) == (
        2,
        "Oakbank Primary School (mainstream primary school)",
    )


def test_two_versions_differ_by_exactly_what_was_changed(case):
    issued(case)
    lines = PlanText.objects.get(case=case).sections["F"]["lines"]
    seen = lines[0]
    other = {
        **{name: value for name, value in seen.items() if name != "id"},
        "reviewed_when": "at the end of each term",
    }
    change_line(case=case, section="F", line=seen["id"], content=other, seen=seen, on=ON, by=None)
    final = issue(case=case, stage="final", on=LATER, by=None)
    changes = difference(plan_of(case.versions.get(number=1)), plan_of(final))
    assert {(one.change, one.section) for one in changes} == {("changed", "F"), ("added", "I")}


def test_changes_to_a_final_plan_wait_for_15_days_of_their_own(case):
    issued(case)
    issue(case=case, stage="final", on=LATER, by=None)
    place = PlanText.objects.get(case=case).sections["I"]["lines"][0]
    remove_line(case=case, section="I", line=place["id"], by=None)
    issue(case=case, stage="amendment", on=date(2027, 11, 2), by=None)
    add_line(
        case=case, section="I", content={"name": "Oakbank Primary School", "kind": "primary"}, on=ON, by=None
    )
    assert "T1" in stopping(case, "amended", date(2027, 11, 10))
    assert "T1" not in stopping(case, "amended", date(2027, 11, 22))


@pytest.mark.parametrize("statement", ["UPDATE casework_planversion SET content = '' WHERE id = %s",
                                       "DELETE FROM casework_planversion WHERE id = %s"])  # fmt: skip
def test_the_database_refuses_to_change_a_version(case, statement):
    version = issue(case=case, stage="draft", on=ON, by=None)
    with (
        pytest.raises(DatabaseError, match="never changed or removed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [version.pk])
