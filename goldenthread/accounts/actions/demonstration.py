"""The demonstration's people: invented, one for each role and two further board members, who sign in with both steps."""

from __future__ import annotations

import base64
import random
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from django.db import transaction

from goldenthread.accounts.actions.holdings import give
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.roles import ROLES
from goldenthread.audit.log import record

SINCE = date(2021, 9, 1)
SEED = 20211105
NAMES = {
    "programme-lead": "Asha Brennan",
    "action-owner": "Daniel Okoro",
    "board-member": "Margaret Hale",
    "scrutiny-councillor": "Gurdip Lowe",
    "national-adviser": "Ruth Ferris",
    "communications-officer": "Tom Avery",
    "inspector": "Helen Marsh",
    "administrator": "Priya Stone",
    "caseworker": "Nadia Whitlock",
    "casework-manager": "Owen Fairley",
    "panel-member": "Colin Ashby",
    "adviser": "Meera Holloway",
    "setting": "Grace Tunde",
    "local-offer-officer": "Bronwen Tull",
    "provider": "Yusuf Marlow",
    "joint-commissioner": "Paul Adeyo",
    "service-lead": "Ines Corrigan",
    "family": "Robin Calloway",
    "analyst": "Joel Hartwell",
    "participation-officer": "Dilys Okafor",
    "inclusion-officer": "Leila Stroud",
    "safeguarding-lead": "Hugh Merriman",
    "adulthood-officer": "Femi Rowntree",
    "board-member.health": "Sunil Partridge",
    "board-member.parents": "Carol Denning",
    "adult-services": "Carys Holt",
    "group-member": "Carys Penrose",
    "data-protection": "Petra Lockyer",
    "duty-officer": "Owen Wakeling",
}
"""Whoever is added comes last: the passwords of those before stay as they are."""
WORDS = [
    "amber", "barley", "cedar", "copper", "fennel", "harbour", "juniper", "lantern", "meadow", "orchard", "pebble",
    "thistle", "willow",
]  # fmt: skip


@dataclass(frozen=True)
class DemonstrationPerson:
    """One sign-in to print."""

    role: str
    name: str
    email: str
    password: str


@transaction.atomic
def make_people() -> list[DemonstrationPerson]:
    """Make whoever is missing, and give all of them. A second time changes nothing."""
    people = _people()
    emails = [person.email for person in people.values()]
    known = {user.email: user for user in User.objects.filter(email__in=emails)}
    totps = dict(Authenticator.objects.filter(user__in=known.values(), type=Authenticator.Type.TOTP)
                 .values_list("user_id", "data"))  # fmt: skip
    held = set(RoleHolding.objects.filter(user__in=known.values()).values_list("user_id", "role"))
    for key, person in people.items():
        user = known.get(person.email) or _make(person)
        role = _role(key)
        if (user.pk, role) not in held:
            give(user=user, role=role, starts_on=SINCE, by=None)
        if ROLES[role].is_staff:
            _second_step(user, _totp_secret(key), totps.get(user.pk))
    return list(people.values())


def _people() -> dict[str, DemonstrationPerson]:
    chance = random.Random(SEED)  # noqa: S311 (the same people everywhere, printed for all to read)
    return {
        key: DemonstrationPerson(
            role=ROLES[_role(key)].title,
            name=f"{name} (demonstration)",
            email=email_of(key),
            password=f"{'-'.join(chance.sample(WORDS, 3))}-{chance.randint(10, 99)}",
        )
        for key, name in NAMES.items()
    }


def email_of(key: str) -> str:
    """The address with which one of the demonstration's people signs in, by their key in `NAMES`.

    >>> email_of("board-member.health")
    'board.member.health@example.org'
    """
    return f"{key.replace('-', '.')}@example.org"


def _role(key: str) -> str:
    """The role of somebody: what stands before a dot says for whom they sit there."""
    return key.partition(".")[0]


def _make(person: DemonstrationPerson) -> User:
    user = User.objects.create_user(person.email, person.name, person.password, is_demonstration=True)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    record("accounts.user.added", subject=f"accounts.user:{user.public_id}", by=None)
    return user


def _totp_secret(key: str) -> str:
    return base64.b32encode(random.Random(f"{SEED}:{key}").randbytes(20)).decode()  # noqa: S311 (as above)


def _second_step(user: User, secret: str, stored: dict[str, str] | None) -> None:
    """Keep the secret that can be read; one written under another SECRET_KEY is written anew."""
    if stored and decrypt(stored["secret"]) == secret:
        return
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    TOTP.activate(user, secret)
