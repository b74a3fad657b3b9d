"""Who waits longest, in tables and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from goldenthread.commissioning.models import WaitMonthVersion
from goldenthread.commissioning.queries.waits import Wait
from goldenthread.commissioning.views.words import shown
from goldenthread.commissioning.waits.cuts import KINDS, NOT_KNOWN, Shown, by_kind
from goldenthread.kit.table import Column, Table

COLUMNS = (Column("Group"), Column("Still waiting", True), Column("Of those, over 18 weeks", True))


def who_waits(months: Sequence[Wait]) -> list[dict[str, Any]]:
    """The splits of the newest month of which any may be shown, each with its sentence."""
    month = next((one for one in months if one.shown and one.shown.cuts), None)
    if month is None or month.shown is None:
        return []
    return [
        {"table": _table(code, str(month.month), [[name, shown(waiting), shown(long)] for name, waiting, long in rows]),
         "words": _sentence(code, str(month.month), rows)}
        for code, rows in month.shown.cuts.items()
    ]  # fmt: skip


def exact_tables(months: Sequence[WaitMonthVersion]) -> list[Table]:
    """The splits of the newest month that has any, every number as it was sent."""
    month = next((one for one in months if one.parts), None)
    if month is None:
        return []
    return [_table(code, str(month.record.month), [[part.group, part.waiting, part.long] for part in parts])
            for code, parts in by_kind(month.counts.parts).items()]  # fmt: skip


def _table(code: str, month: str, rows: Sequence[Sequence[Any]]) -> Table:
    return Table(f"Who waits {KINDS[code].words}, {month}", COLUMNS, rows)


def _sentence(code: str, month: str, rows: Sequence[tuple[str, Shown, Shown]]) -> str:
    """Which group has the largest share over 18 weeks, among those that can be told; nothing where fewer than two can."""
    told = [(long / waiting, name, long, waiting) for name, waiting, long in rows
            if waiting and long is not None and name != NOT_KNOWN]  # fmt: skip
    if len(told) < 2:
        return ""
    _, name, long, waiting = max(told)
    place = {"age": f"aged {name}", "locality": f"in {name}", "language": f"with home language “{name}”"}[
        code
    ]
    return (f"In {month}, {long:,} of the {waiting:,} children and young people {place} who still waited "
            "had waited over 18 weeks. "
            f"Of the groups that we can show {KINDS[code].words}, that is the largest share.")  # fmt: skip
