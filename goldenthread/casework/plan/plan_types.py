"""Types of plan and their sections, as data: dated, and by cohort.

plan_types.json holds what is law; another type is another entry there.

Checks never ask for "section F": they ask for the sections that hold provision, so that they serve every type.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from goldenthread.casework.plan.errors import BadPlan, Trouble
from goldenthread.casework.plan.lines import LINES
from goldenthread.law.words import in_words, listed

FILE = Path(__file__).with_name("plan_types.json")


@dataclass(frozen=True, kw_only=True)
class SectionKind:
    """A section that a type of plan has, and what is asked of it."""

    key: str
    title: str
    holds: str
    field: str = ""
    answered_in: tuple[str, ...] = ()
    must_be_answered: bool = False
    own_words: bool = False
    agreed: bool = False
    under_age: int = 0
    blank_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.holds not in LINES:
            raise ValueError(
                f"Section {self.key} holds “{self.holds}”; a section can hold {listed(sorted(LINES))}."
            )


@dataclass(frozen=True)
class SectionSet:
    """The sections of a type for the plans of some years and some children."""

    starts: date
    ends: date | None
    cohort: str
    cites: str
    url: str
    sections: tuple[SectionKind, ...]

    def covers(self, day: date, cohort: str) -> bool:
        """Whether these sections count on a day for a cohort."""
        return self.cohort == cohort and self.starts <= day and (self.ends is None or day <= self.ends)

    def section(self, key: str) -> SectionKind | None:
        """A section by its key."""
        return next((one for one in self.sections if one.key == key), None)


@dataclass(frozen=True)
class PlanType:
    """A type of plan and all section sets that it ever had."""

    key: str
    title: str
    versions: tuple[SectionSet, ...]


Types = Mapping[str, PlanType]


def types_from(content: Mapping[str, Any]) -> dict[str, PlanType]:
    """Types from the content of a file like plan_types.json."""
    return {
        key: PlanType(key, one["title"], tuple(_set(version) for version in one["versions"]))
        for key, one in content.items()
    }


def _set(version: Mapping[str, Any]) -> SectionSet:
    sections = tuple(_kind(one) for one in version["sections"])
    ends = date.fromisoformat(version["ends"]) if version.get("ends") else None
    cites = version["cites"]
    return SectionSet(
        date.fromisoformat(version["starts"]),
        ends,
        version.get("cohort", ""),
        cites["text"],
        cites["url"],
        sections,
    )


def _kind(section: Mapping[str, Any]) -> SectionKind:
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in section.items()
    }
    return SectionKind(**given)


@cache
def known_types() -> dict[str, PlanType]:
    """The types of plan_types.json."""
    return types_from(json.loads(FILE.read_text(encoding="utf-8")))


def section_set(key: str, on: date, cohort: str = "", types: Types | None = None) -> SectionSet:
    """The sections of a type on a day. BadPlan says which types, days and cohorts there are."""
    types = known_types() if types is None else types
    if key not in types:
        raise BadPlan(
            [Trouble("type", f"“{key}” is no type of plan. The types are {listed(sorted(types))}.")]
        )
    for version in types[key].versions:
        if version.covers(on, cohort):
            return version
    group = f" for “{cohort}”" if cohort else ""
    raise BadPlan(
        [
            Trouble(
                "type",
                f"No sections of “{key}” are known for {in_words(on)}{group}. Check the day and the cohort.",
            )
        ]
    )
