"""Writing a plan: lines with ids that stay, links that are sound, words that an order fixed, and two people at once."""

import pytest

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions import planning
from goldenthread.casework.actions.issuing import lock_words
from goldenthread.casework.models import PlanText
from goldenthread.kit.errors import Conflict, Refused
from tests.casework import planworld, world

pytestmark = pytest.mark.django_db
ON = planworld.ON


@pytest.fixture
def case():
    case = planworld.drafting()
    planning.begin_plan(case=case, on=ON, by=None)
    return case


def line(case, section, number=0):
    return PlanText.objects.get(case=case).sections[section]["lines"][number]


def need(case, text="Elby reads about 20 words by sight."):
    return planning.add_line(
        case=case, section="B", content={"text": text, "area": "learning"}, on=ON, by=None
    )


def test_begin_plan_has_the_sections_of_its_type():
    case = planworld.drafting()
    made = planning.begin_plan(case=case, on=ON, by=None)
    assert list(made.sections) == ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]


def test_begin_plan_refuses_a_second_one_and_an_unknown_type(case):
    with pytest.raises(Refused, match="has been begun"):
        planning.begin_plan(case=case, on=ON, by=None)
    with pytest.raises(Refused, match="is no type of plan"):
        planning.begin_plan(case=world.make_case(), on=ON, type="poem", by=None)


def test_add_line_gives_an_id_that_is_never_used_again(case):
    first = need(case)
    planning.remove_line(case=case, section="B", line=first, by=None)
    second = need(case)
    assert (first, second) == ("b1", "b2")
    assert AuditEvent.objects.filter(action="casework.plan.line_added").count() == 2


def test_add_line_cleans_what_pasting_brings_and_keeps_the_meaning(case):
    need(case, "•\tElby\u00a0reads 20\u201330 words\u200b  by sight.")
    assert line(case, "B")["text"] == "Elby reads 20–30 words by sight."


def test_somebodys_own_words_are_kept_letter_by_letter(case):
    planning.add_line(
        case=case, section="A", content={"text": "- i like  trains", "by": "child"}, on=ON, by=None
    )
    assert line(case, "A")["text"] == "- i like  trains"


@pytest.mark.parametrize(("section", "content", "says"), [
    ("B", {"text": "T", "area": "weather"}, "area"), ("B", {"text": "T", "colour": "red"}, "is not known"),
    ("Q", {"text": "T"}, "no section Q"), ("E", {"text": "T", "by_on": "July"}, "by_on"),
])  # fmt: skip
def test_add_line_refuses_what_is_unsound_and_keeps_nothing(case, section, content, says):
    with pytest.raises(Refused, match=says):
        planning.add_line(case=case, section=section, content=content, on=ON, by=None)
    assert PlanText.objects.get(case=case).edition == 1


def test_change_line_shows_the_second_writer_what_the_first_wrote(case):
    name = need(case)
    seen = line(case, "B")
    planning.change_line(
        case=case, section="B", line=name, content={"text": "First."}, seen=seen, on=ON, by=None
    )
    with pytest.raises(Conflict) as conflict:
        planning.change_line(
            case=case, section="B", line=name, content={"text": "Second."}, seen=seen, on=ON, by=None
        )
    assert conflict.value.theirs["text"] == "First."
    assert line(case, "B")["text"] == "First."


def test_two_people_at_two_lines_do_not_disturb_each_other(case):
    one, two = need(case), need(case, "Elby tires in the afternoon.")
    seen = [line(case, "B", 0), line(case, "B", 1)]
    planning.change_line(
        case=case, section="B", line=one, content={"text": "First."}, seen=seen[0], on=ON, by=None
    )
    planning.change_line(
        case=case, section="B", line=two, content={"text": "Second."}, seen=seen[1], on=ON, by=None
    )
    assert [line(case, "B", place)["text"] for place in (0, 1)] == ["First.", "Second."]


def test_remove_line_takes_the_links_to_it_away(case):
    name = need(case)
    planning.add_line(case=case, section="F", content={"text": "Teach.", "needs": [name]}, on=ON, by=None)
    planning.remove_line(case=case, section="B", line=name, by=None)
    assert "needs" not in line(case, "F")


def test_move_line_goes_up_and_down_and_stops_at_the_ends(case):
    one, two = need(case), need(case, "Second.")
    planning.move_line(case=case, section="B", line=two, up=True, by=None)
    assert line(case, "B", 0)["id"] == two
    planning.move_line(case=case, section="B", line=two, up=True, by=None)
    planning.move_line(case=case, section="B", line=two, up=False, by=None)
    assert line(case, "B", 0)["id"] == one


def test_say_why_empty_is_for_a_section_without_lines(case):
    planning.say_why_empty(case=case, section="D", reason="No need; asked Dr Lee on 3 March 2026.", by=None)
    assert PlanText.objects.get(case=case).sections["D"]["empty_because"].startswith("No need")
    need(case)
    with pytest.raises(Refused, match="has lines"):
        planning.say_why_empty(case=case, section="B", reason="None", by=None)


def test_words_that_an_order_fixed_can_neither_be_changed_nor_taken_out(case):
    name = planning.add_line(case=case, section="F", content={"text": "A therapist will see Elby weekly for 45 minutes."}, on=ON,
                             by=None)  # fmt: skip
    order = world.tell(case, "note", ON, words="Stands for the order")
    with pytest.raises(Refused, match="does not say this yet"):
        lock_words(case=case, line=name, words="fortnightly", order=order, by=None)
    lock_words(case=case, line=name, words="weekly for 45 minutes", order=order, by=None)
    seen = line(case, "F")
    with pytest.raises(Refused, match="fixed these words"):
        planning.change_line(case=case, section="F", line=name, content={"text": "A therapist will see Elby."}, seen=seen, on=ON,
                             by=None)  # fmt: skip
    with pytest.raises(Refused, match="fixed these words"):
        planning.remove_line(case=case, section="F", line=name, by=None)
    more = {"text": "A speech therapist will see Elby weekly for 45 minutes, alone."}
    planning.change_line(case=case, section="F", line=name, content=more, seen=seen, on=ON, by=None)
