"""Reading a release as it is published: a ZIP with a folder “data” of CSV files, one line for each place, time and breakdown.

Nothing is rounded, left out or made up on the way: a line that cannot be read is listed with its number, and the rest is kept.
"""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from goldenthread.returns.published.values import Value, value_of

LARGEST = 200 * 1024 * 1024
"""Bytes that one file may unpack to: the largest of 2025 has 6.4 MB."""
MOST = 200
"""Files in one release."""
KEYS = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "new_la_code", "old_la_code", "la_name", "breakdown_topic", "breakdown",
)  # fmt: skip
"""The columns that say where, when and of whom, in their order."""
LEVELS = {"National": "nation", "Regional": "region", "Local authority": "authority"}


class NotARelease(ValueError):
    """The file is no release; the message says why, in a sentence."""


@dataclass(frozen=True)
class Line:
    """One line: where, when, of whom, and its values in the order of its file's columns."""

    period: str
    level: str
    code: str
    place: str
    region: str
    topic: str
    breakdown: str
    values: list[Value]


@dataclass
class File:
    """One table: its name without “.csv”, its columns after the keys, its lines, and what could not be read."""

    name: str
    columns: list[str]
    lines: list[Line] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    read: int = 0


def table_names(content: BinaryIO) -> list[str]:
    """The names of the tables of a release, in the order in which `files_in` gives them. Raises NotARelease."""
    with _opened(content) as archive:
        return [_name(one) for one in _tables(archive)]


def files_in(content: BinaryIO) -> Iterator[File]:
    """The tables of a release, one after another, so that no more than one is in memory. Raises NotARelease."""
    with _opened(content) as archive:
        for one in _tables(archive):
            try:
                with archive.open(one) as opened:
                    text = io.TextIOWrapper(opened, encoding="utf-8-sig", errors="replace", newline="")
                    table = table_from(_name(one), text)
            except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
                raise NotARelease(
                    f"“{one.filename}” in the ZIP is damaged or locked ({fault}). Download the release again."
                ) from None
            yield table


def _opened(content: BinaryIO) -> ZipFile:
    try:
        return ZipFile(content)
    except BadZipFile:
        raise NotARelease(
            "This is no ZIP file. Take “Download all data (zip)” from the release’s page."
        ) from None


def _tables(archive: ZipFile) -> list[ZipInfo]:
    """The tables in a ZIP by name. Raises NotARelease for what no release is."""
    found = sorted((one for one in archive.infolist() if _is_table(one)), key=lambda one: one.filename)
    if not found:
        raise NotARelease("The ZIP has no tables in a folder “data”. Is it the release’s own ZIP?")
    if len(found) > MOST:
        raise NotARelease(f"The ZIP has {len(found)} tables. A release has at most {MOST}.")
    for one in found:
        if one.file_size > LARGEST:
            raise NotARelease(f"“{one.filename}” would unpack to more than 200 MB. No release is so large.")
    return found


def _name(one: ZipInfo) -> str:
    return one.filename.rsplit("/", 1)[-1].removesuffix(".csv")


def _is_table(one: ZipInfo) -> bool:
    parts = one.filename.split("/")
    return "data" in parts[:-1] and parts[-1].lower().endswith(".csv")


def table_from(name: str, text: Iterable[str]) -> File:
    """One table from its text. Rows in = lines + troubles."""
    rows = csv.reader(text)
    head = [one.strip() for one in next(rows, [])]
    if tuple(head[: len(KEYS)]) != KEYS:
        raise NotARelease(f"“{name}.csv” does not begin with the columns of a release: {', '.join(KEYS)}.")
    table = File(name, head[len(KEYS) :])
    try:
        for number, row in enumerate(rows, 2):
            table.read += 1
            _take(table, number, row, len(head))
    except csv.Error as trouble:
        table.read += 1
        table.troubles.append(f"After line {table.read}: the table breaks off ({trouble}).")
    return table


def _take(table: File, number: int, row: list[str], width: int) -> None:
    if len(row) != width:
        table.troubles.append(f"Line {number}: it has {len(row)} cells, and the table {width} columns.")
        return
    keys = dict(zip(KEYS, row, strict=False))
    level = LEVELS.get(keys["geographic_level"])
    if level is None:
        table.troubles.append(f"Line {number}: “{keys['geographic_level'][:40]}” is no level that we know.")
        return
    try:
        values = [value_of(one) for one in row[len(KEYS) :]]
    except ValueError:
        bad = next(one for one in row[len(KEYS) :] if not _readable(one))
        table.troubles.append(f"Line {number}: “{bad[:40]}” is no number, nor x or z.")
        return
    table.lines.append(
        Line(
            keys["time_period"], level, *_place(level, keys), keys["region_name"], keys["breakdown_topic"], keys["breakdown"],
            values,
        )
    )  # fmt: skip


def _readable(text: str) -> bool:
    try:
        value_of(text)
    except ValueError:
        return False
    return True


def _place(level: str, keys: dict[str, str]) -> tuple[str, str]:
    """The code and name of a line's place."""
    if level == "nation":
        return keys["country_code"], keys["country_name"]
    if level == "region":
        return keys["region_code"], keys["region_name"]
    return keys["new_la_code"], keys["la_name"]
