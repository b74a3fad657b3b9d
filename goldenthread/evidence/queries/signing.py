"""Who may sign a statement for whom, and what in its words must not be public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from goldenthread.evidence.models import Claim, Signatory
from goldenthread.evidence.publishing.gate import Finding, in_words
from goldenthread.evidence.queries.publications import bodies_known, people_told
from goldenthread.kit import names
from goldenthread.partners.models import Membership, Organisation
from goldenthread.programme.models import Programme


def partners_of(user: Any, day: date) -> dict[Signatory, Organisation]:
    """The signing partners to which somebody belongs on a day, with the organisation."""
    held = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), user=user, starts_on__lte=day, organisation__kind__in=Signatory.values
    ).select_related("organisation").order_by("starts_on", "pk")  # fmt: skip
    return {Signatory(one.organisation.kind): one.organisation for one in held if one.organisation}


@dataclass(frozen=True)
class Doubt:
    """Something in a sentence that could show who somebody is. What only looks like a name is left to the reader's eye."""

    finding: Finding
    stops: bool


def doubts_about(programme: Programme, claims: Iterable[Claim]) -> list[Doubt]:
    """What in these sentences could show who somebody is."""
    told, known = people_told(), bodies_known(programme)
    ready = names.Told.of(told)
    found = [
        one for claim in claims for one in in_words("A sentence", claim.text, ready, known)
    ]  # fmt: skip
    return [Doubt(one, one.what != names.WHAT or one.quote in told) for one in dict.fromkeys(found)]
