"""What answers count agrees with the area's own figures, and every cut gives every case one group."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.casework.demonstration import invent_area
from goldenthread.casework.queries.figures import counts
from goldenthread.returns.answering.counted import MEASURES
from goldenthread.returns.answering.cuts import CUTS
from goldenthread.returns.answering.table import asked
from goldenthread.returns.queries.answers import counted_now
from tests.casework.world import TODAY

PERIODS = [
    (date(2025, 1, 1), date(2025, 12, 31), TODAY),
    (date(2024, 9, 1), date(2025, 8, 31), TODAY),
    (date(2025, 1, 1), date(2025, 6, 30), date(2025, 9, 15)),
    (TODAY.replace(month=1, day=1), TODAY, TODAY),
]


@pytest.fixture(scope="module")
def area(django_db_setup, django_db_blocker):
    """An invented area of 400 cases, made once for this module and undone after it."""
    from django.db import transaction

    with django_db_blocker.unblock():
        undo = transaction.atomic()
        undo.__enter__()
        invent_area(cases=400, seed=11, on=TODAY)
        yield
        transaction.set_rollback(True)
        undo.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def inside(area, django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.mark.parametrize(("since", "until", "known_on"), PERIODS)
def test_every_measure_agrees_with_the_areas_figures(since, until, known_on):
    figures, compared = counts(since=since, until=until, day=known_on, today=TODAY), 0
    for measure in MEASURES.values():
        if not measure.ours or (measure.key == "plans" and known_on != until):
            continue
        table = counted_now(asked(measure=measure.key, since=since, until=until, known_on=known_on))
        ours = figures[measure.ours]
        met = sum(row[0] for row in table.cells)
        said = (met, table.total) if measure.is_share else (table.total, None)
        assert said == (ours.numerator, ours.denominator), measure.key
        compared += 1
    assert compared >= 8


def test_something_was_counted_of_every_measure():
    for measure in MEASURES.values():
        since = date(2019, 1, 1) if measure.key != "plans" else TODAY
        assert counted_now(asked(measure=measure.key, since=since, until=TODAY, known_on=TODAY)).total, (
            measure.key
        )


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("measure", ["requests", "plans", "ended"])
def test_groups_add_up_to_the_whole(cut, measure):
    if cut == "month":
        period = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
    else:
        period = {"since": date(2018, 1, 1), "until": TODAY}
    whole = counted_now(asked(measure=measure, known_on=TODAY, **period))
    table = counted_now(asked(measure=measure, known_on=TODAY, rows=cut, **period))
    assert table.total == whole.total > 0
    assert len(set(table.rows)) == len(table.rows)


def test_two_cuts_have_the_totals_of_each():
    period = {"since": date(2022, 1, 1), "until": TODAY, "known_on": TODAY, "measure": "requests"}
    both = counted_now(asked(rows="calendar-year", columns="sex", **period))
    years = counted_now(asked(rows="calendar-year", **period))
    assert both.rows == years.rows
    assert [sum(row) for row in both.cells] == [row[0] for row in years.cells]


def test_counting_takes_the_same_few_queries(django_assert_num_queries):
    # a savepoint, its end, who reads, and the two of the schools: the cases come by a cursor
    with django_assert_num_queries(5):
        counted_now(
            asked(measure="requests", since=date(2024, 1, 1), until=TODAY, known_on=TODAY, rows="phase")
        )
