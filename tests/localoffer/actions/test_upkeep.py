"""Providers send changes, the council approves them; the public reads the approved record all the while."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from goldenthread.audit.models import Event
from goldenthread.localoffer.actions import commenting, editing, upkeep
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.forms.services import ServiceForm, form_for
from goldenthread.localoffer.models import GuidePage, Service, UpdateLink
from goldenthread.localoffer.queries.comments import statements
from goldenthread.localoffer.queries.coverage import coverage
from goldenthread.localoffer.queries.services import OF_SETTINGS, shown
from goldenthread.localoffer.queries.upkeep import (
    differences,
    link_behind,
    services_to_check,
    settings_with_questions_open,
)
from tests.localoffer import world
from tests.readers import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def chess():
    world.load(
        world.record(1, "Chess", description="Every week", schedules=[{"byday": "MO", "opens_at": "10:00"}])
    )
    return world.service("Chess")


@pytest.fixture
def officer():
    return person("local-offer-officer")


def _send(service, **changes):
    return upkeep.send_change(
        service=service, record={**service.approved.record, **changes}, now=world.NOW, by=None
    )


def test_change_waits_while_the_approved_record_stays_public(chess, officer, client):
    version = _send(chess, name="Chess for all")
    with time_machine.travel(world.NOW, tick=False):
        assert client.get("/local-offer/search.json?q=chess").json()["results"][0]["name"] == "Chess"
        upkeep.approve(version=version, now=world.NOW, by=officer)
        assert client.get("/local-offer/search.json?q=chess").json()["results"][0]["name"] == "Chess for all"
    assert Event.objects.filter(action="localoffer.service.change_approved").count() == 1


def test_newer_change_replaces_one_that_waits(chess, officer):
    first, second = _send(chess, name="One"), _send(chess, name="Two")
    first.refresh_from_db()
    assert first.state == "replaced"
    with pytest.raises(Refused, match="does not wait any more"):
        upkeep.approve(version=first, now=world.NOW, by=officer)
    upkeep.approve(version=second, now=world.NOW, by=officer)
    with pytest.raises(Refused, match="does not wait any more"):
        upkeep.refuse(version=second, reason="Late", now=world.NOW, by=officer)


def test_refused_change_says_why(chess, officer):
    version = _send(chess, name="Chess!!!")
    with pytest.raises(Refused, match="Say why"):
        upkeep.refuse(version=version, reason=" ", now=world.NOW, by=officer)
    assert (
        upkeep.refuse(version=version, reason="No adverts", now=world.NOW, by=officer).reason == "No adverts"
    )


def test_change_that_changes_nothing_is_refused(chess):
    with pytest.raises(Refused, match="Nothing has changed"):
        _send(chess)


def test_form_that_is_sent_as_it_opened_changes_nothing(chess):
    record = chess.approved.record
    initial = ServiceForm.initial_of(record)
    data = {name: value for name, value in initial.items() if value not in (None, "", [], False)}
    form = ServiceForm(data, initial=initial)
    assert form.is_valid(), form.errors
    assert form.changed_record(record) == record


def test_differences_are_field_by_field(chess):
    version = _send(chess, name="Chess club", minimum_age=7, status="temporarily closed")
    found = {one.label: (one.before, one.after) for one in differences(chess.approved.record, version.record)}
    assert found == {
        "Name": ("Chess", "Chess club"),
        "From age": ("", "7"),
        "Open or closed": ("active", "temporarily closed"),
    }


def test_link_opens_for_four_weeks_and_only_its_hash_is_kept(
    chess, officer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        address = upkeep.send_link(service=chess, sent_to="club@example.org", on=world.TODAY, by=officer)
    secret = address.rstrip("/").split("/")[-1]
    assert secret in mail.outbox[0].body
    assert secret not in UpdateLink.objects.get().secret_hash
    assert link_behind(secret, world.TODAY + timedelta(days=28)).service == chess
    assert link_behind(secret, world.TODAY + timedelta(days=29)) is None
    assert link_behind("guess", world.TODAY) is None


def test_entry_that_nobody_assures_again_is_hidden(chess, officer, client):
    upkeep.assure(service=chess, who="A club", on=world.TODAY, by=officer)
    chess.refresh_from_db()
    last = chess.lapses_on - timedelta(days=1)
    assert list(services_to_check(last)) == [chess]
    assert Service.objects.shown_on(last).count() == 1
    assert Service.objects.shown_on(chess.lapses_on).count() == 0
    with time_machine.travel(f"{chess.lapses_on}T10:00:00Z", tick=False):
        assert client.get("/local-offer/search.json?q=chess").json()["total"] == 0


def test_second_writer_of_a_page_sees_the_first_ones_words(officer):
    words = {"title": "Sleep", "summary": "Sleep", "body": "Words"}
    page = editing.publish_page(slug="sleep", now=world.NOW, by=officer, words=editing.Words(**words))
    more = {"review_on": None, "now": world.NOW, "by": officer}
    first, second = (editing.Words(**{**words, "body": body}) for body in ("First", "Second"))
    editing.revise_page(page=page, based_on=1, words=first, **more)
    with pytest.raises(Conflict) as caught:
        editing.revise_page(page=page, based_on=1, words=second, **more)
    assert caught.value.theirs.body == "First"
    assert GuidePage.objects.get().published.number == 2


def test_statement_makes_itself_from_what_was_answered(officer):
    said = [
        commenting.comment(topic="content", words=f"Words {n}", on=world.TODAY, by=None) for n in range(3)
    ]
    commenting.publish_answer(
        comment=said[0], published_words="Words 0", outcome="did", answer="Done", on=world.TODAY, by=officer
    )
    commenting.keep_back(comment=said[1], because="vexatious", on=world.TODAY, by=officer)
    statement = statements()[0]
    assert (statement.received, statement.published, statement.kept_back, statement.waiting) == (3, 1, 1, 1)
    assert statement.topics[0][1] == [said[0]]
    with pytest.raises(Refused, match="decided on this comment already"):
        commenting.keep_back(comment=said[0], because="vexatious", on=world.TODAY, by=officer)


def test_coverage_shows_gaps_of_schedule_2():
    from goldenthread.localoffer.demonstration.load import load

    assert all(one.is_gap for one in coverage(world.TODAY))
    load(on=world.TODAY)
    schedule = [one for one in coverage(world.TODAY) if one.duty.group == "Schedule 2"]
    assert len(schedule) > 50
    assert not next(one for one in schedule if one.duty.reference == "Sch 2, 19").is_gap
    assert any(one.is_gap for one in schedule)


def test_school_answers_every_question_and_others_are_asked_less(chess):
    school = {"name": "School", "local_offer": {"setting": "special"}}
    asked = set(form_for(school).base_fields) - set(form_for(chess.approved.record).base_fields)
    assert asked == {
        "staff_training",
        "how_families_take_part",
        "how_progress_is_shared",
        "plans",
        "sen_information_report",
    }
    form = form_for(school)(
        {"name": "School", "description": "Words", "plans": "A garden"},
        initial=form_for(school).initial_of(school),
    )
    assert form.is_valid()
    assert form.changed_record(school)["local_offer"]["plans"] == "A garden"


def test_settings_with_questions_open_are_known():
    answers = dict.fromkeys(OF_SETTINGS, "Yes")
    world.load(
        world.record(1, "Silent", local_offer={"setting": "special", "plans": "A garden"}),
        world.record(2, "Answered", local_offer={"setting": "special", **answers}),
        world.record(3, "Chess"),
    )
    assert [one.name for one in settings_with_questions_open()] == ["Silent"]
    assert "What is planned next?" not in shown(world.service("Silent")).unanswered
    assert len(shown(world.service("Silent")).unanswered) == len(OF_SETTINGS) - 1
    assert shown(world.service("Answered")).unanswered == []
    assert shown(world.service("Chess")).unanswered == []
