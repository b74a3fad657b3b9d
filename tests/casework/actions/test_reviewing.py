"""Reviews: two weeks' notice, the child's views first, each outcome, adulthood from year 9, a report that is whole."""

from datetime import date

import pytest

from goldenthread.casework.actions import reviewing
from goldenthread.casework.actions.issuing import issue
from goldenthread.casework.actions.planning import add_line
from goldenthread.casework.models import Review
from goldenthread.casework.queries.reviews import outcomes_to_review, review_of, roles_of
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.partners.models import Organisation
from goldenthread.partners.models import Setting as SettingRow
from goldenthread.people.models import Schooling
from tests.casework import letterbox, planworld, world

pytestmark = pytest.mark.django_db
ON = date(2027, 10, 4)
MEETS = date(2027, 10, 19)


def final(case):
    """The example's plan, final."""
    planworld.written(case)
    issue(case=case, stage="draft", on=planworld.ON, by=None)
    add_line(
        case=case,
        section="I",
        content={"name": "Oakbank", "kind": "mainstream primary school"},
        on=planworld.ON,
        by=None,
    )
    letterbox.enter_services()
    letterbox.write(case, "final-plan", date(2026, 12, 7))
    issue(case=case, stage="final", on=date(2026, 12, 7), by=None)
    return case


@pytest.fixture
def case():
    return final(planworld.drafting())


@pytest.fixture
def review(case):
    made = reviewing.plan_review(
        case=case, meeting_on=MEETS, invited=["the family", "the head"], on=ON, by=None
    )
    world.tell(case, "review-met", MEETS)
    return made


def whole(case, **change):
    progress = {one.id: ("met", "The school’s list") for one in outcomes_to_review(case)}
    return {
        "progress": progress,
        "views": "I like the library.",
        "recommendation": "keep",
        "reasons": "It works.",
    } | change


def write(review, edition=1, **given):
    return reviewing.write_review(review=review, edition=edition, by=None, **given)


def test_plan_review_opens_it_and_notes_when_each_was_invited(case, review):
    case.standing.refresh_from_db()
    assert review.invited == [["the family", "2027-10-04"], ["the head", "2027-10-04"]]
    reviewing.plan_review(
        case=case,
        meeting_on=date(2027, 10, 26),
        invited=["the head", "a nurse"],
        on=date(2027, 10, 5),
        by=None,
    )
    assert Review.objects.get().invited[-1] == ["a nurse", "2027-10-05"]


def test_plan_review_refuses_less_than_two_weeks(case):
    with pytest.raises(Refused, match="had to be invited by 3 October 2027"):
        reviewing.plan_review(case=case, meeting_on=date(2027, 10, 17), invited=["the head"], on=ON, by=None)
    reviewing.plan_review(case=case, meeting_on=date(2027, 10, 18), invited=["the head"], on=ON, by=None)


def test_plan_review_takes_up_one_that_was_opened_by_hand(case):
    opened = world.tell(case, "review-opened", date(2027, 9, 20), on=ON)
    assert (
        reviewing.plan_review(case=case, meeting_on=MEETS, invited=["the head"], on=ON, by=None).opened
        == opened
    )


@pytest.mark.parametrize(("change", "says"), [
    ({"views": ""}, "what Elby thinks"), ({"progress": {}}, "how far 2 outcomes came"),
    ({"recommendation": ""}, "what is recommended"),
    ({"reasons": ""}, "the reasons"),
])  # fmt: skip
def test_send_report_names_what_it_lacks(case, review, change, says):
    write(review, **whole(case, **change))
    with pytest.raises(Refused, match=says):
        reviewing.send_report(review=review, on=date(2027, 10, 25), by=None)
    assert Review.objects.get().sent_on is None


def test_send_report_stops_its_clock_and_cannot_be_undone(case, review):
    write(review, **whole(case))
    reviewing.send_report(review=review, on=date(2027, 10, 25), by=None)
    case.standing.refresh_from_db()
    assert case.standing.stage == "review-reported"
    with pytest.raises(Refused, match="has gone out"):
        write(review, edition=2, **whole(case))


def test_write_review_shows_the_second_writer_what_the_first_saved(case, review):
    write(review, **whole(case, reasons="First reasons."))
    with pytest.raises(Conflict) as conflict:
        write(review, **whole(case, reasons="Second reasons."))
    assert conflict.value.theirs[0].reasons == "First reasons."


def test_from_year_9_preparing_for_adulthood_must_be_said(case, review):
    type(case.child).objects.filter(pk=case.child_id).update(born_on=date(2013, 10, 3))
    write(review, **whole(case))
    review.refresh_from_db()
    review.case.child.refresh_from_db()
    assert any("adulthood" in one for one in reviewing.lacking_in(review, date(2027, 10, 25)))


def test_review_of_is_none_once_it_is_decided(case, review):
    write(review, **whole(case))
    reviewing.send_report(review=review, on=date(2027, 10, 25), by=None)
    world.tell(case, "review-maintained", date(2027, 11, 8), reasons="It works.")
    case.refresh_from_db()
    assert review_of(case) is None


@pytest.mark.parametrize(("kind", "writes"), [
    ("academy", "the head or principal"), ("college", "the local authority"), (None, "the local authority"),
])  # fmt: skip
def test_roles_of_follow_what_the_child_attends(case, kind, writes):
    if kind:
        school = Organisation.objects.create(name="Oakbank", kind="education")
        SettingRow.objects.create(organisation=school, kind=kind)
        Schooling.objects.create(child=case.child, setting=school, starts_on=date(2022, 9, 1))
    assert roles_of(case, ON).writes == writes


def test_expect_transfers_starts_each_clock_once(case):
    assert reviewing.expect_transfers(cases=[case], year=2029, to="school", on=ON, by=None).started == 1
    assert reviewing.expect_transfers(cases=[case], year=2029, to="school", on=ON, by=None).started == 0
    assert case.open_duties.get(duty="phase-transfer").due_on == date(2029, 2, 14)


def test_expect_transfers_leaves_out_a_case_whose_events_forbid_it_and_says_why(case):
    asked = world.make_case(world.make_child("Bea"), on=date(2026, 3, 2))
    noted = reviewing.expect_transfers(cases=[asked, case], year=2029, to="school", on=ON, by=None)
    assert noted.started == 1
    ((left, why),) = noted.refused
    assert left == asked
    assert "the case stood at “Requested” then" in why
    assert not asked.events.filter(kind="phase-transfer-expected").exists()
