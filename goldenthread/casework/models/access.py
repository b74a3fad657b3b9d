"""Who has a part in a case, from when to when. Without one of these nobody sees it, whatever their role."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.kit.spans import AskedAsAtADay, Span, ends_after_it_starts


class Allocation(Span):
    """A caseworker has a case: as their own, or as cover for somebody on leave."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="allocations")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="allocations")
    is_cover = models.BooleanField(default=False)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            ends_after_it_starts("allocation"),
            models.UniqueConstraint(
                name="case_has_one_worker", fields=["case"], condition=Q(ends_on=None, is_cover=False)
            ),
        ]
        indexes = [models.Index(name="allocation_of_worker", fields=["worker", "ends_on"])]

    def __str__(self) -> str:
        return f"{self.worker} from {self.starts_on}"


class AdviceAccessQuerySet(AskedAsAtADay, ScopedQuerySet):
    """Requests that are open to professionals."""

    def known_to(self, standing: Any) -> Self:
        """One's own, until they end, and never past a bar."""
        from goldenthread.casework.access import advising, cases_known_to

        cases = Case.objects.filter(cases_known_to(standing, advising)).values("pk")
        return self.held_on(standing.day).filter(adviser=standing.user, case__in=cases)


class AdviceAccess(Span):
    """A professional who was asked for advice sees what the request needs, until it is answered."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="advice_accesses")
    request = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="advice_accesses"
    )

    objects = AdviceAccessQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("advice_access")]

    def __str__(self) -> str:
        return f"{self.adviser} from {self.starts_on}"

    def permitted_to(self, standing: Any) -> frozenset[Any]:
        """What somebody may do with it: as their part in the case allows."""
        return self.case.permitted_to(standing)


class Grant(Span):
    """Leave to see a restricted case, given by a manager for a reason."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="grants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="case_grants")
    reason = models.CharField(max_length=500)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("case_grant")]

    def __str__(self) -> str:
        return f"{self.user}: {self.reason}"


class Bar(Span):
    """Somebody who may not see a case: their own child, a relative, a neighbour. It beats every role and grant."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="bars")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="case_bars")
    reason = models.CharField(max_length=500)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [ends_after_it_starts("case_bar")]

    def __str__(self) -> str:
        return f"{self.user}: {self.reason}"
