"""Pasted text in the manner of several councils."""

from __future__ import annotations

import pytest

from goldenthread.programme.reading import read_text
from goldenthread.programme.reading.understood import Understood, UnderstoodAction


def by_key(understood: Understood) -> dict[str, UnderstoodAction]:
    return {action.key: action for action in understood.actions}


PRIORITIES = """Northshire SEND Partnership
Priority Action Plan 2024 to 2026

Inspectors named two areas:
1. Waiting times
2. Quality of plans

Priority 1: Waiting times
Lead: Director of Integrated Care

What families told us:
• Nobody rings back

What we will do:
• Open a drop-in for under-fives (September 2024)
• Recruit two therapists by the end of March 2025
• Publish waiting times (ongoing)
• Run a clinic in each town (Lead: Head of Therapies; Due: 31/02/2025)

What will be different:
• Families wait less than 18 weeks

Priority 2 – Quality of plans

What we will do:
1. Train all writers. Lead: SEND Manager. By when: June 2025
2. Audit ten plans a month
"""


def test_priorities_hold_their_bullets_and_numbered_lines() -> None:
    understood = read_text(PRIORITIES)
    assert [(area.number, area.title) for area in understood.areas] == [
        ("1", "Waiting times"),
        ("2", "Quality of plans"),
    ]
    assert [action.area for action in understood.actions] == ["1"] * 4 + ["2"] * 2


def test_closing_brackets_and_words_give_due_dates() -> None:
    actions = read_text(PRIORITIES).actions
    assert [action.due and action.due.isoformat() for action in actions] == [
        "2024-09", "2025-03", None, None, "2025-06", None,
    ]  # fmt: skip
    assert actions[0].text == "Open a drop-in for under-fives"
    assert actions[2].due_as_written == "ongoing"
    assert actions[4].leads == ("SEND Manager",)


def test_impossible_date_is_a_problem_with_its_line() -> None:
    problems = read_text(PRIORITIES).problems
    assert any("line 18" in problem and "31/02/2025" in problem for problem in problems)


def test_what_families_said_and_what_will_differ_are_no_actions() -> None:
    understood = read_text(PRIORITIES)
    assert ("What will be different", "Families wait less than 18 weeks") in understood.areas[0].other
    assert "Nobody rings back" in understood.areas[0].text


FIELDS = """Written Statement of Action

Area of weakness 1
Late assessments

1.1 Review the panel
Delivery team: Statutory team
Lead agency: County Council
Sponsoring director: Director of Learning
Action lead: Head of Service / Designated Clinical Officer
Start date: January 2021
Completion date: 31.3.21
RAG: Green
Progress (March 2021): The panel met.

1.2 Set up a dashboard
Lead agency: NHS
Action lead: Performance Manager
Completion date: Summer term 2021

Area of weakness 2
Joint commissioning

2.1 Agree a strategy
Action lead: TBC
Completion date: Sept 21
"""


def test_labelled_fields_are_understood() -> None:
    action = by_key(read_text(FIELDS))["1.1"]
    assert action.leads == ("Head of Service", "Designated Clinical Officer")
    assert (action.accountable, action.agency) == (("Director of Learning",), "County Council")
    assert (str(action.start), str(action.due), action.rating_as_written) == (
        "January 2021",
        "31 March 2021",
        "Green",
    )
    assert action.other == (("Delivery team", "Statutory team"),)
    assert str(action.progress[0].date) == "March 2021"


def test_missing_lists_essentials_and_fields_used_elsewhere() -> None:
    missing = dict(read_text(FIELDS).missing)
    assert missing == {
        "1.2": ("accountable officer", "start date"),
        "2.1": ("lead", "accountable officer", "start date"),
    }


def test_term_is_kept_as_written_and_said() -> None:
    understood = read_text(FIELDS)
    action = by_key(understood)["1.2"]
    assert (action.due, action.due_as_written) == (None, "Summer term 2021")
    assert any("Summer term 2021" in problem for problem in understood.problems)


WORKSTREAMS = """Workstream One - The website
Workstream lead: Jo Field

Action 1
Redesign the website
Responsible: Web Manager
Timescale: April - July 2019
Success criteria: Visits double; People find what they need

Workstream Two – Guidance

Action 1
Write the guidance
Responsible: Principal EP
Timescale: 01/09/2018
"""


def test_numbers_that_begin_again_are_keyed_by_workstream() -> None:
    understood = read_text(WORKSTREAMS)
    assert [action.key for action in understood.actions] == ["1/1", "2/1"]
    assert understood.areas[0].other == (("Workstream lead", "Jo Field"),)


def test_range_of_months_gives_start_and_due() -> None:
    action = read_text(WORKSTREAMS).actions[0]
    assert (str(action.start), str(action.due)) == ("April 2019", "July 2019")
    assert len(action.success_criteria) == 2


@pytest.mark.parametrize(
    ("opening", "number"),
    [("Priority 1:", "1"), ("Area of weakness 1", "1"), ("Workstream A", "A"), ("PA1", "1"), ("Theme 1 –", "1"),
     ("Objective 1.", "1"), ("PRIORITY AREA ONE:", "1"), ("Area for improvement 1 -", "1"), ("1.", "1"), ("IV.", "IV")],
)  # fmt: skip
def test_areas_open_in_many_words(opening: str, number: str) -> None:
    understood = read_text(
        f"Plan\n\n{opening} Helping early\n\n1.1 Write a guide\nLead: Ann Lee\nDue: May 25\n"
    )
    assert [(area.number, area.title) for area in understood.areas] == [(number, "Helping early")]
    assert by_key(understood)["1.1"].area == number


def test_months_as_headings_under_themes_are_due_dates() -> None:
    understood = read_text(
        "Plan\n\nTheme A: Early help\n\nBy September 2024\n- Publish the guide\n- Train settings\n\n"
        "Theme B: Adulthood\n\nMarch 2025\n- Open the college link\n"
    )
    assert [(a.area, a.due and a.due.isoformat()) for a in understood.actions] == [
        ("A", "2024-09"), ("A", "2024-09"), ("B", "2025-03"),
    ]  # fmt: skip
    assert understood.kind == "plan"


def test_months_without_areas_are_a_roadmap() -> None:
    shown = read_text("Road\n\nMay 2024\n• One thing\n• Two things\n\nAutumn term 2024\n• Three\n").as_dict()
    assert shown["kind"] == "roadmap"
    assert {key: len(items) for key, items in shown["milestones"].items()} == {
        "2024-05": 2,
        "Autumn term 2024": 1,
    }


def test_titles_over_bullets_are_areas() -> None:
    understood = read_text(
        "Our plan\n\nTalking\n• Send a letter\n• Hold drop-ins\n\nMoving on\n• Pair each pupil\n"
    )
    assert [area.title for area in understood.areas] == ["Talking", "Moving on"]
    assert [action.area for action in understood.actions] == ["talking", "talking", "moving-on"]


def test_table_that_lost_its_lines_is_put_together() -> None:
    understood = read_text(
        "Area for improvement 1: Reviews\n\nAction\nLead\nBy when\nRAG\n"
        "1.1 Clear the backlog\nJane Hill\nMay 2025\nGreen\n1.2 Train schools\nRaj Das\nJune 2025\nAmber\n"
    )
    assert understood.as_dict()["dues"] == {"1.1": "2025-05", "1.2": "2025-06"}
    assert understood.actions[1].leads == ("Raj Das",)


def test_loose_measure_keeps_its_bound() -> None:
    understood = read_text(
        "KPI: Families who feel heard\nBaseline: 40% (2022)\nTarget: >85%\nActual (Nov 24): 51%\n"
    )
    (measure,) = understood.measures
    assert measure.target is not None
    assert (measure.target.op, measure.target.base, measure.target.base_status) == (
        ">",
        None,
        "not published",
    )
    assert str(measure.points[0].period) == "November 2024"


def test_wrapped_line_is_joined() -> None:
    understood = read_text(
        "Priority 1: Time\n\n1.1 Review the way in which\nall plans are written\nDue: May 25\n"
    )
    assert understood.actions[0].text == "Review the way in which all plans are written"


def test_nothing_understood_says_what_to_do() -> None:
    understood = read_text("Hello there. It rained on Tuesday, and we stayed in.")
    assert understood.kind == "nothing understood"
    assert understood.problems
