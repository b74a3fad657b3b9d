"""Schools that are like a school, by a rule that is printed beside them.

Of the same phase, with half to twice as many pupils, and of those the ten whose share of pupils with free school meals is
closest; where two are equally close, the one whose number of pupils is closer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from goldenthread.sensupport.models import FactsTable, RollList

MOST_ALIKE = 10
RULE = (
    "Schools of your phase with half to twice as many pupils as yours, and of those the ten whose share of pupils with free "
    "school meals is closest to yours."
)


@dataclass(frozen=True)
class Facts:
    """What is known of a school."""

    pupils: int
    free_meals: Decimal


def table_on(day: date) -> FactsTable | None:
    """The newest table of facts up to a day."""
    return FactsTable.objects.filter(as_at__lte=day).first()


def facts_in(table: FactsTable | None, setting: int) -> Facts | None:
    """What a table says of a school; None where it says nothing."""
    held = table.facts.get(str(setting)) if table else None
    return Facts(held[0], Decimal(held[1])) if held else None


def nearest(own: RollList, others: Sequence[RollList], table: FactsTable) -> list[RollList]:
    """The lists of the schools that are most like one, of those given: all of its phase. None where its facts are not known."""
    mine = facts_in(table, own.setting_id)
    if mine is None:
        return []
    ranked = []
    for one in others:
        theirs = facts_in(table, one.setting_id)
        if theirs and mine.pupils <= 2 * theirs.pupils and theirs.pupils <= 2 * mine.pupils:
            away = abs(theirs.free_meals - mine.free_meals), abs(theirs.pupils - mine.pupils), one.setting_id
            ranked.append((away, one))
    ranked.sort(key=lambda pair: pair[0])
    return [one for _, one in ranked[:MOST_ALIKE]]
