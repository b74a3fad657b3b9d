"""A child's one-page profile: theirs, in their words, with every edition kept, read by the next setting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child
from goldenthread.transitions.actions.profiles import write_profile
from goldenthread.transitions.models import Profile
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.test_moves import DAY, at, planned, school

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


def written(case, **changes):
    details = {
        "liked": "",
        "matters": "My dog",
        "support": "",
        "voice": "own",
        "edition": 0,
        "on": DAY,
        "by": None,
    }
    return write_profile(case=case, **(details | changes))


def test_each_edition_is_kept_and_the_same_words_are_none():
    case = world.make_case()
    first = written(case)
    second = written(case, matters="My dog and my bus", edition=1)
    assert written(case, matters=" My dog and my bus ", edition=2) == second
    assert list(Profile.objects.values_list("edition", "matters")) == [
        (1, first.matters),
        (2, "My dog and my bus"),
    ]
    assert AuditEvent.objects.filter(action="transitions.profile.written").count() == 2


@pytest.mark.parametrize(
    ("changes", "field"), [({"matters": "  "}, "matters"), ({"support": "x" * 601}, "support")]
)
def test_an_empty_profile_and_more_than_a_page_are_refused(changes, field):
    with pytest.raises(Refused) as refused:
        written(world.make_case(), **changes)
    assert refused.value.field == field
    assert not Profile.objects.exists()


def test_the_child_writes_it_the_worker_reads_it_and_two_who_write_at_once_lose_nothing():
    worker, own = person("caseworker"), person("family")
    case = world.make_case(worker=worker)
    Child.objects.filter(pk=case.child_id).update(user=own)
    typed = {"matters": "My dog Biscuit", "voice": "own", "edition": "0"}
    client = sign_in(Client(), own)
    assert (
        client.post(f"/my/moves/{case.public_id}/profile/write/", typed).url
        == f"/my/moves/{case.public_id}/profile/"
    )
    staff = sign_in(Client(), worker)
    assert "My dog Biscuit" in staff.get(f"/transitions/profiles/{case.public_id}/").content.decode()
    answer = staff.post(f"/transitions/profiles/{case.public_id}/write/", typed | {"matters": "What I typed"})
    assert answer.status_code == 422
    assert "newer profile meanwhile" in answer.content.decode()
    assert "What I typed" in answer.content.decode()
    assert Profile.objects.get().matters == "My dog Biscuit"


def test_the_next_setting_reads_the_last_edition_with_the_move_and_nobody_else_does():
    case = world.make_case()
    written(case)
    written(case, matters="My bus", edition=1)
    move = planned(case)
    text = sign_in(Client(), at(school())).get(f"/transitions/{move.public_id}/setting/").content.decode()
    assert "My bus" in text
    assert "My dog" not in text
    for outsider in (at(school("Other")), person("caseworker")):
        for address in (
            f"/transitions/{move.public_id}/setting/",
            f"/transitions/profiles/{case.public_id}/",
        ):
            assert sign_in(Client(), outsider).get(address).status_code == 404
