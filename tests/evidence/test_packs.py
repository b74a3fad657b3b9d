"""Packs: every file with its hash, as at the day, the same each time; lists of children only for those who make them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from goldenthread.audit.models import Event
from goldenthread.evidence.actions.packs import KEPT, ask_for_pack, carry_out_pack, hand_out
from goldenthread.evidence.models import Pack
from goldenthread.evidence.publishing.packing import File, packed
from goldenthread.kit.errors import Refused
from tests.casework import world
from tests.evidence.stating import PARTNERS, proof, signatory, signed
from tests.programme.world import make_area
from tests.readers import person, sign_in

ON = date(2026, 9, 30)
READ = "3-position-statements.json", "4-evidence.csv", "9-lists-of-children.xlsx"


def _quiet(done: int, steps: int, words: str) -> None:
    return


def _made(plan: Any, by: Any, kind: str = "review", *, as_at: date = ON) -> Pack:
    return carry_out_pack(
        ask_for_pack(programme=plan.programme, kind=kind, as_at=as_at, on=ON, by=by), progress=_quiet
    )


def _opened(pack: Pack) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(bytes(pack.content)))


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_file_is_as_its_manifest_says(plan, action, lead):
    made = _made(plan, lead)
    assert (made.state, made.sha256) == ("ready", hashlib.sha256(made.content).hexdigest())
    archive = _opened(made)
    listed = json.loads(archive.read("manifest.json"))["files"]
    assert {one["name"] for one in listed} | {"manifest.json", "contents.txt"} == set(archive.namelist())
    for one in listed:
        assert hashlib.sha256(archive.read(one["name"])).hexdigest() == one["sha256"]
    assert archive.read("1-statement-of-action.pdf").startswith(b"%PDF")


def test_it_is_as_at_its_day(plan, lead, second):
    area = make_area(plan)
    held = proof(area, lead, second)
    signed(area, lead, [held], [signatory(kind) for kind in PARTNERS], on=date(2026, 6, 1))
    before, after = _opened(_made(plan, lead, as_at=date(2026, 5, 31))), _opened(_made(plan, lead))
    statements, evidence, _ = READ
    assert b"No position statement was signed by this day" in before.read(statements)
    assert b"More plans are right, says conclusion." in after.read(statements)
    assert held.title in [row[3] for row in _rows(after.read(evidence))]
    old = _opened(_made(plan, lead, as_at=date(2025, 2, 28)))
    assert len(_rows(old.read(evidence))) == 1


def test_only_an_inspection_pack_holds_children_and_no_name_is_in_it(plan, action, lead):
    world.bring_to(world.make_case(world.make_child("Quillon")), "final-issued")
    review, inspection = _opened(_made(plan, lead)), _opened(_made(plan, lead, "inspection"))
    assert READ[2] not in review.namelist()
    sheet = load_workbook(io.BytesIO(inspection.read(READ[2])))["List_1"]
    assert sheet.max_row == 2
    for name in inspection.namelist():
        assert b"Quillon" not in inspection.read(name)


def test_a_pack_of_children_is_for_those_who_make_lists(plan, action, lead):
    pack = _made(plan, lead, "inspection")
    assert sign_in(Client(), lead).get(f"/evidence/pack/{pack.key}/file/").status_code == 403
    analyst = sign_in(Client(), person("analyst"))
    answer = analyst.get(f"/evidence/pack/{pack.key}/file/")
    assert hashlib.sha256(answer.content).hexdigest() == pack.sha256
    assert Event.objects.filter(action="evidence.pack.taken").count() == 1
    page = sign_in(Client(), lead).get("/evidence/packs/testshire/").content.decode()
    assert str(pack.key) not in page
    assert 'value="inspection"' not in page


def test_it_is_asked_for_once_at_a_time_and_not_of_days_to_come(plan, lead):
    with pytest.raises(Refused, match="nothing is known of a day to come"):
        ask_for_pack(programme=plan.programme, kind="review", as_at=date(2026, 10, 1), on=ON, by=lead)
    ask_for_pack(programme=plan.programme, kind="review", as_at=ON, on=ON, by=lead)
    with pytest.raises(Refused, match="being made already"):
        ask_for_pack(programme=plan.programme, kind="review", as_at=ON, on=ON, by=lead)


def test_a_flipped_byte_is_found_before_it_is_handed_out(plan, lead):
    pack = _made(plan, lead)
    content = bytearray(pack.content)
    content[len(content) // 2] ^= 1
    Pack.objects.filter(pk=pack.pk).update(content=bytes(content))
    with pytest.raises(Refused, match="not as it was made"):
        hand_out(pack=pack, by=lead)


def test_a_maker_that_fails_leaves_nothing_and_says_so(plan, lead, monkeypatch):
    from goldenthread.evidence.actions import packs

    def broken(pack: Pack) -> Any:
        raise OSError("disk")

    monkeypatch.setattr(packs, "steps_of", broken)
    asked = ask_for_pack(programme=plan.programme, kind="review", as_at=ON, on=ON, by=lead)
    with pytest.raises(OSError, match="disk"):
        carry_out_pack(asked, progress=_quiet)
    asked.refresh_from_db()
    assert (asked.state, asked.content) == ("failed", None)
    assert "Something went wrong on our side" in asked.trouble


def test_older_packs_are_let_go(plan, lead):
    for _ in range(KEPT + 1):
        _made(plan, lead)
    assert Pack.objects.count() == KEPT


def test_cells_that_a_spreadsheet_would_run_are_text(plan, lead, second):
    proof(make_area(plan), lead, second, title="=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in [row[3] for row in _rows(_opened(_made(plan, lead)).read(READ[1]))]


def test_packed_lists_what_it_holds():
    content, listed = packed([File("a.txt", "A", b"one")], title="T", as_at=ON)
    assert content == packed([File("a.txt", "A", b"one")], title="T", as_at=ON)[0]
    assert [one.bytes for one in listed] == [3]
    assert zipfile.ZipFile(io.BytesIO(content)).read("a.txt") == b"one"
