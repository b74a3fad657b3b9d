"""What keeps a plan file from being read: each trouble is a sentence with the place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """One thing that cannot be read, and where it stands."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return {"where": self.where, "sentence": self.sentence}


class BadPlan(ValueError):
    """A file that is not a plan; `troubles` says what to mend, place by place."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__("\n".join(str(one) for one in troubles))
        self.troubles = tuple(troubles)
