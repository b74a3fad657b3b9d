"""What a schools forum reads: the same numbers in each form, and none that tells of few children."""

from __future__ import annotations

import csv
import io
from datetime import date
from io import BytesIO
from itertools import product

import pytest
from docx import Document
from pypdf import PdfReader

from goldenthread.commissioning.actions.money import enter_ledger
from goldenthread.commissioning.models import ForecastLine
from goldenthread.commissioning.papers import Pence, forum_paper, sheets
from goldenthread.commissioning.queries import statements
from goldenthread.commissioning.queries.forum import forum_pack, rounded, rounding
from goldenthread.commissioning.queries.money import forecast
from goldenthread.commissioning.queries.scenarios import scenarios
from goldenthread.kit.documents import as_docx, as_pdf
from tests.commissioning.bought import TODAY, make_cost, make_line, make_scenario

pytestmark = pytest.mark.django_db


def _line(what, likely, unit=1_000_000, **more):
    return make_line(what=what, low=likely, likely=likely, high=likely, unit_pence=unit, **more)


def test_page_word_and_pdf_say_the_same():
    _line("Places", 610)
    enter_ledger(line=_line("Before", 40, year=2025), children=41, pence=41_000_099, reached=20, by=None)
    make_scenario(ForecastLine.objects.get(what="Places"))
    pack = forum_pack(2026, TODAY)
    cells = {cell for sheet in sheets(pack) for row in sheet.grid.rows for cell in row if cell}
    document = Document(BytesIO(as_docx(forum_paper(pack))))
    in_word = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert cells <= in_word
    pages = PdfReader(BytesIO(as_pdf(forum_paper(pack)))).pages
    printed = "".join("".join(page.extract_text() for page in pages).split())
    amounts = {cell for cell in cells if cell.startswith("£")}
    assert len(amounts) >= 6
    assert all(amount in printed for amount in amounts)


def test_few_children_are_hidden_with_another_line_and_their_money():
    _line("Few", 2)
    _line("Some", 9)
    _line("Many", 300)
    told = {one.line.line.what: one.children for one in forum_pack(2026, TODAY).spent}
    assert told == {"Few": None, "Some": None, "Many": 300}
    rows = {row[0].split(": ")[1]: row[2:] for row in next(sheets(forum_pack(2026, TODAY))).rows[:3]}
    assert rows["Few"] == [None] * 4
    assert rows["Many"][1] == Pence(300_000_000)


def test_sums_do_not_give_the_children_back_to_somebody_who_knows_the_prices():
    """A reader knows every price and every number shown, and tries every number for the hidden lines."""
    prices = {"Few": 5_230_075, "Some": 340_000}
    _line("Few", 2, prices["Few"])
    _line("Some", 9, prices["Some"])
    _line("Many", 300, 690_000)
    pack = forum_pack(2026, TODAY)
    step = rounding(pack.spent)
    published = rounded(pack.found.totals[1], step) - 300 * 690_000
    fits = {few for few, some in product(range(40), repeat=2)
            if abs(few * prices["Few"] + some * prices["Some"] - published) <= step}  # fmt: skip
    exact = {few for few, some in product(range(40), repeat=2)
             if few * prices["Few"] + some * prices["Some"] == 2 * prices["Few"] + 9 * prices["Some"]}  # fmt: skip
    assert exact == {2}, "to the penny the number can be solved: that is what is guarded against"
    assert {0, 5} <= fits


def test_outcome_of_few_is_not_told():
    line = _line("Before", 40, year=2025)
    _line("Now", 40)
    for reached, told in ((20, 20), (3, None), (38, None), (None, None)):
        enter_ledger(line=line, children=41, pence=100, reached=reached, by=None)
        assert forum_pack(2026, TODAY).before[0].reached == told


def test_shared_costs_are_told_from_five_on_together_and_rounded():
    _line("Places", 610)
    for number in range(4):
        make_cost(f"JF-{number}", total_pence=12_000_002)
    assert forum_pack(2026, TODAY).shared_parts is None
    make_cost("JF-9", total_pence=12_000_002)
    assert forum_pack(2026, TODAY).shared_parts == (30_000_000, 30_000_000, 0)
    make_cost("JF-8", total_pence=3_000_000)
    assert forum_pack(2026, TODAY).shared_parts == (30_000_000, 30_000_000, 0), (
        "one more child’s cost shows in no pack"
    )


def test_statement_adds_up_to_the_forecast_with_what_is_not_placed():
    _line("Places", 610, statement_line="1.2.1", statement_column="special")
    _line("Colleges", 7, statement_line="1.2.1", statement_column="post-16")
    _line("Other", 3)
    rows = statements.statement(forecast(2026), statements.BUDGET)
    top_up = next(one for one in rows if one.number == "1.2.1")
    assert top_up.by_column == (0, 0, 0, 610_000_000, 0, 7_000_000)
    assert rows[-1].words == statements.NOT_PLACED
    assert sum(one.gross for one in rows) == forecast(2026).totals[1]


def test_management_plan_has_the_signed_scenario_and_what_it_changes():
    from goldenthread.commissioning.actions.scenarios import sign_scenario
    from tests.readers import person

    line = _line("Places", 610)
    scenario = make_scenario(line)
    found = forecast(2026)
    assert statements.signed_last(scenarios(found)) is None
    sign_scenario(
        scenario=scenario, edition=2, role="x", on=date(2026, 11, 1), by=person("joint-commissioner")
    )
    rows = statements.management_plan([(found, statements.signed_last(scenarios(found)))])
    money = {(one.section, one.measure): one.value for one in rows if one.is_money}
    assert money[statements.BLOCK, "Unmitigated forecast"] == 610_000_000
    assert money[statements.BLOCK, "Mitigated forecast"] == 600_000_000
    assert money[statements.LOG, "Avoids growth that the forecast expects"] == -10_000_000
    assert (statements.BLOCK, "Outturn") not in money


def test_csv_of_the_pack_has_the_cells_of_the_page():
    _line("Places", 610)
    pack = forum_pack(2026, TODAY)
    out = io.StringIO()
    csv.writer(out).writerows(row for sheet in sheets(pack) for row in sheet.plain)
    assert "6100000.00" in out.getvalue()
