"""Whom we hear from, as tables for a page."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.kit.table import Column, Table
from goldenthread.participation.queries.hearing import TOO_FEW, Group, Heard


@dataclass(frozen=True)
class Part:
    """One thing that surveys ask about whoever answers, and its table where there is anything to show."""

    heard: Heard
    table: Table | None


def with_tables(rows: list[Heard]) -> list[Part]:
    """Each with its table."""
    return [Part(one, _table(one) if one.base else None) for one in rows]


def _table(one: Heard) -> Table:
    columns = [Column("Group"), Column("We heard")]
    columns += [Column("There are"), Column("We would expect", is_number=True)] if one.people else []
    columns += [Column("What it says")] if one.people else []
    columns += [Column("The survey before")] if one.before else []
    return Table(
        f"{one.about.label}, {one.question}", columns, [_row(one, group) for group in one.groups], True
    )


def _row(one: Heard, group: Group) -> list[str]:
    cells = [group.name, _of(group.heard, one.base)]
    if not group.is_asked:
        cells[1] = "Could not be chosen"
    if one.people:
        cells += [
            _of(group.there_are, one.there_are) if group.there_are is not None else "Not known",
            f"about {group.expected:,.0f}" if group.expected is not None else "",
            group.reading,
        ]
    if one.before:
        cells.append(_of(*group.before) if group.before else TOO_FEW)
    return cells


def _of(number: int | None, base: int | None) -> str:
    """A number with what it is out of and its share: a share never stands alone.

    >>> _of(12, 140), _of(None, 140)
    ('12 of 140 (9%)', 'Too few to show')
    """
    return f"{number:,} of {base:,} ({100 * number / base:.0f}%)" if number is not None and base else TOO_FEW
