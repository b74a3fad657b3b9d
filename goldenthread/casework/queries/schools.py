"""The schools and colleges that can be asked about a plan."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.casework.models import Consultation
from goldenthread.partners.models import Organisation

MOST = 2_000


def schools() -> QuerySet[Organisation]:
    """Every organisation that teaches, by name."""
    return Organisation.objects.filter(Q(setting__isnull=False) | Q(kind="education")).order_by("name")[:MOST]


def questions_to(standing: Any) -> QuerySet[Consultation]:
    """What is asked of somebody’s school, unanswered ones first."""
    held = Consultation.objects.known_to(standing).select_related(
        "case__child", "school", "version", "case__authority"
    )
    return held.order_by("answered_on", "asked_on")


def replies_for_family(case: Any) -> QuerySet[Consultation]:
    """The schools that were asked and what they answered, as the family reads it."""
    return case.consultations.select_related("school").order_by("asked_on", "pk")
