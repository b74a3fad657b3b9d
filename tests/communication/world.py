"""A message and an address for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.communication.actions import addresses, messages
from goldenthread.communication.choices import Channel
from goldenthread.communication.models import Message, ShortAddress, Step

TODAY = date(2026, 11, 26)
FIELDS: dict[str, Any] = {
    "words": "You can look up how long the wait is.", "audience": "Parents", "action": None, "who": "Communications",
    "question": "", "starts_on": TODAY - timedelta(days=30), "ends_on": TODAY + timedelta(days=30),
}  # fmt: skip


def message(**fields: Any) -> Message:
    """Something that families should know."""
    return messages.write_message(fields=FIELDS | fields, by=None)


def step(**fields: Any) -> Step:
    """One step of a message of its own."""
    given = {"channel": Channel.SCHOOLS, "what": "Three sentences", "who": "Communications", "due_on": TODAY}
    return messages.add_step(message=message(), by=None, **given | fields)


def address(leads_to: str = "/local-offer/", **fields: Any) -> ShortAddress:
    """A code on a poster."""
    given = {"channel": Channel.POSTER, "stands_in": "Poster, library", "on": TODAY}
    return addresses.make_address(leads_to=leads_to, by=None, **given | fields)
