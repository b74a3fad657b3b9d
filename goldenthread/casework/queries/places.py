"""The authority whose cases these are, and whose team somebody belongs to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q

from goldenthread.kit.errors import Refused
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Membership, Organisation, Team


def our_authority() -> Organisation:
    """The council that runs this system: the one called as the settings name it, or the only one there is."""
    councils = Organisation.objects.filter(kind=OrganisationKind.COUNCIL)
    named = councils.filter(Q(name=settings.AREA_NAME) | Q(short_name=settings.AREA_NAME)).first()
    found = named or (councils.first() if councils.count() == 1 else None)
    if found is None:
        raise Refused("No council is entered yet: an administrator must enter the one that runs this system.")
    return found


def is_ours(name: str) -> bool:
    """Whether a name somebody else wrote is this authority's: its whole name, or the short one; not while ours is unknown."""
    try:
        ours = our_authority()
    except Refused:
        return False
    return name.casefold().strip() in {ours.name.casefold(), ours.short_name.casefold()} - {""}


def team_of(user: Any, on: date) -> Team | None:
    """The team to which somebody belongs on a day."""
    held = Membership.objects.filter(user=user, team__isnull=False, starts_on__lte=on)
    membership = held.filter(Q(ends_on=None) | Q(ends_on__gte=on)).select_related("team").first()
    return membership.team if membership else None
