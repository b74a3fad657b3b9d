"""The audit's events as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from goldenthread.accounts.models import User
from goldenthread.audit.models import Event

PER_PAGE = 50


@dataclass(frozen=True)
class EventsPage:
    """Some events with the names of those who acted, and where older ones begin."""

    lines: list[tuple[Event, str]]
    older: int | None


def events_before(sequence: int | None, words: str = "") -> EventsPage:
    """The latest events before a number, whose action, subject or roles have these words.

    Pages go by number and not by count, so that the thousandth costs what the first does.
    """
    events = Event.objects.order_by("-sequence")
    if sequence is not None:
        events = events.filter(sequence__lt=sequence)
    for word in words.split():
        events = events.filter(
            Q(action__icontains=word)
            | Q(subject__icontains=word)
            | Q(actor_label__icontains=word)
            | Q(actor=word)
        )
    shown = list(events[: PER_PAGE + 1])
    older = shown[PER_PAGE - 1].sequence if len(shown) > PER_PAGE else None
    shown = shown[:PER_PAGE]
    names = _names({event.actor for event in shown})
    return EventsPage([(event, names.get(event.actor, "")) for event in shown], older)


def _names(actors: set[str]) -> dict[str, str]:
    """Names by public id; somebody who is no longer here has none."""
    ids = [UUID(actor) for actor in actors if actor]
    return {str(user.public_id): user.name for user in User.objects.filter(public_id__in=ids)}
