"""What may be given out: no number under five, none that other numbers give back, also with answers given before."""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random

import pytest

from goldenthread.kit.errors import Refused
from goldenthread.returns.answering.cuts import Known
from goldenthread.returns.answering.shown import Given, protect, shown_from
from goldenthread.returns.answering.table import MOST_CELLS, Counted, asked, count

YEAR = {"since": date(2025, 1, 1), "until": date(2025, 12, 31), "known_on": date(2026, 3, 1)}
BY_SEX = asked(measure="requests", rows="sex", **YEAR)
SEXES = ("Female", "Male")


def table(
    *rows: tuple[int, ...], columns: tuple[str, ...] = ("Requests",), names: tuple[str, ...] = SEXES
) -> Counted:
    return Counted(names[: len(rows)], columns, rows)


def test_small_number_and_the_total_that_tells_it_are_hidden():
    shown = protect(BY_SEX, table((3,), (40,)))
    assert shown.cells == ((None,), (None,)) or shown.total is None
    assert 3 not in [one for row in shown.cells for one in row]


def test_large_numbers_stand_as_they_are():
    shown = protect(BY_SEX, table((30,), (40,)))
    assert (shown.cells, shown.total, shown.hidden) == (((30,), (40,)), 70, 0)


def test_share_hides_the_few_who_did_not_meet_it():
    asks = asked(measure="in-20-weeks-of-all", rows="sex", **YEAR)
    columns = (asks.measure.met, asks.measure.not_met)
    shown = protect(asks, table((38, 2), (30, 20), columns=columns))
    assert shown.cells[0][1] is None
    assert shown.cells[0][0] is None or shown.row_totals[0] is None


def test_rounding_is_of_what_is_left():
    shown = protect(BY_SEX, table((33,), (48,)), rounding=10)
    assert (shown.cells, shown.total) == (((30,), (50,)), 80)
    assert protect(BY_SEX, table((33,), (48,)), rounding=5).cells == ((35,), (50,))
    with pytest.raises(Refused):
        protect(BY_SEX, table((33,), (48,)), rounding=7)


def test_nobody_counted_is_an_empty_table():
    shown = protect(BY_SEX, Counted((), (), ()))
    assert (shown.rows, shown.total) == ((), 0)


def test_what_was_kept_is_read_back_with_the_same_hash():
    shown = protect(BY_SEX, table((3,), (40,)))
    assert shown_from(shown.as_json()) == shown
    assert shown_from(shown.as_json()).sha256 == shown.sha256


def test_what_one_answer_shows_another_does_not_give_away():
    """By sex nothing is small; by outcome 3 are. An answer that shows the total makes it show less by outcome."""
    first = table((30,), (40,))
    before = [Given(BY_SEX, protect(BY_SEX, first), first)]
    by_outcome = asked(measure="requests", rows="outcome", **YEAR)
    second = table((3,), (27,), (40,), names=("Agreed", "Refused", "Waiting"))
    shown = protect(by_outcome, second, before=before)
    assert shown.total == 70
    assert sum(one is None for row in shown.cells for one in row) >= 2


def test_two_answers_never_leave_one_possibility_for_a_small_number():
    """80 sparse tables of two cuts, given one after the other: whoever adds everything up finds more than one number."""
    chance, tried = Random(7), 0  # noqa: S311 (a seed, so that a failure repeats)
    by_outcome = asked(measure="requests", rows="outcome", **YEAR)
    for _ in range(80):
        people = [[chance.randint(0, 9) for _ in range(2)] for _ in range(2)]
        first = table((sum(people[0]),), (sum(people[1]),))
        second = table(*[(sum(row[c] for row in people),) for c in range(2)], names=("Agreed", "Refused"))
        given = protect(BY_SEX, first)
        try:
            after = protect(by_outcome, second, before=[Given(BY_SEX, given, first)])
        except Refused:
            continue
        tried += 1
        numbers = [
            *(row[0] for row in given.cells),
            given.total,
            *(row[0] for row in after.cells),
            after.total,
        ]
        true = [
            first.cells[0][0],
            first.cells[1][0],
            first.total,
            second.cells[0][0],
            second.cells[1][0],
            second.total,
        ]
        for place, (shown, real) in enumerate(zip(numbers, true, strict=True)):
            if shown is None and real < 5:
                assert len(_possible(numbers, place)) > 1, (people, numbers)
    assert tried > 40


def _possible(numbers: list[int | None], place: int) -> set[int]:
    """Every value that a hidden number could have when all sums hold: a + b = total = c + d."""
    found = set()
    for a, b in product(range(40), repeat=2):
        for c in range(a + b + 1):
            whole = [a, b, a + b, c, a + b - c, a + b]
            if all(shown is None or shown == real for shown, real in zip(numbers, whole, strict=True)):
                found.add(whole[place])
    return found


def test_period_that_differs_by_a_few_people_is_refused_unless_it_is_rounded():
    until_march = asked(
        measure="requests", since=YEAR["since"], until=date(2025, 3, 31), known_on=YEAR["known_on"]
    )
    until_april = asked(
        measure="requests", since=YEAR["since"], until=date(2025, 4, 30), known_on=YEAR["known_on"]
    )
    march, april = (
        Counted(("Everybody",), ("Requests",), ((50,),)),
        Counted(("Everybody",), ("Requests",), ((53,),)),
    )
    before = [Given(until_march, protect(until_march, march), march)]
    with pytest.raises(Refused, match="give a small number away"):
        protect(until_april, april, before=before)
    assert protect(until_april, april, rounding=10, before=before).total == 50
    far = Counted(("Everybody",), ("Requests",), ((80,),))
    assert protect(until_april, far, before=before).total == 80


def test_measures_of_the_same_people_protect_one_another():
    of_all, excepted_left_out = (asked(measure=key, **YEAR) for key in ("in-20-weeks-of-all", "in-20-weeks"))
    columns = (of_all.measure.met, of_all.measure.not_met)
    whole = Counted(("Everybody",), columns, ((60, 40),))
    part = Counted(("Everybody",), columns, ((58, 30),))
    before = [Given(of_all, protect(of_all, whole), whole)]
    with pytest.raises(Refused):
        protect(excepted_left_out, part, before=before)


def test_answer_about_people_of_whom_something_was_corrected_is_refused():
    first = table((30,), (40,))
    before = [Given(BY_SEX, protect(BY_SEX, first), first)]
    with pytest.raises(Refused, match="corrected"):
        protect(BY_SEX, table((29,), (40,), (1,), names=("Female", "Male", "Not known")), before=before)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"measure": "hats"}, "Choose what to count"),
        ({"rows": "hats"}, "by what to tell apart"),
        ({"since": date(2026, 1, 1)}, "not before the first"),
        ({"until": date(2027, 1, 1)}, "not to come"),
        ({"since": date(2010, 1, 1)}, "10 years at most"),
        ({"measure": "in-20-weeks", "columns": "age"}, "A share can be told apart by one thing"),
        ({"columns": "sex"}, "two different things"),
        ({"rows": "", "columns": "age"}, "two different things"),
    ],
)
def test_question_that_cannot_be_answered_is_said(changes, said):
    with pytest.raises(Refused, match=said):
        asked(**{"measure": "requests", "rows": "sex", **YEAR, **changes})


def test_table_with_too_many_cells_is_refused():
    cases = [_case(number) for number in range(MOST_CELLS + 1)]
    question = asked(measure="requests", rows="district", **YEAR)
    with pytest.raises(Refused, match="would have 201 by 1 cells"):
        count(cases, question, Known(YEAR["until"]))


def _case(number: int):
    from goldenthread.returns.building.persons import Case

    postcode = f"{chr(65 + number // 90)}{number % 90 + 1} 1AA"
    events = [[number, "request-received", "2025-02-03", {"by": "parent"}]]
    return Case(
        number, "", "", "2015-01-01", "F", "", postcode, "", "", "", number, str(number), events, None
    )
