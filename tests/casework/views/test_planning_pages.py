"""The pages of writing: beside the advice, line by line, with what the checks say; two people at once; words given back."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.casework.actions.issuing import lock_words
from goldenthread.casework.actions.planning import add_line, begin_plan
from goldenthread.casework.models import Advice, PlanText
from tests.casework import planworld, world

pytestmark = pytest.mark.django_db
ON = planworld.ON


@pytest.fixture
def drafting(worker):
    return planworld.drafting(worker=worker)


@pytest.fixture
def written(drafting):
    planworld.written(drafting)
    return drafting


def at(case, more=""):
    return f"/casework/cases/{case.public_id}/plan/{more}"


def lines(case, section):
    return PlanText.objects.get(case=case).sections[section].get("lines", [])


def need(case, **more):
    return add_line(
        case=case, section="B", content={"text": "Elby reads 20 words by sight."} | more, on=ON, by=None
    )


def typed(client, case, name, **changed):
    """What the page of a line holds, as a browser would send it, with some boxes changed."""
    form = client.get(at(case, f"lines/{name}/")).context["form"]
    data = {}
    for box in form:
        value = box.value()
        if isinstance(value, date):
            parts = zip(("day", "month", "year"), (value.day, value.month, value.year), strict=True)
            data |= {f"{box.name}_{part}": number for part, number in parts}
        elif value not in (None, "", False):
            data[box.name] = value
    return data | changed


def test_a_plan_begins_with_its_type_and_only_once(as_worker, drafting):
    assert "No plan has been begun" in as_worker.get(at(drafting)).content.decode()
    assert as_worker.post(at(drafting, "begin/"), {"type": "poem|"}).status_code == 422
    assert as_worker.post(at(drafting, "begin/"), {"type": "ehc-plan|"}).status_code == 302
    again = as_worker.post(at(drafting, "begin/"), {"type": "ehc-plan|"})
    assert again.status_code == 422
    assert "A plan has been begun in this case" in again.content.decode()


def test_a_paragraph_of_advice_becomes_a_need_and_the_link_stays(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    advice = Advice.objects.get(case=drafting, letter="d")
    page = as_worker.get(at(drafting, f"sections/B/?advice={advice.key}")).content.decode()
    assert f"add/?from={advice.key}:1" in page
    form = as_worker.get(at(drafting, f"sections/B/add/?from={advice.key}:1")).context["form"]
    assert form["text"].value() == advice.paragraphs[0][1]
    answer = as_worker.post(
        at(drafting, "sections/B/add/"),
        {"text": form["text"].value(), "area": "learning", "sources": [f"{advice.key}:1"]},
    )
    assert answer.status_code == 302
    assert lines(drafting, "B")[0]["sources"] == [{"advice": advice.key, "paragraph": 1}]
    assert "Used" in as_worker.get(at(drafting, f"sections/B/?advice={advice.key}")).content.decode()


def test_a_paragraph_of_another_childs_advice_is_not_taken(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    other = world.make_case(world.make_child("Bo", "Elsewhere"), on=planworld.REQUESTED)
    world.tell(other, "assessment-agreed", date(2026, 9, 14))
    advice = planworld.take_in(other, planworld.EXAMPLE["advice"][1])
    form = as_worker.get(at(drafting, f"sections/B/add/?from={advice.key}:1")).context["form"]
    assert not form["text"].value()
    given = {"text": "A need.", "sources": [f"{advice.key}:1"]}
    answer = as_worker.post(at(drafting, "sections/B/add/"), given)
    assert answer.status_code == 422
    assert lines(drafting, "B") == []


def test_every_field_of_provision_is_kept_as_it_was_typed(as_worker, written):
    line = lines(written, "F")[0]
    data = typed(
        as_worker,
        written,
        line["id"],
        place="the quiet room",
        not_needed_group="",
        reviewed_by="the\u00a0SENCO",
    )
    assert as_worker.post(at(written, f"lines/{line['id']}/"), data).status_code == 302
    now = lines(written, "F")[0]
    assert now == {**line, "place": "the quiet room", "reviewed_by": "the SENCO"}


@pytest.mark.parametrize("section", ["A", "B", "C", "E", "F", "G", "K"])
def test_saving_a_line_as_it_opened_changes_nothing(as_worker, written, section):
    before = lines(written, section)
    for line in before:
        data = typed(as_worker, written, line["id"])
        assert as_worker.post(at(written, f"lines/{line['id']}/"), data).status_code == 302, line
    assert lines(written, section) == before


def test_pasted_text_is_cleaned(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    as_worker.post(
        at(drafting, "sections/B/add/"), {"text": "•\tElby\u00a0reads 20\u201330 words\u200b  by sight."}
    )
    assert lines(drafting, "B")[0]["text"] == "Elby reads 20–30 words by sight."


def test_the_second_writer_of_a_line_sees_both_and_loses_nothing(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    name = need(drafting)
    mine = typed(as_worker, drafting, name, text="What the second writes.")
    theirs = typed(as_worker, drafting, name, text="What the first wrote.")
    assert as_worker.post(at(drafting, f"lines/{name}/"), theirs).status_code == 302
    answer = as_worker.post(at(drafting, f"lines/{name}/"), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "What the first wrote." in page
    assert "What the second writes." in page
    assert lines(drafting, "B")[0]["text"] == "What the first wrote."
    again = mine | {"seen": answer.context["form"]["seen"].value()}
    assert as_worker.post(at(drafting, f"lines/{name}/"), again).status_code == 302
    assert lines(drafting, "B")[0]["text"] == "What the second writes."


def test_words_typed_after_signing_out_are_given_back(drafting):
    begin_plan(case=drafting, on=ON, by=None)
    name = need(drafting)
    answer = Client().post(
        at(drafting, f"lines/{name}/"), {"text": "A long sentence that nobody wants to type again."}
    )
    assert answer.status_code == 401
    assert "A long sentence that nobody wants to type again." in answer.content.decode()


def test_the_checks_speak_while_somebody_types_and_keep_nothing(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    where = at(drafting, "sections/F/words/new/")
    said = as_worker.post(
        where, {"text": "Elby will have regular access to support as required."}
    ).content.decode()
    assert "Think again" in said
    assert "<html" not in said
    assert lines(drafting, "F") == []
    name = add_line(
        case=drafting, section="F", content={"text": "A teacher reads with Elby."}, on=ON, by=None
    )
    more = as_worker.post(
        at(drafting, f"sections/F/words/{name}/"), {"text": "A teacher may read with Elby, etc."}
    ).content.decode()
    assert "etc" in more


def test_the_checks_speak_without_javascript_when_a_line_is_opened(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    name = add_line(
        case=drafting,
        section="F",
        content={"text": "Elby will have access to support as required."},
        on=ON,
        by=None,
    )
    assert "as required" in as_worker.get(at(drafting, f"lines/{name}/")).content.decode()
    assert "Think again" in as_worker.get(at(drafting, "sections/F/")).content.decode()


def test_somebodys_own_words_are_kept_letter_by_letter(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    as_worker.post(
        at(drafting, "sections/A/add/"),
        {"text": "- i like  trains", "by": "child", "about": "view", "own_words": "on"},
    )
    assert lines(drafting, "A")[0]["text"] == "- i like  trains"


def test_words_of_an_order_are_shown_and_kept(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    text = "A therapist will see Elby weekly for 45 minutes."
    name = add_line(case=drafting, section="F", content={"text": text}, on=ON, by=None)
    order = world.tell(drafting, "note", ON, words="Stands for the order")
    lock_words(case=drafting, line=name, words="weekly for 45 minutes", order=order, by=None)
    data = typed(as_worker, drafting, name, text="A therapist will see Elby.")
    answer = as_worker.post(at(drafting, f"lines/{name}/"), data)
    assert answer.status_code == 422
    assert "fixed these words" in answer.content.decode()
    assert "Fixed by order" in as_worker.get(at(drafting, "sections/F/")).content.decode()
    assert as_worker.post(at(drafting, f"lines/{name}/remove/")).status_code == 302
    assert lines(drafting, "F")[0]["text"] == text


def test_lines_move_and_go_and_a_section_says_why_it_is_empty(as_worker, drafting):
    begin_plan(case=drafting, on=ON, by=None)
    first, second = need(drafting), need(drafting, text="Elby tires in the afternoon.")
    as_worker.post(at(drafting, f"lines/{second}/move/"), {"to": "up"})
    assert [one["id"] for one in lines(drafting, "B")] == [second, first]
    for name in (first, second):
        as_worker.post(at(drafting, f"lines/{name}/remove/"))
    as_worker.post(
        at(drafting, "sections/B/why-empty/"),
        {"reason": "No need was identified; asked Dr Lee on 3 March 2026."},
    )
    assert "asked Dr Lee" in as_worker.get(at(drafting, "sections/B/")).content.decode()


@pytest.mark.parametrize("more", ["sections/Q/", "sections/Q/add/", "lines/zz9/", "sections/B/words/zz9/"])
def test_what_there_is_not_answers_404(as_worker, written, more):
    ask = as_worker.post if "words" in more else as_worker.get
    assert ask(at(written, more)).status_code == 404


def test_pages_of_a_plan_that_was_not_begun_answer_404(as_worker, drafting):
    for more in ("sections/B/", "checks/", "send/"):
        assert as_worker.get(at(drafting, more)).status_code == 404


def test_a_section_costs_the_same_for_one_line_as_for_twenty(
    as_worker, drafting, django_assert_max_num_queries
):
    begin_plan(case=drafting, on=ON, by=None)
    for number in range(20):
        need(drafting, text=f"Elby finds thing number {number} hard.")
    with django_assert_max_num_queries(45):
        as_worker.get(at(drafting, "sections/B/"))
