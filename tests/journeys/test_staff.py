"""People at work: an action owner, a programme lead and a board member, each with both steps of sign-in."""

import re

import pytest
from playwright.sync_api import expect

from goldenthread.programme.models import ActionVersion, Area, Programme
from goldenthread.programme.queries.areas import open_areas

pytestmark = pytest.mark.browser
PROGRAMME = "city-of-wolverhampton"


def test_action_owner_brings_an_action_up_to_date(reader):
    page = reader.page
    reader.sign_in("action owner")
    page.get_by_role("link", name=re.compile("Bring action 2.1 up to date")).first.click()
    reader.look()
    page.get_by_role("textbox", name="Due date (optional)").fill("March 2027")
    page.get_by_role("button", name="Save the update").click()
    expect(page.get_by_text("Say why the due date moves").first).to_be_visible()
    expect(page.get_by_role("textbox", name="Due date (optional)")).to_have_value("March 2027")
    reader.look()
    page.get_by_role("textbox", name=re.compile("Why the due date moves")).fill(
        "Two case officers left in October"
    )
    page.get_by_role("textbox", name=re.compile("What has happened")).fill(
        "Half of the overdue reviews are done."
    )
    page.get_by_role("button", name="Save the update").click()
    expect(page.get_by_text("Two case officers left in October").first).to_be_visible()
    expect(page.get_by_text("Half of the overdue reviews are done.").first).to_be_visible()
    expect(page.get_by_text("1 March 2027")).to_have_count(0)
    reader.look()
    version = ActionVersion.objects.get(
        record__number="2.1", record__area__plan__is_public=False, known_until=None
    )
    assert version.due.isoformat() == "2027-03"


def test_programme_lead_records_a_review_that_closes_two_areas(reader):
    page = reader.page
    reader.sign_in("programme lead")
    reader.go(f"/work/programme/{PROGRAMME}/reviews/record/")
    page.get_by_label("When it was held").fill("October 2026")
    page.get_by_label("What it said overall").fill("Clear and sustained progress in two areas.")
    page.get_by_label("Who decided").select_option(label="DfE and NHS England")
    page.get_by_label("When it was decided").fill("October 2026")
    page.get_by_label("The decision in its own words").fill("The last area will no longer be monitored.")
    page.get_by_label("It closes the areas ticked below").check()
    open_now = [area.area for area in open_areas(Programme.objects.get(), _today())]
    illustrative = Area.objects.filter(plan__is_public=False).first()
    closing = [*open_now, illustrative]
    for area in closing:
        page.locator(f'input[name="areas"][value="{area.pk}"]').check()
    page.get_by_role("button", name="Record the review and its decision").click()
    expect(page.get_by_text("Name the letter that says so").first).to_be_visible()
    reader.look()
    assert [area.area for area in open_areas(Programme.objects.get(), _today())] == open_now
    page.get_by_label("The letter or page that says so").fill("Letter of October 2026")
    page.get_by_label("Where it can be read").fill("https://example.org/letters/october-2026")
    page.get_by_role("button", name="Record the review and its decision").click()
    expect(page.get_by_text("The last area will no longer be monitored.").first).to_be_visible()
    reader.look()
    reader.go("/progress/")
    expect(page.get_by_role("heading", name="All 6 areas are closed")).to_be_visible()


def test_board_member_compares_two_days_and_takes_the_paper(reader):
    page = reader.page
    reader.sign_in("board member")
    reader.go(f"/work/board/{PROGRAMME}/")
    reader.go(f"/work/board/{PROGRAMME}/?as_at=2024-05-01")
    expect(page.get_by_text("You are reading this as it was known on")).to_be_visible()
    reader.go(f"/work/programme/{PROGRAMME}/changes/?from=2024-03-01&to=2024-05-01")
    expect(page.get_by_text("DfE and NHS England").first).to_be_visible()
    paper = page.request.get(f"{reader.address}/progress/paper/{PROGRAMME}.pdf?since=2024-03-01")
    assert paper.status == 200
    assert paper.body().startswith(b"%PDF")


@pytest.mark.parametrize(
    "path",
    ["/work/", "/work/programme/{p}/actions/", "/work/programme/{p}/risks/", "/work/programme/{p}/reviews/",
     "/work/programme/{p}/decisions/", "/work/programme/{p}/plans/", "/work/programme/{p}/risks/add/", "/design/"],
)  # fmt: skip
def test_every_staff_page_is_sound(reader, path):
    reader.sign_in("programme lead")
    reader.go(path.format(p=PROGRAMME))


def _today():
    from django.utils import timezone

    return timezone.localdate()
