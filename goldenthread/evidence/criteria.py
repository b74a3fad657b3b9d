"""What area SEND inspections look at: the criteria for which a self-evaluation makes position statements, as dated data.

In our own words after the area SEND inspection framework and handbook (Ofsted and CQC, in force from 6 June 2025,
https://www.gov.uk/government/publications/area-send-framework-and-handbook/area-send-inspections-framework-and-handbook).
The list itself was written from memory of the handbook and is unconfirmed: hold it against the handbook before you rely on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SOURCE = "Area SEND inspection framework and handbook, in force from 6 June 2025 (unconfirmed: written from memory)"


@dataclass(frozen=True)
class Criterion:
    """One question of the inspectors, with the days between which it was in force."""

    code: str
    words: str
    starts: date
    ends: date | None = None

    def __str__(self) -> str:
        return self.words


_SINCE = date(2025, 6, 6)
CRITERIA = {
    one.code: one
    for one in (
        Criterion("needs", "Needs are found early and assessed well, and in time", _SINCE),
        Criterion("voice", "Children, young people and families take part in decisions about them", _SINCE),
        Criterion("help", "They get the right help when they need it", _SINCE),
        Criterion("next-steps", "They are ready for their next steps and do well", _SINCE),
        Criterion("belonging", "They are valued, seen and included where they live", _SINCE),
        Criterion("ambition", "Leaders want the best for children and young people with SEND", _SINCE),
        Criterion("working-together", "Leaders work with children, young people and families", _SINCE),
        Criterion("knowing", "Leaders share a true picture of needs in the area", _SINCE),
        Criterion(
            "buying",
            "Leaders arrange services that meet those needs, alternative provision included",
            _SINCE,
        ),
        Criterion("checking", "Leaders check what services achieve, and improve them", _SINCE),
        Criterion("practice", "Leaders make it easy for staff of all services to work well together", _SINCE),
    )
}


def criteria_in_force(day: date) -> list[Criterion]:
    """The criteria in force on a day."""
    return [one for one in CRITERIA.values() if one.starts <= day and (one.ends is None or day <= one.ends)]
