"""Cuts of the same people side by side: no small number comes back from all of them together, nor from the months of a series."""

from collections import Counter
from itertools import combinations
from random import Random

import pytest

from goldenthread.kit.simplex import cheapest
from goldenthread.kit.small_numbers import (
    ALL,
    MONTH,
    SMALLEST_SHOWN,
    Cut,
    suppress,
    suppress_cuts,
    suppress_series,
)
from tests.kit.attack import Figure, betrayed, betrayed_by_people, every, fits, published, solved

Cuts = dict[Cut, list[list[int]]]
STAR = [("answer", "age"), ("answer", "place"), ("answer", "need")]
RING = [("answer", "age"), ("answer", "place"), ("age", "place")]


def counted(chance: Random, sizes: dict[str, int], cuts: list[Cut], people: int) -> Cuts:
    """Cuts of some invented people, most of them in the first groups, as answers are."""
    everybody = [
        {kind: min(chance.randrange(size), chance.randrange(size)) for kind, size in sizes.items()}
        for _ in range(people)
    ]
    found = {}
    for rows, columns in cuts:
        having = Counter((person[rows], person[columns]) for person in everybody)
        found[rows, columns] = [[having[r, c] for c in range(sizes[columns])] for r in range(sizes[rows])]
    return found


def true_figures(cuts: Cuts, *when: tuple[str, int]) -> dict[Figure, int]:
    """The numbers before anything is hidden, counted here and not by the module under attack."""
    figures: dict[Figure, int] = {}
    for (rows, columns), table in cuts.items():
        for r, row in enumerate(table):
            for c, number in enumerate(row):
                figures[Figure([(rows, r), (columns, c), *when])] = number
            figures[Figure([(rows, r), *when])] = sum(row)
        for c, column in enumerate(zip(*table, strict=True)):
            figures[Figure([(columns, c), *when])] = sum(column)
        figures[Figure(when)] = sum(map(sum, table))
    return figures


def small_of(true: dict[Figure, int]) -> list[Figure]:
    return [figure for figure, number in true.items() if number < SMALLEST_SHOWN]


SHAPES = [
    pytest.param({"answer": 2, "age": 2, "place": 4}, RING, 400, id="sparse 2x2x4, all three pairs"),
    pytest.param({"answer": 6, "age": 4, "place": 5}, STAR[:2], 25, id="answers by age and by place"),
    pytest.param(
        {"answer": 6, "age": 4, "place": 5, "need": 4}, STAR, 10, id="answers by age, place and need"
    ),
]


@pytest.mark.parametrize(("sizes", "cuts", "times"), SHAPES)
def test_joint_differencing_attack_recovers_no_small_number(sizes, cuts, times):
    """The whole linear system over all that is published: no exact value, and no bound under five."""
    chance, tried, recovered, narrow = Random(20261126), 0, 0, 0  # noqa: S311 (a seed, so that a failure repeats)
    for _ in range(times):
        tables = counted(chance, sizes, cuts, chance.choice([12, 25, 60, 150]))
        page, small = every(suppress_cuts(tables)), small_of(true_figures(tables))
        exact = solved(page)
        tried += len(small)
        recovered += sum(figure in exact for figure in small)
        narrow += len(betrayed(page, small))
    print(
        f"Joint attack on {len(cuts)} cuts: {tried} small numbers tried, {recovered} recovered, {narrow} bounded under five."
    )
    assert tried > 200
    assert (recovered, narrow) == (0, 0)


def test_reader_who_imagines_each_kind_of_person_recovers_no_small_number():
    sizes = {"answer": 2, "age": 2, "place": 4}
    chance, tried, given_away = Random(7), 0, 0  # noqa: S311 (a seed, so that a failure repeats)
    for _ in range(150):
        tables = counted(chance, sizes, RING, chance.choice([12, 25, 40, 100]))
        small = small_of(true_figures(tables))
        tried += len(small)
        given_away += len(betrayed_by_people(every(suppress_cuts(tables)), small, sizes))
    print(f"Attack through people: {tried} small numbers tried, {given_away} bounded under five.")
    assert tried > 1000
    assert given_away == 0


def test_attack_over_months_and_their_sum_recovers_no_small_number():
    sizes, cuts = {"answer": 5, "age": 3, "place": 3}, STAR[:2]
    chance, tried, recovered, narrow = Random(24), 0, 0, 0  # noqa: S311 (a seed, so that a failure repeats)
    for people in (20, 30):
        months = [counted(chance, sizes, cuts, people) for _ in range(4)]
        each, together = suppress_series(months)
        page, true = every(together), {}
        for number, (shown, tables) in enumerate(zip(each, months, strict=True)):
            page |= every(shown, (MONTH, number))
            true |= true_figures(tables, (MONTH, number))
        small = small_of(true)
        exact = solved(page)
        tried += len(small)
        recovered += sum(figure in exact for figure in small)
        narrow += len(betrayed(page, small))
    print(
        f"Attack over months: {tried} small numbers tried, {recovered} recovered, {narrow} bounded under five."
    )
    assert tried > 200
    assert (recovered, narrow) == (0, 0)


def test_attack_finds_what_cuts_suppressed_apart_give_away():
    """The same attack on the same kind of tables, each hidden by itself: it does come through, so it can."""
    sizes = {"answer": 2, "age": 2, "place": 4}
    chance, recovered = Random(20261126), 0  # noqa: S311 (a seed, so that a failure repeats)
    for _ in range(400):
        tables = counted(chance, sizes, RING, chance.choice([12, 25, 60, 150]))
        page = every({cut: suppress(table) for cut, table in tables.items()})
        exact = solved(page)
        recovered += sum(figure in exact for figure in small_of(true_figures(tables)) if page[figure] is None)
    assert recovered > 0


def test_shared_total_is_hidden_in_all_cuts_or_in_none():
    chance = Random(3)  # noqa: S311 (a seed, so that a failure repeats)
    for _ in range(20):
        shown = suppress_cuts(counted(chance, {"answer": 4, "age": 3, "place": 4}, RING, 40))
        known: dict[Figure, int | None] = {}
        for cut, table in shown.items():
            for figure, number in published(cut, table).items():
                assert known.setdefault(figure, number) == number


def test_cuts_with_no_small_number_are_shown_whole():
    tables = {("answer", "age"): [[20, 30], [9, 5]], ("answer", "place"): [[25, 25], [6, 8]]}
    assert every(suppress_cuts(tables)) == true_figures(tables)


def test_cuts_of_different_people_are_refused():
    with pytest.raises(ValueError, match="Count the same people in every cut"):
        suppress_cuts({("answer", "age"): [[20, 30]], ("answer", "place"): [[20, 29]]})


def test_series_without_a_month_is_refused():
    with pytest.raises(ValueError, match="no month"):
        suppress_series([])


@pytest.mark.parametrize("pair", list(combinations(range(3), 2)))
def test_cheapest_takes_the_cheaper_of_two_amounts(pair):
    costs = [1, 2, 3]
    assert cheapest([({pair[0]: 1, pair[1]: 1}, 4)], costs, [None] * 3)[pair[0]] == 4


def test_cheapest_finds_that_nothing_satisfies_the_equations():
    assert cheapest([({0: 1}, 4), ({0: 1}, 5)], [1], [None]) is None
    assert cheapest([({0: 1}, 4)], [1], [3]) is None
    assert cheapest([({0: 1}, -4)], [1], [None]) is None


def test_what_is_imagined_must_add_up():
    page = {Figure(): 9, Figure({("age", 0)}): None, Figure({("age", 1)}): None}
    whole, young, old = page
    assert fits({whole: 9, young: 3, old: 6}, page)
    assert not fits({whole: 9, young: 3, old: 5}, page)
    assert not fits({whole: 9, young: -1, old: 10}, page)


def test_total_that_everybody_knows_is_shown_and_still_gives_nothing_back(record_property):
    sizes = {"answer": 2, "age": 2, "place": 4}
    chance, tried, narrow = Random(5), 0, 0  # noqa: S311 (a seed, so that a failure repeats)
    for cuts, times in ((RING, 60), (STAR[:2], 60)):
        for _ in range(times):
            tables = counted(chance, sizes, cuts, chance.choice([5, 6, 12, 40]))
            page = every(suppress_cuts(tables, known={ALL}))
            assert page[Figure()] is not None
            small = small_of(true_figures(tables))
            tried += len(small)
            narrow += len(betrayed(page, small)) + sum(figure in solved(page) for figure in small)
    print(f"Attack with the total known: {tried} small numbers tried, {narrow} given away.")
    assert tried > 1000
    record_property(
        "counted", {"what": "small numbers attacked with the total known", "tried": tried, "failed": narrow}
    )
    assert narrow == 0


def test_known_numbers_that_give_a_small_one_away_are_refused():
    known = {
        ALL,
        Figure({("answer", 0)}),
        Figure({("answer", 1)}),
        Figure({("age", 0)}),
        Figure({("age", 1)}),
    }
    with pytest.raises(ValueError, match="Publish less"):
        suppress_cuts({("answer", "age"): [[2, 1], [0, 40]]}, known=known)
