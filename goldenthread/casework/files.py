"""Files that people send us: what kinds we take, told by what they hold and not by what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from goldenthread.kit.errors import Refused

LARGEST = 10 * 1024 * 1024
"""Bytes: a dozen photographed pages."""
MOST = 5
"""Files with one message."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)

_MEDIA = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"), (b"OggS", "audio/ogg"),
)  # fmt: skip


@dataclass(frozen=True)
class File:
    """A file as it came, checked."""

    name: str
    mime: str
    content: bytes


def accepted(name: str, content: bytes) -> File:
    """The file if we take it. Refuses an empty one, one that is too large, and kinds that we do not take."""
    name = PurePosixPath(name.replace("\\", "/")).name[-150:] or "file"
    if not content:
        raise Refused(f"“{name}” is empty. Choose the file again.", "papers")
    if len(content) > LARGEST:
        raise Refused(f"“{name}” is larger than 10 MB. Send a smaller one, or several.", "papers")
    mime = _mime(name, content)
    if not mime:
        raise Refused(
            f"“{name}” is of a kind that we cannot open. Send a PDF, a photo, a Word document or plain text.",
            "papers",
        )
    return File(name, mime, content)


def accepted_media(name: str, content: bytes) -> File:
    """A picture or a sound that goes into a plan. Refuses other kinds, one that is empty, and one that is too large."""
    name = PurePosixPath(name.replace("\\", "/")).name[-150:] or "file"
    if not content or len(content) > LARGEST:
        raise Refused(f"“{name}” is empty, or larger than 10 MB. Choose another.", "file")
    for beginning, mime in _MEDIA:
        if content.startswith(beginning):
            return File(name, mime, content)
    if content[4:8] == b"ftyp" and content[8:12] in (b"M4A ", b"mp42", b"isom", b"M4B "):
        return File(name, "audio/mp4", content)
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return File(name, "audio/wav", content)
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
        return _WORD if b"word/" in content and name.lower().endswith(".docx") else ""
    return "text/plain" if _is_text(content) else ""


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter in "\r\n\t" for letter in text)
