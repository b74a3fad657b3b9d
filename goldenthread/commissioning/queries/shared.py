"""Shared costs with their terms, and disputes with their clocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.commissioning.models import Dispute, SharedCost, SharedTerms
from goldenthread.kit.clock import Clock


@dataclass(frozen=True)
class Shared:
    """A shared cost, its newest terms, the terms that all agreed last, and its disputes."""

    cost: SharedCost
    terms: SharedTerms
    agreed: SharedTerms | None
    disputes: list[Dispute]

    @property
    def open_disputes(self) -> list[Dispute]:
        """What is not settled yet."""
        return [one for one in self.disputes if one.settled_on is None]

    @property
    def state(self) -> tuple[str, str]:
        """A state and its words."""
        if self.open_disputes:
            return "late", "In dispute"
        if self.terms.agreed_on is None:
            return "due", "Proposed, not agreed"
        return "done", "Agreed"


def shared_costs() -> list[Shared]:
    """Each cost that is still paid, those in dispute first. Three queries."""
    rows = SharedCost.objects.filter(ended_on=None).prefetch_related("terms", "disputes")
    found = []
    for cost in rows:
        terms = list(cost.terms.all())
        agreed = next((one for one in terms if one.agreed_on), None)
        found.append(Shared(cost, terms[0], agreed, list(cost.disputes.all())))
    order = {"late": 0, "due": 1, "done": 2}
    return sorted(found, key=lambda one: (order[one.state[0]], one.cost.starts_on, one.cost.pk))


def agreed_split(costs: Sequence[Shared]) -> tuple[int, tuple[int, int, int]]:
    """How many costs have agreed terms, and what education, health and social care pay for them in a year."""
    agreed = [one.agreed for one in costs if one.agreed]
    parts = [one.parts for one in agreed]
    return len(agreed), (sum(p[0] for p in parts), sum(p[1] for p in parts), sum(p[2] for p in parts))


@dataclass(frozen=True)
class Disputed:
    """A dispute with its clock."""

    dispute: Dispute
    clock: Clock


def disputes(today: date, *, with_costs: bool) -> list[Disputed]:
    """Disputes, open ones first; about shared costs, which are of a child each, only for those who keep them. One query."""
    rows = Dispute.objects.select_related("service", "cost")
    if not with_costs:
        rows = rows.filter(cost=None)
    found = [Disputed(one, _clock(one, today)) for one in rows]
    return sorted(found, key=lambda one: (one.clock.is_done, one.clock.due))


def _clock(one: Dispute, today: date) -> Clock:
    return Clock(
        what="Settle the dispute", due=one.settle_by, today=today, who="Both partners", done_on=one.settled_on,
        why="The partners’ own procedure gives this day.",
        citation="Children and Families Act 2014, section 26(3)(g)",
        citation_href="https://www.legislation.gov.uk/ukpga/2014/6/section/26",
    )  # fmt: skip


def settled_in_time(since: date, until: date, day: date) -> tuple[int, int]:
    """Of the disputes whose last day lay in a time, how many were settled by then; those still open count as not."""
    rows = Dispute.objects.filter(settle_by__range=(since, until), raised_on__lte=day)
    values = list(rows.values_list("settle_by", "settled_on"))
    return sum(done is not None and done <= due for due, done in values), len(values)
