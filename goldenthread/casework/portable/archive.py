"""The ZIP around a case file: written so that the same content gives the same bytes, read as if an enemy had made it.

manifest.json lists every other part with its size and SHA-256. A part that is not listed, listed and not there, or otherwise
than listed keeps the whole file out.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import Any

from goldenthread.casework.plan.errors import Trouble
from goldenthread.casework.portable.reading import BadCaseFile, as_json, case_file_from, schema_text
from goldenthread.casework.portable.shapes import FORMAT, CaseFile
from goldenthread.kit.received.zips import BROKEN, is_locked, is_swollen

LARGEST = 60 * 1024 * 1024
MOST_UNPACKED = 150 * 1024 * 1024
MOST_PARTS = 500
MANIFEST, CASE, SCHEMA, READ_ME = "manifest.json", "case.json", "case-file.schema.json", "READ-ME.txt"
_PARTS = re.compile(
    r"(?:manifest|case|case-file\.schema)\.json|READ-ME\.txt|plan/version-\d{1,5}\.json|documents/\d{3}-[^/\\\0]{1,150}"
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_READ_ME = """\
This is the file of one child or young person with special educational needs, handed by one authority to another when a family
moves (Special Educational Needs and Disability Regulations 2014, regulation 15). It holds personal data of a child: keep it
where only those who work the case can open it, and delete it when it has been taken over.

case.json        the child, the family, where they live, what happened, advice, letters and reviews: open it with any text editor
plan/            each version of the plan as it was issued
documents/       files as they came, such as reports in PDF
manifest.json    every part with its size and SHA-256

An address may be marked as withheld from somebody ("withheld_from"). Read that before you write to the family.
An authority that runs Golden Thread takes the whole over under Casework, "Take over a case file".
"""


@dataclass(frozen=True)
class Whole:
    """A case file with the parts beside it: `parts` are those under plan/ and documents/, by their names."""

    file: CaseFile
    parts: Mapping[str, bytes] = field(default_factory=dict)


def pack(whole: Whole) -> bytes:
    """The ZIP. The same content gives the same bytes."""
    parts = {
        READ_ME: _READ_ME.encode(),
        CASE: as_json(whole.file),
        SCHEMA: schema_text().encode(),
        **whole.parts,
    }
    listed = [
        {"file": name, "bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in parts.items()
    ]
    manifest = json.dumps({"format": FORMAT, "files": listed}, ensure_ascii=False, indent=1) + "\n"
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {MANIFEST: manifest.encode(), **parts}.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(info, data)
    return out.getvalue()


def unpack(data: bytes) -> Whole:
    """The case file that a ZIP holds, each part proved by its hash. Raises BadCaseFile with the sentences for a person."""
    if len(data) > LARGEST:
        raise _bad("it is larger than 60 MB. Ask the other authority for a file without large scans.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _look_over(archive.infolist())
            parts = {one.filename: archive.read(one) for one in archive.infolist()}
    except BadCaseFile:
        raise
    except BROKEN:
        raise _bad(
            "it is not a ZIP that can be opened, or it is damaged. Download it again, and do not unpack it."
        ) from None
    _prove(parts)
    whole = Whole(case_file_from(parts[CASE]), {name: part for name, part in parts.items() if "/" in name})
    _whether_all_is_there(whole)
    return whole


def _bad(sentence: str, where: str = "the file") -> BadCaseFile:
    return BadCaseFile(Trouble(where, sentence))


def _look_over(parts: list[zipfile.ZipInfo]) -> None:
    """What can be told before anything is unpacked."""
    names = [one.filename for one in parts]
    if is_swollen(parts, most_parts=MOST_PARTS, most_unpacked=MOST_UNPACKED):
        raise _bad("it unpacks to far more than a case file holds, so we have not opened it.")
    if is_locked(parts):
        raise _bad("it is locked with a password. Open it, and bring in the file that is inside.")
    strange = next((name for name in names if not _PARTS.fullmatch(name)), None)
    if strange is not None:
        raise _bad(
            f"it holds “{strange[:80]}”, which is no part of a case file. Bring in the file as the other authority made it."
        )
    if len(set(names)) < len(names):
        raise _bad("it holds two parts of the same name, so nobody can say which is right.")
    if not {MANIFEST, CASE} <= set(names):
        raise _bad("it has no manifest.json or no case.json, so it is no case file.")


def _prove(parts: Mapping[str, bytes]) -> None:
    """That every part is what the manifest says, and that none is missing or too many."""
    listed = _listed(parts[MANIFEST])
    held = {name: sha256(data).hexdigest() for name, data in parts.items() if name != MANIFEST}
    troubles = [
        Trouble(name, "the manifest lists it, and it is not in the file.")
        for name in sorted(listed.keys() - held.keys())
    ]
    troubles += [
        Trouble(name, "it is in the file, and the manifest does not list it.")
        for name in sorted(held.keys() - listed.keys())
    ]
    troubles += [Trouble(name, "it was changed after the file was made: its hash is another.")
                 for name in sorted(listed.keys() & held.keys()) if listed[name] != held[name]]  # fmt: skip
    if troubles:
        raise BadCaseFile(*troubles)


def _listed(manifest: bytes) -> dict[str, str]:
    try:
        content: Any = json.loads(manifest)
        if content["format"] != FORMAT:
            raise ValueError
        return {str(one["file"]): str(one["sha256"]) for one in content["files"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _bad("it is not a manifest of a case file that we know.", MANIFEST) from None


def _whether_all_is_there(whole: Whole) -> None:
    """That the parts which the case file names are in it, and no others."""
    versions = {one.file: one.sha256 for one in whole.file.versions}
    named = {*versions, *(one.document for one in whole.file.advice if one.document)}
    troubles = [
        Trouble(name, "case.json names it, and it is not in the file.")
        for name in sorted(named - whole.parts.keys())
    ]
    troubles += [
        Trouble(name, "it is in the file, and case.json does not name it.")
        for name in sorted(whole.parts.keys() - named)
    ]
    troubles += [Trouble(name, "it is not the version that was sealed: its hash is another.") for name, hashed in versions.items()
                 if name in whole.parts and sha256(whole.parts[name]).hexdigest() != hashed]  # fmt: skip
    if troubles:
        raise BadCaseFile(*troubles)


def document_names(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A name in documents/ for each of some files, given as (key, name): numbered, and without what a path could mean.

    >>> document_names([("advice-1", "report.pdf"), ("advice-9", "../a/b:c.docx")])
    {'advice-1': 'documents/001-report.pdf', 'advice-9': 'documents/002-a-b-c.docx'}
    """
    return {key: f"documents/{number:03}-{_plain(name)}" for number, (key, name) in enumerate(files, 1)}


def _plain(name: str) -> str:
    return re.sub(r"[^\w.() -]+", "-", name).strip("-. ")[-120:] or "file"
