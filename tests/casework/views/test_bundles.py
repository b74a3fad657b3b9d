"""The pages of bundles: the list, the file that comes back, and who asks."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine

from goldenthread.casework.models import Bundle
from tests.casework import planworld, world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
MOMENT = f"{planworld.ON}T10:00:00Z"


@pytest.fixture
def address(client) -> Any:
    worker = person("caseworker")
    case = planworld.drafting(worker=worker)
    sign_in(client, worker)
    return f"/casework/cases/{case.public_id}/bundles/"


@time_machine.travel(MOMENT, tick=False)
def test_a_kind_leads_to_its_papers(client, address):
    assert client.get(f"{address}?kind=panel").url == f"{address}panel/"
    assert client.get(f"{address}?kind=none").status_code == 422
    assert client.get(f"{address}nothing/").status_code == 404


@time_machine.travel(MOMENT, tick=False)
def test_the_bundle_comes_back_and_its_record_stays(client, address):
    answer = client.post(f"{address}tribunal/", {"take_chronology": "on"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    page = client.get(address).content.decode()
    assert Bundle.objects.get().sha256 in page
    assert "What happened, day by day" in page


@time_machine.travel(MOMENT, tick=False)
def test_nothing_ticked_is_refused_on_the_page(client, address):
    answer = client.post(f"{address}tribunal/", {})
    assert answer.status_code == 422
    assert "Choose at least one document" in answer.content.decode()


@time_machine.travel(MOMENT, tick=False)
def test_subject_access_is_for_one_of_the_family(client, address):
    page = client.get(f"{address}subject-access/").content.decode()
    assert "It is made for <strong>Wren Larkfield</strong>" in page
    other = world.parent_of(
        Bundle._meta.get_field("case").related_model.objects.get().child, name="Sam Other"
    )
    page = client.get(f"{address}subject-access/?reader=adult-{other.pk}").content.decode()
    assert "It is made for <strong>Sam Other</strong>" in page
    page = client.get(f"{address}subject-access/?reader=adult-999999").content.decode()
    assert "Wren Larkfield" in page
