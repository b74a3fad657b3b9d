"""Which numbers of a table must be hidden so that nobody can work out a number under five.

A two-way table with its totals is a circulation: all answers flow from the grand total to the rows, from the rows to the
columns, and back. A reader who knows the shown numbers can still imagine a hidden one larger exactly when a loop of hidden
numbers leads round to it. So each small number is given such loops, out of the smallest numbers that make one, until it
could be five or more.

It protects one table by itself. Two tables of the same people (a cut by age and a cut by place) can still give a small number
back between them, where a total is hidden in one and shown in the other: do not publish two such cuts on the strength of this.
Nor is a reader thought of who knows this choice of what to hide and tries it on tables of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

SMALLEST_SHOWN = 5
"""Numbers under this are hidden, nought among them: "none of the four carers agreed" tells on all four."""

Place = tuple[int | None, int | None]
"""A row and a column, counted from 0; None in either stands for the total over it."""
Node = tuple[str, int]
Arc = tuple[Node, Node]

TOTAL_OF_ROWS: Node = ("rows", 0)
TOTAL_OF_COLUMNS: Node = ("columns", 0)


@dataclass(frozen=True, slots=True)
class SuppressedTable:
    """A table as it may be published: a hidden number is None, and the number itself is not kept."""

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def suppress(table: Sequence[Sequence[int]]) -> SuppressedTable:
    """The table with its totals, where every number under five and enough others to shield it are hidden.

    >>> suppress([[2, 20], [30, 40]]).cells
    ((None, None), (None, None))
    >>> suppress([[12, 20], [30, 40]]).row_totals
    (32, 70)

    ValueError where the rows differ in length, the table is empty, or a count is below nought.
    """
    counts = _with_totals(table)
    small = sorted((place for place, number in counts.items() if number < SMALLEST_SHOWN), key=str)
    hidden = set(small)
    for place in small:
        _shield(place, counts, hidden)
    shown = {place: None if place in hidden else number for place, number in counts.items()}
    rows, columns = range(len(table)), range(len(table[0]))
    return SuppressedTable(
        cells=tuple(tuple(shown[row, column] for column in columns) for row in rows),
        row_totals=tuple(shown[row, None] for row in rows),
        column_totals=tuple(shown[None, column] for column in columns),
        total=shown[None, None],
    )


def _with_totals(table: Sequence[Sequence[int]]) -> dict[Place, int]:
    if not table or not table[0]:
        raise ValueError("The table has no cells. Give it at least one row and one column.")
    if len({len(row) for row in table}) > 1:
        raise ValueError("The rows of the table differ in length. Give every row the same columns.")
    if any(number < 0 for row in table for number in row):
        raise ValueError("A count in the table is below nought. Check how it was counted.")
    counts: dict[Place, int] = {(r, c): number for r, row in enumerate(table) for c, number in enumerate(row)}
    counts |= {(r, None): sum(row) for r, row in enumerate(table)}
    counts |= {(None, c): sum(column) for c, column in enumerate(zip(*table, strict=True))}
    counts[None, None] = sum(map(sum, table))
    return counts


def _arc(place: Place) -> Arc:
    """The way a number flows, so that what comes into each row, column and total also leaves it."""
    row, column = place
    into_row: Node = TOTAL_OF_ROWS if row is None else ("row", row)
    out_of_column: Node = TOTAL_OF_COLUMNS if column is None else ("column", column)
    if row is None and column is None:
        return TOTAL_OF_COLUMNS, TOTAL_OF_ROWS
    if column is None:
        return TOTAL_OF_ROWS, into_row
    if row is None:
        return out_of_column, TOTAL_OF_COLUMNS
    return into_row, out_of_column


def _shield(place: Place, counts: dict[Place, int], hidden: set[Place]) -> None:
    """Hide further numbers until the one at `place` could be five, for all that the shown ones tell."""
    imagined = dict(counts)
    while imagined[place] < SMALLEST_SHOWN:
        loop = _cheapest_loop(place, imagined, counts, hidden)
        for other, step in loop:
            imagined[other] += step
            hidden.add(other)
        imagined[place] += 1


def _cheapest_loop(
    place: Place, imagined: dict[Place, int], counts: dict[Place, int], hidden: set[Place]
) -> list[tuple[Place, int]]:
    """The numbers to raise (+1) or lower (-1) so that `place` can rise by one; those hidden already cost nothing.

    There is always one: the totals of its row, its column and the whole table can all rise with it.
    """
    goal, start = _arc(place)
    ways: dict[Node, list[tuple[Node, Place, int]]] = {}
    for tail, head, other, step in _steps(place, imagined):
        ways.setdefault(tail, []).append((head, other, step))
    order = count()  # settles ties: paths cannot be compared
    queue: list[tuple[int, int, Node, list[tuple[Place, int]]]] = [(0, next(order), start, [])]
    reached: set[Node] = set()
    while queue:
        cost, _, node, path = heappop(queue)
        if node == goal:
            return path
        if node in reached:
            continue
        reached.add(node)
        for head, other, step in ways.get(node, ()):
            price = 0 if other in hidden else 1 + counts[other]
            if head not in reached:
                heappush(queue, (cost + price, next(order), head, [*path, (other, step)]))
    raise AssertionError("A loop through the totals is always open.")


def _steps(place: Place, imagined: dict[Place, int]) -> Iterator[tuple[Node, Node, Place, int]]:
    for other, number in imagined.items():
        if other != place:
            tail, head = _arc(other)
            yield tail, head, other, 1
            if number > 0:
                yield head, tail, other, -1
