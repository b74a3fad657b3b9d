"""The demonstration's cases: some have a plan with all that follows, and every page of such a case opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goldenthread.accounts.actions.demonstration import make_people
from goldenthread.accounts.models import RoleHolding
from goldenthread.casework.actions.rebuilding import rebuild
from goldenthread.casework.demonstration import invent_area
from goldenthread.casework.models import (
    Advice,
    AdviceState,
    Case,
    Delivery,
    PlanComment,
    PlanText,
    PlanVersion,
    Review,
)
from goldenthread.casework.process.stages import Stage
from goldenthread.casework.queries.plans import plan_being_written, plan_of
from goldenthread.people.models import Child
from tests.readers import sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _area(db: None, settings: Any) -> Iterator[None]:
    settings.DEMONSTRATION = True  # whose people may sign in only there
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        make_people()
        invent_area(cases=900, seed=5, on=TODAY)
        yield


def test_some_cases_have_advice_a_plan_versions_and_what_follows():
    assert Advice.objects.filter(state=AdviceState.IN).count() > 15
    assert PlanText.objects.count() >= 8
    assert {version.stage for version in PlanVersion.objects.all()} == {"draft", "final"}
    assert all(
        sha256(bytes(version.content)).hexdigest() == version.sha256 for version in PlanVersion.objects.all()
    )
    for version in PlanVersion.objects.select_related("case__child"):
        assert plan_of(version).child.family_name == version.case.child.family_name
        assert version.issued_on == version.event.occurred_on
    for text in PlanText.objects.select_related("case"):
        assert plan_being_written(text.case, TODAY).sections["F"].lines
    assert PlanComment.objects.exists()
    assert Delivery.objects.filter(is_missed=True).exclude(why="").exists()
    assert Review.objects.exists()
    assert rebuild(by=None).differing == []


def test_the_worker_opens_every_page_of_such_a_case_and_the_parent_their_own():
    worker = sign_in(Client(), RoleHolding.objects.get(role="caseworker").user)
    for case in Case.objects.filter(plan_text__isnull=False):
        for page in ("case", "handover", "review", "delivered", "contact", "plan"):
            answer = worker.get(reverse(f"casework:{page}", args=[case.public_id]))
            assert answer.status_code == 200, (page, case)
    parent = RoleHolding.objects.get(role="family").user
    (own,) = Case.objects.filter(child__relationships__adult__user=parent)
    assert own.standing.stage == Stage.DRAFT_ISSUED
    assert sign_in(Client(), parent).get(reverse("case:follow", args=[own.public_id])).status_code == 200


def test_everybody_in_it_is_marked_as_invented():
    assert not Child.objects.filter(is_invented=False).exists()
