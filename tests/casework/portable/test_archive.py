"""The ZIP around a case file: the same content, the same bytes; and whatever an enemy or a bad line makes of it is refused."""

from __future__ import annotations

import json
import random
import zipfile
from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest

from goldenthread.casework.plan.papers import Paragraph
from goldenthread.casework.portable.archive import LARGEST, MANIFEST, Whole, pack, unpack
from goldenthread.casework.portable.reading import BadCaseFile, as_json, case_file_from, schema_text
from goldenthread.casework.portable.shapes import FORMAT, Advice, CaseFile, Child, Home, Relative, Version

DAY = date(2026, 12, 7)
PLAN = b'{"format":"golden-thread-plan/1"}'


def whole(**change):
    file = CaseFile(
        format=FORMAT, made_on=DAY, authority="Oldshire", reference="EHC-1", made_for="Newshire",
        child=Child(given_names="Elby", family_name="Larkfield", born_on=date(2017, 10, 3)),
        family=(Relative(id="adult-1", name="Wren Larkfield", tie="parent", starts_on=date(2017, 10, 3)),),
        homes=(Home(lines="1 Test Street", postcode="ZZ99 1AA", starts_on=DAY, lives=("child", "adult-1")),),
        versions=(Version(number=2, stage="final", issued_on=DAY, file="plan/version-2.json", sha256=sha256(PLAN).hexdigest()),),
        advice=(Advice(id="advice-1", kind="d", body="Psychology", received_on=DAY, document="documents/001-a.txt",
                       paragraphs=(Paragraph(number=1, text="Elby needs time."),)),),
    )  # fmt: skip
    parts = {"plan/version-2.json": PLAN, "documents/001-a.txt": b"Elby was seen."}
    return Whole(change.get("file", file), {**parts, **change.get("parts", {})})


def remade(change=None, extra=(), method=zipfile.ZIP_DEFLATED):
    """The ZIP with some parts changed after it was packed, the manifest left as it was."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(pack(whole()))) as old, zipfile.ZipFile(out, "w", method) as new:
        for one in old.infolist():
            data = (change or {}).get(one.filename, old.read(one))
            if data is not None:
                new.writestr(one.filename, data)
        for name, data in extra:
            new.writestr(name, data)
    return out.getvalue()


def refused(data):
    with pytest.raises(BadCaseFile) as caught:
        unpack(data)
    return str(caught.value)


def test_what_is_packed_is_unpacked_and_packs_to_the_same_bytes():
    assert unpack(pack(whole())) == whole()
    assert pack(unpack(pack(whole()))) == pack(whole())


def test_the_schema_and_a_word_to_the_reader_go_with_it():
    with zipfile.ZipFile(BytesIO(pack(whole()))) as archive:
        assert archive.read("case-file.schema.json").decode() == schema_text()
        assert b"regulation 15" in archive.read("READ-ME.txt")


@pytest.mark.parametrize(("data", "says"), [
    (b"", "not a ZIP"), (b"PK\x03\x04 nothing follows", "not a ZIP"), (b"x" * (LARGEST + 1), "larger than 60 MB"),
    (pack(whole())[:-40], "not a ZIP"), (remade({MANIFEST: None}), "no manifest.json"),
    (remade({"case.json": None}), "no case.json"),
    (remade({MANIFEST: b"[]"}), "not a manifest"), (remade({MANIFEST: b"[" * 50_000}), "not a manifest"),
    (remade({MANIFEST: b'{"format": "other", "files": []}'}), "not a manifest"),
    (remade({"documents/001-a.txt": b"Another child was seen."}), "changed after the file was made"),
    (remade({"documents/001-a.txt": None}), "not in the file"),
    (remade(extra=[("documents/002-b.txt", b"more")]), "does not list it"),
    (remade(extra=[("../../etc/passwd", b"root")]), "no part of a case file"),
    (remade(extra=[("/absolute", b"root")]), "no part of a case file"),
    (remade(extra=[("documents/001-a/b.txt", b"deeper")]), "no part of a case file"),
    (remade(extra=[("plan/version-3.json\n", b"{}")]), "no part of a case file"),
    (remade(extra=[("documents/003-bomb.txt", b"\0" * 40_000_000)]), "far more than a case file holds"),
    (remade(extra=[(f"documents/{n:03}-x.txt", b"x") for n in range(2, 600)]), "far more than a case file holds"),
])  # fmt: skip
def test_what_is_no_whole_case_file_is_refused_in_a_sentence(data, says):
    assert says in refused(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    assert "two parts of the same name" in refused(remade(extra=[("documents/001-a.txt", b"Elby was seen.")]))


def test_a_locked_zip_is_refused():
    data = bytearray(pack(whole()))
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:
        data[start + 8] |= 1
        start += 4
    assert "password" in refused(bytes(data))


def test_every_flipped_byte_is_found_or_changes_nothing():
    """A thousand files with one byte otherwise: none gives another content than was packed."""
    data, chance = pack(whole()), random.Random(20261126)  # noqa: S311
    changed = 0
    for _ in range(1_000):
        place = chance.randrange(len(data))
        broken = data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]
        try:
            assert unpack(broken) == whole()
        except BadCaseFile:
            changed += 1
    assert changed > 800


def _told(**change):
    content = json.loads(as_json(whole().file))
    return json.dumps({**content, **change}).encode()


@pytest.mark.parametrize(("data", "says"), [
    (b"{}", "no case file that we know"), (b"not json", "not JSON"), (b"\xff\xfe", "UTF-8"),
    (_told(format="x/9"), "no case file"), (_told(reference="EHC-\0"), "cannot be kept"),
    (_told(child={"given_names": "Elby"}), "“family_name” is missing"), (_told(colour="blue"), "“colour” is not known"),
    (_told(made_on="30 February 2026"), "a day like 2026-09-07"), (_told(made_on="2026-02-30"), "a day like 2026-09-07"),
    (_told(homes=[{"lines": "x", "postcode": "y", "starts_on": "2026-01-01", "lives": ["adult-9"]}]), "nobody in the file"),
    (_told(family=[{"id": "a", "name": "A", "tie": "parent", "starts_on": "2020-01-01"}] * 2, homes=[]), "“a” is there twice"),
    (_told(family=[{"id": "child", "name": "A", "tie": "parent", "starts_on": "2020-01-01"}], homes=[]), "the child’s own id"),
    (_told(homes=[{"lines": "x", "postcode": "y", "starts_on": "2026-01-01",
                   "withheld_from": [{"id": "child", "reason": "r"}]}]), "nobody in the file"),
    (_told(schooling=[{"setting": "Oak", "starts_on": "2026-01-01", "ends_on": "2025-01-01"}]), "ends before it starts"),
    (_told(advice=[{"id": "a", "kind": "d", "body": "P", "received_on": "2026-01-01"}]), "says nothing"),
    (_told(advice=[{"id": "a", "kind": "d", "body": "P", "received_on": "2026-01-01", "dated_on": "2026-02-01",
                    "paragraphs": [{"number": 1, "text": "x"}]}]), "later day"),
])  # fmt: skip
def test_what_is_wrong_in_case_json_is_named(data, says):
    with pytest.raises(BadCaseFile, match=says):
        case_file_from(data)


def test_a_document_that_the_case_file_does_not_name_is_refused():
    assert "does not name it" in refused(pack(whole(parts={"documents/002-b.txt": b"of nobody"})))
    assert "not the version that was sealed" in refused(pack(whole(parts={"plan/version-2.json": b"{}"})))
