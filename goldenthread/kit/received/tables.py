"""Text files of rows: whichever letters and separators a CSV file has, its lines come out as cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

Line = tuple[int, list[str]]
SEPARATORS = ",;\t|"
MOST_LETTERS = 20_000
"""In one cell."""
OPENING = 10
"""Lines that tell the separator: some files say above their headings what they are."""


class UnreadableFile(Exception):
    """A file that cannot be read at all; its text says why, and what to do."""


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 by its mark, else the letters that Windows uses in Western Europe."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise UnreadableFile("This is not text. Send it as CSV or Excel.")
    return text


def csv_lines(data: bytes) -> Iterator[Line]:
    """Each line of a CSV file as its number and its cells. Raises UnreadableFile."""
    text = decoded(data)
    opening = text.lstrip("\r\n").split("\n", OPENING)[:OPENING]
    separator = max(SEPARATORS, key=lambda one: max(line.count(one) for line in opening))
    if not any(separator in line for line in opening):
        raise UnreadableFile(
            "This is no table: its first lines have no commas. Send it as CSV, one row for each thing in it."
        )
    csv.field_size_limit(MOST_LETTERS * 10)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    while True:
        started = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise UnreadableFile(
                f"Line {started} cannot be read: {fault}. Check the quotation marks in it."
            ) from fault
        yield started, [cell.strip() for cell in cells]
