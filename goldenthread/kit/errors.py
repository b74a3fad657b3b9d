"""What an action refuses, in sentences for the page. `field` names the answer to mend."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """Something that the rules of a room do not allow."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field


class Conflict(Refused):
    """Somebody else changed the record meanwhile. Carries their version; what you typed is not lost."""

    def __init__(self, theirs: Any) -> None:
        super().__init__(
            "Somebody else changed this while you were writing. Nothing of yours has been saved yet."
        )
        self.theirs = theirs
