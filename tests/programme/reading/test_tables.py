"""Tables of actions in CSV, workbooks, documents and pasted text: one reader for all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from goldenthread.programme.reading import read_plan, read_text

HEADINGS = [
    "Ref",
    "Area of weakness",
    "What we will do",
    "Who",
    "By when",
    "How will we know",
    "Progress",
    "RAG",
]
ROWS: list[list[object]] = [
    [
        "1.1",
        "1. Families are not heard",
        "Start a forum",
        "Forum Chair; Engagement Manager",
        "Apr 23",
        "It meets",
        "",
        "G",
    ],
    ["1.2", "", "Publish replies", "Engagement Manager", "30/09/2023", "", "Late", "A"],
    ["2.1", "2. Plans are late", "Hire officers", "", "31/04/2023", "60% on time", "", "R"],
]


def csv_of(rows: list[list[object]], separator: str = ",") -> str:
    return "\n".join(
        separator.join(f'"{cell}"' if separator in str(cell) else str(cell) for cell in row) for row in rows
    )


def check(shown: dict[str, Any]) -> None:
    assert [(area["number"], area["actions"]) for area in shown["areas"]] == [
        ("1", ["1.1", "1.2"]),
        ("2", ["2.1"]),
    ]
    assert shown["dues"] == {"1.1": "2023-04", "1.2": "2023-09-30"}
    assert shown["leads"]["1.1"] == ["Forum Chair", "Engagement Manager"]
    assert shown["missing"] == {"1.2": ["success criteria"], "2.1": ["lead"]}
    assert [problem for problem in shown["problems"] if "31/04/2023" in problem and "By when" in problem]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_separator(separator: str) -> None:
    check(read_plan(csv_of([HEADINGS, *ROWS], separator).encode(), "plan.csv").as_dict())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_csv_in_any_letters(encoding: str) -> None:
    text = csv_of([["Title – a “plan”"], [], HEADINGS, *ROWS])
    shown = read_plan(text.encode(encoding), "plan.csv").as_dict()
    check(shown)
    assert shown["title"] == "Title – a “plan”"


def test_pasted_tabs_and_strokes() -> None:
    check(read_text(csv_of([HEADINGS, *ROWS], "\t")).as_dict())
    drawn = ["| " + " | ".join(map(str, row)) + " |" for row in [HEADINGS, ["---"] * 8, *ROWS]]
    check(read_text("Our plan\n\n" + "\n".join(drawn)).as_dict())


def test_workbook_with_merged_areas(workbook: Callable[..., bytes]) -> None:
    rows = [["Plan of action"], [], HEADINGS, *ROWS]
    data = workbook({"Plan": rows}, merges={"Plan": ["A1:H1", "B4:B5"]})
    shown = read_plan(data, "plan.xlsx").as_dict()
    check(shown)
    assert shown["title"] == "Plan of action"


def test_document_with_a_table(document: Callable[..., bytes]) -> None:
    def fill(made: Any) -> None:
        made.add_heading("Plan of action", 0)
        table = made.add_table(rows=0, cols=8)
        for row in [HEADINGS, *ROWS]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = str(text)
        table.cell(1, 1).merge(table.cell(2, 1))

    shown = read_plan(document(fill), "plan.docx").as_dict()
    check(shown)
    assert shown["title"] == "Plan of action"


def test_month_shown_in_a_cell_stays_a_month(workbook: Callable[..., bytes], first_of_may: date) -> None:
    rows = [
        ["No", "Action", "Lead", "Due"],
        [1.1, "One", "A", first_of_may],
        [1.1, "Two", "B", datetime(2025, 5, 31)],
    ]
    formats = {"A": {"D2": "mmm-yy", "D3": "dd/mm/yyyy", "A3": "0.00"}}
    shown = read_plan(workbook({"A": rows}, formats=formats), "plan.xlsx").as_dict()
    assert shown["dues"] == {"1.1": "2025-05", "1.10": "2025-05-31"}


def test_sheets_name_areas_and_hidden_ones_are_said(workbook: Callable[..., bytes]) -> None:
    rows = [["Action", "Owner", "Deadline"], ["Do it", "Ann Lee", "May 2025"]]
    data = workbook({"Priority 1": rows, "Early years": rows, "Old": rows}, hidden=("Old",))
    understood = read_plan(data, "plan.xlsx")
    assert [(area.number, area.title) for area in understood.areas] == [("1", ""), (None, "Early years")]
    assert len(understood.actions) == 2
    assert any("Old" in problem for problem in understood.problems)


def test_row_without_an_action_goes_on_with_the_last() -> None:
    rows = [
        ["Action", "Lead", "Due", "Success criteria"],
        ["Do it", "Ann Lee", "May 25", "First"],
        ["", "Bo Ray", "", "Second"],
    ]
    (action,) = read_plan(csv_of(rows).encode(), "plan.csv").actions
    assert action.leads == ("Ann Lee", "Bo Ray")
    assert action.success_criteria == ("First", "Second")


def test_title_rows_name_areas() -> None:
    rows = [["Ref", "Action", "Lead", "Due"], ["Priority 1: Time", "", "", ""], ["1.1", "Do it", "Ann Lee", "May 25"],
            ["Key: red is late", "", "", ""]]  # fmt: skip
    understood = read_plan(csv_of(rows).encode(), "plan.csv")
    assert [(area.number, area.title) for area in understood.areas] == [("1", "Time")]
    assert understood.actions[0].area == "1"


def test_action_cards(document: Callable[..., bytes]) -> None:
    def fill(made: Any) -> None:
        made.add_heading("Priority 1: Time", 1)
        for number in ("1.1", "1.2"):
            table = made.add_table(rows=0, cols=2)
            for label, words in [
                ("Action", f"{number} Do it"),
                ("Lead officer", "Ann Lee"),
                ("Timescale", "May 25"),
            ]:
                for cell, text in zip(table.add_row().cells, (label, words), strict=True):
                    cell.text = text

    shown = read_plan(document(fill), "cards.docx").as_dict()
    assert shown["dues"] == {"1.1": "2025-05", "1.2": "2025-05"}
    assert shown["leads"] == {"1.1": ["Ann Lee"], "1.2": ["Ann Lee"]}
    assert shown["areas"][0]["actions"] == ["1.1", "1.2"]


def test_document_in_paragraphs(document: Callable[..., bytes]) -> None:
    def fill(made: Any) -> None:
        made.add_heading("Our plan", 0)
        made.add_heading("Priority 1: Time", 1)
        made.add_paragraph("Action 1.1: Clear the backlog")
        made.add_paragraph("Due date: May 25", style="List Bullet")
        made.add_paragraph("Success criteria", style="List Bullet")
        made.add_paragraph("Plans are on time", style="List Bullet 2")
        made.add_paragraph("Families say so", style="List Bullet 2")
        made.add_paragraph("Action 1.2: Train schools")

    understood = read_plan(document(fill), "plan.docx")
    assert [action.key for action in understood.actions] == ["1.1", "1.2"]
    assert understood.actions[0].success_criteria == ("Plans are on time", "Families say so")
    assert understood.title == "Our plan"


def test_headings_over_bullets_in_a_document(document: Callable[..., bytes]) -> None:
    def fill(made: Any) -> None:
        made.add_heading("Our plan", 0)
        for title in ("Waiting", "Moving on"):
            made.add_heading(title, 1)
            made.add_paragraph("It takes too long.")
            made.add_paragraph("What we are going to do:")
            made.add_paragraph("Start again", style="List Bullet")

    understood = read_plan(document(fill), "plan.docx")
    assert [area.title for area in understood.areas] == ["Waiting", "Moving on"]
    assert len(understood.actions) == 2
