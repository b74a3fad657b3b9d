"""A group's own room: members alone read drafts, members alone let others in, and the council reads what is shared."""

from __future__ import annotations

import json

import pytest
import time_machine
from django.test import Client

from goldenthread.accounts.models import User
from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.participation.actions import workspace
from goldenthread.participation.models import GroupMember, GroupPaper, SharedPaper
from goldenthread.partners.models import Organisation
from tests.participation import world
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
DAY = world.TODAY


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def member():
    return person("group-member")


def test_draft_is_read_by_its_group_and_by_nobody_else(member):
    draft = world.room(member)
    other = person("group-member")
    world.room(other, "Another group")
    address = f"/our-group/papers/{draft.public_id}/"
    assert "Nobody asks us in time." in sign_in(Client(), member).get(address).content.decode()
    assert "What we think" in sign_in(Client(), member).get("/our-group/").content.decode()
    tried = [
        other,
        *(
            person(role)
            for role in ("participation-officer", "administrator", "programme-lead", "safeguarding-lead")
        ),
    ]
    for reader in tried:
        client = sign_in(Client(), reader)
        assert client.get(address).status_code in (403, 404)
        assert client.post(address, {"share": "1"}).status_code in (403, 404)
        assert not GroupPaper.objects.all().known_to(standing_on(reader, DAY)).filter(pk=draft.pk).exists()
    assert "What we think" not in sign_in(Client(), tried[1]).get("/voice/rooms/").content.decode()
    assert not SharedPaper.objects.exists()


def test_audit_says_nothing_of_what_is_written(member):
    workspace.share_paper(paper=world.room(member), on=DAY, by=member)
    told = json.dumps(
        [[one.subject, one.detail] for one in Event.objects.filter(action__startswith="participation.")]
    )
    for words in ("Nobody asks", "What we think", member.email):
        assert words not in told
    assert Event.objects.filter(action="participation.paper.shared").count() == 1


def test_council_reads_words_as_they_were_shared_until_they_are_taken_back(member):
    draft = world.room(member)
    shared = workspace.share_paper(paper=draft, on=DAY, by=member)
    workspace.change_paper(
        paper=draft, title="What we think", words="Something new.", based_on=1, on=DAY, by=member
    )
    officer = sign_in(Client(), person("participation-officer"))
    page = officer.get(f"/voice/rooms/papers/{shared.public_id}/").content.decode()
    assert "Nobody asks us in time." in page
    assert "Something new." not in page
    assert str(member) not in page
    with pytest.raises(Refused, match="Take it back first"):
        workspace.delete_paper(paper=draft, by=member)
    again = workspace.share_paper(paper=draft, on=DAY, by=member)
    assert officer.get(f"/voice/rooms/papers/{shared.public_id}/").status_code == 404
    workspace.take_back(paper=draft, on=DAY, by=member)
    assert officer.get(f"/voice/rooms/papers/{again.public_id}/").status_code == 404


def test_council_opens_a_room_once_and_lets_nobody_in_afterwards(member):
    group = world.room(member).group
    officer = person("participation-officer")
    with pytest.raises(Refused, match="the council cannot"):
        workspace.open_room(group=group, email=person("group-member").email, on=DAY, by=officer)
    both = person("group-member")
    both.holdings.create(role="participation-officer", starts_on=DAY)
    for email in (officer.email, both.email, "nobody@example.org"):
        with pytest.raises(Refused, match="cannot belong"):
            workspace.let_in(group=group, email=email, on=DAY, by=member)
    council = Organisation.objects.create(name="A council", kind="council")
    with pytest.raises(Refused, match="Only a forum"):
        workspace.open_room(group=council, email=both.email, on=DAY, by=officer)


def test_member_who_takes_a_role_of_the_council_reads_no_more(member):
    draft = world.room(member)
    member.holdings.create(role="participation-officer", starts_on=DAY)
    assert sign_in(Client(), member).get(f"/our-group/papers/{draft.public_id}/").status_code == 404


def test_room_whose_members_are_all_gone_is_opened_anew_and_empty(member):
    draft = world.room(member)
    User.objects.filter(pk=member.pk).update(is_active=False, suspended_on=DAY)
    heir = person("group-member")
    workspace.open_room(group=draft.group, email=heir.email, on=DAY, by=person("participation-officer"))
    assert not GroupPaper.objects.exists()
    assert [one.user for one in GroupMember.objects.filter(ended_on=None)] == [heir]
    assert Event.objects.filter(action="participation.room.opened").last().detail == {"drafts_deleted": True}


def test_members_let_each_other_in_and_the_last_one_stays(member):
    group = world.room(member).group
    friend = person("group-member")
    client = sign_in(Client(), member)
    assert client.post("/our-group/members/", {"email": friend.email}).status_code == 302
    assert "What we think" in sign_in(Client(), friend).get("/our-group/").content.decode()
    row = GroupMember.objects.get(user=friend)
    assert client.post("/our-group/members/", {"end": row.pk}).status_code == 302
    assert "You belong to no group here" in sign_in(Client(), friend).get("/our-group/").content.decode()
    with pytest.raises(Refused, match="the last member"):
        workspace.end_membership(
            group=group, member=GroupMember.objects.get(user=member).pk, on=DAY, by=member
        )
    assert client.post("/our-group/members/", {"email": "x"}).status_code == 422


def test_two_who_write_at_once_lose_nothing(member):
    draft = world.room(member)
    workspace.change_paper(paper=draft, title="T", words="Hers", based_on=1, on=DAY, by=member)
    with pytest.raises(Conflict):
        workspace.change_paper(paper=draft, title="T", words="His", based_on=1, on=DAY, by=member)
    client = sign_in(Client(), member)
    address = f"/our-group/papers/{draft.public_id}/"
    page = client.post(address, {"title": "T", "words": "His", "based_on": "1"})
    assert page.status_code == 422
    assert "Hers" in page.content.decode()
    assert "His" in page.content.decode()
    assert client.post(address, {"title": "T", "words": "Hers and his", "based_on": "2"}).status_code == 302
    assert client.post(address, {"delete": "1"}).status_code == 302
    assert not GroupPaper.objects.exists()
