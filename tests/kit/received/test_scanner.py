"""The virus scanner: what it calls clean is clean, and nothing else is."""

import io
import socket
import tempfile
import threading
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import FileField, ValidationError

from goldenthread.kit.errors import Refused
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.kit.received.files import accepted, accepted_media
from goldenthread.kit.received.scanner import Scan, verdict, version
from tests import clamd

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


@pytest.fixture(scope="module")
def daemon():
    if not clamd.PROGRAM:
        pytest.skip(clamd.WITHOUT)
    with tempfile.TemporaryDirectory(prefix="clamd") as folder, clamd.running(Path(folder)) as one:
        yield one


@pytest.fixture
def scanner(daemon, settings):
    settings.CLAMD_URL = daemon.url
    return daemon


@pytest.fixture
def away(settings, tmp_path):
    settings.CLAMD_URL = f"unix://{tmp_path}/nobody"


def zipped(content, name="inside.txt"):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


def nested(content, deep):
    for _ in range(deep):
        content = zipped(content, "inside.zip")
    return content


@pytest.mark.parametrize(
    "content",
    [clamd.EICAR, clamd.OURS, zipped(clamd.OURS), nested(clamd.OURS, 5), b"x" * 3_000_000 + clamd.OURS],
    ids=["eicar", "ours", "zip", "five-deep", "far-in"],
)
def test_verdict_refuses_what_the_scanner_knows(scanner, content):
    assert verdict(content).scan == Scan.REFUSED


@pytest.mark.parametrize("content", [b"", b"A letter.", b"x" * 30_000_000], ids=["empty", "short", "long"])
def test_verdict_is_clean_when_the_scanner_says_so(scanner, content):
    assert verdict(content).scan == Scan.CLEAN


def test_verdict_waits_for_a_file_over_the_scanners_own_limit(scanner):
    found = verdict(bytes(clamd.LIMIT + 1_000_000))
    assert (found.scan, found.is_away) == (Scan.WAITING, False)


def test_verdict_waits_while_the_scanner_is_away(away):
    found = verdict(b"A letter.")
    assert (found.scan, found.is_away) == (Scan.WAITING, True)


def test_verdict_asks_nobody_where_no_scanner_is_set(settings):
    settings.CLAMD_URL = ""
    assert verdict(clamd.OURS).scan == Scan.NOT_ASKED


@pytest.mark.parametrize(
    "said",
    [b"", b"OK\0", b"stream: OK and more\0", b"stream: oops ERROR\0", b"INSTREAM size limit exceeded. ERROR\0", b"stream: FOUND",
     b"\xff" * 9000],
)  # fmt: skip
def test_verdict_takes_no_other_word_for_clean(settings, tmp_path, said):
    place = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
        listening.listen()

        def answer():
            wire, _ = listening.accept()
            with wire:
                while not wire.recv(100).endswith(bytes(4)):
                    pass
                wire.sendall(said)

        other = threading.Thread(target=answer)
        other.start()
        settings.CLAMD_URL = f"unix://{place}"
        assert verdict(b"A letter.").scan == Scan.WAITING
        other.join()


def test_version_names_the_scanner(scanner):
    assert version().startswith("ClamAV ")


def test_accepted_refuses_a_virus_that_only_the_scanner_knows(scanner):
    with pytest.raises(Refused, match="holds a virus"):
        accepted("letter.txt", b"Dear all, " + clamd.OURS)
    with pytest.raises(Refused, match="holds a virus"):
        accepted_media("me.png", PNG + clamd.OURS)


def test_accepted_says_that_a_file_waits(away):
    assert accepted("letter.txt", b"Dear all").scan == Scan.WAITING
    with pytest.raises(Refused, match="cannot check files"):
        accepted_media("me.png", PNG)


def test_scanned_file_takes_a_clean_list_and_no_other(scanner):
    field = ScannedFile()
    held = field.clean(SimpleUploadedFile("list.csv", b"a,b\n1,2\n"))
    assert held.read() == b"a,b\n1,2\n"
    with pytest.raises(ValidationError, match="holds a virus"):
        field.clean(SimpleUploadedFile("list.csv", b"a,b\n" + clamd.OURS))


def test_scanned_file_is_not_taken_while_the_scanner_is_away(away):
    with pytest.raises(ValidationError, match="cannot check files"):
        ScannedFile().clean(SimpleUploadedFile("list.csv", b"a,b\n1,2\n"))


def test_every_file_field_of_ours_asks_the_scanner():
    from tests.uploads import fields_of_files

    found = fields_of_files()
    plain = [f"{form.__qualname__}.{name}" for form, name, field in found if type(field) is FileField]
    assert len(found) >= 15
    assert sorted(plain) == ["AttachForm.file", "PictureForm.file"], "these go through `accepted` themselves"
