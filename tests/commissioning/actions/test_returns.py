"""Measures of joint services: what is due, what was missed, what the board hears of."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions.returns import add_measure, record_return
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import MeasureReturn, ServiceMeasure
from goldenthread.commissioning.queries.returns import late_returns, owed
from tests.commissioning.bought import (
    TODAY,
    make_measure,
    make_service,
    measure_fields,
    return_fields,
)

pytestmark = pytest.mark.django_db
MARCH, JUNE, SEPTEMBER = date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)


def _return(measure, end, on=TODAY, **more):
    return record_return(measure=measure, fields=return_fields(end, **more), on=on, by=None)


@pytest.mark.parametrize(
    ("day", "missed", "with_board"),
    [(date(2026, 4, 30), 0, 0), (date(2026, 5, 1), 1, 0), (date(2026, 5, 13), 1, 0), (date(2026, 5, 14), 1, 1),
     (date(2026, 8, 13), 2, 2)],
)  # fmt: skip
def test_return_is_missed_after_30_days_and_with_the_board_14_days_on(day, missed, with_board):
    make_measure()
    found = owed(ServiceMeasure.objects.all(), day)[0]
    assert (len(found.missed(day)), len(found.with_the_board(day))) == (missed, with_board)


def test_return_that_came_is_missed_no_more():
    measure = make_measure()
    _return(measure, JUNE, on=date(2026, 7, 10))
    found = late_returns(date(2026, 11, 1))[0]
    assert [one.ends_on for one in found.missed(date(2026, 11, 1))] == [MARCH, SEPTEMBER]
    assert Event.objects.filter(action="commissioning.measure.returned").count() == 1


def test_correction_is_known_from_its_day_and_both_stay():
    measure = make_measure()
    _return(measure, MARCH, on=date(2026, 4, 20))
    _return(measure, MARCH, on=date(2026, 5, 20), numerator=8)

    def known(day):
        return owed([measure], day)[0].periods[0].returned.numerator

    assert (known(date(2026, 5, 19)), known(date(2026, 5, 20))) == (9, 8)
    assert MeasureReturn.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [{"period_ends_on": date(2026, 12, 31)}, {"period_ends_on": date(2026, 4, 30)}, {"numerator": 11}],
)
def test_return_that_cannot_be_is_refused(wrong):
    with pytest.raises(Refused):
        _return(make_measure(), wrong.pop("period_ends_on", MARCH), **wrong)
    assert MeasureReturn.objects.count() == 0


@pytest.mark.parametrize("wrong", [{"begins_on": date(2026, 1, 2)}, {"name": "answered"}])
def test_measure_that_cannot_be_is_refused(wrong):
    service = make_service()
    make_measure(service)
    with pytest.raises(Refused):
        add_measure(service=service, fields=measure_fields(**{"name": "Other", **wrong}), by=None)
