"""What may come through the door: how large, of which make, and nothing that unpacks into a flood."""

from __future__ import annotations

import io
import zipfile

from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.kit.received.zips import BROKEN, is_swollen

MOST_BYTES = 40 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_COLUMNS = 300
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def make_of(data: bytes) -> str:
    """ "xlsx", "zip", "xml" or "text", by what the file holds and not by what it is called. Raises UnreadableFile."""
    if not data.strip(b"\x00 \r\n\t"):
        raise UnreadableFile("The file is empty. Choose the file that holds the cases.")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Send it in parts.")
    if data.startswith(_OLD):
        raise UnreadableFile(
            "This is an Excel file of the old kind (.xls), or one that is locked with a password. "
            "Open it in Excel and save it as .xlsx without a password."
        )
    if data.startswith(b"%PDF"):
        raise UnreadableFile("This is a PDF, which keeps no rows. Ask for the same list as Excel or CSV.")
    if data.startswith(b"PK"):
        return _package(data)
    opening = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:200]
    return "xml" if opening.startswith((b"<?xml", b"<Message", b"<message")) else "text"


def _package(data: bytes) -> str:
    """Look into a packed file without unpacking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except BROKEN as fault:
        raise UnreadableFile(
            "The file is damaged: it cannot be unpacked. Save it again and send that."
        ) from fault
    names = {part.filename for part in parts}
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableFile("The file is locked with a password. Save it without one and send that.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UnreadableFile(
            "The workbook holds macros, which are programs. Save it in Excel as .xlsx, without them."
        )
    if is_swollen(parts, most_parts=MOST_PARTS, most_unpacked=MOST_UNPACKED):
        raise UnreadableFile(
            "The file unpacks to far more than a list of cases, so it was not opened. Send it in parts."
        )
    if "xl/workbook.bin" in names:
        raise UnreadableFile("This is a binary workbook (.xlsb). Save it in Excel as .xlsx.")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.lower().endswith(".csv") for name in names):
        return "zip"
    raise UnreadableFile(
        "We cannot read this file. Send Excel (.xlsx), CSV, a SEN2 return as XML, or its CSV files as ZIP."
    )


def part_of(package: zipfile.ZipFile, name: str) -> bytes:
    """One part of a packed file, never more of it than its own list says."""
    size = package.getinfo(name).file_size
    try:
        with package.open(name) as part:
            content = part.read(size + 1)
    except BROKEN as fault:
        raise UnreadableFile(f"“{name}” in the file is damaged. Pack it again and send that.") from fault
    if len(content) > size:
        raise UnreadableFile(f"“{name}” unpacks to more than it says, so it was not opened.")
    return content
