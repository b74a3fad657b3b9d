"""Inviting a parent or a young person, and letting them in with the code of their letter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.accounts.actions.holdings import give
from goldenthread.accounts.actions.people import enrol
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.casework.models import Case, Invitation
from goldenthread.kit.errors import Refused
from goldenthread.kit.secret_links import hashed, new_code, tidied
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.people.models import Adult, Child

LENGTH = 16
"""Letters of a code: more than 75 bits, so that none is guessed."""
GOOD_FOR = timedelta(days=56)
TRIES = 5
NOT_GOOD = (
    "This code and date of birth do not go together, or the code is used up. "
    "Check both, or ask your caseworker for a new letter."
)


def spaced(code: str) -> str:
    """A code in groups of four, as the letter shows it."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


@transaction.atomic
def invite(*, case: Case, person: Adult | Child, on: date, by: Any) -> tuple[Invitation, str]:
    """An invitation and its code, which is shown this once. Earlier ones of the same person end.

    An adult may follow the case from now on.
    """
    whom = {"child": person} if isinstance(person, Child) else {"adult": person}
    if isinstance(person, Adult):
        _let_follow(case, person, on, by)
    elif person.pk != case.child_id:
        raise Refused("This young person is not of this case.")
    Invitation.objects.filter(case=case, used_on=None, void_on=None, **whom).update(void_on=on)
    code = new_code(LENGTH)
    made = Invitation.objects.create(case=case, code_hash=hashed(code), made_on=on, good_until=on + GOOD_FOR,
                                     recorded_by=by, **whom)  # fmt: skip
    log.record("casework.invitation.made", subject=log.subject_of(made), by=by)
    return made, code


def _let_follow(case: Case, adult: Adult, on: date, by: Any) -> None:
    tie = case.child.relationships.held_on(on).filter(adult=adult).first()
    if tie is None:
        raise Refused(
            f"{adult} has no part in the life of {case.child.first_name} today. Enter it first.", "person"
        )
    if not tie.may_follow:
        tie.may_follow = True
        tie.save(update_fields=["may_follow"])
        log.record("people.relationship.may_follow", subject=log.subject_of(tie), by=by)


@transaction.atomic
def _found(code: str, born_on: date, on: date) -> Invitation | None:
    """The invitation of a code, if the child's date of birth goes with it. Five wrong ones end it."""
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("case__child", "adult", "child")
        .filter(code_hash=hashed(tidied(code)), used_on=None, void_on=None, good_until__gte=on)
        .first()
    )
    if invitation is None:
        return None
    if invitation.case.child.born_on != born_on:
        invitation.tries += 1
        invitation.void_on = on if invitation.tries >= TRIES else None
        invitation.save(update_fields=["tries", "void_on"])
        return None
    return invitation


@reading_for(Purpose.LINK)
def join(*, code: str, born_on: date, email: str, password: str, on: date) -> User:
    """An account for the person of an invitation. Refuses a wrong code, and an address that signs in already."""
    invitation = _found(code, born_on, on)
    if invitation is None:
        raise Refused(NOT_GOOD, "code")
    with transaction.atomic():
        person = invitation.adult or invitation.child
        assert person is not None
        if person.user_id:
            raise Refused("You have an account already. Sign in with it.", "code")
        try:
            user = enrol(email=email, name=str(person), password=password, role="family", on=on)
        except AccountsError as trouble:
            raise Refused(str(trouble), "email") from None
        _use(invitation, user, on)
    return user


@reading_for(Purpose.LINK)
def join_as(*, code: str, born_on: date, user: User, on: date) -> None:
    """Somebody who has an account already follows one more case with a second code."""
    invitation = _found(code, born_on, on)
    if invitation is None:
        raise Refused(NOT_GOOD, "code")
    person = invitation.adult or invitation.child
    held = Adult.objects.filter(user=user).first()
    if invitation.adult is not None and held is not None and held.pk != invitation.adult.pk:
        raise Refused(
            "Your account is in another entry of ours. Ask your caseworker to put the two together.", "code"
        )
    if person is not None and person.user_id not in (None, user.pk):
        raise Refused("Somebody uses this entry already. Ask your caseworker.", "code")
    with transaction.atomic():
        if not user.holdings.held_on(on).filter(role="family").exists():
            give(user=user, role="family", starts_on=on, by=user)
        _use(invitation, user, on)


def _use(invitation: Invitation, user: User, on: date) -> None:
    """The code is used up, and the person and the account belong together."""
    if not Invitation.objects.filter(pk=invitation.pk, used_on=None, void_on=None).update(used_on=on):
        raise Refused(NOT_GOOD, "code")
    person = invitation.adult or invitation.child
    assert person is not None
    type(person).objects.filter(pk=person.pk).update(user=user)
    log.record("casework.invitation.used", subject=log.subject_of(invitation), by=user)
