"""Files that people send us: the one door. What kinds we take, told by what they hold and not by what they are called.

Whoever takes a file calls `accepted`; a paper of a case is kept by casework’s `talking.keep_paper`, which also asks whether it
is about another child. What is refused is refused with a sentence, and nothing of it is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from goldenthread.kit.errors import Refused
from goldenthread.kit.received.fields import AWAY, VIRUS
from goldenthread.kit.received.pdf import pdf_hidden, pdf_pages, pdf_trouble
from goldenthread.kit.received.pictures import is_flood
from goldenthread.kit.received.scanner import Scan, verdict
from goldenthread.kit.received.signatures import has_virus_signature, is_old_office, is_program
from goldenthread.kit.received.word import word_hidden, word_paragraphs, word_trouble

LARGEST = 10 * 1024 * 1024
"""Bytes: a dozen photographed pages."""
MOST = 5
"""Files with one message."""
_GAPS = re.compile(r"\s{2,}|[^\S ]")
"""What is not one space between two words. Splitting a file of 6 MB into its words takes 70 MB of memory, this a few."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
TEXT = "text/plain"
_BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_SENT = "Send a PDF, a photo, a Word document or plain text."
FLOOD = "says that it has more pixels than any photograph, so we have not opened it. Save it smaller"
_OLD = (".doc", ".xls", ".ppt", ".dot", ".rtf")

_MEDIA = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"), (b"OggS", "audio/ogg"),
)  # fmt: skip
_ENDINGS = {
    PDF: (".pdf",), WORD: (".docx",), TEXT: (".txt", ".text", ".md", ".log"), "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"), "image/heic": (".heic", ".heif"), "audio/mpeg": (".mp3",),
    "audio/ogg": (".ogg", ".oga"), "audio/mp4": (".m4a", ".mp4", ".m4b"), "audio/wav": (".wav",),
}  # fmt: skip
"""How a file of a kind may be called: what is downloaded under another name would be opened as something else."""


@dataclass(frozen=True)
class File:
    """A file as it came, checked. One whose `scan` is waiting may be kept apart, and not opened."""

    name: str
    mime: str
    content: bytes
    scan: Scan = Scan.NOT_ASKED


def accepted(name: str, content: bytes, field: str = "papers") -> File:
    """The file if we take it. Refuses an empty one, one that is too large, a dangerous one, and kinds that we do not take."""
    name = PurePosixPath(name.replace("\\", "/")).name[-150:] or "file"
    if not content:
        raise Refused(f"“{name}” is empty. Choose the file again.", field)
    if len(content) > LARGEST:
        raise Refused(too_large(name), field)
    scan = _scanned(name, content, field)
    mime = _mime(name, content)
    if not mime:
        raise Refused(_unknown(name, content), field)
    if trouble := _trouble(mime, content):
        raise Refused(f"“{name}” {trouble}.", field)
    return File(_called(name, mime), mime, content, scan)


def _trouble(mime: str, content: bytes) -> str:
    """Why a file of a kind that we take is not taken all the same, as the end of a sentence."""
    if mime == PDF:
        return pdf_trouble(content)
    if mime == WORD:
        return word_trouble(content)
    return FLOOD if is_flood(content) else ""


def _called(name: str, mime: str) -> str:
    """A name that ends as its kind does, whatever the file was called: “a.bat” that holds text is kept as “a.bat.txt”."""
    endings = _ENDINGS[mime]
    return name if name.lower().endswith(endings) else name[-140:] + endings[0]


def _scanned(name: str, content: bytes, field: str) -> Scan:
    """Clean, or waiting when the scanner cannot say; not asked where there is none. Refuses what holds a virus."""
    found = Scan.REFUSED if has_virus_signature(content) else verdict(content).scan
    if found == Scan.REFUSED:
        raise Refused(f"“{name}” {VIRUS}.", field)
    return found


def too_large(name: str) -> str:
    """What we say of a file over the limit."""
    return f"“{name}” is larger than 10 MB. Send a smaller one, or several."


def _unknown(name: str, content: bytes) -> str:
    """The sentence about a kind that we do not take: what it is, where that can be told."""
    if is_program(content):
        return f"“{name}” is a program, so we have not kept it. {_SENT}"
    if is_old_office(content) or name.lower().endswith(_OLD):
        return f"“{name}” is an old or locked Office file. Save it as .docx or PDF without a password, and send that."
    if content.startswith(b"PK\x03\x04") and name.lower().endswith((".docm", ".dotm")):
        return f"“{name}” is a document with macros, of a kind that we cannot open. Save it as a plain Word document (.docx)."
    return f"“{name}” is of a kind that we cannot open. {_SENT}"


def accepted_media(name: str, content: bytes) -> File:
    """A picture or a sound that goes into a plan. Refuses other kinds, one that is empty, and one that is too large."""
    name = PurePosixPath(name.replace("\\", "/")).name[-150:] or "file"
    if not content or len(content) > LARGEST:
        raise Refused(f"“{name}” is empty, or larger than 10 MB. Choose another.", "file")
    if _scanned(name, content, "file") == Scan.WAITING:
        raise Refused(f"{AWAY}.", "file")
    if is_flood(content):
        raise Refused(f"“{name}” {FLOOD}.", "file")
    for beginning, mime in _MEDIA:
        if content.startswith(beginning):
            return File(_called(name, mime), mime, content)
    if content[4:8] == b"ftyp" and content[8:12] in (b"M4A ", b"mp42", b"isom", b"M4B "):
        return File(_called(name, "audio/mp4"), "audio/mp4", content)
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return File(_called(name, "audio/wav"), "audio/wav", content)
    raise Refused(
        f"“{name}” is neither a picture nor a sound that every browser can show. Save it as JPEG, PNG or MP3.",
        "file",
    )


def _mime(name: str, content: bytes) -> str:
    for beginning, mime in _BEGINNINGS:
        if content.startswith(beginning):
            return mime
    if content[4:12] in (b"ftypheic", b"ftypmif1", b"ftypheix"):
        return "image/heic"
    if content.startswith(b"PK\x03\x04"):
        return WORD if b"word/" in content and name.lower().endswith(".docx") else ""
    return TEXT if _is_text(content) else ""


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not text.startswith("{\\rtf") and all(
        letter.isprintable() or letter in "\r\n\t\f" for letter in text
    )


@dataclass(frozen=True)
class Inside:
    """What a file says: its paragraphs with whether each is a heading, and how many of its pages are only pictures."""

    paragraphs: list[tuple[str, bool]]
    pages: int = 0
    pictures: int = 0
    hidden: str = ""

    @property
    def is_scan(self) -> bool:
        """Whether most of its pages are pictures of pages: somebody must type what they say."""
        return self.pages > 0 and self.pictures * 2 >= self.pages

    @property
    def text(self) -> str:
        """Every word of it, those too that a reader does not see at once."""
        return "\n".join([*(words for words, _ in self.paragraphs), self.hidden])


def inside(file: File) -> Inside:
    """What a file says. A picture says nothing that we can read. Refuses one that turns out to be unreadable."""
    try:
        if file.mime == WORD:
            return Inside(word_paragraphs(file.content), hidden=word_hidden(file.content))
        if file.mime == PDF:
            pages = pdf_pages(file.content)
            found = [(words, False) for page in pages for words in page]
            return Inside(found, len(pages), sum(not page for page in pages), pdf_hidden(file.content))
    except ValueError:
        raise Refused(
            f"“{file.name}” cannot be read. Save it again, or print it to a PDF, and send that.", "papers"
        ) from None
    if file.mime == TEXT:
        blocks = file.content.decode("utf-8-sig").replace("\r\n", "\n").replace("\f", "\n\n").split("\n\n")
        return Inside([(_GAPS.sub(" ", one).strip(), False) for one in blocks if one.strip()])
    return Inside([], 1, 1)
