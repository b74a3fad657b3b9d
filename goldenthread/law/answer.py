"""The answer of a rule that is more than one length from one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law.citation import Citation


@dataclass(frozen=True)
class Answer:
    """A day to act by, how it was reached in one sentence, and the provision."""

    due_on: date
    explanation: str
    citation: Citation

    @property
    def unconfirmed(self) -> bool:
        """Whether no instrument or official guidance was read for it."""
        return self.citation.unconfirmed
