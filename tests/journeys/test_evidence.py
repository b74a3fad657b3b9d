"""Area 2 from a finding to a signed statement: a lead writes, three partners sign, the lead takes the
review pack, a councillor and a parent read it."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding, User
from goldenthread.evidence.models import StatementVersion
from goldenthread.programme.models import Area, Programme
from tests.evidence.stating import PARTNERS, proof, signatory
from tests.worker import work_off

pytestmark = pytest.mark.browser
SAID = {
    "What we conclude": "More plans describe the child rightly.",
    "How we came to this": "We read 40 plans and asked families.",
    "What we do next": "We read 40 more each term.",
    "Why it will last": "Every plan is read by a second person.",
}


def _one(role: str) -> User:
    return RoleHolding.objects.filter(role=role).first().user


def _review_pack(reader: Any, programme: Programme) -> zipfile.ZipFile:
    """The review pack as the lead takes it: asked for, made by the worker, each file as its hash says."""
    page = reader.page
    reader.go(f"/evidence/packs/{programme.slug}/")
    page.get_by_role("button", name="Make the pack").click()
    expect(page.get_by_text("Waiting for its turn").first).to_be_visible()
    work_off()
    reader.go(page.url.removeprefix(reader.address))
    with page.expect_download() as coming:
        page.get_by_role("button", name="Take the pack (ZIP)").click()
    pack = zipfile.ZipFile(coming.value.path())
    for one in json.loads(pack.read("manifest.json"))["files"]:
        assert hashlib.sha256(pack.read(one["name"])).hexdigest() == one["sha256"]
        expect(page.get_by_text(one["sha256"])).to_be_visible()
    return pack


def _statements_of(pack: zipfile.ZipFile) -> str:
    return pack.read("3-position-statements.json").decode()


def test_area_2_goes_from_its_finding_to_a_statement_that_anybody_reads(reader: Any, demonstration: None):
    programme, today, page = Programme.objects.get(), date.today(), reader.page
    area = Area.objects.get(plan__key="wsoa", key="ehc-plans")
    proof(area, None, _one("board-member"), title="Audit of 40 plans", is_publishable=True)

    reader.come_in_as(_one("programme-lead"))
    reader.go(f"/work/areas/{area.pk}/")
    page.get_by_role("link", name="What reviews asked, and what answers it").click()
    page.get_by_role("link", name=re.compile("Choose what answers it.*Strengthen the gathering")).click()
    page.get_by_label("Audit of 40 plans").check()
    page.get_by_role("button", name="Save what answers it").click()
    expect(page.get_by_text("Answered").first).to_be_visible()
    reader.go(f"/evidence/statements/{programme.slug}/")
    page.get_by_role("button", name="Area 2: Accuracy").click()
    for part, words in SAID.items():
        page.get_by_role("link", name=f"under {part}").click()
        page.get_by_label("The sentence").fill(words)
        page.get_by_label("Audit of 40 plans").check()
        page.get_by_role("button", name="Save the sentence").click()
    again = today + timedelta(days=180)
    for name, value in (("Day", again.day), ("Month", again.month), ("Year", again.year)):
        page.get_by_role("group", name="When it must be looked at again").get_by_label(name).fill(str(value))
    page.get_by_role("button", name="Offer it").click()
    expect(page.get_by_text("Waits for 3 of 3 signatures")).to_be_visible()
    reader.look()

    path = f"/evidence/statement/{StatementVersion.objects.get().key}/"
    for kind in PARTNERS:
        reader.come_in_as(signatory(kind))
        reader.go(path)
        page.get_by_label("We agree with the statement and sign it").check()
        page.get_by_role("button", name="Record the answer").click()
    expect(page.get_by_text("Stands", exact=True)).to_be_visible()

    reader.come_in_as(_one("programme-lead"))
    assert "More plans describe the child rightly." in _statements_of(_review_pack(reader, programme))

    reader.come_in_as(_one("scrutiny-councillor"))
    reader.go(f"/evidence/closing/{area.pk}/")
    expect(page.get_by_role("link", name="Its position statement")).to_be_visible()
    reader.look()

    page.context.clear_cookies()
    reader.go("/published/statements/")
    page.get_by_role("link", name="Area 2: Accuracy of EHC plans").click()
    expect(page.get_by_text("More plans describe the child rightly.")).to_be_visible()
    page.get_by_text("What this rests on (1)").first.click()
    expect(page.get_by_text("Audit of 40 plans").first).to_be_visible()
    reader.look()
