"""Every staff page: its owner, a colleague, a stranger, nobody; and the cost of 1 row and of 20."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions.publishing import publish
from goldenthread.programme.models import Plan
from tests.programme.factories import DAY, decide, make_evidence, make_milestone, make_review, make_risk
from tests.programme.world import make_action, make_area
from tests.readers import person

READ = [
    "/work/board/testshire/", "/work/board/testshire/charts/areas.svg", "/work/board/testshire/charts/actions.svg",
    "/work/board/testshire/charts/slippage.svg", "/work/programme/testshire/actions/", "/work/actions/{action}/",
    "/work/areas/{area}/", "/work/programme/testshire/risks/", "/work/risks/{risk}/",
    "/work/programme/testshire/reviews/", "/work/reviews/{review}/", "/work/programme/testshire/decisions/",
    "/work/programme/testshire/changes/", "/work/programme/testshire/changes.csv", "/work/programme/testshire/plans/",
    "/work/plans/{plan}/", "/work/versions/{version}/",
]  # fmt: skip
CHANGE = [
    "/work/actions/{action}/words/", "/work/actions/{action}/leads/", "/work/areas/{area}/words/",
    "/work/areas/{area}/actions/add/", "/work/programme/testshire/risks/add/",
    "/work/programme/testshire/reviews/record/", "/work/programme/testshire/decisions/record/",
    "/work/plans/{plan}/import/", "/work/plans/{plan}/publish/",
]  # fmt: skip
POST = [
    "/work/actions/{action}/update/", "/work/actions/{action}/evidence/", "/work/actions/{action}/milestone/",
    "/work/actions/{action}/ask/", "/work/areas/{area}/check/", "/work/areas/{area}/evidence/",
    "/work/risks/{risk}/edit/", "/work/risks/{risk}/escalate/", "/work/risks/{risk}/close/",
]  # fmt: skip


@pytest.fixture
def addresses(plan: Plan) -> dict[str, int]:
    """One of everything."""
    area = make_area(plan)
    action = make_action(area, due=PartialDate(2023, 2), leads=["Jo Field"])
    make_milestone(action, due=PartialDate(2023, 1))
    make_evidence(area, action=action)
    review = make_review(plan.programme)
    risk = make_risk(plan.programme)
    decide(area, by=None)
    version = publish(plan=plan, on=DAY, by=person("programme-lead"))
    return {"plan": plan.pk, "area": area.pk, "action": action.pk, "risk": risk.pk, "review": review.pk,
            "version": version.pk}  # fmt: skip


@pytest.mark.parametrize("address", READ + CHANGE)
def test_lead_opens(address: str, addresses: dict[str, int], lead: Client):
    answer = lead.get(address.format(**addresses))
    assert answer.status_code == 200
    assert b"style=" not in answer.content or address.endswith(".svg")
    assert b"onclick" not in answer.content


@pytest.mark.parametrize("address", READ)
def test_board_member_reads(address: str, addresses: dict[str, int], board_member: Client):
    assert board_member.get(address.format(**addresses)).status_code == 200


@pytest.mark.parametrize("address", CHANGE + POST)
def test_board_member_changes_nothing(address: str, addresses: dict[str, int], board_member: Client):
    assert board_member.post(address.format(**addresses)).status_code == 403


@pytest.mark.parametrize("address", READ + CHANGE)
def test_stranger_finds_nothing(address: str, addresses: dict[str, int], stranger: Client):
    assert stranger.get(address.format(**addresses)).status_code == 404


@pytest.mark.parametrize("address", POST)
def test_stranger_changes_nothing(address: str, addresses: dict[str, int], stranger: Client):
    assert stranger.post(address.format(**addresses)).status_code == 404


@pytest.mark.parametrize("address", ["/work/", *READ, *CHANGE])
def test_nobody_is_sent_to_sign_in(address: str, addresses: dict[str, int], client: Client):
    answer = client.get(address.format(**addresses))
    assert answer.status_code == 302
    assert "/account/" in answer.headers["Location"]


@pytest.mark.parametrize("address", [
    "/work/actions/{action}/?as_at=2022-06-01", "/work/areas/{area}/?as_at=2022-06-01",
    "/work/board/testshire/?as_at=2022-06-01", "/work/programme/testshire/actions/?as_at=2022-06-01",
])  # fmt: skip
def test_past_day_says_so_and_shows_no_form_that_changes(
    address: str, addresses: dict[str, int], lead: Client
):
    content = lead.get(address.format(**addresses)).content.decode()
    assert "as it was known on" in content
    assert content.count('method="post"') == 1  # signing out


@pytest.mark.parametrize("address", ["/work/actions/{action}/", "/work/areas/{area}/", "/work/risks/{risk}/"])
def test_before_it_was_known_there_is_nothing(address: str, addresses: dict[str, int], lead: Client):
    assert lead.get(address.format(**addresses) + "?as_at=2021-06-01").status_code == 404


@pytest.mark.parametrize("address", READ[:1] + READ[4:5] + READ[7:8] + READ[9:10] + READ[11:15])
def test_unreadable_day_is_answered_in_words(address: str, addresses: dict[str, int], lead: Client):
    answer = lead.get(address.format(**addresses) + "?as_at=someday&from=someday")
    assert b"invalid" not in answer.content.lower().replace(b"aria-invalid", b"")
    assert answer.status_code in (200, 400)


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def _more(plan: Plan, count: int, lead: Any) -> None:
    for number in range(count):
        area = make_area(plan, title=f"Area {number}")
        for _ in range(2):
            action = make_action(area, due=PartialDate(2023, 2), leads=["Jo Field"], delivery="in progress")
            action.led_by.add(lead)
            make_evidence(area, action=action)
        review = make_review(plan.programme)
        decision = decide(area)
        type(decision).objects.filter(pk=decision.pk).update(review=review)
        make_risk(plan.programme, recorded_by=person("board-member"))


@pytest.mark.parametrize("address", [
    "/work/", "/work/board/testshire/", "/work/programme/testshire/actions/", "/work/programme/testshire/risks/",
    "/work/programme/testshire/reviews/", "/work/programme/testshire/decisions/",
    "/work/programme/testshire/changes/?from=2020-01-01", "/work/programme/testshire/plans/",
])  # fmt: skip
def test_one_row_costs_as_many_queries_as_twenty(address: str, plan: Plan, lead: Any):
    _more(plan, 1, lead.user)
    few = _queries(lead, address)
    _more(plan, 19, lead.user)
    assert _queries(lead, address) == few
