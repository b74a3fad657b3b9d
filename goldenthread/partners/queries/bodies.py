"""Bodies as they were on a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from goldenthread.partners.models import Body, Meeting, Membership


def name_on(body: Body, day: date) -> str:
    """The name that a body went by on a day."""
    for earlier in body.earlier_names.all():
        has_begun = earlier.from_on is None or earlier.from_on.first <= day
        if has_begun and earlier.until_on is not None and day <= earlier.until_on.last:
            return earlier.name
    return body.name


def meetings_until(body: Body, day: date) -> QuerySet[Meeting]:
    """Meetings that were over at the end of a day, the latest first; one known by its month counts after the month."""
    return body.meetings.filter(held_on__endswith__lte=day + timedelta(days=1)).order_by("-held_on")


def members_on(body: Body, day: date) -> QuerySet[Membership]:
    """Who sat on a body on a day."""
    in_force = Q(ends_on=None) | Q(ends_on__gte=day)
    return (
        body.memberships.filter(in_force, starts_on__lte=day)
        .select_related("user")
        .order_by("user__name", "pk")
    )
