"""A mail of a list is handed over once, though its worker is killed at the worst moments."""

from __future__ import annotations

import subprocess
import sys

from tests.blank import environment

KILLED = """
import os, signal, django
django.setup()
from datetime import date
from django.db import connection
from goldenthread.kit import mailing
from goldenthread.localoffer.actions.newsletters import send_what_is_due
from goldenthread.localoffer.models import Newsletter, Subscriber

ON = date(2026, 3, 2)
Newsletter.objects.create(title="Spring", body="Words", number=1, sent_on=ON)
for name in "ab":
    Subscriber.objects.create(email=f"{name}@example.org", asked_on=ON, confirmed_on=ON)

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def sending(before, after):
    real = mailing.send_email
    def send(address, subject, words, **more):
        if address[0] == "b" and before:
            die()
        print("handed over", address, more["message_id"], flush=True)
        if address[0] == "b" and after:
            die()
    mailing.send_email = send
    print("sent", send_what_is_due(), flush=True)

for moment in ((True, False), (False, True), (False, False), (False, False)):
    connection.close()
    child = os.fork()
    if not child:
        sending(*moment)
        os._exit(0)
    print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def test_killed_before_and_just_after_handing_over_each_reader_has_one_message(database: str):
    made = subprocess.run(
        [sys.executable, "-c", KILLED], env=environment(database), capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    lines = [line.split() for line in made.stdout.splitlines()]
    ended = [line[1] for line in lines if line[0] == "ended"]
    assert ended == ["-9", "-9", "0", "0"]
    handed = [(line[2], line[3]) for line in lines if line[0] == "handed"]
    assert [to for to, _ in handed] == ["a@example.org", "b@example.org", "b@example.org"]
    assert len(set(handed)) == 2, "what is handed over again is the same message, by its Message-ID"
    assert [line[1] for line in lines if line[0] == "sent"] == ["1", "0"]
