"""People of a provider keep their own organisation's entries with an account, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from goldenthread.accounts.actions.people import suspend
from goldenthread.audit.models import Event
from goldenthread.localoffer.actions import upkeep
from goldenthread.localoffer.actions.keepers import let_keep, take_back
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Keeper, Service, ServiceVersion
from tests.localoffer import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
OTHER = {"id": "00000000-0000-4000-8000-00000000ffff", "name": "Another club", "description": "For all"}


@pytest.fixture
def entries() -> Iterator[tuple[Service, Service]]:
    with time_machine.travel(world.NOW, tick=False):
        world.load(world.record(1, "Chess", description="Weekly"), world.record(2, "Go", organization=OTHER))
        yield world.service("Chess"), world.service("Go")


@pytest.fixture
def provider(entries: Any) -> Any:
    user = person("provider")
    let_keep(provider=entries[0].provider, email=user.email.upper(), on=world.TODAY, by=None)
    return user


def typed(service: Service, **changes: str) -> dict[str, Any]:
    return {"name": service.name, "description": "Weekly", **changes}


def test_provider_changes_its_own_entry_and_the_change_waits(entries, provider):
    chess, _ = entries
    own = sign_in(Client(), provider, second_step=False)
    address = f"/local-offer/mine/{chess.public_id}/"
    assert "Chess" in own.get("/local-offer/mine/").content.decode()
    assert own.post(address, typed(chess, name="Chess at ten")).status_code == 302
    version = ServiceVersion.objects.get(state="waiting")
    assert (version.submitted_by, version.record["name"]) == (provider, "Chess at ten")
    assert "Your changes wait" in own.get("/local-offer/mine/").content.decode()
    upkeep.approve(version=version, now=world.NOW, by=person("local-offer-officer"))
    chess.refresh_from_db()
    assert (chess.name, chess.origin) == ("Chess at ten", "provider")
    own.post(address, {"still_right": "yes"})
    chess.refresh_from_db()
    assert (chess.assured_on, chess.assured_by) == (world.TODAY, "A club")


def test_another_organisations_entry_is_not_there(entries, provider):
    own = sign_in(Client(), provider, second_step=False)
    _, go = entries
    assert own.get(f"/local-offer/mine/{go.public_id}/").status_code == 404
    assert own.post(f"/local-offer/mine/{go.public_id}/", typed(go, name="Mine")).status_code == 404
    assert not ServiceVersion.objects.filter(state="waiting").exists()
    assert "Go" not in own.get("/local-offer/mine/").content.decode().split("<main")[1].split("</main>")[
        0
    ].split("href")


def test_who_is_let_go_or_whose_role_has_ended_keeps_nothing(entries, provider):
    chess, _ = entries
    own = sign_in(Client(), provider, second_step=False)
    take_back(provider=chess.provider, keeper=Keeper.objects.get().pk, by=None)
    take_back(provider=chess.provider, keeper=1, by=None)
    assert own.get(f"/local-offer/mine/{chess.public_id}/").status_code == 404
    let_keep(provider=chess.provider, email=provider.email, on=world.TODAY, by=None)
    provider.holdings.update(ends_on=world.TODAY - timedelta(days=1))
    assert own.get(f"/local-offer/mine/{chess.public_id}/").status_code == 404
    assert own.get("/local-offer/mine/").status_code == 403


def test_officer_gives_entries_to_an_account_and_takes_them_back(entries):
    chess, _ = entries
    officer, user = sign_in(Client(), person("local-offer-officer")), person("provider")
    address = f"/local-offer/keep/services/{chess.public_id}/"
    refused = officer.post(address, {"email": person("family").email})
    assert refused.status_code == 422
    assert "Ask an administrator for one" in refused.content.decode()
    officer.post(address, {"email": user.email})
    officer.post(address, {"email": user.email})
    keeper = Keeper.objects.get()
    assert (keeper.user, keeper.provider) == (user, chess.provider)
    officer.post(address, {"take_back": str(keeper.pk)})
    officer.post(address, {"take_back": "no number"})
    assert not Keeper.objects.exists()
    made = Event.objects.filter(action__startswith="localoffer.keeper").order_by("sequence")
    assert [one.action for one in made] == ["localoffer.keeper.added", "localoffer.keeper.removed"]


def test_suspended_account_cannot_be_given_entries(entries):
    user = person("provider")
    suspend(user=user, on=world.TODAY, by=person("administrator"))
    with pytest.raises(Refused):
        let_keep(provider=entries[0].provider, email=user.email, on=world.TODAY, by=None)


def test_list_costs_the_same_for_one_entry_as_for_twenty(entries, provider, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    own = sign_in(Client(), provider, second_step=False)
    with CaptureQueriesContext(connection) as one:
        own.get("/local-offer/mine/")
    world.load(*(world.record(100 + n, f"Chess {n}") for n in range(19)))
    with django_assert_num_queries(len(one)):
        assert own.get("/local-offer/mine/").content.decode().count("gt-services__one") == 20
