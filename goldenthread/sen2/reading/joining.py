"""Rows of several tables put together to persons, a person at a time.

Exports come in the order of their parents, so the tables are read side by side and memory stays flat. A table that is not in
order is grouped in memory, which is the only way to read it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goldenthread.sen2.notes import Notes, shown
from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import CHILDREN

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its own key, its parent’s, and the record."""

    key: Key
    parent: Key
    record: Record


Rows = Callable[[], Iterator[Row]]


def order(key: Key) -> tuple[int, ...] | None:
    """A key as numbers that can be compared; nothing when it is not made of numbers."""
    try:
        return tuple(int(one) for one in key)
    except ValueError:
        return None


def in_order(rows: Rows, which: str) -> bool:
    """Whether the keys are numbers that never go down."""
    last: tuple[int, ...] = ()
    for row in rows():
        now = order(row.key if which == "key" else row.parent)
        if now is None or now < last:
            return False
        last = now
    return True


class _Side:
    """The rows of one table, given out parent by parent."""

    def __init__(self, table: str, rows: Rows, notes: Notes, *, ordered: bool) -> None:
        self.table = table
        self._notes = notes
        self._groups: defaultdict[Key, list[Row]] | None = None
        self._ahead: deque[Row] = deque()
        self._rows = rows()
        self._ordered = ordered
        if not ordered:
            self._groups = defaultdict(list)
            for row in self._rows:
                self._groups[row.parent].append(row)

    def of(self, parent: Key) -> list[Row]:
        """The rows of a parent; rows of parents that have been passed belong to nobody."""
        if self._groups is not None:
            return self._groups.pop(parent, [])
        wanted, found = order(parent), []
        while row := self._next():
            now = order(row.parent)
            if row.parent == parent or now == wanted:
                found.append(row)
            elif wanted is not None and now is not None and now < wanted:
                self.orphan(row)
            else:
                self._ahead.appendleft(row)
                break
        return found

    def _next(self) -> Row | None:
        return self._ahead.popleft() if self._ahead else next(self._rows, None)

    def rest(self) -> None:
        """What is left when every parent has been asked."""
        left = [row for group in self._groups.values() for row in group] if self._groups is not None else []
        for one in left:
            self.orphan(one)
        while row := self._next():
            self.orphan(row)

    def orphan(self, row: Row) -> None:
        """List a row that belongs to nobody."""
        self._notes.listed(self.table)
        key = ", ".join(row.parent)
        self._notes.add(
            "READ-ORPHAN", f"its parent’s key is {shown(key)}", table=self.table, line=row.record.line, rows=1
        )


class Joiner:
    """Puts the tables together. `tables` gives each table’s rows, afresh each time it is called."""

    def __init__(self, tables: dict[str, Rows], notes: Notes) -> None:
        self._tables = tables
        self._notes = notes
        self._sides: dict[str, _Side] = {}

    def persons(self) -> Iterator[Record]:
        """Every person with what hangs from them, in the order of the table of persons."""
        ordered = {"Person": in_order(self._tables["Person"], "key")}
        self._side("Person", ordered)
        seen: set[Key] = set()
        last: tuple[int, ...] = (-1,)
        for number, row in enumerate(self._tables["Person"](), start=1):
            now = order(row.key) if ordered["Person"] else None
            known = now == last if now is not None else row.key in seen
            if known:
                self._twice("Person", row)
            elif now is None:
                seen.add(row.key)
            last = now or last
            row.record.number = number
            self._notes.read("Person")
            if not known:
                self._fill(row)
            yield row.record
        for side in self._sides.values():
            side.rest()

    def _side(self, parent: str, ordered: dict[str, bool]) -> None:
        """Open the tables below one; a table can be read side by side when its parent’s keys and its own links go up."""
        for table in CHILDREN[parent]:
            rows = self._tables.get(table)
            if rows is None:
                continue
            links = ordered[parent] and in_order(rows, "parent")
            ordered[table] = links and (not CHILDREN[table] or in_order(rows, "key"))
            self._sides[table] = _Side(table, rows, self._notes, ordered=links)
            self._side(table, ordered)

    def _fill(self, row: Row) -> None:
        for table in CHILDREN[row.record.table]:
            side = self._sides.get(table)
            seen: set[Key] = set()
            for child in side.of(row.key) if side else ():
                row.record.hold(child.record)
                self._notes.read(table)
                if child.key in seen:
                    self._twice(table, child)
                else:
                    seen.add(child.key)
                    self._fill(child)

    def _twice(self, table: str, row: Row) -> None:
        self._notes.add("READ-KEY", shown(", ".join(row.key)), table=table, line=row.record.line)
