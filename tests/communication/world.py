"""A message and an address for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.communication.actions import addresses, cards, messages
from goldenthread.communication.choices import Channel
from goldenthread.communication.models import Card, Message, PrintRun, ShortAddress, Step, Translation

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


WORDS = {
    "title": "Help for your child",
    "lines": "Look at the Local Offer.\nIt is free.",
    "phone": "01632 960 123",
}
RUN: dict[str, Any] = {
    "number": 1, "language": "en", "copies": 100, "printed_on": TODAY, "printed_by": "Print room", "address": None,
    "organisation": None, "place": "Library", "left": 80, "left_on": TODAY,
}  # fmt: skip


def card(slug: str = "help", **fields: Any) -> Card:
    """A card in English."""
    return cards.add_card(slug=slug, fields=WORDS | fields, on=TODAY, by=None)


def translation(held: Card, language: str = "pl", based_on: int = 0, **fields: Any) -> Translation:
    """A card’s newest wording in another language."""
    words = {"title": "Pomoc", "lines": "Zobacz.", "checked_by": "", "checked_on": None} | fields
    wording = held.wordings.all()[0]
    return cards.translate(wording=wording, language=language, based_on=based_on, fields=words, by=None)


def print_run(**fields: Any) -> PrintRun:
    """A hundred of a card of its own, eighty of them left in a library."""
    return cards.record_run(card=card(), fields=RUN | fields, by=None)
