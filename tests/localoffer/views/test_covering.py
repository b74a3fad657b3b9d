"""What answers each item of the duties, by whom it was checked, and where cards were left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.localoffer.actions import covering, editing
from goldenthread.localoffer.categories import category
from goldenthread.localoffer.duties import BY_SLUG, DUTIES
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Coverage, GuidePage, PlacedCard, SearchWithoutResult
from goldenthread.localoffer.queries.coverage import CHECK_DAYS, Covered, coverage, placed_cards
from goldenthread.localoffer.queries.gaps import gaps
from tests.localoffer import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
ASK = BY_SLUG["sch-2-19"]
ADDRESS = "/local-offer/keep/coverage/sch-2-19/"


def left(day: str) -> dict[str, str]:
    return {"placed_on_day": day, "placed_on_month": "11", "placed_on_year": "2026"}


@pytest.fixture
def keeper() -> Iterator[Client]:
    with time_machine.travel(world.NOW, tick=False):
        yield sign_in(Client(), person("local-offer-officer"))


def page(slug: str) -> GuidePage:
    words = editing.Words(title=slug, summary="s", body="b")
    return editing.publish_page(slug=slug, words=words, now=world.NOW, by=None)


def now(days: int = 0) -> Covered:
    return next(one for one in coverage(world.TODAY + timedelta(days=days)) if one.duty is ASK)


def test_each_item_has_an_address_of_its_own():
    assert len(BY_SLUG) == len(DUTIES)


def test_keeper_names_what_answers_an_item_and_checks_it(keeper):
    ask, chess = page("ask"), (world.load(world.record(1, "Chess")), world.service("Chess"))[1]
    assert now().is_gap
    typed = {
        "pages": [ask.pk],
        "new_service": "chess",
        "owner": "Assessment team",
        "is_checked": "on",
        "seen": "",
    }
    assert keeper.post(ADDRESS, typed).status_code == 302
    held = now()
    assert (held.is_gap, held.pages, held.services, held.check.owner, held.is_due) == (
        False,
        [ask],
        1,
        "Assessment team",
        False,
    )
    assert now(CHECK_DAYS).is_due
    said = keeper.get("/local-offer/keep/coverage/").content.decode()
    assert "Assessment team, checked on 26 November 2026" in said
    assert "Sch 2, 19" not in keeper.get("/local-offer/keep/coverage/?show=gaps").content.decode()
    keeper.post(ADDRESS, {"seen": f"p{ask.pk} s{chess.pk}", "owner": ""})
    assert now().is_gap
    assert [one.action for one in Event.objects.filter(action__startswith="localoffer.duty").order_by("sequence")] == [
        "localoffer.duty.changed", "localoffer.duty.checked", "localoffer.duty.changed",
    ]  # fmt: skip


def test_what_families_cannot_read_answers_nothing():
    world.load(world.record(1, "Chess"))
    chess = world.service("Chess")
    covering.change_answers(duty=ASK, add=[chess], owner="", by=None)
    assert not now().is_gap
    chess.lapses_on = world.TODAY
    chess.save()
    assert now().is_gap


def test_two_people_at_once_lose_nothing_of_each_other(keeper):
    first, second = page("first"), page("second")
    for ticked in (first, second):
        keeper.post(ADDRESS, {"pages": [ticked.pk], "seen": "", "owner": "Team"})
    assert set(Coverage.objects.values_list("page__slug", flat=True)) == {"first", "second"}


def test_what_answers_nothing_cannot_be_checked_and_an_unknown_service_is_said(keeper):
    with pytest.raises(Refused, match="Nothing answers this item yet"):
        covering.note_check(duty=ASK, on=world.TODAY, by=None)
    answer = keeper.post(ADDRESS, {"new_service": "Ches", "seen": "p99999999999999999999 x s'"})
    assert (answer.status_code, "No service is called “Ches”" in answer.content.decode()) == (422, True)
    assert keeper.post(ADDRESS, {"seen": "p99999999999999999999 x s' p²", "owner": ""}).status_code == 302
    assert keeper.get("/local-offer/keep/coverage/sch-2-99/").status_code == 404


def test_overview_costs_the_same_for_one_answer_as_for_many(keeper):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            keeper.get("/local-offer/keep/coverage/")
        return len(queries)

    covering.change_answers(duty=ASK, add=[page("one")], owner="", by=None)
    before = cost()
    for number, duty in enumerate(DUTIES[:20]):
        covering.change_answers(duty=duty, add=[page(f"page-{number}")], owner="", by=None)
    assert cost() == before


def test_cards_are_out_of_date_once_the_entry_has_changed(keeper):
    world.load(world.record(1, "Chess"))
    chess = world.service("Chess")
    address = f"/local-offer/keep/services/{chess.public_id}/cards/"
    typed = {"place": "Bilston library", "count": "10", **left("26")}
    assert keeper.post(address, typed).status_code == 302
    assert [(one.place, is_old) for one, is_old in placed_cards()] == [("Bilston library", False)]
    chess.modified_at = world.NOW + timedelta(days=1)
    chess.save()
    assert [is_old for _, is_old in placed_cards()] == [True]
    assert "Changed since" in keeper.get("/local-offer/keep/cards/").content.decode()
    for wrong in (left("27"), {"count": "0"}, {"place": ""}, {"count": "ten"}):
        assert keeper.post(address, typed | wrong).status_code == 422, wrong
    assert PlacedCard.objects.count() == 1


def test_gaps_set_searches_in_vain_beside_what_there_is(keeper):
    terms = [
        {
            "id": "0b0e0a4e-1111-4222-8333-444455556666",
            "taxonomy_term": {**category("need", "speech")["taxonomy_term"]},
        }
    ]
    world.load(world.record(1, "Talk", attributes=terms))
    for month, words, filters, times in (
        (date(2026, 11, 1), "vision swimming", "", 3), (date(2026, 10, 1), "", "need vision, age 4", 2),
        (date(2025, 10, 1), "hearing", "", 50), (date(2026, 11, 1), "speech", "need speech", 1),
    ):  # fmt: skip
        SearchWithoutResult.objects.create(month=month, words=words, filters=filters, times=times)
    found = {one.code: (one.empty_searches, one.services) for one in gaps(world.TODAY)}
    assert (found["vision"], found["speech"], found["hearing"]) == ((5, 0), (1, 1), (0, 0))
    assert [one.code for one in gaps(world.TODAY)][:2] == ["vision", "speech"]
    assert keeper.get("/local-offer/keep/gaps/").status_code == 200
