"""Which published numbers must be hidden so that nobody can work out a number under five.

A figure counts the people who have certain things in common: those of one age who gave one answer, those of that age, all. A
reader adds figures up: the parts of each make the whole. What a reader can still imagine is therefore any set of numbers in
which all those sums hold and every shown number is as shown. A hidden small number is safe when one such set makes it five
or more. So each small number is given such a set, out of the smallest further numbers that must be hidden to allow it.

Cuts of the same people are protected together, because a total that one cut hides and another shows gives the first away.
Published months of a count can be too: whoever also has the count of the whole time can take one from the other. What is
not thought of: a reader who knows this choice of what to hide and tries it on tables of their own.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import lcm

from goldenthread.kit.simplex import Amount, cheapest

SMALLEST_SHOWN = 5
"""Numbers under this are hidden, nought among them: "none of the four carers agreed" tells on all four."""

Table = Sequence[Sequence[int]]
Cut = tuple[str, str]
"""What the rows and what the columns of a table tell apart: ("answer", "age"). The same word always means the same groups."""
Figure = frozenset[tuple[str, int]]
"""What the people counted have in common: {("answer", 0), ("age", 2)}. An empty one counts them all."""

MONTH = "the month of a series"
ALL: Figure = frozenset()
"""Everybody counted."""


@dataclass(frozen=True, slots=True)
class SuppressedTable:
    """A table as it may be published: a hidden number is None, and the number itself is not kept."""

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def suppress(table: Table) -> SuppressedTable:
    """The table with its totals, where every number under five and enough others to shield it are hidden.

    For one table by itself. Two cuts of the same people go through `suppress_cuts`, or they give each other away.

    >>> suppress([[2, 20], [30, 40]]).cells
    ((None, None), (None, None))
    >>> suppress([[12, 20], [30, 40]]).row_totals
    (32, 70)

    ValueError where the rows differ in length, the table is empty, or a count is below nought.
    """
    return suppress_cuts({("row", "column"): table})["row", "column"]


def suppress_cuts(
    cuts: Mapping[Cut, Table], *, known: Collection[Figure] = frozenset()
) -> dict[Cut, SuppressedTable]:
    """Tables of the same people, to be published side by side: no sum over any of them gives a small number back.

    What is `known` to everybody anyway, such as how many people there are (ALL), is never hidden to shield another.

    >>> answers_by = {("answer", "age"): [[2, 20], [30, 40]], ("answer", "place"): [[11, 11], [35, 35]]}
    >>> suppress_cuts(answers_by)["answer", "place"].row_totals
    (22, 70)

    ValueError where a table is none (see `suppress`), two cuts count different people under the same heading, or what is
    known gives a small number away whatever is hidden.
    """
    counts = _figures(cuts)
    shown = _shown(counts, known)
    return {cut: _published(cut, table, shown) for cut, table in cuts.items()}


def suppress_series(
    months: Sequence[Mapping[Cut, Table]],
) -> tuple[list[dict[Cut, SuppressedTable]], dict[Cut, SuppressedTable]]:
    """The cuts of each month and of all months together, safe to publish side by side.

    For counts that add up over the months (answers, referrals), not for how many stood in a queue at the end of each.
    Every month has the same cuts. ValueError as `suppress_cuts`.
    """
    if not months:
        raise ValueError("The series has no month. Give at least one.")
    counts: dict[Figure, int] = {}
    whole: dict[Figure, int] = {}
    for number, cuts in enumerate(months):
        for figure, people in _figures(cuts).items():
            counts[figure | {(MONTH, number)}] = people
            whole[figure] = whole.get(figure, 0) + people
    shown = _shown(counts | whole)
    parts = [
        {cut: _published(cut, table, shown, (MONTH, number)) for cut, table in cuts.items()}
        for number, cuts in enumerate(months)
    ]
    return parts, {cut: _published(cut, table, shown) for cut, table in months[0].items()}


def _figures(cuts: Mapping[Cut, Table]) -> dict[Figure, int]:
    """Every number that the tables and their totals publish, once."""
    counts: dict[Figure, int] = {}
    for cut, table in cuts.items():
        for figure, people in _of_table(cut, table):
            if counts.setdefault(figure, people) != people:
                raise ValueError(
                    f"The cut of {cut[0]} by {cut[1]} counts {people} where another cut counts {counts[figure]} under the "
                    "same heading. Count the same people in every cut: give those who did not say a group of their own."
                )
    return counts


def _of_table(cut: Cut, table: Table) -> Iterator[tuple[Figure, int]]:
    if not table or not table[0]:
        raise ValueError("The table has no cells. Give it at least one row and one column.")
    if len({len(row) for row in table}) > 1:
        raise ValueError("The rows of the table differ in length. Give every row the same columns.")
    if any(number < 0 for row in table for number in row):
        raise ValueError("A count in the table is below nought. Check how it was counted.")
    rows, columns = cut
    for r, row in enumerate(table):
        yield from ((Figure({(rows, r), (columns, c)}), number) for c, number in enumerate(row))
        yield Figure({(rows, r)}), sum(row)
    yield from ((Figure({(columns, c)}), sum(column)) for c, column in enumerate(zip(*table, strict=True)))
    yield Figure(), sum(map(sum, table))


def _published(
    cut: Cut, table: Table, shown: Mapping[Figure, int | None], *when: tuple[str, int]
) -> SuppressedTable:
    rows, columns = (
        [(name, place) for place in range(size)] for name, size in zip(cut, _size(table), strict=True)
    )
    return SuppressedTable(
        cells=tuple(tuple(shown[Figure({row, column, *when})] for column in columns) for row in rows),
        row_totals=tuple(shown[Figure({row, *when})] for row in rows),
        column_totals=tuple(shown[Figure({column, *when})] for column in columns),
        total=shown[Figure(when)],
    )


def _size(table: Table) -> tuple[int, int]:
    return len(table), len(table[0])


def _sums(counts: Mapping[Figure, int]) -> list[tuple[Figure, list[Figure]]]:
    """Each figure that is told apart by something, with the figures that it is told apart into."""
    parts: dict[tuple[Figure, str], list[Figure]] = {}
    for figure in counts:
        for group in figure:
            parts.setdefault((figure - {group}, group[0]), []).append(figure)
    return [(whole, split) for (whole, _), split in parts.items()]


def _shown(counts: Mapping[Figure, int], known: Collection[Figure] = frozenset()) -> dict[Figure, int | None]:
    """Every figure as it may be published, the hidden ones as None."""
    sums = _sums(counts)
    small = sorted(
        (figure for figure in counts if counts[figure] < SMALLEST_SHOWN), key=lambda f: (counts[f], sorted(f))
    )
    hidden = set(small)
    safe: set[Figure] = set()
    for figure in small:
        if figure not in safe:
            change = _cheapest_change(figure, counts, sums, hidden, known)
            hidden |= {other for other, step in change.items() if step}
            safe |= {other for other in small if counts[other] + change.get(other, 0) >= SMALLEST_SHOWN}
    return {figure: None if figure in hidden else people for figure, people in counts.items()}


def _cheapest_change(
    small: Figure,
    counts: Mapping[Figure, int],
    sums: Sequence[tuple[Figure, list[Figure]]],
    hidden: set[Figure],
    known: Collection[Figure],
) -> dict[Figure, Amount]:
    """What to add to some figures so that `small` is five and every sum still holds; to move a hidden one costs nothing.

    Tried first with the cells of its own table alone, which leaves every total as it is; then with all that is published of
    its month (for the whole time: of the first month). People are not halved: where the cheapest change would, others may
    only join, as often as makes them whole. Everybody counted could be joined by others like them, so that is always open
    while nothing is known; where only their number is, all may be imagined as one and the same kind of person.
    """
    month = next((group for group in small if group[0] == MONTH), (MONTH, 0))
    near = [
        figure for figure in counts if all(kind != MONTH or (kind, place) == month for kind, place in figure)
    ]
    kinds = _kinds(small) - {MONTH}
    near = [figure for figure in near if figure not in known]
    own = [figure for figure in near if _kinds(figure) - {MONTH} == kinds]
    for free in (own, near):
        change = _change(small, free, counts, sums, hidden)
        if change and all(step.denominator == 1 for step in change.values()):
            return change
    if set(known) == {ALL} and counts[ALL] >= SMALLEST_SHOWN:
        return _all_alike(small, counts)
    if known:
        raise ValueError("What is known gives a small number away, whatever is hidden. Publish less.")
    joining = _change(small, near, counts, sums, hidden, may_fall=False)
    times = lcm(*(step.denominator for step in joining.values()))
    return {figure: times * step for figure, step in joining.items()}


def _all_alike(small: Figure, counts: Mapping[Figure, int]) -> dict[Figure, Amount]:
    """What to add to each figure so that everybody is of the one kind that `small` names."""
    others = {(kind, 0) for kind in {kind for figure in counts for kind, _ in figure} - _kinds(small)}
    return {
        figure: (counts[Figure()] if figure <= small | others else 0) - counts[figure] for figure in counts
    }


def _kinds(figure: Figure) -> set[str]:
    return {kind for kind, _ in figure}


def _change(
    small: Figure,
    free: Sequence[Figure],
    counts: Mapping[Figure, int],
    sums: Sequence[tuple[Figure, list[Figure]]],
    hidden: set[Figure],
    may_fall: bool = True,
) -> dict[Figure, Amount]:
    """The cheapest change of the free figures alone; nothing where there is none."""
    rise = {figure: place for place, figure in enumerate(free)}
    fall = {figure: place + len(free) for figure, place in rise.items()}
    equations: list[tuple[dict[int, int], int]] = [
        ({rise[small]: 1, fall[small]: -1}, SMALLEST_SHOWN - counts[small])
    ]
    for whole, parts in sums:
        terms = {rise[part]: -1 for part in parts if part in rise} | {
            fall[part]: 1 for part in parts if part in rise
        }
        if whole in rise:
            terms |= {rise[whole]: 1, fall[whole]: -1}
        if terms:
            equations.append((terms, 0))
    costs = [0 if figure in hidden else 1 + counts[figure] for figure in free]
    falls = [counts[figure] if may_fall else 0 for figure in free]
    amounts = cheapest(equations, costs * 2, [*[None] * len(free), *falls])
    if amounts is None:
        return {}
    return {figure: amounts[rise[figure]] - amounts[fall[figure]] for figure in free}
