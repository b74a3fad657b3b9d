"""Recording and correcting: saved whole or not at all, with an event of the audit, and a past day as it was known."""

from datetime import date

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.opening import open_case
from goldenthread.casework.actions.recording import correct_event, record_event
from goldenthread.casework.models import Case, Event, OpenDuty
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.queries.files import course_of
from goldenthread.kit.errors import Conflict, Refused
from tests.casework import world

pytestmark = pytest.mark.django_db


def test_record_event_moves_the_case_and_its_standing():
    case = world.bring_to(world.make_case(), "final-issued")
    case.standing.refresh_from_db()
    now = case.standing
    assert (now.stage, now.final_on, now.final_due_on) == ("final", date(2026, 7, 6), date(2026, 7, 20))
    assert (now.next_duty, now.next_due_on) == (Duty.REVIEW, date(2027, 7, 5))
    assert list(case.open_duties.values_list("duty", "due_on")) == [("review", date(2027, 7, 5))]


def test_record_event_leaves_an_event_of_the_audit():
    case = world.make_case()
    before = AuditEvent.objects.count()
    world.tell(case, "considering", date(2026, 3, 9))
    last = AuditEvent.objects.order_by("-sequence").first()
    assert AuditEvent.objects.count() == before + 1
    assert (last.action, last.subject) == ("casework.event.recorded", f"casework.case:{case.pk}")
    assert last.detail["kind"] == "considering"


def test_record_event_saves_nothing_when_the_audit_cannot_be_written(monkeypatch):
    case = world.make_case()

    def broken(*_, **__):
        raise RuntimeError("no audit")

    monkeypatch.setattr("goldenthread.casework.actions.recording.log.record", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        world.tell(case, "considering", date(2026, 3, 9))
    assert [event.kind for event in case.events.all()] == ["request-received"]
    assert course_of(case).stage == "requested"


def test_record_event_refuses_and_saves_nothing():
    case = world.make_case()
    with pytest.raises(Refused, match="can only follow"), transaction.atomic():
        world.tell(case, "final-issued", date(2026, 4, 1), placement="Oak School")
    assert case.events.count() == 1
    assert case.standing.stage == "requested"


def test_record_event_refuses_a_day_to_come():
    case = world.make_case()
    with pytest.raises(Refused, match="after today") as refused, transaction.atomic():
        record_event(
            case=case, kind="considering", occurred_on=date(2026, 3, 10), on=date(2026, 3, 9), by=None
        )
    assert refused.value.field == "occurred_on"


def test_record_event_shows_the_second_writer_what_came_first():
    case = world.make_case()
    seen = case.events.get().pk
    first = world.tell(case, "considering", date(2026, 3, 9))
    with pytest.raises(Conflict) as conflict:
        record_event(case=case, kind="assessment-agreed", occurred_on=date(2026, 3, 9), on=date(2026, 3, 9),
                     seen=seen, by=None)  # fmt: skip
    assert conflict.value.theirs == [first]
    assert course_of(case).stage == "considering"


def test_correct_event_makes_the_days_follow():
    case = world.make_case()
    wrong = case.events.get()
    correct_event(
        event=wrong, why="The stamp says 9 March", occurred_on=date(2026, 3, 9), on=date(2026, 3, 16), by=None
    )
    assert course_of(case).open[(Duty.DECIDE_TO_ASSESS, 0)].due_on == date(2026, 4, 20)
    assert OpenDuty.objects.get(case=case, duty="decide-to-assess").due_on == date(2026, 4, 20)


def test_a_past_day_is_answered_as_it_was_known_then():
    case = world.make_case()
    correct_event(event=case.events.get(), why="The stamp says 9 March", occurred_on=date(2026, 3, 9),
                  on=date(2026, 3, 16), by=None)  # fmt: skip
    assert course_of(case, date(2026, 3, 15)).requested_on == date(2026, 3, 2)
    assert course_of(case, date(2026, 3, 16)).requested_on == date(2026, 3, 9)


def test_an_event_recorded_late_is_unknown_before():
    case = world.make_case()
    world.tell(case, "assessment-agreed", date(2026, 4, 7), on=date(2026, 4, 20))
    assert course_of(case, date(2026, 4, 19)).stage == "requested"
    assert course_of(case, date(2026, 4, 20)).stage == "assessing"


def test_correct_event_can_say_that_it_never_happened():
    case = world.bring_to(world.make_case(), "assessment-agreed")
    agreed = case.events.get(kind="assessment-agreed")
    correct_event(
        event=agreed, why="Recorded on the wrong child", is_struck=True, on=date(2026, 4, 8), by=None
    )
    assert course_of(case).stage == "considering"
    assert Event.objects.filter(pk=agreed.pk).exists()


def test_correct_event_refuses_what_the_rest_contradicts():
    case = world.bring_to(world.make_case(), "final-issued")
    agreed = case.events.get(kind="assessment-agreed")
    with pytest.raises(Refused, match="until 15 July 2026"), transaction.atomic():
        correct_event(event=case.events.get(kind="draft-issued"), why="No", occurred_on=date(2026, 7, 1),
                      on=world.TODAY, by=None)  # fmt: skip
    with pytest.raises(Refused, match="Agreed to issue a plan"), transaction.atomic():
        correct_event(event=agreed, why="Mistake", is_struck=True, on=world.TODAY, by=None)


def test_correct_event_asks_why_and_happens_once():
    case = world.make_case()
    wrong = case.events.get()
    with pytest.raises(Refused) as refused, transaction.atomic():
        correct_event(event=wrong, why=" ", occurred_on=date(2026, 3, 9), on=world.TODAY, by=None)
    assert refused.value.field == "why"
    correct_event(event=wrong, why="Stamp", occurred_on=date(2026, 3, 9), on=world.TODAY, by=None)
    with pytest.raises(Refused, match="already"), transaction.atomic():
        correct_event(event=wrong, why="Stamp", occurred_on=date(2026, 3, 10), on=world.TODAY, by=None)


@pytest.mark.parametrize(
    "statement", ["UPDATE casework_event SET kind = 'ceased'", "DELETE FROM casework_event"]
)
def test_the_database_keeps_events_as_they_are(statement):
    world.make_case()
    with (
        pytest.raises((ProgrammingError, InternalError), match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_open_case_refuses_a_child_with_an_open_one():
    case = world.make_case()
    with pytest.raises(Refused, match=case.reference), transaction.atomic():
        world.make_case(case.child)


def test_open_case_lets_a_family_ask_again_after_a_refusal():
    case = world.make_case()
    world.tell(case, "assessment-refused", date(2026, 4, 1), reasons="No sign of need")
    again = world.make_case(case.child, on=date(2026, 9, 1))
    assert Case.objects.filter(child=case.child).count() == 2
    assert again.standing.stage == "requested"


def test_open_case_begins_only_with_a_beginning():
    with pytest.raises(Refused), transaction.atomic():
        open_case(child=world.make_child(), authority=world.council(), team=None, kind="final-issued",
                  occurred_on=world.REQUESTED, facts={}, on=world.TODAY, by=None)  # fmt: skip
