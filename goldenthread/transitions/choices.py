"""The words of a move."""

from __future__ import annotations

from django.db.models import TextChoices

from goldenthread.transitions.cohorts import COHORTS


def cohorts() -> list[tuple[str, str]]:
    """The cohorts as choices, read anew so that one more asks for no migration."""
    return [(one.key, one.words) for one in COHORTS]


class Level(TextChoices):
    """How much a move asks for."""

    UNIVERSAL = "universal", "Universal: what every child gets"
    TARGETED = "targeted", "Targeted: some things more"
    ENHANCED = "enhanced", "Enhanced: a move planned for this one child"

    @property
    def short(self) -> str:
        """One word."""
        return str(self.label).split(":")[0]


class Whose(TextChoices):
    """Who does a task."""

    COUNCIL = "council", "The council"
    CURRENT = "current", "The setting now"
    RECEIVING = "receiving", "The next setting"


class Term(TextChoices):
    """When in the school year before the move, and the half term after it."""

    AUTUMN = "1-autumn", "Autumn term before"
    SPRING = "2-spring", "Spring term before"
    SUMMER = "3-summer", "Summer term before"
    AFTER = "4-after", "First half term in the new setting"
