"""For whom a plan is rendered. What one reader may never learn is in no page and no file that is made for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import Case, PlanVersion
from goldenthread.casework.plan.masking import masked
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.shapes import Plan
from goldenthread.casework.queries.plans import private_words
from goldenthread.casework.queries.talking import parties_of
from goldenthread.people.models import Adult, Child
from goldenthread.people.queries.addresses import protected_words

ANYBODY = "anybody"
"""Whoever is not of the family: schools, visitors, a copy for the file. Nobody’s address or telephone stands in it."""


@dataclass(frozen=True)
class PlanReader:
    """Somebody for whom a plan is rendered, and the words that they may never learn."""

    key: str
    name: str
    hidden: frozenset[str]


def readers_of_plan(case: Case, on: date) -> list[PlanReader]:
    """Each of the family, and anybody else."""
    family = [PlanReader(key, str(one), _hidden_from(case, one, on)) for key, one in parties_of(case, on)]
    return [*family, anybody(case)]


def anybody(case: Case) -> PlanReader:
    """A reader of whom nothing is known."""
    return PlanReader(ANYBODY, "anybody else", frozenset(private_words(case)))


def reader_called(case: Case, key: str, on: date) -> PlanReader | None:
    """A reader of this case by their key; None for anybody who is not one."""
    return next((one for one in readers_of_plan(case, on) if one.key == key), None)


def reader_signed_in(case: Case, user: Any, on: date) -> PlanReader:
    """As whom somebody reads: as themselves when they are of the family, or else as anybody."""
    for key, one in parties_of(case, on):
        if one.user_id == user.pk:
            return PlanReader(key, str(one), _hidden_from(case, one, on))
    return anybody(case)


def _hidden_from(case: Case, reader: Adult | Child, on: date) -> frozenset[str]:
    """Homes that the child has without this adult, and the telephone numbers of other adults."""
    others = case.child.relationships.exclude(adult__telephone="").exclude(
        adult=reader if isinstance(reader, Adult) else None
    )
    numbers = set(others.values_list("adult__telephone", flat=True))
    if isinstance(reader, Child):
        return frozenset(numbers)
    return frozenset(numbers | protected_words(case.child, reader, on))


def as_read_by(version: PlanVersion, reader: PlanReader) -> Plan:
    """A version as one reader may read it: the same plan, without the words that are hidden from them."""
    content = masked(json.loads(bytes(version.content)), reader.hidden)
    return plan_from(content, on=version.issued_on)
