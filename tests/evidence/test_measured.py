"""Documents carry what the plan's measures counted when they were prepared, the same in all four forms."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import docx
import pytest
from pypdf import PdfReader

from goldenthread.evidence import figures
from goldenthread.evidence.actions.measures import tie
from goldenthread.evidence.actions.publications import prepare
from goldenthread.evidence.figures import Asked
from goldenthread.evidence.figures.casework import SOURCE
from goldenthread.evidence.publishing import forms, parts
from goldenthread.evidence.queries.composing import compose
from goldenthread.evidence.queries.measured import WITHHELD
from tests.casework import world
from tests.programme.world import make_action

DAY, LATER = date(2026, 9, 30), date(2026, 10, 30)
KEY = "wsoa/measure/in-time"


@pytest.fixture
def measured(measure, action, lead):
    """An area's measure that is 6 of 12 in September."""
    measure.plan, measure.area = action.area.plan, action.area
    measure.save()
    tie(measure=measure, figure="casework.in-time", months=12, on=date(2026, 7, 1), by=lead)
    for number in range(12):
        case = world.bring_to(world.make_case(world.make_child(f"Ash {number}")), "draft-issued")
        on = date(2026, 7, 20) if number < 6 else date(2026, 9, 21)
        world.tell(case, "final-issued", on, placement="Oak School")
    return measure


@pytest.fixture
def measure(plan):
    """One measure on the plan of the action, not on another."""
    from tests.evidence.freezing import make_measure

    return make_measure(plan)


def _figure(document):
    (found,) = [one for one in document.parts if getattr(one, "key", "") == KEY]
    return found


def test_the_four_forms_carry_the_reading_as_it_was_at_preparing(measured, lead):
    draft = prepare(programme=measured.plan.programme, form="progress-report", on=DAY, by=lead)
    rows = SOURCE.rows_hash(Asked(DAY, DAY, DAY, LATER))
    case = world.bring_to(world.make_case(world.make_child("Later")), "draft-issued")
    world.tell(case, "final-issued", date(2026, 9, 22), on=LATER, placement="Oak School")
    draft.refresh_from_db()
    document = parts.from_data(draft.content)
    figure = _figure(document)
    value, base = figure.value, figure.base
    assert (value, base, figure.as_at) == ("50.0%", "6 of 12", "2026-09-30")
    assert rows in figure.source
    sha = parts.fingerprint(document.as_data())
    assert [value, base] in [
        [cell.text for cell in row.cells][1:3]
        for table in docx.Document(BytesIO(forms.as_docx(document, version="1", sha256=sha))).tables
        for row in table.rows
    ]
    pages = PdfReader(BytesIO(forms.as_pdf(document, version="1", sha256=sha))).pages
    assert f"{value} {base}" in " ".join(" ".join(page.extract_text() for page in pages).split())
    row = next(one for one in csv.DictReader(StringIO(forms.as_csv(document))) if one["key"] == KEY)
    assert (row["value"], row["numerator"], row["denominator"]) == (value, str(figure.numerator), "12")
    held = next(one for one in json.loads(forms.as_json(document))["parts"] if one.get("key") == KEY)
    assert (held["value"], held["numerator"], held["denominator"]) == (value, figure.numerator, 12)
    assert _figure(compose(measured.plan.programme, "progress-report", on=LATER)).denominator == 13


@pytest.mark.parametrize("form", ["statement-of-action", "scrutiny-paper", "review-pack", "highlight-report"])
def test_each_form_carries_it_once(measured, form):
    area = measured.area if form == "highlight-report" else None
    figure = _figure(compose(measured.plan.programme, form, area=area, on=DAY))
    assert figure.denominator == 12


def test_small_numbers_are_left_out_and_not_only_stopped_at_the_gate(measured):
    figure = _figure(compose(measured.plan.programme, "progress-report", on=date(2026, 8, 31)))
    assert (figure.value, figure.numerator, figure.denominator) == (WITHHELD, None, None)


def test_a_figure_that_is_gone_is_named_in_the_document(measured, monkeypatch):
    monkeypatch.delitem(figures.FIGURES, "casework.in-time")
    figure = _figure(compose(measured.plan.programme, "progress-report", on=DAY))
    assert (figure.value, figure.numerator) == ("Not counted", None)
    assert "casework.in-time" in figure.definition


def test_many_measures_cost_as_many_queries_as_one(measured, django_assert_num_queries, lead):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from goldenthread.evidence.models import KeptCount
    from tests.evidence.freezing import make_measure

    def asked():
        KeptCount.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            compose(measured.plan.programme, "review-pack", on=DAY)
        return len(queries)

    one = asked()
    for number in range(9):
        more = make_measure(measured.plan, key=f"m-{number}")
        tie(measure=more, figure="casework.in-time", months=3, on=date(2026, 7, 1), by=lead)
    make_action(measured.area)
    assert asked() == one
