"""A trust's service lead sends a month with a mistake and mends it; a parent reads the wait on a phone without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from goldenthread.accounts.models import RoleHolding
from goldenthread.commissioning.demonstration.waits import load_waits
from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion
from tests.commissioning.waits import file_of, row
from tests.journeys.conftest import LOADED_ON, Reader

pytestmark = pytest.mark.browser


def test_service_lead_sends_a_month_with_a_mistake_and_mends_it(
    reader: Reader, browser, live_server, tmp_path
):
    load_waits(on=LOADED_ON)
    line, page = ServiceLine.objects.get(slug="speech"), reader.page
    before, counts = WaitMonthVersion.objects.count(), (20, 30, 60, 150, 100, 50, 0)
    reader.come_in_as(RoleHolding.objects.get(role="service-lead").user)
    reader.go("/commissioning/waits/")
    _send(reader, tmp_path, [row(line, "2026-10", counts, total=411)])
    expect(page.get_by_role("heading", level=1)).to_have_text("1 thing is wrong in this file")
    expect(page.get_by_text("The bands add up to 410, and the total says 411.")).to_be_visible()
    reader.look()
    page.get_by_role("link", name="send it again").click()
    _send(reader, tmp_path, [row(line, "2026-10", counts)], is_there=True)
    page.get_by_label("Row 2 of your file: 410 waiting").check()
    reader.look()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is in")
    reader.look()
    assert WaitMonthVersion.objects.count() == before + 1
    phone = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    phone.goto(f"{live_server.url}/")
    phone.get_by_role("link", name="How long are the waits?").click()
    phone.get_by_role("link", name="Speech and language therapy").click()
    expect(phone.get_by_text("410", exact=True).first).to_be_visible()
    expect(phone.get_by_text("Come to the monthly drop-in")).to_be_visible()
    expect(phone.get_by_role("link", name="01632 960050")).to_be_visible()
    phone.context.close()


def _send(reader: Reader, folder: Any, rows: list[dict[str, Any]], *, is_there: bool = False) -> None:
    file = folder / "waits.csv"
    file.write_bytes(file_of(rows))
    if not is_there:
        reader.page.get_by_role("link", name="Send waiting times").click()
    reader.page.get_by_label("Your file of waiting times").set_input_files(str(file))
    reader.page.get_by_role("button", name="Look through the file").click()
    reader.page.wait_for_url("**/sent/**")
