"""Figures that are counted once and kept: never after a change, whoever made it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.casework.models import Case, Event, Standing
from goldenthread.evidence import figures
from goldenthread.evidence.actions.measures import tie
from goldenthread.evidence.figures import FIGURES, SOURCES, Asked, Counted, count
from goldenthread.evidence.models import Change, KeptCount
from goldenthread.evidence.queries import kept
from goldenthread.evidence.queries.kept import kept_or_counted
from goldenthread.evidence.queries.live import live_measures, run_of
from goldenthread.evidence.tasks import sweep_counts
from goldenthread.people.models import Child
from tests.casework import world
from tests.evidence.freezing import make_measure
from tests.programme.world import make_plan

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 31)
YEAR = Asked(date(2026, 1, 1), DAY, DAY, DAY)
PAST = Asked(date(2026, 1, 1), date(2026, 11, 30), date(2026, 11, 30), DAY)
REQUESTS, PLANS = ("casework.requests", YEAR), ("casework.plans", YEAR)


def _answers(*wanted) -> list[Counted | None]:
    return list(kept_or_counted(wanted).values())


def test_kept_or_counted_asks_one_query_the_second_time_and_says_the_same(django_assert_num_queries):
    world.bring_to(world.make_case(), "final-issued")
    wanted = [(code, asked) for code in FIGURES for asked in (YEAR, PAST)]
    first = kept_or_counted(wanted)
    with django_assert_num_queries(1):
        again = kept_or_counted(wanted)
    assert again == first == count(wanted)


def test_any_new_event_changes_the_answer_at_once():
    for number in range(1, 4):
        world.make_case(on=date(2026, 3, number + 1))
        assert _answers(REQUESTS) == [Counted(number)]
    assert _answers(("casework.requests", PAST)) == [Counted(3)]


def test_a_change_that_no_action_made_counts_too():
    case = world.bring_to(world.make_case(), "final-issued")
    assert _answers(PLANS) == [Counted(1)]
    Event.objects.create(case=case, kind="note", occurred_on=DAY, known_on=DAY)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE casework_standing SET stage = 'ceased', ended_on = %s", [DAY])
    assert _answers(PLANS) == [Counted(0)]


def test_a_change_elsewhere_leaves_what_is_kept(django_assert_num_queries):
    world.make_case()
    _answers(REQUESTS)
    Child.objects.update(family_name="Other")
    with django_assert_num_queries(1):
        _answers(REQUESTS)


def test_every_table_that_a_source_reads_has_its_trigger():
    world.bring_to(world.make_case(), "final-issued")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'evidence_notes_for_%'"
        )
        noted = {(name.removeprefix("evidence_notes_for_"), table) for name, table in cursor.fetchall()}
    assert noted == {(source.key, table) for source in SOURCES for table in source.tables}
    for source in SOURCES:
        with CaptureQueriesContext(connection) as asked:
            source.count([YEAR, PAST], {one.code for one in source.offers})
        read = {
            name
            for query in asked.captured_queries
            for name in re.findall(r'\b(?:FROM|JOIN) "?([a-z]+_[a-z]+)"?', query["sql"])
        }
        assert read, source.key
        assert read <= source.tables, source.key


def test_a_new_way_of_counting_counts_anew(monkeypatch):
    world.make_case()
    _answers(REQUESTS)
    KeptCount.objects.update(numerator=99)
    assert _answers(REQUESTS) == [Counted(99)]
    monkeypatch.setattr(kept, "way_of_counting", lambda: "f" * 64)
    assert _answers(REQUESTS) == [Counted(1)]


def test_way_of_counting_is_of_the_offers_and_of_the_files_that_count(monkeypatch):
    before = kept.way_of_counting()
    kept.way_of_counting.cache_clear()
    assert kept.way_of_counting() == before
    kept.way_of_counting.cache_clear()
    changed = replace(SOURCES[0], offers=SOURCES[0].offers[1:])
    monkeypatch.setattr(kept, "SOURCES", (changed, *SOURCES[1:]))
    assert kept.way_of_counting() != before
    kept.way_of_counting.cache_clear()
    assert Path(kept._PROJECT / "casework/queries/figures.py").exists()


def test_a_figure_that_is_gone_is_no_answer_and_asks_nothing(monkeypatch, django_assert_num_queries):
    monkeypatch.delitem(figures.FIGURES, "casework.requests")
    with django_assert_num_queries(0):
        assert _answers(REQUESTS) == [None]


def test_the_nightly_sweep_adds_up_the_changes_and_keeps_what_is_right(django_assert_num_queries):
    world.make_case()
    old = ("casework.requests", PAST)
    _answers(old)
    Change.objects.create(source="casework", backend=7, number=5)
    assert _answers(REQUESTS) == [Counted(1)]
    sweep_counts(0)
    assert list(Change.objects.filter(source="casework").values_list("backend", flat=True)) == [0]
    assert [one.until for one in KeptCount.objects.all()] == [DAY]
    with django_assert_num_queries(1):
        assert _answers(REQUESTS) == [Counted(1)]


def test_sixty_measures_cost_six_queries_at_first_and_two_afterwards(lead, django_assert_num_queries):
    plan = make_plan()
    codes = [code for code in FIGURES if code.startswith("casework.")]
    measures = [make_measure(plan, key=f"m-{n}", name=f"Measure {n}") for n in range(60)]
    for number, one in enumerate(measures):
        tie(
            measure=one,
            figure=codes[number % 10],
            months=(1, 3, 12)[number % 3],
            on=date(2026, 7, 1),
            by=lead,
        )
    world.bring_to(world.make_case(), "final-issued")
    with django_assert_num_queries(6):
        first = live_measures(measures, DAY, DAY)
    with django_assert_num_queries(2):
        assert live_measures(measures, DAY, DAY) == first
    assert len(first) == 60


def test_a_run_of_twelve_months_costs_three_queries_at_first_and_one_afterwards(
    lead, django_assert_num_queries
):
    measure = make_measure(make_plan())
    tie(measure=measure, figure="casework.in-time", months=12, on=date(2026, 1, 5), by=lead)
    world.bring_to(world.make_case(), "final-issued")
    live = live_measures([measure], DAY, DAY)[measure.pk]
    with django_assert_num_queries(3):
        run = run_of(live)
    with django_assert_num_queries(1):
        assert run_of(live) == run
    assert len(run) == 6


def test_the_projection_is_asked_for_today_and_the_events_for_a_past_day():
    world.bring_to(world.make_case(), "final-issued")
    Standing.objects.update(stage="ceased", ended_on=DAY)
    assert Case.objects.count() == 1
    assert _answers(PLANS, ("casework.plans", PAST)) == [Counted(0), Counted(1)]
