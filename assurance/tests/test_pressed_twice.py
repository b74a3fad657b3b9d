"""R7: a button pressed twice at the same moment, through the whole of the web program."""

from __future__ import annotations

import re
import threading

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from assurance.amount import times
from goldenthread.casework.models import Message, Paper
from tests.casework import world
from tests.readers import person, sign_in

PRESSES = times(25, full=1000)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(3600)
def test_a_message_sent_twice_at_once_comes_once(record_property):
    day = timezone.localdate()
    case, parent = world.make_case(on=day), person("family")
    world.parent_of(case.child, parent)
    address, session = f"/my/{case.public_id}/messages/", sign_in(Client(), parent).cookies["sessionid"].value
    answers: list[int] = []

    def press(fields: dict, cookies: dict) -> None:
        client = Client(enforce_csrf_checks=True)
        client.cookies.load(cookies)
        answers.append(client.post(address, fields).status_code)
        connections.close_all()

    for number in range(PRESSES):
        client = Client(enforce_csrf_checks=True)
        client.cookies["sessionid"] = session
        token = TOKEN.search(client.get(address).content.decode()).group(1)
        cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        fields = {"csrfmiddlewaretoken": token, "words": f"Message {number}"}
        both = [threading.Thread(target=press, args=(fields, cookies)) for _ in range(2)]
        for one in both:
            one.start()
        for one in both:
            one.join()
    made = Message.objects.filter(case=case).count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_event WHERE action = 'casework.message.came'")
        (events,) = cursor.fetchone()
    record_property(
        "counted", {"what": "buttons pressed twice", "tried": PRESSES, "failed": abs(made - PRESSES)}
    )
    assert answers == [302] * 2 * PRESSES
    assert (made, events) == (PRESSES, PRESSES)
    assert not Paper.objects.exists()
