"""A pack as bytes: its files in one ZIP that is the same whenever it is made from the same files, with a manifest of hashes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from goldenthread.kit.spreadsheets import safe_cell

MANIFEST = "manifest.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)


class File(NamedTuple):
    """One file of a pack, and what it is in a sentence."""

    name: str
    what: str
    content: bytes


class Listed(NamedTuple):
    """One line of the manifest."""

    name: str
    what: str
    bytes: int
    sha256: str


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table as CSV that no spreadsheet program runs, marked as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe_cell(one) for one in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def as_workbook(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The same table as a workbook of one sheet: no formulas, nothing hidden."""
    from openpyxl import Workbook

    book, out = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet(title[:31])
    sheet.append(list(columns))
    for row in rows:
        sheet.append([safe_cell(one) for one in row])
    book.save(out)
    return out.getvalue()


def packed(files: Sequence[File], *, title: str, as_at: date) -> tuple[bytes, list[Listed]]:
    """The ZIP and its manifest, which is in it as JSON and, for people, as text."""
    listed = [
        Listed(one.name, one.what, len(one.content), hashlib.sha256(one.content).hexdigest()) for one in files
    ]
    manifest = {"title": title, "as_at": as_at.isoformat(), "files": [one._asdict() for one in listed]}
    words = [f"{title}, as at {as_at.isoformat()}", ""]
    words += [f"{one.name}\n    {one.what}\n    SHA-256 {one.sha256}" for one in listed]
    extra = [
        File("contents.txt", "", "\n".join(words).encode()),
        File(MANIFEST, "", json.dumps(manifest, indent=1, ensure_ascii=False).encode()),
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in [*files, *extra]:
            archive.writestr(zipfile.ZipInfo(one.name, _EPOCH), one.content, zipfile.ZIP_DEFLATED)
    return out.getvalue(), listed
