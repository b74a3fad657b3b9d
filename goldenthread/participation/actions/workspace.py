"""A group's own room: opened once by the council for its first member, and from then on the group's alone.

No event says what is written: the audit is read by people of whom the group may not want to be read.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing_on
from goldenthread.audit import log
from goldenthread.participation.errors import Conflict, Refused
from goldenthread.participation.models import GroupMember, GroupPaper, SharedPaper
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Organisation

OF_PEOPLE = (OrganisationKind.FORUM, OrganisationKind.VOLUNTARY, OrganisationKind.OTHER)
"""Kinds of organisation that can have a room of their own."""


def _account(email: str, on: date) -> User:
    """The account of somebody who may belong to a group and does not work for the council or a partner."""
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None or not _may_belong(user, on):
        raise Refused(
            "No account of a member of a forum or group has this address. An administrator can give one. Whoever also has a "
            "role of the council or a partner cannot belong to a group’s own room.",
            "email",
        )
    return user


def _may_belong(user: User, on: date) -> bool:
    standing = standing_on(user, on)
    return not standing.is_staff and standing.may(Permission.KEEP_GROUP_PAPERS)


def _locked(group: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=group.pk)


def _acting(group: Organisation, on: date) -> list[GroupMember]:
    held = GroupMember.objects.filter(group=group, ended_on=None).select_related("user")
    return [one for one in held if one.user.is_active and _may_belong(one.user, on)]


@transaction.atomic
def open_room(*, group: Organisation, email: str, on: date, by: Any) -> GroupMember:
    """A room for a group, with its first member. Refused while anybody belongs to it: members name each other.

    Where nobody is left who can come in, it is opened anew and empty: drafts of those before are deleted, never handed on.
    """
    held = _locked(group)
    if held.kind not in OF_PEOPLE:
        raise Refused(
            "Only a forum, a voluntary organisation or a group of people can have a room of its own.", "group"
        )
    if _acting(held, on):
        raise Refused("This group has its room. Its members let others in; the council cannot.", "group")
    user = _account(email, on)
    GroupMember.objects.filter(group=held, ended_on=None).update(ended_on=on)
    deleted, _ = GroupPaper.objects.filter(group=held).delete()
    member = GroupMember.objects.create(group=held, user=user, added_on=on, added_by=by)
    log.record(
        "participation.room.opened",
        subject=log.subject_of(held),
        by=by,
        detail={"drafts_deleted": bool(deleted)},
    )
    return member


@transaction.atomic
def let_in(*, group: Organisation, email: str, on: date, by: Any) -> GroupMember:
    """Another member, named by one. Somebody who belongs already is no trouble."""
    held = _locked(group)
    user = _account(email, on)
    member, is_new = GroupMember.objects.get_or_create(
        group=held, user=user, ended_on=None, defaults={"added_on": on, "added_by": by}
    )
    if is_new:
        log.record("participation.member.let_in", subject=log.subject_of(held), by=by)
    return member


@transaction.atomic
def end_membership(*, group: Organisation, member: int, on: date, by: Any) -> None:
    """Somebody no longer belongs. Refuses the last one: nobody could come in any more."""
    held = _locked(group)
    rows = GroupMember.objects.filter(group=held, ended_on=None)
    if rows.filter(pk=member).exists():
        if rows.count() == 1:
            raise Refused("This is the last member. Let somebody else in first.")
        rows.filter(pk=member).update(ended_on=on)
        log.record("participation.member.ended", subject=log.subject_of(held), by=by)


@transaction.atomic
def write_paper(*, group: Organisation, title: str, words: str, on: date, by: Any) -> GroupPaper:
    """A new draft of the group."""
    paper = GroupPaper.objects.create(
        group=group, title=title.strip(), words=words.strip(), written_on=on, written_by=by
    )
    log.record("participation.draft.written", subject=log.subject_of(group), by=by)
    return paper


@transaction.atomic
def change_paper(
    *, paper: GroupPaper, title: str, words: str, based_on: int, on: date, by: Any
) -> GroupPaper:
    """Other words. Raises Conflict where somebody else of the group changed it meanwhile."""
    held = GroupPaper.objects.select_for_update().get(pk=paper.pk)
    if held.edition != based_on:
        raise Conflict(held)
    held.title, held.words, held.edition = title.strip(), words.strip(), held.edition + 1
    held.written_on, held.written_by = on, by
    held.save(update_fields=["title", "words", "edition", "written_on", "written_by"])
    log.record("participation.draft.written", subject=log.subject_of(held.group), by=by)
    return held


@transaction.atomic
def share_paper(*, paper: GroupPaper, on: date, by: Any) -> SharedPaper:
    """The council can read it from now on, as it is now. Sharing it again shows the new words and takes the old ones back."""
    held = GroupPaper.objects.select_for_update().select_related("group").get(pk=paper.pk)
    held.shared.filter(taken_back_on=None).update(taken_back_on=on)
    shared = SharedPaper.objects.create(group=held.group, paper=held, title=held.title, words=held.words, shared_on=on,
                                        shared_by=by)  # fmt: skip
    log.record("participation.paper.shared", subject=log.subject_of(shared), by=by)
    return shared


@transaction.atomic
def take_back(*, paper: GroupPaper, on: date, by: Any) -> None:
    """The council can no longer open what was shared. What it read it has read."""
    held = GroupPaper.objects.select_for_update().get(pk=paper.pk)
    for shared in held.shared.filter(taken_back_on=None):
        shared.taken_back_on = on
        shared.save(update_fields=["taken_back_on"])
        log.record("participation.paper.taken_back", subject=log.subject_of(shared), by=by)


@transaction.atomic
def delete_paper(*, paper: GroupPaper, by: Any) -> None:
    """A draft goes for good. What was shared of it stays shared until it is taken back."""
    held = GroupPaper.objects.select_for_update().get(pk=paper.pk)
    if held.shared.filter(taken_back_on=None).exists():
        raise Refused("The council can read this one. Take it back first, then delete it.")
    log.record("participation.draft.deleted", subject=log.subject_of(held.group), by=by)
    held.delete()
