"""Measures that count themselves, and readings that stay as they were."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from goldenthread.audit.models import Event as Audited
from goldenthread.casework.models import Case, Event
from goldenthread.evidence import figures
from goldenthread.evidence.actions.measures import freeze, tie
from goldenthread.evidence.figures import Counted
from goldenthread.evidence.models import Frozen, KeptCount, Tie
from goldenthread.evidence.queries.live import (
    band_of,
    counted_again,
    live_measures,
    marks_of,
    months_alone,
    outside,
    run_of,
)
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Reading
from tests.casework import world
from tests.evidence.freezing import make_measure

TIED, DAY, LATER = date(2026, 7, 10), date(2026, 8, 31), date(2026, 9, 30)
IN_TIME = "casework.in-time"


def _in_time(name: str) -> Case:
    return world.bring_to(world.make_case(world.make_child(name)), "final-issued")


def _late(name: str) -> Case:
    case = world.bring_to(world.make_case(world.make_child(name)), "draft-issued")
    world.tell(case, "final-issued", date(2026, 9, 21), placement="Oak School")
    return case


def _known(measure, day):
    return live_measures([measure], day, LATER)[measure.pk]


def test_tie_counts_now_and_on_any_past_day_as_known_then(measure, lead):
    _in_time("Ash")
    tie(measure=measure, figure=IN_TIME, months=12, on=date(2026, 7, 1), by=lead)
    _late("Bo")
    assert _known(measure, date(2026, 7, 5)).counted == Counted(0, 0)
    assert _known(measure, date(2026, 7, 5)).value == "Nothing to count"
    assert (_known(measure, DAY).value, _known(measure, DAY).base) == ("100.0%", "1 of 1")
    assert (_known(measure, LATER).value, _known(measure, LATER).base) == ("50.0%", "1 of 2")
    assert live_measures([measure], date(2026, 6, 30), LATER) == {}
    assert Audited.objects.filter(action="evidence.measure.tied", actor=str(lead.public_id)).exists()


def test_tie_to_another_figure_takes_the_first_back_and_marks_it(measure, lead):
    first = tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    tie(measure=measure, figure="casework.in-time-of-all", months=12, on=DAY, by=lead)
    first.refresh_from_db()
    assert first.taken_back_on == DAY
    live = _known(measure, LATER)
    assert any("changed on 31 August 2026" in one for one in marks_of(live, []))
    assert _known(measure, date(2026, 8, 1)).tie == first


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("casework.beds", "no figure called"),
        ("casework.after-a-year", "The plan says that higher is better"),
        (IN_TIME, "counted in this way already"),
    ],
)
def test_tie_refuses(measure, lead, figure, words):
    measure.better = "higher"
    measure.save()
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    with pytest.raises(Refused, match=words):
        tie(measure=measure, figure=figure, months=12, on=DAY, by=lead)
    assert Tie.objects.count() == 1


def test_freeze_refuses_a_day_that_is_not_over_nothing_to_count_and_no_tie(measure, lead):
    with pytest.raises(Refused, match="not tied"):
        freeze(measure=measure, until=DAY, on=LATER, by=lead)
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    with pytest.raises(Refused, match="when its day is over"):
        freeze(measure=measure, until=LATER, on=LATER, by=lead)
    with pytest.raises(Refused, match="A share of nothing is not nought"):
        freeze(measure=measure, until=DAY, on=LATER, by=lead)
    assert not Frozen.objects.exists()


def _ten_thousand_further_events(template: Case) -> None:
    """2,000 further cases of five events, all known after the frozen day."""
    told = list(template.events.order_by("pk"))
    fields = {f.attname for f in Case._meta.concrete_fields} - {"id", "public_id", "reference", "child_id"}
    same: dict[str, Any] = {name: getattr(template, name) for name in fields}
    children = type(template.child).objects.bulk_create(
        type(template.child)(given_names="Many", family_name=f"Example {n}", born_on=world.BORN)
        for n in range(2000)
    )
    cases = Case.objects.bulk_create(
        Case(child=child, reference=f"MANY-{n}", **same) for n, child in enumerate(children)
    )
    kinds = [one for one in told if one.kind != "considering"]
    assert len(kinds) == 5
    Event.objects.bulk_create(
        Event(case=case, kind=one.kind, occurred_on=one.occurred_on, known_on=LATER, facts=one.facts)
        for case in cases
        for one in kinds
    )


def test_a_frozen_reading_is_equal_to_the_bit_after_10_000_further_events(measure, lead):
    _in_time("Ash")
    template = _late("Bo")
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    kept = freeze(measure=measure, until=DAY, on=date(2026, 9, 1), by=lead)
    before = _known(measure, DAY).counted
    _ten_thousand_further_events(template)
    again = counted_again(Frozen.objects.get(), LATER)
    assert Event.objects.filter(known_on=LATER).count() == 10_000
    assert before == again.counted == kept.counted == Counted(1, 1)
    assert again.rows_hash == kept.rows_hash
    assert again.is_equal
    assert len(kept.rows_hash) == 64
    assert _known(measure, LATER).counted == Counted(1, 2002)


def test_counted_again_says_when_rows_of_the_past_are_not_the_same(measure, lead):
    case = _in_time("Ash")
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    kept = freeze(measure=measure, until=DAY, on=date(2026, 9, 1), by=lead)
    Event.objects.create(case=case, kind="note", occurred_on=TIED, known_on=TIED)
    again = counted_again(kept, LATER)
    assert not again.is_equal
    assert "rows behind it are not" in again.words


def test_the_database_keeps_a_frozen_reading_as_it_is(measure, lead):
    _in_time("Ash")
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    kept = freeze(measure=measure, until=DAY, on=LATER, by=lead)
    for change in (lambda: Frozen.objects.update(numerator=99), kept.delete):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            change()
    kept.refresh_from_db()
    assert kept.numerator == 1


def test_a_figure_that_is_gone_is_named_and_its_reading_stays(measure, lead, monkeypatch):
    _in_time("Ash")
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    kept = freeze(measure=measure, until=DAY, on=LATER, by=lead)
    monkeypatch.delitem(figures.FIGURES, IN_TIME)
    live = _known(measure, LATER)
    assert (live.value, live.base) == ("Not counted", "")
    assert f"“{IN_TIME}” does not exist any more" in live.gone
    assert "cannot be counted again" in counted_again(kept, LATER).words


def test_marks_of_name_a_target_that_moved_and_a_denominator_that_jumped(measure, lead):
    tie(measure=measure, figure=IN_TIME, months=12, on=TIED, by=lead)
    period = "2026-12"
    for words, on in (("90%", DAY), ("80%", LATER)):
        Reading.objects.create(measure=measure, period=period, milestone={"as_written": words}, known_on=on)
    run = [(TIED, Counted(10, 20)), (DAY, Counted(20, 30)), (LATER, Counted(20, 46))]
    said = marks_of(_known(measure, LATER), run)
    assert said[0] == "The target for December 2026 moved from 90% to 80% on 30 September 2026."
    assert len(said) == 2
    assert said[1].startswith("What it is out of went from 30 to 46 by 30 September 2026.")


def test_run_of_has_the_month_ends_and_the_day_each_as_known_then(measure, lead):
    _in_time("Ash")
    tie(measure=measure, figure=IN_TIME, months=12, on=date(2026, 1, 5), by=lead)
    _late("Bo")
    assert run_of(_known(measure, LATER)) == [
        (date(2026, 7, 31), Counted(1, 1)),
        (DAY, Counted(1, 1)),
        (LATER, Counted(1, 2)),
    ]


def test_months_alone_counts_each_whole_month_by_itself(measure, lead):
    _in_time("Ash")
    tie(measure=measure, figure="casework.new-plans", months=12, on=date(2026, 1, 5), by=lead)
    _late("Bo")
    alone = dict(months_alone(_known(measure, date(2026, 10, 15))))
    assert len(alone) == 12
    assert {day: one.numerator for day, one in alone.items() if one.numerator} == {
        date(2026, 7, 31): 1, date(2026, 9, 30): 1,
    }  # fmt: skip


def test_live_measures_cost_the_same_for_one_as_for_twenty(measure, lead, django_assert_num_queries):
    many = [make_measure(measure.plan, key=f"in-time-{n}") for n in range(20)]
    for one in [measure, *many]:
        tie(measure=one, figure=IN_TIME, months=12, on=TIED, by=lead)
    with CaptureQueriesContext(connection) as one_costs:
        live_measures([measure], DAY, LATER)
    KeptCount.objects.all().delete()
    with django_assert_num_queries(len(one_costs)):
        live_measures([measure, *many], DAY, LATER)


def test_months_alone_have_limits_and_a_month_outside_is_named():
    ends = [date(2026, month, 28) for month in range(1, 10)]
    run = [
        (day, Counted(count, 100))
        for day, count in zip(ends, (50, 52, 49, 51, 50, 53, 48, 51, 90), strict=True)
    ]
    band = band_of(run[:8], "%")
    assert (band.low, band.middle, band.high) == (43.28, 50.5, 57.72)
    assert outside(run, band) == [ends[8]]
    assert outside(run[:8], band) == []
    assert band_of(run[:7], "%") is None
    assert band_of([(day, Counted(50, 100)) for day in ends], "%") is None
    wild = [
        (day, Counted(count, 100)) for day, count in zip(ends, (2, 99, 2, 99, 2, 99, 2, 99, 2), strict=True)
    ]
    assert (band_of(wild, "%").low, band_of(wild, "%").high) == (0.0, 100.0)
    assert band_of(wild, "").high > 100
