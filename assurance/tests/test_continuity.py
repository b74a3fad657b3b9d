"""R16: the pack for when the system is down opens in a browser without a network, and says what the database says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine
from cryptography.exceptions import InvalidTag
from django.db import connection

from goldenthread.audit.models import Event
from goldenthread.keeping.actions.continuity import KEPT, make_pack
from goldenthread.keeping.locked_page import new_key, unlocked
from goldenthread.keeping.models import ContinuityPack
from goldenthread.keeping.tasks import make_continuity_pack
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Household
from tests.casework import world
from tests.commissioning import waits
from tests.readers import person

pytestmark = pytest.mark.django_db
TIMES, NOW = 30, datetime.fromisoformat("2026-11-24T05:07:00+00:00")
_COUNTS = {
    "contacts": """
        SELECT sum(greatest(1, (SELECT count(*) FROM people_relationship r WHERE r.child_id = c.child_id
                                AND r.starts_on <= %(day)s AND coalesce(r.ends_on, %(day)s) >= %(day)s)))
        FROM casework_case c JOIN casework_standing s ON s.case_id = c.id WHERE s.ended_on IS NULL""",
    "deadlines": """
        SELECT count(*) FROM casework_openduty d JOIN casework_standing s ON s.case_id = d.case_id
        WHERE s.ended_on IS NULL AND d.due_on <= %(day)s::date + 28""",
    "flags": """
        SELECT (SELECT count(*) FROM people_withholding w JOIN people_residence r ON r.household_id = w.household_id
                JOIN casework_case c ON c.child_id = r.child_id WHERE w.ends_on IS NULL)
        + (SELECT count(*) FROM casework_case WHERE is_restricted)
        + (SELECT count(*) FROM people_child p JOIN casework_case c ON c.child_id = p.id WHERE p.needs_interpreter)
        + (SELECT count(*) FROM people_relationship WHERE "order" <> '')""",
    "waiting": """
        SELECT (SELECT count(*) FROM commissioning_serviceline WHERE is_public)
        + (SELECT count(*) FROM casework_namedservice)""",
}
"""An independent count of each part."""


@pytest.fixture
def key(settings):
    settings.CONTINUITY_KEY = "-".join(new_key())
    return settings.CONTINUITY_KEY


@pytest.fixture
def area():
    """Children in all stages, with one, two or no parents, a withheld address, an order, a restriction and an interpreter."""
    worker = person("caseworker", name="Wendy Worker")
    for number in range(6):
        child = world.make_child(
            f"Child{number}", "Apart", needs_interpreter=number == 4, first_language="Polish"
        )
        case = world.make_case(child, worker=worker, on=date(2026, 10, 1 + number))
        for parent in range(number % 3):
            world.parent_of(child, name=f"Parent {number} {parent}")
        if number == 2:
            adult = child.relationships.first()
            adult.order = "No contact, order of 3 May 2026"
            adult.save()
            home = Household.objects.create(label="mother’s")
            home.residences.create(child=child, starts_on=child.born_on)
            home.withholdings.create(adult=adult.adult, starts_on=child.born_on, reason="harm")
        if number == 3:
            case.is_restricted = True
            case.save()
    waits.make_line()


def _counted(day: date) -> dict[str, int]:
    with connection.cursor() as cursor:
        found = {}
        for name, question in _COUNTS.items():
            cursor.execute(question, {"day": day} if "%(day)s" in question else None)
            found[name] = int(cursor.fetchone()[0])
    return found


@pytest.mark.browser
def test_it_opens_without_a_network_and_says_what_the_database_says(
    browser, area, key, tmp_path, record_property
):
    first, second = key[:16], key[17:]
    failed = 0
    for number in range(TIMES):
        at = NOW + timedelta(days=number)
        with time_machine.travel(at, tick=False):
            made, wanted = make_pack(at=at, by=None), _counted(at.date())
        file = tmp_path / f"{number}.html"
        file.write_bytes(bytes(made.content))
        assert "Apart" not in file.read_text()
        context = browser.new_context(offline=True)
        page = context.new_page()
        page.goto(file.as_uri())
        page.fill("#first", first.lower())
        page.fill("#second", second)
        page.click("button")
        page.wait_for_selector("body[data-open=yes]")
        shown = {name: page.locator(f"#{name} tbody tr").count() for name in wanted}
        failed += (
            shown != wanted
            or "Made on" not in page.inner_text("#age")
            or "ago" not in page.inner_text("#age")
        )
        if number == 0:
            assert wanted["flags"] == 4
            assert wanted["deadlines"] > 0
            assert "Never tell Parent 2" in page.inner_text("#flags")
            assert "Wendy Worker" in page.inner_text("#contacts")
        context.close()
    record_property(
        "counted", {"what": "packs of 30 days, opened offline in a browser", "tried": TIMES, "failed": failed}
    )
    assert failed == 0


@pytest.mark.browser
def test_another_key_opens_nothing(browser, area, key, tmp_path):
    made = make_pack(at=NOW, by=None)
    file = tmp_path / "pack.html"
    file.write_bytes(bytes(made.content))
    page = browser.new_context(offline=True).new_page()
    page.goto(file.as_uri())
    page.fill("#first", key[:16])
    page.click("button")
    page.get_by_text("This is not the key").wait_for()
    assert not page.locator("table").count()
    page.context.close()


def test_one_half_or_a_changed_byte_opens_nothing(area, key, record_property):
    made, opened = make_pack(at=NOW, by=None), 0
    page = bytes(made.content)
    place = page.index(b'data-shut="') + 40
    changed = page[:place] + (b"A" if page[place : place + 1] != b"A" else b"B") + page[place + 1 :]
    assert unlocked(page, key=key)["contacts"]
    for content, tried in ((page, key[:16]), (page, key[17:]), (page, "-".join(new_key())), (changed, key)):
        try:
            unlocked(content, key=tried)
            opened += 1
        except InvalidTag:
            pass
    record_property("counted", {"what": "wrong keys and changed packs", "tried": 4, "failed": opened})
    assert opened == 0


def test_the_worker_makes_it_and_only_the_newest_stay(area, key, client, settings):
    for _ in range(KEPT + 2):
        make_continuity_pack()
    assert ContinuityPack.objects.count() == KEPT
    settings.CONTINUITY_KEY = ""
    make_continuity_pack()
    assert Event.objects.filter(action="keeping.continuity.made").count() == KEPT + 2
    with pytest.raises(Refused, match="no key"):
        make_pack(at=NOW, by=None)


def test_who_takes_it_is_in_the_audit(area, key, client):
    from tests.readers import sign_in

    made, officer = make_pack(at=NOW, by=None), person("duty-officer")
    answer = sign_in(client, officer).get(f"/keeping/continuity/{made.public_id}/")
    assert unlocked(answer.content, key=key)["contacts"]
    assert Event.objects.get(action="keeping.continuity.taken").actor == str(officer.public_id)
    assert (
        sign_in(client, person("caseworker")).get(f"/keeping/continuity/{made.public_id}/").status_code == 404
    )
