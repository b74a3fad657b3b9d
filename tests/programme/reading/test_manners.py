"""The manners of single councils that a general reader must take in its stride, on plans made up here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from goldenthread.programme.reading import read_plan, read_text


def test_annex_with_titles_across_and_repeated_headings(document: Callable[..., bytes]) -> None:
    head = ["No.", "Actions to be taken", "Lead(s)", "Timescale", "Milestones", "Evidence of impact"]

    def fill(made: Any) -> None:
        made.add_paragraph("Accelerated Progress Plan for Shireford")
        made.add_paragraph("Meet with parents", style="List Bullet")
        table = made.add_table(rows=0, cols=6)

        def row(*words: str) -> None:
            cells = table.add_row().cells
            for cell, text in zip(cells, words, strict=False):
                cell.text = text
            if len(words) == 1:
                cells[0].merge(cells[5])

        row("Area of weakness 1: Waiting for assessment")
        row("Outcome: Families wait less")
        row(*head)
        row(
            "1.1",
            "Recruit clinicians",
            "Head of CAMHS\nCommissioner, ICB",
            "By July 2022",
            "advert out",
            "Shorter\nKinder",
        )
        row("1.2", "Start a scheme", "Service Manager", "31/12/2022", "", "")
        row("Area of weakness 2: Quality of plans")
        row(*head)
        row("2.1", "Audit plans", "QA Lead", "Ongoing", "", "80% good")

    understood = read_plan(document(fill), "app.docx")
    assert [area.number for area in understood.areas] == ["1", "2"]
    assert [action.key for action in understood.actions] == ["1.1", "1.2", "2.1"]
    assert understood.actions[0].leads == ("Head of CAMHS", "Commissioner, ICB")
    assert understood.actions[0].success_criteria == ("Shorter", "Kinder")
    assert understood.areas[0].other == (("Outcome", "Families wait less"),)
    assert dict(understood.missing) == {"1.2": ("success criteria",)}


def test_tracker_with_measures_below_its_actions(workbook: Callable[..., bytes]) -> None:
    rows: list[list[object]] = [
        ["Kingsford tracker"],
        ["Workstream", "Ref", "Action", "Lead", "Start Date", "End Date", "Latest update (Nov 2022)"],
        ["WS1: Commissioning", 1, "Agree it", "Ann Lee", "Jan 22", "Mar 22", "Done"],
        [None, 2, "Tender it", "Bo Ray", "Apr 22", "Dec 22", None],
        ["WS2: Website", 1, "New site", "Cy Fox", None, None, None],
        [],
        ["Measure", "Baseline", "Target", "Actual Q1", "Actual Q2"],
        ["Visits", "1,200", "2,000", "1,300", "1,500"],
    ]
    understood = read_plan(workbook({"WSoA": rows}), "tracker.xlsx")
    assert [action.key for action in understood.actions] == ["1/1", "1/2", "2/1"]
    assert str(understood.actions[0].progress[0].date) == "November 2022"
    assert [measure.name for measure in understood.measures] == ["Visits"]
    assert understood.kind == "plan and measures"


def test_lettered_numbers_and_leads_with_dates() -> None:
    understood = read_text(
        "Area 1 - Confidence\n\n1A.1 Hold events (Lead: Principal EP, due March 2023)\n"
        "1A.2 Visit schools; Lead: Adviser; Due: Apr 23\n"
    )
    shown = understood.as_dict()
    assert shown["dues"] == {"1A.1": "2023-03", "1A.2": "2023-04"}
    assert shown["leads"] == {"1A.1": ["Principal EP"], "1A.2": ["Adviser"]}


def test_done_so_far_is_not_to_be_done() -> None:
    understood = read_text(
        "Priority area 1: Health\n\nWhat we have done so far\n• Added two nurses (May 2024)\n\nWhat we plan to do next\n"
        "• Write a strategy (September 2024)\n• Publish a guide (Spring term 2025)\n\n"
        "What difference will this make?\n• Shorter waits\n"
    )
    assert [action.text for action in understood.actions] == ["Write a strategy", "Publish a guide"]
    assert understood.actions[1].due_as_written == "Spring term 2025"


def test_reference_and_action_on_lines_of_their_own() -> None:
    understood = read_text(
        "Area for priority action 1\nPlans must be right.\n\nRef: 1.1\nAction: Launch a framework\nLead: Head of Inclusion, LCC\n"
        "End date: 30 June 2025\nSuccess measures:\n- Plans are good\n- Parents say so\nStatus: On track\n\n"
        "Ref: 1.2\nAction: Train writers\nLead: Manager\nEnd date: Ongoing\n"
    )
    assert [(action.number, action.text) for action in understood.actions] == [
        ("1.1", "Launch a framework"),
        ("1.2", "Train writers"),
    ]
    assert understood.areas[0].title == "Plans must be right."
    assert understood.actions[0].status_as_written == "On track"


def test_rating_column_in_colours_alone_is_said() -> None:
    understood = read_plan(b"Action,Lead,Due,RAG\nDo it,Ann,May 25,\nDo that,Bo,June 25,\n", "plan.csv")
    assert any("RAG" in problem and "colours" in problem for problem in understood.problems)
