"""What may come through the door: how large, of which make, and nothing that unpacks into a flood.

A file is judged by its content before its name. What is refused is refused in words that say what to do
instead.
"""

from __future__ import annotations

import io
import zipfile

from goldenthread.programme.reading.unreadable import UnreadablePlan

MOST_BYTES = 20 * 1024 * 1024  # the file as sent; the longest published plan seen is under 8 MB
MOST_UNPACKED = 200 * 1024 * 1024  # with its pictures
MOST_XML = 60 * 1024 * 1024  # the parts that are read
MOST_PARTS = 5000
MOST_TEXT = 4_000_000  # characters

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED = (
    (
        b"%PDF",
        "This is a PDF, which keeps no rows or headings. Open it, copy its text and paste that, or ask "
        "for the Word file.",
    ),
    (b"{\\rtf", "This is a rich text file. Open it in Word and save it as .docx."),
    (b"\x89PNG", "This is a picture. A plan is read from text: paste it, or send a Word, Excel or CSV file."),
    (
        b"\xff\xd8\xff",
        "This is a picture. A plan is read from text: paste it, or send a Word, Excel or CSV file.",
    ),
    (b"GIF8", "This is a picture. A plan is read from text: paste it, or send a Word, Excel or CSV file."),
    (b"\x1f\x8b", "This is a packed file. Unpack it and send the Word, Excel, CSV or text file in it."),
)


def make_of(data: bytes) -> str:
    """ "xlsx", "docx" or "text"; UnreadablePlan for anything else."""
    if not data.strip(b"\x00 \r\n\t"):
        raise UnreadablePlan("The file is empty. Choose the file that holds the plan.")
    if len(data) > MOST_BYTES:
        raise UnreadablePlan(
            f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Take out pictures, or send it in "
            f"parts."
        )
    for opening, sentence in _REFUSED:
        if data.lstrip()[:8].startswith(opening):
            raise UnreadablePlan(sentence)
    if data.startswith(_OLD_OFFICE):
        raise UnreadablePlan(
            "This is an Office file of the old kind (.doc or .xls) or one that is locked with a password. "
            "Open it in Word or Excel and save it as .docx or .xlsx without a password."
        )
    if data.startswith(b"PK"):
        return _package(data)
    if data.lstrip()[:200].lower().startswith((b"<!doctype", b"<html")):
        raise UnreadablePlan(
            "This is a web page. Open it in a browser, copy the text of the plan and paste that."
        )
    return "text"


def _package(data: bytes) -> str:
    """Look into a zipped Office file without unpacking it into memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            _check_parts(parts)
            _check_markup(package, parts)
    except UnreadablePlan:
        raise
    except Exception as fault:
        raise UnreadablePlan(
            "The file is damaged: it cannot be unpacked. Open it in Office, save it again and send that."
        ) from fault
    if any(name.startswith("xl/") for name in names):
        if "xl/workbook.bin" in names:
            raise UnreadablePlan("This is a binary workbook (.xlsb). Save it in Excel as .xlsx.")
        return "xlsx"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "mimetype" in names:
        raise UnreadablePlan("This is an OpenDocument file. Save it as .docx, .xlsx or .csv and send that.")
    raise UnreadablePlan(
        "This is a packed file, not a plan. Unpack it and send the Word, Excel, CSV or text file in it."
    )


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadablePlan("The file is locked with a password. Save it without one and send that.")
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if _is_markup(part))
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or xml > MOST_XML:
        raise UnreadablePlan(
            "The file unpacks to far more than a plan holds, so it was not opened. Copy the plan into "
            "a new file."
        )


def _check_markup(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Office never writes a document type; one that is there means a file made to do harm."""
    for part in parts:
        if not _is_markup(part):
            continue
        with package.open(part) as stream:
            opening = stream.read(4096).replace(b"\x00", b"")
        if b"<!DOCTYPE" in opening.upper() or b"<!ENTITY" in opening.upper():
            raise UnreadablePlan(
                "The file holds markup that Office does not write, so it was not opened. Copy the plan "
                "into a new file."
            )


def _is_markup(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))
