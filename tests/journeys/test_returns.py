"""The yearly return in a real browser: an analyst drafts it, two findings are mended in their case, it is drafted again, two
people sign it, and its file is read back; then the inspectors' lists."""

from __future__ import annotations

import io
from typing import Any

import pytest
import time_machine
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from goldenthread.casework.models import Case
from goldenthread.returns.models import DraftState, ReturnDraft
from goldenthread.sen2.lists.columns import LIST_1
from goldenthread.sen2.reading.xml import XmlSource
from tests.casework import world
from tests.journeys.test_casework import council, one
from tests.worker import work_off

pytestmark = pytest.mark.browser
__all__ = ["council"]


@pytest.fixture(autouse=True)
def _today(settings: Any):
    """A day whose census is known. Cookies without an end, because the browser knows another day."""
    settings.SESSION_EXPIRE_AT_BROWSER_CLOSE, settings.CSRF_COOKIE_AGE = True, None
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=True):
        yield


@pytest.fixture
def case(council: Any) -> Case:
    """A plan made in time, whose child's UPN was mistyped and whose type of need nobody wrote down."""
    child = world.make_child("Ivy", "Example", sex="F", ethnicity="WBRI", upn="A801200001001")
    return world.bring_to(world.make_case(child, worker=one("caseworker")), "final-issued")


def draft(reader: Any) -> None:
    """Ask for a draft and wait until the worker has made it."""
    page = reader.page
    reader.go("/returns/sen2/")
    page.get_by_role("button", name="Make a draft").click()
    reader.look()
    page.get_by_label("Number of the authority").fill("330")
    page.get_by_role("button", name="Make").click()
    expect(page.get_by_text("Waiting for its turn").first).to_be_visible()
    reader.look()
    work_off()
    reader.go(page.url.removeprefix(reader.address))


def way_to(reader: Any, check: str, words: str) -> str:
    """The address of the page on which a finding is mended, as the list of findings gives it."""
    page: Page = reader.page
    page.get_by_role("link", name=check).click()
    reader.look()
    address = page.get_by_role("link", name=words).first.get_attribute("href")
    page.go_back()
    assert address
    return address


def sign(reader: Any, button: str, reason: str = "") -> None:
    """Sign the draft that is newest."""
    page = reader.page
    reader.go("/returns/sen2/")
    page.locator("tbody a").first.click()
    reader.look()
    page.get_by_label("I have looked at the counts").check()
    if reason:
        page.get_by_label("Why it goes in with errors").fill(reason)
    page.get_by_role("button", name=button).click()


def download(reader: Any, name: str) -> bytes:
    """What a link gives."""
    with reader.page.expect_download() as found:
        reader.page.get_by_text(name).click()
    data: bytes = found.value.path().read_bytes()
    return data


def test_return_from_the_first_draft_to_the_file_that_is_sent(reader: Any, case: Case, tmp_path: Any):
    reader.come_in_as(one("analyst"))
    draft(reader)
    ways = [way_to(reader, "A UPN has its check letter", "Mend the child’s record"),
            way_to(reader, "An active plan has a need", "Record the type of need")]  # fmt: skip
    before = ReturnDraft.objects.get().errors

    _mend(reader, *ways)

    reader.come_in_as(one("analyst"))
    draft(reader)
    expect(reader.page.get_by_text("A UPN has its check letter")).to_have_count(0)
    expect(reader.page.get_by_role("heading", name="Since the last draft")).to_be_visible()
    after = ReturnDraft.objects.first()
    assert after.errors == before - 2, [one.code for one in after.findings.all()]
    sign(
        reader,
        "Sign as the first person",
        "The school of one child is in no list yet." if after.errors else "",
    )
    expect(reader.page.get_by_text("Now somebody else must sign it")).to_be_visible()
    expect(reader.page.get_by_text("You signed it as the first person")).to_be_visible()

    reader.come_in_as(one("casework-manager"))
    sign(reader, "Sign as the second person")
    expect(reader.page.get_by_text("The return is frozen")).to_be_visible()
    reader.look()

    reader.come_in_as(one("analyst"))
    reader.go(f"/returns/sen2/{after.key}/")
    path = tmp_path / "return.xml"
    path.write_bytes(download(reader, "XML for COLLECT"))
    read = list(XmlSource(path).persons())
    assert [(person["Surname"], person["UPN"]) for person in read] == [("Example", "H801200001001")]
    assert ReturnDraft.objects.get(pk=after.pk).state == DraftState.FROZEN


def _mend(reader: Any, record: str, need: str) -> None:
    """The caseworker follows both ways."""
    page = reader.page
    reader.come_in_as(one("caseworker"))
    reader.go(record)
    page.get_by_label("UPN").fill("H801200001001")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("UPN")).to_have_count(0)
    reader.go(need)
    page.locator("main [name=primary][value=SLCN]").check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded:").first).to_be_visible()


def test_lists_of_inspectors_are_a_page_and_a_file_away(reader: Any, case: Case):
    reader.come_in_as(one("analyst"))
    reader.go("/work/")
    reader.go("/returns/lists/")
    expect(reader.page.get_by_text("1 child").first).to_be_visible()
    book = load_workbook(io.BytesIO(download(reader, "Download the workbook")))
    rows = list(book["List_1"].values)
    assert [one for one in rows[0] if one] == list(LIST_1)
    assert len(rows) == 2
    assert book["List_2"].max_row == 1
