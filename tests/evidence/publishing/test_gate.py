"""The publish gate names what it found and where, and says what no reason lets through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import publish_gate
from goldenthread.evidence.publishing.gate import findings
from goldenthread.evidence.publishing.parts import Document, Figure, Heading, Paragraph, PlanLine, Table

CLEAN = Document(
    "progress-report", "Progress in June 2025", "City of Wolverhampton", "2025-06-30",
    [Heading("Area 2"), Paragraph("p", "Of 1,240 plans, 68% were finished in 20 weeks."),
     PlanLine("2.3", "2", "2.3", "Publish the new letters", "2025-05", "2025-05", "On track", "Head of SEND")],
)  # fmt: skip


def told(part) -> list[tuple[str, str, str]]:
    document = replace(CLEAN, parts=[*CLEAN.parts, part])
    return [(one.what, one.where, one.quote) for one in findings(document)]


def test_a_clean_document_has_no_finding():
    assert findings(CLEAN) == []


def test_a_planted_postcode_is_named_with_its_place():
    assert told(Paragraph("x", "The family lives in WV1 1RE now.")) == [
        ("a postcode", "The paragraph that begins “The family lives in WV1 1RE now.”", "WV1 1RE")
    ]


def test_a_date_of_birth_is_known_by_the_heading_of_its_column():
    table = Table("t", "Visits", ["Day", "Date of birth"], [["1 May 2025", "03/05/2016"]])
    assert told(table) == [("a date of birth", "“Visits”, row 1, Date of birth", "Date of birth: 03/05/2016")]


@pytest.mark.parametrize("number", ["1", "4"])
def test_small_numbers_of_people_stop_a_table_and_others_do_not(number):
    table = Table("t", "Appeals", ["School", "Pupils"], [["Penn", number], ["All", "112"]])
    assert told(table) == [("a small number of people", "“Appeals”, row 1, Pupils", number)]
    assert told(replace(table, columns=["School", "Week"])) == []
    assert told(replace(table, rows=[["Penn", "5"]])) == []


def test_the_few_that_a_figure_leaves_out_are_small_too():
    figure = Figure("f", "In time", "98.0%", 98, 100, "Plans in time", "2025-06-30")
    assert [what for what, _, _ in told(figure)] == ["a small number of people"]
    assert told(replace(figure, counts_people=False)) == []


def test_three_children_in_words_is_a_small_number():
    assert [quote for _, _, quote in told(Paragraph("x", "Only three children had a plan in time."))] == [
        "Only three children"
    ]


def test_numbers_and_births_are_never_let_through_and_a_name_can_be():
    document = replace(CLEAN, parts=[Paragraph("x", "Ring Zofia Grzyb, born 3 May 2016.")])
    assert [(one.what, one.can_be_let_through) for one in findings(document)] == [
        ("a person’s name", True), ("a date of birth", False),
    ]  # fmt: skip


def test_a_percentage_without_its_two_numbers_is_refused():
    with pytest.raises(ValueError, match="percentage without its two numbers"):
        Figure("f", "In time", "98%", None, None, "", "2025-06-30")


def test_the_bounds_hold_over_the_planted_documents(capsys):
    assert publish_gate.main() == 0, capsys.readouterr().out
