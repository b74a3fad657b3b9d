"""How many came by which printed code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from goldenthread.communication.choices import Channel
from goldenthread.communication.models import ShortAddress, Visits

LATELY = timedelta(days=30)


def addresses(day: date) -> QuerySet[ShortAddress]:
    """Every short address with its visits: of the last 30 days, and of all."""
    lately = Q(visits__day__gt=day - LATELY, visits__day__lte=day)
    return ShortAddress.objects.select_related("message").annotate(
        lately=Sum("visits__times", filter=lately, default=0), ever=Sum("visits__times", default=0)
    )


def by_channel(first: date, last: date) -> list[tuple[str, int]]:
    """Visits of each channel in a period, the most first; channels that have addresses and no visit among them."""
    within = Q(visits__day__gte=first, visits__day__lte=last)
    rows = ShortAddress.objects.order_by().values_list("channel").annotate(
        times=Sum("visits__times", filter=within, default=0)
    )  # fmt: skip
    return sorted(
        ((Channel(channel).label, times) for channel, times in rows), key=lambda one: (-one[1], one[0])
    )


def by_month(address: ShortAddress) -> list[tuple[date, int]]:
    """The visits of each month."""
    rows = Visits.objects.filter(address=address).order_by().annotate(month=TruncMonth("day"))
    return list(rows.values_list("month").annotate(Sum("times")).order_by("month"))


def csv_rows() -> Iterator[list[str]]:
    """One line for each address and day: what is kept, and all that is kept."""
    yield ["code", "channel", "stands_in", "leads_to", "day", "visits"]
    rows = Visits.objects.order_by("address__code", "day").values_list(
        "address__code", "address__channel", "address__stands_in", "address__leads_to", "day", "times"
    )
    for *words, day, times in rows.iterator():
        yield [*words, day.isoformat(), str(times)]
