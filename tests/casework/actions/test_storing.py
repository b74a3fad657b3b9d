"""Files of cases in an object store: they come out as they went in, and whatever stops us, no file is lost or left behind."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from goldenthread.audit.models import Event
from goldenthread.casework.actions import storing
from goldenthread.casework.actions.talking import keep_paper
from goldenthread.casework.models import LooseObject, Message, Paper
from goldenthread.casework.tasks import move_files, sweep_files
from goldenthread.keeping.actions.proposing import confirm, propose
from goldenthread.keeping.actions.removing import remove
from goldenthread.keeping.queries.everything import everything
from goldenthread.kit import away
from goldenthread.kit.object_store import StoreAway
from goldenthread.kit.received.files import accepted
from tests.blank import environment
from tests.bucket import Bucket, store
from tests.casework import world
from tests.keeping.world import due_child
from tests.readers import person, sign_in
from tests.second_lock import as_the_owner

pytestmark = pytest.mark.django_db
WORDS = b"Robin Example sees well with glasses, says the clinic. " * 300
TOMORROW = timedelta(days=1, minutes=1)


@pytest.fixture(scope="module")
def address():
    with store() as found:
        yield found


@pytest.fixture
def bucket(settings, address):
    return Bucket(settings, address)


@pytest.fixture
def case():
    return world.make_case(worker=person("EHC caseworker", name="Nadia Worker"))


@pytest.fixture
def parent(case):
    user = person("family", name="Robin Parent")
    world.parent_of(case.child, user)
    return user


@pytest.fixture
def family():
    """A browser that is shown what a person is shown when something fails."""
    return Client(raise_request_exception=False)


def send(browser, case, parent) -> Paper:
    sign_in(browser, parent)
    answer = browser.post(
        reverse("case:messages", args=[case.public_id]),
        {"words": "Here it is", "papers": [SimpleUploadedFile("sight of Robin.txt", WORDS)]},
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Paper.objects.get()


def opened(browser, case, paper):
    return browser.get(reverse("case:paper", args=[case.public_id, paper.public_id]))


@pytest.fixture
def moved(bucket, family, case, parent):
    """A parent's file that the worker has moved out."""
    paper = send(family, case, parent)
    move_files()
    paper.refresh_from_db()
    return paper


def kept(case, name="sight.txt", content=WORDS) -> Paper:
    return keep_paper(case=case, file=accepted(name, content), on=world.TODAY, by=None)


def loose() -> set[str]:
    return set(LooseObject.objects.values_list("key", flat=True))


def test_a_parents_file_comes_out_of_the_store_as_it_went_in(bucket, family, case, moved):
    assert (bytes(moved.in_row), bucket.keys(), loose()) == (b"", [moved.elsewhere], set())
    answer = opened(family, case, moved)
    assert (answer.status_code, answer.content) == (200, WORDS)
    assert Event.objects.filter(action="casework.file.moved_out").count() == 1


def test_nothing_about_anybody_is_in_a_key(moved):
    assert re.fullmatch("[0-9a-f]{64}", moved.elsewhere)
    assert moved.elsewhere not in (moved.sha256, moved.public_id.hex)


def test_a_stranger_is_told_that_there_is_no_such_file(case, moved):
    stranger = Client()
    sign_in(stranger, person("family", name="Somebody Else"))
    assert opened(stranger, case, moved).status_code == 404


def test_a_file_that_comes_while_the_store_is_away_is_kept_and_moved_later(bucket, family, case, parent):
    bucket.go_away()
    paper = send(family, case, parent)
    with pytest.raises(StoreAway):
        move_files()
    assert opened(family, case, paper).content == WORDS
    bucket.come_back()
    move_files()
    assert bucket.keys() == [Paper.objects.get().elsewhere]


def test_a_file_in_a_store_that_is_away_is_told_of_in_a_sentence_and_not_as_read(bucket, family, case, moved):
    bucket.go_away()
    answer = opened(family, case, moved)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert away.FILES in answer.content.decode()
    assert not Event.objects.filter(action="casework.paper.read").exists()


def test_a_changed_byte_is_refused_and_told(bucket, family, case, moved, caplog):
    bucket.flip(moved.elsewhere)
    answer = opened(family, case, moved)
    assert answer.status_code == 503
    assert away.ALTERED in answer.content.decode()
    assert b"glasses" not in answer.content
    assert f"the object {moved.elsewhere} was changed in the store" in caplog.text
    assert storing.move_all(out=False) == storing.Moved(files=0, troubles=1)
    assert Paper.objects.get().elsewhere == moved.elsewhere


def test_an_object_that_is_gone_is_refused_and_told(bucket, family, case, moved, caplog):
    bucket.client.delete_object(Bucket=bucket.name, Key=moved.elsewhere)
    assert away.ALTERED in opened(family, case, moved).content.decode()
    assert f"the object {moved.elsewhere} is gone" in caplog.text


def test_a_row_whose_bytes_are_not_those_that_came_keeps_them(bucket, case):
    paper = kept(case)
    Paper.objects.filter(pk=paper.pk).update(sha256="0" * 64)
    assert storing.move_all(out=True) == storing.Moved(files=0, troubles=1)
    assert (bytes(Paper.objects.get().in_row), bucket.keys()) == (WORDS, [])


def test_an_object_that_came_in_damaged_does_not_empty_its_row(bucket, case, monkeypatch):
    kept(case)
    put = storing.object_store.put
    monkeypatch.setattr(storing.object_store, "put", lambda key, content: put(key, content[:-1]))
    assert storing.move_all(out=True) == storing.Moved(files=0, troubles=1)
    assert bytes(Paper.objects.get().in_row) == WORDS
    assert loose() == set(bucket.keys())


def test_files_move_back_and_their_objects_go_a_day_later(bucket, moved):
    assert storing.move_all(out=False).files == 1
    paper = Paper.objects.get()
    assert (bytes(paper.in_row), paper.elsewhere, loose()) == (WORDS, "", set(bucket.keys()))
    assert storing.sweep(at=timezone.now() + TOMORROW) == 1
    assert (bucket.keys(), loose()) == ([], set())


def test_moving_goes_on_where_it_was_stopped(bucket, case):
    for number in range(5):
        kept(case, f"{number}.txt", WORDS + str(number).encode())
    assert storing.move_all(out=True, most=2).files == 2
    steps = []
    assert storing.move_all(out=True, tell=lambda done, of: steps.append((done, of))).files == 3
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert storing.move_all(out=True).files == 0
    assert sorted(bucket.keys()) == sorted(Paper.objects.values_list("elsewhere", flat=True))
    assert [one.content for one in Paper.objects.all()] == [WORDS + str(n).encode() for n in range(5)]


def test_what_is_removed_by_rule_is_removed_from_the_store(bucket):
    child = due_child()
    kept(child.cases.get())
    move_files()
    (key,) = bucket.keys()
    one, other = person("data-protection"), person("data-protection")
    (removal,) = propose(kind="child-file", keys=[child.pk], on=world.TODAY, by=one)
    remove(removal=confirm(removals=[removal], on=world.TODAY, by=other)[0], on=world.TODAY, by=None)
    assert (Paper.objects.exists(), loose()) == (False, {key})
    sweep_files()
    assert bucket.keys() == [key], "a backup that began today still copies it"
    assert storing.sweep(at=timezone.now() + TOMORROW) == 1
    assert (bucket.keys(), loose()) == ([], set())
    assert Event.objects.filter(action="casework.file.removed", subject__endswith=key).exists()


def test_a_row_that_goes_by_sql_lets_its_object_go(bucket, moved):
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM casework_paper")
    assert loose() == {moved.elsewhere}


def test_a_row_that_is_saved_whole_or_whose_removal_is_undone_keeps_its_object(bucket, moved):
    moved.name = "another.txt"
    moved.save()
    with transaction.atomic():
        moved.delete()
        transaction.set_rollback(True)
    assert (loose(), bucket.keys()) == (set(), [Paper.objects.get().elsewhere])


def test_the_sweep_leaves_what_a_row_names_whatever_the_list_says(bucket, moved):
    LooseObject.objects.create(key=moved.elsewhere, since=timezone.now())
    assert storing.sweep(at=timezone.now() + TOMORROW) == 0
    assert (bucket.keys(), loose()) == ([moved.elsewhere], set())


def test_while_the_store_is_away_the_sweep_forgets_nothing(bucket, moved):
    moved.delete()
    bucket.go_away()
    with pytest.raises(StoreAway):
        storing.sweep(at=timezone.now() + TOMORROW)
    assert loose() == {moved.elsewhere}


def test_who_asks_for_everything_is_given_the_file_and_not_its_key(case, moved):
    rows = everything(case.child, world.TODAY)
    assert [file.content for row in rows for file in row.files] == [WORDS]
    assert not [row for row in rows if moved.elsewhere in row.text]


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_one_file_one_moves_it(bucket, case):
    paper, came, meet = kept(case), [], threading.Barrier(2)

    def work():
        from goldenthread.kit.who_reads import Purpose, reading_for

        with reading_for(Purpose.COMMAND):
            meet.wait()
            came.append(storing.move_out(key=paper.pk))
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    named = Paper.objects.get().elsewhere
    assert (sorted(came), Paper.objects.get().content) == ([False, True], WORDS)
    assert loose() == set(bucket.keys()) - {named}


KILLED = """
import os, signal
import django
django.setup()
from goldenthread.kit.who_reads import Purpose, process_reads_for
process_reads_for(Purpose.COMMAND)
from goldenthread.casework.actions import storing
from tests.casework.actions.test_storing import kept
from tests.casework import world
kept(world.make_case())
storing.object_store.get = lambda key, digest: os.kill(os.getpid(), signal.SIGKILL)
storing.move_all(out=True)
"""


@pytest.mark.django_db(transaction=True)
def test_killed_between_object_and_row_the_row_keeps_its_bytes_and_the_object_is_swept(bucket, database):
    surroundings = environment(database) | bucket.environment()

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *command], env=surroundings, capture_output=True, text=True)

    stopped = run("-c", KILLED)
    assert stopped.returncode == -signal.SIGKILL, stopped.stderr
    (orphan,) = bucket.keys()
    assert (
        run("-m", "goldenthread.cli", "files", "where").stdout
        == "1 files in the database, 0 in the object store.\n"
    )
    again = run("-m", "goldenthread.cli", "files", "out")
    assert again.stdout == "1 files moved to the object store.\n", again.stderr
    sweep = ("from datetime import timedelta; from django.utils import timezone; from goldenthread.casework.actions.storing "
             "import sweep; print(sweep(at=timezone.now() + timedelta(days=2)))")  # fmt: skip
    assert run("-m", "goldenthread.cli", "manage", "shell", "-v0", "-c", sweep).stdout.strip() == "1"
    assert len(bucket.keys()) == 1
    assert bucket.keys() != [orphan]


def test_a_message_is_whole_or_not_there_whatever_the_store_does(bucket, family, case, parent):
    """The store has no part in a request that brings a file: nothing is asked of it."""
    bucket.go_away()
    send(family, case, parent)
    assert (Message.objects.count(), Paper.objects.get().content, loose()) == (1, WORDS, set())
