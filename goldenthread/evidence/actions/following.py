"""Following what is published: asked for twice, so that nobody is signed up by another; told by mail; left with one button."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.evidence.models import Followed, Follower
from goldenthread.evidence.queries.following import latest_version, next_letter
from goldenthread.kit.mailing import KEPT, MailingList
from goldenthread.programme.models import Area, Plan, Programme

LIST = MailingList(
    Follower, title="Published documents", what="news of published documents",
    confirm_page="published:confirm_following", leave_page="published:leave_following",
)  # fmt: skip


@transaction.atomic
def ask_to_follow(
    *,
    email: str,
    programme: Programme,
    everything: bool = False,
    plans: Iterable[Plan] = (),
    areas: Iterable[Area] = (),
    on: date,
    by: Any,
) -> None:
    """Have the worker ask the address whether it wants this: one mail a day, and none where nothing is new to confirm."""
    from goldenthread.evidence import tasks

    forget_unconfirmed(on=on)
    found = LIST.ask(email, on)
    wanted: list[dict[str, Any]] = [{"plan": None, "area": None}] if everything else []
    wanted += [{"plan": one, "area": None} for one in plans] + [{"plan": None, "area": one} for one in areas]
    for one in wanted:
        Followed.objects.get_or_create(follower=found, programme=programme, **one)
    if found.followed.filter(is_confirmed=False).exists():
        found = LIST.ask(email, on, has_more=True)
    if found.is_to_be_asked:
        log.record("evidence.following.asked_for", subject=log.subject_of(found), by=by)
        tasks.ask_followers.defer()


@transaction.atomic
def confirm(*, key: str, on: date, by: Any) -> Follower:
    """From now on the follower is told of versions to come. Refuses a key that is unknown or too old."""
    forget_unconfirmed(on=on)
    found: Follower = LIST.held(key)
    is_new = LIST.confirm(found, latest=latest_version(), on=on)
    added = found.followed.filter(is_confirmed=False).update(is_confirmed=True)
    if is_new or added:
        log.record(
            "evidence.following.confirmed", subject=log.subject_of(found), by=by, detail={"things": added}
        )
    return found


@transaction.atomic
def leave(*, key: str, by: Any) -> None:
    """The address is forgotten with all that it followed. One that is gone already is no trouble."""
    found = LIST.found(key)
    if found is not None:
        log.record("evidence.following.left", subject=log.subject_of(found), by=by)
        found.delete()


@transaction.atomic
def forget_unconfirmed(*, on: date, by: Any = None) -> int:
    """Delete every address that nobody confirmed in time, and what a follower asked for and did not confirm."""
    count = LIST.forget(on)
    late = Follower.objects.confirmed().filter(asked_on__lt=on - KEPT)
    Followed.objects.filter(is_confirmed=False, follower__in=late).delete()
    if count:
        log.record("evidence.following.forgotten", subject="evidence", by=by, detail={"addresses": count})
    return count


def tell_followers() -> int:
    """Tell each follower of every version that says something newly of what they follow; say how many mails went."""
    return LIST.send_all(latest_version(), next_letter)
