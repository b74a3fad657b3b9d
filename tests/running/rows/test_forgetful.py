"""A view that forgets who is there and asks for everything: behind the second lock alone, it finds only what is theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, models, transaction
from django.http import HttpRequest, JsonResponse
from django.test import Client, override_settings
from django.urls import path

from goldenthread.accounts.gate import public
from goldenthread.casework.models import Case, Message
from goldenthread.people.models import Child
from goldenthread.running.rows.protected import protected_models, way_of
from tests.casework import world
from tests.readers import sign_in

pytestmark = pytest.mark.django_db

WITHOUT_A_CHILD = (
    "anonymous", "no-role", "scrutiny-councillor", "board-member", "programme-lead", "action-owner", "national-adviser",
    "communications-officer", "administrator", "local-offer-officer", "service-lead", "provider", "participation-officer",
    "safeguarding-lead", "inclusion-officer", "group-member", "adviser-answered", "inspector", "inspector-over",
    "panel-member-elsewhere", "panel-member-barred", "parent-shut-out", "setting-left",
)  # fmt: skip
"""They have no part in any child's case today."""
OF_ANOTHER_CHILD = ("parent-elsewhere", "adviser-elsewhere")


@public
def forgets(http: HttpRequest) -> JsonResponse:
    """Everything of every protected table, whoever asks."""
    return JsonResponse(
        {
            one._meta.label: list(one._default_manager.values_list("pk", flat=True))
            for one in protected_models()
        }
    )


@public
def overwrites(http: HttpRequest) -> JsonResponse:
    """Changes and removes all that it finds, whoever asks."""
    return JsonResponse({
        "changed": Child.objects.update(family_name="Gone") + Message.objects.update(words="Gone"),
        "removed": Message.objects.all().delete()[0],
    })  # fmt: skip


@public
def adds(http: HttpRequest) -> JsonResponse:
    """Writes into a case of somebody else."""
    try:
        with transaction.atomic():
            Message.objects.create(case_id=http.GET["case"], other="A", on=world.TODAY, words="Let me in")
    except DatabaseError as refused:
        return JsonResponse({"refused": str(refused)})
    return JsonResponse({})


urlpatterns = [
    path("forgets/", forgets, name="forgets"),
    path("overwrites/", overwrites, name="overwrites"),
    path("adds/", adds, name="adds"),
]


@pytest.fixture(autouse=True)
def _without_the_gate() -> Iterator[None]:
    with (
        override_settings(ROOT_URLCONF=__name__),
        time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False),
    ):
        yield


def asks(area: dict[str, Any], who: str, address: str = "/forgets/") -> Any:
    """What somebody is answered by a view that forgets."""
    client = Client() if who == "anonymous" else sign_in(Client(), area["people"][who])
    answer = client.get(address)
    assert answer.status_code == 200
    return json.loads(answer.content)


def of_ash(model: type[models.Model], area: dict[str, Any], keys: list[int]) -> Any:
    """The rows that belong to Ash or to Ash's case."""
    way, ash = way_of(model), area["ash"]
    if way is None:
        return model._default_manager.none()
    to = "__".join(field.name for field in way) or "pk"
    end = way[-1].related_model if way else model
    rows = model._default_manager.filter(pk__in=keys)
    return rows.filter(**{to: ash.pk if end is Case else ash.child.pk})


def test_somebody_without_a_part_finds_no_row_of_any_childs_table(area):
    filled = {label for label, keys in asks(area, "worker").items() if keys}
    assert len(filled) > 30, "the lock is tried on tables that hold something"
    for who in WITHOUT_A_CHILD:
        found = {label: keys for label, keys in asks(area, who).items() if keys}
        theirs = (
            {"people.Adult", "people.Household", "people.Address", "people.Residence"}
            if who == "parent-shut-out"
            else set()
        )
        assert not set(found) - theirs, f"{who} found {found}"


@pytest.mark.parametrize("who", [*OF_ANOTHER_CHILD, "setting-elsewhere", "joint-commissioner"])
def test_somebody_of_another_child_finds_nothing_of_this_one(area, who):
    found = asks(area, who)
    seen = {
        model._meta.label: list(of_ash(model, area, found[model._meta.label]).values_list("pk", flat=True))
        for model in protected_models()
    }
    if who == "setting-elsewhere":  # that school was asked whether it has a place, and Ash moves there
        assert found["casework.Case"]
        return
    assert not {label: keys for label, keys in seen.items() if keys}


def test_a_parent_finds_their_own_child_and_a_worker_the_area(area):
    parent, worker = asks(area, "parent"), asks(area, "worker")
    assert parent["people.Child"] == [area["ash"].child.pk]
    assert parent["casework.Case"] == [area["ash"].pk]
    assert set(worker["casework.Case"]) == {area["ash"].pk, area["bo"].pk}


def test_a_stranger_changes_and_removes_nothing(area):
    for who in ("anonymous", "no-role", "scrutiny-councillor", "parent-elsewhere"):
        before = Child.objects.get(pk=area["ash"].child_id), Message.objects.count()
        asks(area, who, "/overwrites/")
        assert (Child.objects.get(pk=area["ash"].child_id), Message.objects.count()) == before
        assert Child.objects.get(pk=area["ash"].child_id).family_name == before[0].family_name
        assert Message.objects.get().words == "Hello"


def test_a_stranger_adds_nothing_to_a_case(area):
    for who in ("anonymous", "scrutiny-councillor", "parent-elsewhere", "adviser-elsewhere"):
        said = asks(area, who, f"/adds/?case={area['ash'].pk}")
        assert "row-level security" in said.get("refused", ""), who
