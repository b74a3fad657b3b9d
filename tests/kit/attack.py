"""A reader who adds and takes away: what all the numbers published of the same people give back between them.

It is told only what is published. What it imagines is checked here by plain sums, so nothing rests on how it was found.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from random import Random

from goldenthread.kit.simplex import cheapest
from goldenthread.kit.small_numbers import SMALLEST_SHOWN, Cut, SuppressedTable

Figure = frozenset
Published = dict[Figure, int | None]


def published(cut: Cut, table: SuppressedTable, *when: tuple[str, int]) -> Published:
    """Every number that a table puts on the page, by what its people have in common."""
    rows, columns = cut
    figures: Published = {Figure(when): table.total}
    for r, row in enumerate(table.cells):
        figures[Figure({(rows, r), *when})] = table.row_totals[r]
        figures |= {Figure({(rows, r), (columns, c), *when}): number for c, number in enumerate(row)}
    return figures | {Figure({(columns, c), *when}): number for c, number in enumerate(table.column_totals)}


def every(cuts: Mapping[Cut, SuppressedTable], *when: tuple[str, int]) -> Published:
    """All numbers of several cuts: one that any of them shows is known in all."""
    figures: Published = {}
    for cut, table in cuts.items():
        for figure, number in published(cut, table, *when).items():
            if figures.get(figure) is None:
                figures[figure] = number
    return figures


def sums(figures: Published) -> list[tuple[Figure, list[Figure]]]:
    """Which figures make up which, from their words alone."""
    return _sums(tuple(figures))


@cache
def _sums(figures: tuple[Figure, ...]) -> list[tuple[Figure, list[Figure]]]:
    kinds = {kind for figure in figures for kind, _ in figure}
    split = [
        (
            whole,
            [
                part
                for part in figures
                if len(part) == len(whole) + 1 and whole < part and kind in dict(part - whole)
            ],
        )
        for whole, kind in product(figures, sorted(kinds))
        if kind not in dict(whole)
    ]
    return [(whole, parts) for whole, parts in split if parts]


def solved(figures: Published) -> dict[Figure, Fraction]:
    """The hidden numbers that all the sums together determine, by elimination over fractions."""
    unknown = [figure for figure, number in figures.items() if number is None]
    matrix = []
    for whole, parts in sums(figures):
        line = {whole: 1} | dict.fromkeys(parts, -1)
        known = sum(sign * number for figure, sign in line.items() if (number := figures[figure]) is not None)
        matrix.append([Fraction(line.get(figure, 0)) for figure in unknown] + [Fraction(-known)])
    done = 0
    for column in range(len(unknown)):
        pivot = next((r for r in range(done, len(matrix)) if matrix[r][column]), None)
        if pivot is None:
            continue
        matrix[done], matrix[pivot] = matrix[pivot], matrix[done]
        matrix[done] = [value / matrix[done][column] if value else value for value in matrix[done]]
        for r, row in enumerate(matrix):
            if r != done and row[column]:
                factor = row[column]
                matrix[r] = [a - factor * b if b else a for a, b in zip(row, matrix[done], strict=True)]
        done += 1
    rows = [
        ([u for u, factor in zip(unknown, row, strict=False) if factor], row[-1]) for row in matrix[:done]
    ]
    return {parts[0]: value for parts, value in rows if len(parts) == 1}


def betrayed(figures: Published, small: Sequence[Figure]) -> list[Figure]:
    """The small ones for which no set of whole numbers that fits the page and makes them five or more is found."""
    names = list(figures)
    at = {figure: place for place, figure in enumerate(names)}
    lines = [({at[whole]: 1} | {at[part]: -1 for part in parts}, 0) for whole, parts in sums(figures)]
    lines += [({at[figure]: 1}, number) for figure, number in figures.items() if number is not None]
    chance = Random(1)  # noqa: S311 (a seed, so that a failure repeats)
    ways = [[chance.randint(0, 9) for _ in range(len(names) + 1)] for _ in range(6)]
    safe: set[Figure] = set()
    for figure in small:
        if figure in safe:
            continue
        spare = len(names)
        asked = [*lines, ({at[figure]: 1, spare: -1}, SMALLEST_SHOWN)]
        for costs in ways:
            found = cheapest(asked, costs, [None] * (spare + 1))
            imagined = {} if found is None else dict(zip(names, found, strict=False))
            if imagined and fits(imagined, figures):
                safe |= {name for name, number in imagined.items() if number >= SMALLEST_SHOWN}
                break
    return [figure for figure in small if figure not in safe]


def fits(imagined: Mapping[Figure, int | Fraction], figures: Published) -> bool:
    """Whether imagined numbers are whole, not below nought, as shown where shown, and add up."""
    return (
        all(number >= 0 and number == int(number) for number in imagined.values())
        and all(imagined[figure] == number for figure, number in figures.items() if number is not None)
        and all(imagined[whole] == sum(imagined[part] for part in parts) for whole, parts in sums(figures))
    )


def betrayed_by_people(figures: Published, small: Sequence[Figure], sizes: Mapping[str, int]) -> list[Figure]:
    """As `betrayed`, by a reader who imagines each kind of person there may be, not only the published sums of them."""
    kinds = list(sizes)
    people = [
        frozenset(zip(kinds, places, strict=True)) for places in product(*(range(sizes[k]) for k in kinds))
    ]
    lines = [
        ({n: 1 for n, person in enumerate(people) if figure <= person}, number)
        for figure, number in figures.items()
        if number is not None
    ]
    spare = len(people)
    more = [{n: 1 for n, person in enumerate(people) if figure <= person} | {spare: -1} for figure in small]
    return [
        figure
        for figure, line in zip(small, more, strict=True)
        if cheapest([*lines, (line, SMALLEST_SHOWN)], [0] * (spare + 1), [None] * (spare + 1)) is None
    ]
