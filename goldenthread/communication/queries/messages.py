"""Messages as they stand: what is late, whether people came, and whether they know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum

from goldenthread.communication.models import Message, ShortAddress, Step
from goldenthread.participation.queries.waves import Line, lines
from goldenthread.programme.models import Action


def messages(day: date) -> QuerySet[Message]:
    """Every message, with how many of its steps are done and late."""
    late = Q(steps__done_on=None, steps__due_on__lt=day)
    return Message.objects.select_related("action").annotate(
        steps_all=Count("steps"), steps_done=Count("steps", filter=~Q(steps__done_on=None)),
        steps_late=Count("steps", filter=late),
    )  # fmt: skip


def late_steps(day: date) -> QuerySet[Step]:
    """What should have gone out and did not, the longest overdue first."""
    return Step.objects.filter(done_on=None, due_on__lt=day).select_related("message")


@dataclass(frozen=True)
class Landed:
    """Whether a message reached people: those who came by its addresses, and what they answered, wave by wave."""

    addresses: list[ShortAddress]
    lines: list[Line]


def landed(message: Message, day: date) -> Landed:
    """Visits of the message's own addresses, and published answers to its question in exactly its words."""
    visited = message.addresses.annotate(visited=Sum("visits__times", filter=Q(visits__day__lte=day)))
    asked = [line for line in lines(day, also=message.question) if line.words == message.question]
    return Landed(list(visited), asked if message.question else [])


def for_action(action: Action) -> QuerySet[Message]:
    """The messages that serve an action of the plan."""
    return Message.objects.filter(action=action).order_by(F("starts_on").desc(), "pk")
