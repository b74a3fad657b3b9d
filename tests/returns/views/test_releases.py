"""A release comes in by a page: the worker loads it, and what is no release is said to be none."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.returns.demonstration import FILE
from goldenthread.returns.models import PublishedLine, Release, ReleaseUpload
from tests.readers import person, sign_in
from tests.worker import work_off

pytestmark = pytest.mark.django_db(transaction=True)
GIVEN = {"title": "Plans, 2025", "source": "OGL"}


@pytest.fixture
def analyst() -> Client:
    return sign_in(Client(), person("analyst"))


def send(analyst: Client, data: bytes, **changes: str) -> ReleaseUpload:
    file = SimpleUploadedFile("all.zip", data)
    answer = analyst.post("/returns/releases/", {**GIVEN, **changes, "file": file})
    assert answer.status_code == 302, answer.content.decode()
    return ReleaseUpload.objects.latest("pk")


def test_release_is_loaded_by_the_worker_and_a_second_time_adds_nothing(analyst):
    first = send(analyst, FILE.read_bytes())
    waiting = analyst.get(f"/returns/releases/files/{first.key}/").content.decode()
    assert "Waiting for its turn" in waiting
    work_off()
    first.refresh_from_db()
    release = Release.objects.get()
    assert (first.state, first.release, first.data) == ("done", release, None)
    assert first.outcome["lines"] == PublishedLine.objects.count() > 0
    assert (
        f"/returns/releases/{release.pk}/"
        in analyst.get(f"/returns/releases/files/{first.key}/").content.decode()
    )
    again = send(analyst, FILE.read_bytes(), title="The same")
    work_off()
    again.refresh_from_db()
    assert (again.state, again.release) == ("done", release)
    assert Event.objects.filter(action="returns.release.loaded").count() == 1


def packed(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"time_period,breakdown", "no ZIP file"),
        (packed(notes="x"), "no tables in a folder"),
        (packed(**{"data__a.csv": "one,two\n1,2"}), "does not begin with the columns"),
    ],
)
def test_what_is_no_release_is_said_and_nothing_is_kept(analyst, data, said):
    held = send(analyst, data)
    work_off()
    held.refresh_from_db()
    assert held.state == "failed"
    assert said in analyst.get(f"/returns/releases/files/{held.key}/").content.decode()
    assert not Release.objects.exists()


def test_damaged_file_is_a_sentence_and_never_half_a_release():
    """A byte of the demonstration's release is changed, forty times over."""
    from goldenthread.kit.errors import Refused
    from goldenthread.returns.actions.loading import load_release
    from tests.casework.world import TODAY

    whole, chance, refused = FILE.read_bytes(), random.Random(25), 0  # noqa: S311 (the same bytes every time)
    small = packed(**{f"data__{name}": text for name, text in _first_lines(whole)})
    for _ in range(40):
        at = chance.randrange(len(small))
        broken = small[:at] + bytes([small[at] ^ (1 << chance.randrange(8))]) + small[at + 1 :]
        try:
            load_release(content=broken, title="Broken", on=TODAY, by=None).delete()
        except Refused:
            refused += 1
        assert not Release.objects.exists()
    assert refused > 10


def _first_lines(whole: bytes) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        names = [one for one in archive.namelist() if one.endswith(".csv")][:3]
        return [
            (one.rsplit("/", 1)[-1], archive.read(one).decode("utf-8-sig")[:4000].rsplit("\n", 1)[0])
            for one in names
        ]


def test_form_without_a_file_or_with_one_that_is_too_large_says_so(analyst, monkeypatch):
    from goldenthread.returns.forms import release as forms

    answer = analyst.post("/returns/releases/", GIVEN)
    assert answer.status_code == 422
    assert "Choose the ZIP file." in answer.content.decode()
    monkeypatch.setattr(forms, "LARGEST", 10)
    answer = analyst.post("/returns/releases/", {**GIVEN, "file": SimpleUploadedFile("all.zip", b"x" * 11)})
    assert "larger than 50 MB" in answer.content.decode()
    assert not ReleaseUpload.objects.exists()
