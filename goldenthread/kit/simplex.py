"""The cheapest amounts that satisfy a set of equations: linear programming by the simplex method, exact, in one page.

Numbers are whole or fractions, never floating, so what it answers holds to the last person. It is made for the few hundred
amounts of a published table, not for thousands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

Amount = int | Fraction
Row = dict[int, Amount]

DEAR = 10**12
"""What an equation left open costs, so that none is left open where that can be helped."""
PATIENCE = 200
"""Steps by the steepest way; after them the first way, which is slower but cannot go round in a circle (Bland 1977)."""


@dataclass(slots=True)
class _Tableau:
    """The equations solved for one amount each; an amount at its most is counted from there downwards (`turned`)."""

    most: list[Amount | None]
    price: Row
    asked: int
    """How many amounts are asked for; those after them keep an equation until it is first solved, and are then dropped."""
    rows: list[Row] = field(default_factory=list)
    values: list[Amount] = field(default_factory=list)
    solved: list[int] = field(default_factory=list)
    turned: set[int] = field(default_factory=set)


def cheapest(
    equations: Sequence[tuple[Mapping[int, int], int]], costs: Sequence[int], most: Sequence[int | None]
) -> list[Amount] | None:
    """Amounts from nought to `most` (None: without end) that satisfy each equation at the least cost; None if none do.

    >>> cheapest([({0: 1, 1: 1}, 5)], costs=[1, 2], most=[3, None])
    [3, 2]
    """
    tableau = _start(equations, costs, most)
    steps = 0
    while (entering := _entering(tableau, steps > PATIENCE)) is not None:
        _enter(tableau, entering)
        steps += 1
    amounts: list[Amount] = [0] * len(tableau.most)
    for variable, value in zip(tableau.solved, tableau.values, strict=True):
        amounts[variable] = value
    for variable in tableau.turned:
        top = tableau.most[variable]
        assert top is not None
        amounts[variable] = top - amounts[variable]
    return None if any(amounts[len(costs) :]) else amounts[: len(costs)]


def _start(
    equations: Sequence[tuple[Mapping[int, int], int]], costs: Sequence[int], most: Sequence[int | None]
) -> _Tableau:
    """Every amount nought, and each equation kept by a dear amount of its own."""
    tableau = _Tableau(
        [*most, *[None] * len(equations)], {v: cost for v, cost in enumerate(costs) if cost}, len(costs)
    )
    for number, (parts, value) in enumerate(equations, start=len(costs)):
        sign = -1 if value < 0 else 1
        row: Row = {variable: sign * factor for variable, factor in parts.items() if factor}
        tableau.rows.append(row | {number: 1})
        tableau.values.append(sign * value)
        tableau.solved.append(number)
        for variable, factor in row.items():
            tableau.price[variable] = tableau.price.get(variable, 0) - DEAR * factor
    return tableau


def _entering(tableau: _Tableau, is_patient: bool) -> int | None:
    """An amount whose rise makes the whole cheaper."""
    cheaper = [(price, variable) for variable, price in tableau.price.items() if price < 0]
    if not cheaper:
        return None
    return min(variable for _, variable in cheaper) if is_patient else min(cheaper)[1]


def _enter(tableau: _Tableau, entering: int) -> None:
    """Raise one amount until the first of the solved ones, or it itself, is at an end."""
    furthest = tableau.most[entering]
    leaving: int | None = None
    touched = [(at, factor) for at, row in enumerate(tableau.rows) if (factor := row.get(entering))]
    for at, factor in touched:
        room = tableau.values[at]
        if factor < 0:
            top = tableau.most[tableau.solved[at]]
            if top is None:
                continue
            room = top - room
        end = _divided(room, factor if factor > 0 else -factor)
        if (
            furthest is None
            or end < furthest
            or (end == furthest and leaving is not None and tableau.solved[at] < tableau.solved[leaving])
        ):
            furthest, leaving = end, at
    if leaving is None:
        _turn(tableau, entering)
        return
    if tableau.rows[leaving][entering] < 0:
        _turn(tableau, tableau.solved[leaving])
        tableau.rows[leaving] = {v: -f for v, f in tableau.rows[leaving].items()}
        tableau.values[leaving] = -tableau.values[leaving]
    _pivot(tableau, leaving, entering)


def _turn(tableau: _Tableau, variable: int) -> None:
    """Count an amount from its other end."""
    top = tableau.most[variable]
    assert top is not None, "The cost would fall without end."
    for at, row in enumerate(tableau.rows):
        if factor := row.get(variable):
            tableau.values[at] -= factor * top
            row[variable] = -factor
    if variable in tableau.price:
        tableau.price[variable] = -tableau.price[variable]
    tableau.turned ^= {variable}


def _pivot(tableau: _Tableau, at: int, entering: int) -> None:
    """Solve one equation for `entering` and put it in the place of that amount everywhere else."""
    if tableau.solved[at] >= tableau.asked:
        del tableau.rows[at][tableau.solved[at]]
    pivot = tableau.rows[at][entering]
    if pivot != 1:
        tableau.rows[at] = {
            variable: _divided(factor, pivot) for variable, factor in tableau.rows[at].items()
        }
        tableau.values[at] = _divided(tableau.values[at], pivot)
    solved, value = tableau.rows[at], tableau.values[at]
    for other, row in enumerate(tableau.rows):
        if other != at and (factor := row.get(entering)):
            _subtract(row, solved, factor)
            tableau.values[other] -= factor * value
    if factor := tableau.price.get(entering):
        _subtract(tableau.price, solved, factor)
    tableau.solved[at] = entering


def _subtract(row: Row, solved: Row, times: Amount) -> None:
    for variable, factor in solved.items():
        left = row.get(variable, 0) - times * factor
        if left:
            row[variable] = left
        else:
            row.pop(variable, None)


def _divided(amount: Amount, by: Amount) -> Amount:
    if by in (1, -1):
        return amount * by
    whole = Fraction(amount) / by
    return whole.numerator if whole.denominator == 1 else whole
