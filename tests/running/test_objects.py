"""Files in an object store are in the backup too, come back with it, and no byte of them changes unnoticed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.conf import settings as given
from django.db import connection
from django.utils import timezone

from goldenthread.casework.actions import storing
from goldenthread.casework.actions.talking import keep_paper
from goldenthread.casework.models import LooseObject, Paper
from goldenthread.kit import object_store
from goldenthread.kit.received.files import accepted
from goldenthread.running import backups
from goldenthread.running.checks import files
from goldenthread.running.checks.finding import State
from goldenthread.running.objects import FOLDER, LIST
from tests.bucket import Bucket, store
from tests.casework import world
from tests.running.test_backups import address_of, empty_database  # noqa: F401 (a fixture)

AT = datetime(2026, 3, 2, 4, 5, 6, tzinfo=UTC)
OPEN = """{"Version": "2012-10-17", "Statement": [
 {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::%s/*"}]}"""
CONTENTS = [f"Report {number}. ".encode() * 500 for number in range(3)]


@pytest.fixture(scope="module")
def address():
    with store() as found:
        yield found


@pytest.fixture
def bucket(settings, address):
    return Bucket(settings, address)


def run(*words: object, database: str, bucket: Bucket) -> subprocess.CompletedProcess[str]:
    surroundings = {
        **os.environ, **bucket.environment(), "DATABASE_URL": address_of(database), "SECRET_KEY": given.SECRET_KEY,
        "AUDIT_KEY": given.AUDIT_KEY,
    }  # fmt: skip
    command = [sys.executable, "-m", "goldenthread.cli", *map(str, words)]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True)


@pytest.mark.django_db(transaction=True)
def test_files_are_in_the_backup_and_come_back_from_it(bucket, tmp_path, settings, empty_database):  # noqa: F811
    case = world.make_case()
    for number, content in enumerate(CONTENTS):
        keep_paper(case=case, file=accepted(f"{number}.txt", content), on=world.TODAY, by=None)
    storing.move_all(out=True)
    papers = dict(Paper.objects.values_list("elsewhere", "sha256"))
    made = backups.make(tmp_path, at=AT)
    assert (made.objects.files, made.objects.missing) == (3, [])

    _proves_itself(made)
    _finds_each_flipped_byte(made)
    _links_what_it_holds(made, bucket)
    _comes_back(made, Bucket(settings, bucket.address), empty_database, papers)
    _says_what_is_missing(bucket, tmp_path, settings)


def _proves_itself(made):
    own = subprocess.run(["sha256sum", "--check", "--quiet", LIST], cwd=made.folder, capture_output=True)
    assert own.returncode == 0, own.stdout
    assert backups.verified(made.folder) == made


def _finds_each_flipped_byte(made):
    for path in [*(made.folder / FOLDER).glob("*/*"), made.folder / LIST]:
        was = path.read_bytes()
        path.write_bytes(was[:-2] + bytes([was[-2] ^ 1]) + was[-1:])
        with pytest.raises(backups.BadBackup, match=f"{path.name} is missing or was changed"):
            backups.verified(made.folder)
        path.unlink()
        with pytest.raises(backups.BadBackup, match=f"{path.name} is missing or was changed"):
            backups.verified(made.folder)
        path.write_bytes(was)
    assert backups.verified(made.folder) == made


def _links_what_it_holds(made, bucket):
    """A file that the backup before holds is not fetched again; one that was spoilt there is."""
    spoilt, *right = sorted((made.folder / FOLDER).glob("*/*"))
    was = spoilt.read_bytes()
    spoilt.write_bytes(b"spoilt")
    again = backups.make(made.folder.parent, at=AT + timedelta(days=1))
    spoilt.write_bytes(was)
    places = [again.folder / one.relative_to(made.folder) for one in (spoilt, *right)]
    assert [one.stat().st_nlink for one in places] == [1, 2, 2]
    assert backups.verified(again.folder) == again


def _comes_back(made, fresh, database, papers):
    assert fresh.keys() == []
    nowhere = {**fresh.environment(), "FILES_BUCKET": ""}
    refused = run("restore", made.folder, database=database, bucket=_Surroundings(nowhere))
    assert (refused.returncode, "Name a bucket (FILES_BUCKET)" in refused.stderr) == (2, True)
    done = run("restore", made.folder, "--quiet", database=database, bucket=fresh)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 files in the object store" in done.stdout
    assert sorted(fresh.keys()) == sorted(papers)
    with psycopg.connect(address_of(database)) as door:
        door.execute("SET golden.reads TO '||command|'")
        there = dict(door.execute("SELECT elsewhere, sha256 FROM casework_paper").fetchall())
    assert there == papers
    assert sorted(object_store.get(key, digest) for key, digest in there.items()) == CONTENTS


class _Surroundings:
    def __init__(self, words):
        self.words = words

    def environment(self):
        return self.words


def _says_what_is_missing(bucket, folder, settings):
    settings.FILES_BUCKET = bucket.name
    gone, spoilt, _ = bucket.keys()
    bucket.client.delete_object(Bucket=bucket.name, Key=gone)
    bucket.flip(spoilt)
    without = backups.make(folder / "another", at=AT)
    assert (without.objects.files, sorted(without.objects.missing)) == (1, sorted([gone, spoilt]))
    said = run("verify", without.folder, database=connection.settings_dict["NAME"], bucket=bucket)
    assert said.returncode == 1
    assert all(
        f"the object {key} is gone from the store, or was changed there" in said.stderr
        for key in (gone, spoilt)
    )
    bucket.go_away()
    with pytest.raises(backups.BadBackup, match="does not answer"):
        backups.make(folder / "third", at=AT)
    assert not list((folder / "third").iterdir())


@pytest.mark.django_db
def test_the_doctor_finds_a_store_well_when_it_is_shut_and_encrypts(bucket):
    said = files.store()
    assert said.state == State.LOOK, "this bucket does not say that it encrypts"
    assert "encrypts" in said.found
    rules = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}
    bucket.client.put_bucket_encryption(Bucket=bucket.name, ServerSideEncryptionConfiguration=rules)
    assert files.store().state == State.WELL
    assert bucket.keys() == []


@pytest.mark.django_db
def test_the_doctor_finds_a_store_that_is_open_to_everybody(bucket):
    bucket.client.put_bucket_acl(Bucket=bucket.name, ACL="public-read")
    bucket.client.put_bucket_policy(Bucket=bucket.name, Policy=OPEN % bucket.name)
    said = files.store()
    assert (said.state, "to everybody" in said.found) == (State.BROKEN, True)


@pytest.mark.django_db
def test_the_doctor_finds_a_store_that_is_away_or_no_longer_named(bucket, settings):
    bucket.go_away()
    assert files.store().state == State.BROKEN
    settings.FILES_BUCKET = ""
    assert files.store().state == State.WELL
    paper = keep_paper(case=world.make_case(), file=accepted("a.txt", b"Words"), on=world.TODAY, by=None)
    Paper.objects.filter(pk=paper.pk).update(in_row=b"", elsewhere="0" * 64)
    assert files.store().state == State.BROKEN


@pytest.mark.django_db
def test_the_doctor_finds_objects_that_should_be_gone():
    assert files.loose().state == State.WELL
    LooseObject.objects.create(key="0" * 64, since=timezone.now() - timedelta(days=2))
    assert files.loose().state == State.BROKEN
