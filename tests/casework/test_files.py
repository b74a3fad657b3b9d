"""Files are told by what they hold, never by what they are called."""

import io
import zipfile

import pytest

from goldenthread.casework.files import LARGEST, accepted
from goldenthread.kit.errors import Refused


def docx():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return kept.getvalue()


@pytest.mark.parametrize(("name", "content", "mime"), [
    ("a.pdf", b"%PDF-1.7 ...", "application/pdf"), ("photo.exe", b"\x89PNG\r\n\x1a\n...", "image/png"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"), ("a.heic", b"\0\0\0\x18ftypheic....", "image/heic"),
    ("a.txt", "Dear Zoë\n".encode(), "text/plain"),
    ("a.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
])  # fmt: skip
def test_accepted_takes_what_people_send(name, content, mime):
    assert accepted(name, content).mime == mime


@pytest.mark.parametrize(("name", "content"), [
    ("a.pdf", b"MZ\x90\0 program"), ("a.docm", docx()), ("a.zip", docx()), ("a.txt", b"\x00\x01"),
    ("a.docx", b"PK\x03\x04 other"),
])  # fmt: skip
def test_accepted_refuses_other_kinds(name, content):
    with pytest.raises(Refused, match="of a kind that we cannot open"):
        accepted(name, content)


def test_accepted_refuses_empty_and_too_large():
    with pytest.raises(Refused, match="is empty"):
        accepted("a.pdf", b"")
    with pytest.raises(Refused, match="larger than 10 MB"):
        accepted("a.pdf", b"%PDF-" + b"x" * LARGEST)


@pytest.mark.parametrize("name", ["../../etc/report.pdf", "C:\\Users\\me\\report.pdf", "/report.pdf"])
def test_accepted_keeps_the_name_and_no_folder(name):
    assert accepted(name, b"%PDF-").name == "report.pdf"
