from __future__ import annotations

from typing import Any

import pytest

from goldenthread.audit.models import Event as Audited
from tests.casework import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
TYPED = {"given_names": "Ash", "family_name": "Example",
         "born_on_day": "4", "born_on_month": "5", "born_on_year": "2017", "sex": "F",
         "ethnicity": "WBRI", "upn": "", "uln": "", "no_number": "UN8", "known_as": ""}  # fmt: skip


def _page(client: Any, case: Any) -> str:
    return f"/casework/cases/{case.public_id}/child/"


def test_the_childs_record_is_mended_and_the_audit_says_which_lines(client):
    worker = person("caseworker")
    case = world.make_case(worker=worker)
    sign_in(client, worker)
    answer = client.post(_page(client, case), TYPED)
    assert answer.status_code == 302
    case.child.refresh_from_db()
    assert (case.child.ethnicity, case.child.sex, case.child.no_number) == ("WBRI", "F", "UN8")
    assert Audited.objects.filter(action="people.child.corrected").last().detail == {
        "fields": ["ethnicity", "no_number", "sex"]
    }


def test_a_number_that_another_child_has_is_refused(client):
    worker = person("caseworker")
    case = world.make_case(worker=worker)
    sign_in(client, worker)
    for upn in ("A999000000002", "ABC"):
        assert client.post(_page(client, case), TYPED | {"upn": upn}).status_code == 422
    taken = world.make_child("Cy", upn=_sound())
    answer = client.post(_page(client, case), TYPED | {"upn": taken.upn})
    assert "Another child has this UPN" in answer.content.decode()


def _sound() -> str:
    from goldenthread.people.identifiers import check_letter

    return check_letter("999000000123") + "999000000123"


def test_a_finer_code_that_came_with_a_file_stays_in_the_form(client):
    worker = person("caseworker")
    case = world.make_case(world.make_child(ethnicity="WENG"), worker=worker)
    sign_in(client, worker)
    assert "Code WENG" in client.get(_page(client, case)).content.decode()
