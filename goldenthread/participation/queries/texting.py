"""How far a survey's text messages are."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from goldenthread.participation.choices import TextState
from goldenthread.participation.models import Survey, TextReader


@dataclass(frozen=True)
class Texts:
    """How many agreed, how many of them are still to be asked, and what became of the messages."""

    agreed: int
    to_ask: int
    states: dict[str, int]

    @property
    def all(self) -> int:
        """How many messages there are."""
        return sum(self.states.values())

    @property
    def waiting(self) -> int:
        """How many have not gone yet, or nobody knows whether they went."""
        return self.states.get(TextState.WAITING, 0) + self.states.get(TextState.HANDED, 0)

    @property
    def percent(self) -> int:
        """How much of it is done."""
        return round(100 * (self.all - self.waiting) / self.all) if self.all else 0

    @property
    def told(self) -> list[tuple[str, int]]:
        """Each state in words with its number."""
        return [(state.label, self.states[state]) for state in TextState if self.states.get(state)]


def texts_of(survey: Survey) -> Texts:
    """The text messages of a survey."""
    agreed = TextReader.objects.filter(agreed_on__isnull=False)
    rows = survey.text_invitations.order_by().values_list("state").annotate(Count("pk"))
    return Texts(agreed.count(), agreed.exclude(invitations__survey=survey).count(), dict(rows))
