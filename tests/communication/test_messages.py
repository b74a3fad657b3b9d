"""Messages tied to actions, their steps, and whether they landed."""

from datetime import date, timedelta

import pytest
import time_machine

from goldenthread.communication.actions import messages as actions
from goldenthread.communication.errors import Conflict, Refused
from goldenthread.communication.models import Message
from goldenthread.communication.queries.messages import landed, late_steps, messages
from goldenthread.participation.wording import AWARENESS
from goldenthread.programme.demonstration.load import load
from goldenthread.programme.models import Action
from tests.communication.world import FIELDS, TODAY, message, step
from tests.participation.world import wave
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def officer(client):
    return sign_in(client, person("communications-officer"))


def test_message_lands_when_its_question_is_asked_in_its_very_words():
    held = message(question=AWARENESS)
    assert landed(held, TODAY).lines == []
    wave("spring", 12, 28, date(2026, 3, 31))
    wave("other", 12, 28, date(2026, 4, 30), words="Do you know of the Local Offer?")
    (line,) = landed(held, TODAY).lines
    assert [(one.count, one.base) for one in line.waves] == [(12, 40)]


def test_question_that_was_asked_once_is_found_for_its_message():
    words = "Do you know where waits are shown?"
    wave("spring", 12, 28, date(2026, 3, 31), words=words)
    assert [len(line.waves) for line in landed(message(question=words), TODAY).lines] == [1]
    assert landed(message(question=""), TODAY).lines == []


def test_step_is_late_until_it_went_out_and_keeps_its_first_day():
    held = step(due_on=TODAY - timedelta(days=1))
    assert list(late_steps(TODAY)) == [held]
    assert (messages(TODAY).get().steps_late, messages(TODAY).get().steps_done) == (1, 0)
    actions.finish_step(step=held, on=TODAY, by=None)
    assert actions.finish_step(step=held, on=TODAY + timedelta(days=3), by=None).done_on == TODAY
    assert list(late_steps(TODAY)) == []


def test_step_outside_the_days_of_its_message_is_refused():
    with pytest.raises(Refused, match="between the first and the last"):
        step(due_on=FIELDS["ends_on"] + timedelta(days=1))


def test_who_is_slower_sees_the_others_words_and_loses_none():
    held = message()
    actions.write_message(message=held, based_on=1, fields=FIELDS | {"words": "Theirs"}, by=None)
    with pytest.raises(Conflict):
        actions.write_message(message=held, based_on=1, fields=FIELDS | {"words": "Mine"}, by=None)
    assert Message.objects.get().words == "Theirs"


def test_page_of_the_slower_keeps_what_was_typed(officer):
    held = message()
    actions.write_message(message=held, based_on=1, fields=FIELDS | {"words": "Theirs"}, by=None)
    typed = {"words": "Mine", "audience": "All", "who": "Team", "based_on": "1", "starts_on_day": "1", "starts_on_month": "11",
             "starts_on_year": "2026", "ends_on_day": "31", "ends_on_month": "12", "ends_on_year": "2026"}  # fmt: skip
    page = officer.post(f"/communication/messages/{held.public_id}/edit/", typed)
    assert page.status_code == 422
    assert "Theirs" in page.content.decode()
    assert 'value="Mine"' in page.content.decode()
    assert (
        officer.post(f"/communication/messages/{held.public_id}/edit/", typed | {"based_on": "2"}).status_code
        == 302
    )
    assert Message.objects.get().words == "Mine"


def test_action_of_the_plan_shows_what_families_should_know_of_it_and_only_public_plans_are_offered(officer):
    load(on=TODAY)
    action = Action.objects.filter(area__plan__is_public=True).first()
    hidden = Action.objects.filter(area__plan__is_public=False).first()
    message(action=action)
    assert FIELDS["words"] in officer.get(f"/work/actions/{action.pk}/").content.decode()
    offered = officer.get("/communication/messages/add/").content.decode()
    assert f'value="{action.pk}"' in offered
    assert f'value="{hidden.pk}"' not in offered


def test_step_of_another_message_is_not_found(officer):
    held, other = message(), step()
    assert (
        officer.post(f"/communication/messages/{held.public_id}/", {"done": str(other.pk)}).status_code == 404
    )
    assert officer.post(f"/communication/messages/{held.public_id}/", {"done": "x"}).status_code == 404


def test_list_costs_the_same_for_one_message_as_for_many(officer, django_assert_max_num_queries):
    for _ in range(12):
        step()
    with django_assert_max_num_queries(12):
        assert officer.get("/communication/").status_code == 200
