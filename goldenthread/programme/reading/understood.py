"""What a reader understood of a plan: areas, actions, measures, months, and what was missing or odd.

Nothing here is corrected or filled in. Words stay as written; a date is only as exact as the source said; a
figure that looks wrong stays and is listed as a suspect. See `shown` for the shape of
`Understood.as_dict()`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.reading.shown import shown

Better = Literal["lower", "higher"]
Kind = Literal["plan", "measures", "plan and measures", "roadmap", "nothing understood"]
SuspectKind = Literal["unit change", "tenfold gap", "target moved", "reset", "duplicate"]


@dataclass(frozen=True)
class Value:
    """One figure of a measure.

    `number` is None when the words hold no single figure. `op` is "=", ">", "≥", "<", "≤" or "~". `unit` is
    "%", "per 100", "£", "weeks" and so on; empty when none was written. `base` is the number of people or
    plans that the figure is out of; `base_status` is "not published" for a bound such as ">85%" without one.
    """

    as_written: str
    number: Decimal | None = None
    op: str = "="
    unit: str = ""
    note: str = ""
    base: int | None = None
    base_status: str = ""


@dataclass(frozen=True)
class Point:
    """What a measure should have been, and was, at one time. `period` is None when the heading gave no
    date.
    """

    label: str
    period: PartialDate | None
    target: Value | None = None
    actual: Value | None = None


@dataclass(frozen=True)
class UnderstoodMeasure:
    """A measure with its figures. `better` is inferred; `better_how` says from what ("its name", …)."""

    name: str
    section: str
    baseline: Value | None
    target: Value | None
    points: tuple[Point, ...]
    better: Better | None
    better_how: str
    where: str


@dataclass(frozen=True)
class ProgressNote:
    """An update under the label it was given. A month without a year gives no date."""

    label: str
    date: PartialDate | None
    text: str


@dataclass(frozen=True)
class UnderstoodArea:
    """An area of weakness, priority, theme or workstream. `other` keeps labelled lines that belong to the
    area.
    """

    key: str
    number: str | None
    title: str
    text: str
    where: str
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class UnderstoodAction:
    """One action. `area` is the key of its area, or "" if it stands under none."""

    key: str
    number: str | None
    text: str
    area: str
    where: str
    due: PartialDate | None = None
    due_as_written: str = ""
    start: PartialDate | None = None
    leads: tuple[str, ...] = ()
    accountable: tuple[str, ...] = ()
    agency: str = ""
    success_criteria: tuple[str, ...] = ()
    progress: tuple[ProgressNote, ...] = ()
    status_as_written: str = ""
    rating_as_written: str = ""
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Milestones:
    """The items under one month of a roadmap. `month` is None for a heading such as “Autumn term 2024”."""

    label: str
    month: PartialDate | None
    items: tuple[str, ...]


@dataclass(frozen=True)
class Suspect:
    """A figure or action that a person should look at. Never corrected."""

    where: str
    kind: SuspectKind
    sentence: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Understood:
    """All that was understood of one file or text."""

    kind: Kind
    title: str
    areas: tuple[UnderstoodArea, ...] = ()
    actions: tuple[UnderstoodAction, ...] = ()
    measures: tuple[UnderstoodMeasure, ...] = ()
    milestones: tuple[Milestones, ...] = ()
    missing: tuple[tuple[str, tuple[str, ...]], ...] = ()
    suspects: tuple[Suspect, ...] = ()
    problems: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The same, ready for JSON: see `goldenthread.programme.reading.shown`."""
        return shown(self)
