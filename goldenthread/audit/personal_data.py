"""What is held about people: one such module in each room, kept complete by tests/house/test_personal_data.py.

Each room's `personal_data.py` has two tables:

    PERSONAL = {"User.email": Held("identity", seen_by="administrators", kept="2 years after leaving")}
    NOT_PERSONAL = {"Plan": "title summary published_on"}      (the model, and its fields with spaces between)

A field belongs in one of them if it is a text, a date, JSON, a file, or points to a user; choices, numbers and yes/no
need not be listed. A text that people fill freely (`notes`) can hold anything: it is PERSONAL. "*.recorded_by" stands
for that field of every model of the room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["identity", "contact", "account", "work", "free text", "child", "health"]


@dataclass(frozen=True)
class Held:
    """A kind of personal data, who may see it, and how long it is kept."""

    kind: Kind
    seen_by: str
    kept: str


PERSONAL = {
    "Event.actor": Held("account", seen_by="those who look after the audit", kept="as long as the audit"),
    "Event.actor_label": Held("work", seen_by="those who look after the audit", kept="as long as the audit"),
}
NOT_PERSONAL = {
    "Event": "at action subject detail previous_hash hash",
    "Head": "hash mac",
}
