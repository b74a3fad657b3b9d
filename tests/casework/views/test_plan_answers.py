"""A plan goes out, is answered and becomes final: each parent apart, each comment answered, schools asked, versions kept."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.casework.actions.issuing import issue
from goldenthread.casework.actions.planning import add_line
from goldenthread.casework.models import Consultation, PlanComment, PlanOverride, PlanText, PlanVersion
from goldenthread.partners.models import Organisation
from tests.casework import letterbox, planworld, world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
ON = planworld.ON
LATER = date(2026, 12, 7)


@pytest.fixture
def case(worker):
    case = planworld.drafting(worker=worker)
    planworld.written(case)
    return case


@pytest.fixture
def draft(case):
    issue(case=case, stage="draft", on=ON, by=None)
    return case


@pytest.fixture
def wren(case):
    """One parent, at a browser."""
    return _parent(case, case.child.relationships.get().adult)


@pytest.fixture
def rowan(case):
    """The other parent, who lives elsewhere."""
    return _parent(case, world.parent_of(case.child, name="Rowan Larkfield"))


def _parent(case, adult):
    user = person("family", name=adult.name)
    type(adult).objects.filter(pk=adult.pk).update(user=user)
    return sign_in(Client(), user, second_step=False)


def at(case, more=""):
    return f"/casework/cases/{case.public_id}/plan/{more}"


def mine(case, more=""):
    return f"/my/{case.public_id}/plan/{more}"


def text_of(answer):
    return answer.content.decode()


def test_the_draft_goes_out_and_the_family_reads_it_line_by_line(as_worker, case, wren):
    assert "No plan has been sent yet" in text_of(wren.get(mine(case)))
    page = as_worker.get(at(case, "send/"))
    data = {"seen": page.context["form"]["seen"].value(), "stage": "draft"}
    assert as_worker.post(at(case, "send/"), data).status_code == 302
    read = text_of(wren.get(mine(case)))
    assert "Elby reads about 20 words by sight" in read
    assert (
        "You have until Friday 4 December 2026" not in read
    )  # the day on which it goes out here is world.TODAY
    assert "You have until" in read


def test_a_draft_that_was_changed_meanwhile_does_not_go_out(as_worker, case):
    seen = as_worker.get(at(case, "send/")).context["form"]["seen"].value()
    add_line(case=case, section="B", content={"text": "Elby tires.", "area": "physical"}, on=ON, by=None)
    answer = as_worker.post(at(case, "send/"), {"seen": seen, "stage": "draft"})
    assert answer.status_code == 422
    assert "changed or sent the plan while you were reading" in text_of(answer)
    assert not PlanVersion.objects.exists()


def test_what_stops_the_plan_is_named_where_it_is_sent(as_worker, case):
    add_line(
        case=case, section="B", content={"text": "Elby falls often.", "area": "physical"}, on=ON, by=None
    )
    page = as_worker.get(at(case, "send/"))
    assert "Cannot go out yet" in text_of(page)
    answer = as_worker.post(
        at(case, "send/"), {"seen": page.context["form"]["seen"].value(), "stage": "draft"}
    )
    assert answer.status_code == 422
    assert "The plan cannot go out yet" in text_of(answer)


def test_a_finding_is_set_aside_with_a_reason_and_taken_back(as_worker, case):
    line = add_line(
        case=case, section="B", content={"text": "Elby falls often.", "area": "physical"}, on=ON, by=None
    )
    page = text_of(as_worker.get(at(case, "checks/")))
    where = at(case, f"checks/G1/set-aside/?line={line}&at=0")
    assert where.replace("&", "&amp;") in page
    assert as_worker.post(where, {"reason": "No"}).status_code == 422
    reason = "The physiotherapist’s advice comes next week; the family agreed to wait."
    assert as_worker.post(where, {"reason": reason}).status_code == 302
    assert reason in text_of(as_worker.get(at(case, "checks/")))
    assert as_worker.get(where).status_code == 404  # it stops the plan no more
    override = PlanOverride.objects.get()
    assert as_worker.post(at(case, f"checks/set-aside/{override.pk}/take-back/")).status_code == 302
    assert as_worker.get(where).status_code == 200


def test_two_lines_are_commented_on_and_each_is_answered(as_worker, draft, wren):
    lines = [PlanText.objects.get(case=draft).sections[key]["lines"][0]["id"] for key in ("B", "F")]
    for line in lines:
        assert wren.get(mine(draft, f"1/comment/?line={line}")).status_code == 200
        answer = wren.post(mine(draft, f"1/comment/?line={line}"), {"words": f"What I think of {line}."})
        assert answer.status_code == 302
    assert wren.post(mine(draft, "1/comment/"), {"words": ""}).status_code == 422
    page = text_of(as_worker.get(at(draft, "comments/")))
    assert "What I think of b" in page
    for one in PlanComment.objects.all():
        given = {"is_taken_up": "yes", "words": f"We have changed {one.line}."}
        assert as_worker.post(at(draft, f"comments/{one.public_id}/"), given).status_code == 302
        again = as_worker.post(at(draft, f"comments/{one.public_id}/"), given)
        assert again.status_code == 422
        assert "Somebody has answered this already" in text_of(again)
    read = text_of(wren.get(mine(draft)))
    assert "We have changed" in read
    assert "Changed for it" in read


def test_one_parent_never_reads_what_the_other_said(draft, wren, rowan):
    wren.post(mine(draft, "1/comment/"), {"words": "My own opinion of this plan."})
    assert "My own opinion" in text_of(wren.get(mine(draft)))
    assert "My own opinion" not in text_of(rowan.get(mine(draft)))


def test_a_line_of_another_plan_cannot_be_commented_on(draft, wren):
    assert wren.get(mine(draft, "1/comment/?line=zz9")).status_code == 404
    assert not PlanComment.objects.exists()


def test_the_family_asks_for_a_school_and_a_meeting_and_agrees_to_an_early_final(as_worker, draft, wren):
    assert wren.post(mine(draft, "say/"), {}).status_code == 422
    assert "Name the school" in text_of(wren.post(mine(draft, "say/"), {"want": ["school"]}))
    given = {
        "want": ["views", "school", "meeting", "agree"],
        "school": "Oakbank Primary School",
        "words": "We like it.",
    }
    assert wren.post(mine(draft, "say/"), given).status_code == 302
    assert draft.events.filter(kind="early-finish-agreed").count() == 1
    page = text_of(as_worker.get(at(draft, "comments/")))
    assert "Oakbank Primary School" in page
    assert "Agrees that it is made final early" in page
    assert "I ask for a meeting" in text_of(as_worker.get(f"/casework/cases/{draft.public_id}/contact/"))


def finalise(client, case):
    page = client.get(at(case, "send/"))
    return client.post(at(case, "send/"), {"seen": page.context["form"]["seen"].value(), "stage": "final"})


def ready_for_final(case):
    add_line(
        case=case,
        section="I",
        content={"name": "Oakbank", "kind": "mainstream primary school"},
        on=ON,
        by=None,
    )
    letterbox.enter_services()
    letterbox.write(case, "final-plan", LATER)


def test_no_final_before_the_days_are_over_nor_with_a_comment_unanswered(as_worker, worker, draft, wren):
    ready_for_final(draft)
    assert "the family has until 4 December 2026" in text_of(finalise(as_worker, draft))
    wren.post(mine(draft, "1/comment/"), {"words": "A question."})
    with time_machine.travel("2026-12-07T10:00:00Z", tick=False):
        as_worker = sign_in(Client(), worker)
        refused = finalise(as_worker, draft)
        assert refused.status_code == 422
        assert "N7" in text_of(refused)
        comment = PlanComment.objects.get()
        as_worker.post(
            at(draft, f"comments/{comment.public_id}/"), {"is_taken_up": "no", "words": "Because it is so."}
        )
        assert finalise(as_worker, draft).status_code == 302
    assert PlanVersion.objects.get(number=2).stage == "final"


def test_a_written_agreement_allows_the_final_at_once(as_worker, draft, wren):
    ready_for_final(draft)
    wren.post(mine(draft, "say/"), {"want": ["agree"]})
    assert finalise(as_worker, draft).status_code == 302


def test_versions_show_who_holds_which_and_what_changed(as_worker, draft, wren, rowan):
    wren.get(mine(draft))
    add_line(
        case=draft,
        section="B",
        content={"text": "Elby tires in the afternoon.", "area": "physical"},
        on=ON,
        by=None,
    )
    PlanOverride.objects.create(case=draft, check_id="G1", line=PlanText.objects.get(case=draft).sections["B"]["lines"][-1]["id"],
                                reason="It is being looked at", given_on=ON)  # fmt: skip
    issue(case=draft, stage="draft", on=ON, by=None)
    rowan.get(mine(draft))
    page = text_of(as_worker.get(at(draft, "versions/")))
    assert "version 1; the current is 2" in page
    assert "Holds the current one" in page
    changed = text_of(as_worker.get(at(draft, "versions/difference/?before=1&after=2")))
    assert "Elby tires in the afternoon." in changed
    assert "Elby reads about 20 words" not in changed
    assert "You held version 1. This is version 2" in text_of(wren.get(mine(draft)))
    assert "This is an old version" in text_of(wren.get(mine(draft, "1/")))
    assert as_worker.get(at(draft, "versions/difference/?before=1&after=9")).status_code == 422


def test_the_family_and_the_worker_read_the_same_report(as_worker, draft, wren):
    theirs = wren.get(mine(draft, "1/checks/")).context["report"]
    ours = as_worker.get(at(draft, "checks/")).context["report"]
    assert [(one.check, one.line, one.says) for one in theirs.findings] == [
        (one.check, one.line, one.says) for one in ours.findings
    ]


def test_a_report_tells_the_family_of_no_other_child(draft, wren):
    world.make_case(world.make_child("Elby", "Larkfield", born_on=date(2016, 2, 3)))
    world.make_case(world.make_child("Quillon", "Vantrip", born_on=date(2016, 2, 3)))
    PlanOverride.objects.create(case=draft, check_id="N1", reason="He is a friend who agreed", given_on=ON)
    add_line(
        case=draft, section="A", content={"text": "I like Quillon Vantrip.", "by": "child"}, on=ON, by=None
    )
    for one in PlanText.objects.get(case=draft).sections["A"]["lines"]:
        PlanOverride.objects.create(
            case=draft, check_id="N1", line=one["id"], reason="A friend who agreed", given_on=ON
        )
    issue(case=draft, stage="draft", on=ON, by=None)
    report = wren.get(mine(draft, "2/checks/")).context["report"]
    found = [one for one in report.findings if one.check == "N1"]
    assert found
    assert all("Quillon" not in f"{one.says}{one.words}" for one in found)


@pytest.fixture
def school(db):
    return Organisation.objects.create(name="Hillside School", kind="education")


@pytest.fixture
def senco(school):
    user = person("setting", name="Sal Senco")
    world.join(user, school)
    return sign_in(Client(), user)


def test_a_school_is_asked_reads_the_draft_and_answers_with_reasons(as_worker, draft, school, senco, wren):
    assert "Nothing is asked of you" in text_of(senco.get("/my/questions/"))
    assert as_worker.post(at(draft, "schools/ask/"), {"school": school.pk}).status_code == 302
    again = as_worker.post(at(draft, "schools/ask/"), {"school": school.pk})
    assert "was asked about this version already" in text_of(again)
    asked = Consultation.objects.get()
    where = f"/my/questions/{asked.public_id}/"
    read = text_of(senco.get(where))
    assert "Elby reads about 20 words by sight" in read
    assert "What the checks found in this draft" in read
    assert senco.get(f"/my/{draft.public_id}/").status_code == 404  # the question opens nothing else
    assert senco.post(where, {"answer": "others", "reasons": "No"}).status_code == 422
    reasons = "The only class of this age has 33 children and one room."
    assert senco.post(where, {"answer": "others", "reasons": reasons}).status_code == 302
    assert reasons in text_of(as_worker.get(at(draft, "schools/")))
    assert reasons in text_of(wren.get(mine(draft)))
    assert draft.events.filter(kind="school-answered").count() == 1


def test_a_question_ends_with_the_final_plan(as_worker, draft, school, senco, wren):
    as_worker.post(at(draft, "schools/ask/"), {"school": school.pk})
    where = f"/my/questions/{Consultation.objects.get().public_id}/"
    assert senco.get(where).status_code == 200
    ready_for_final(draft)
    wren.post(mine(draft, "say/"), {"want": ["agree"]})
    finalise(as_worker, draft)
    assert senco.get(where).status_code == 404


def test_a_worker_records_what_a_school_answered_by_letter(as_worker, draft, school):
    as_worker.post(at(draft, "schools/ask/"), {"school": school.pk})
    asked = Consultation.objects.get()
    where = at(draft, f"schools/{asked.public_id}/")
    assert as_worker.post(where, {"answer": "can", "reasons": ""}).status_code == 302
    assert "This was answered already" in text_of(as_worker.post(where, {"answer": "can"}))


def test_a_school_elsewhere_is_told_nothing(as_worker, draft, school):
    as_worker.post(at(draft, "schools/ask/"), {"school": school.pk})
    other = person("setting", name="Other Senco")
    world.join(other, Organisation.objects.create(name="Valley School", kind="education"))
    client = sign_in(Client(), other)
    assert client.get(f"/my/questions/{Consultation.objects.get().public_id}/").status_code == 404
    assert "Elby" not in text_of(client.get("/my/questions/"))
