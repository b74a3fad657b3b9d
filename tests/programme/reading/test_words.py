"""Dates, people and labels as plans write them."""

from __future__ import annotations

import pytest

from goldenthread.programme.reading.labels import labels_in
from goldenthread.programme.reading.months import heading_date, when
from goldenthread.programme.reading.people import split_people


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("May 25", "2025-05"), ("June 2025", "2025-06"), ("(September 2024)", "2024-09"), ("Sept 23", "2023-09"),
        ("31/03/2025", "2025-03-31"), ("31.3.25", "2025-03-31"), ("2025-03-31", "2025-03-31"), ("2025", "2025"),
        ("end of March 2025", "2025-03"), ("By end Sept '24", "2024-09"), ("1st of May 2025", "2025-05-01"),
        ("31-Mar-25", "2025-03-31"), ("03/2025", "2025-03"), ("w/c 3 March 2025", "2025-03-03"),
        ("March to June 2025", "2025-06"), ("Nov 2024 – Feb 2025", "2025-02"),
        ("June 2024 (revised to Sept 2024)", "2024-09"),
    ],
)  # fmt: skip
def test_due_date(written: str, due: str) -> None:
    read = when(written).date
    assert read is not None
    assert read.isoformat() == due


@pytest.mark.parametrize(
    "written",
    ["Ongoing", "Spring term 2025", "Q2 2024/25", "2024/25", "from May 2025", "25 May", "Completed March 2024",
     "31/02/2025", "03/31/2025", "May 2024 / Nov 2024", "December 2205"],
)  # fmt: skip
def test_no_date_is_made_up(written: str) -> None:
    read = when(written)
    assert read.date is None
    assert read.problem


def test_only_a_bare_date_is_a_heading() -> None:
    assert str(heading_date("By September 2024:")) == "September 2024"
    assert heading_date("Plan for September 2024 launched") is None


@pytest.mark.parametrize(
    ("written", "people"),
    [
        (
            "Strategic Media and PR Manager, DCC; Clinical Lead, NHS",
            ["Strategic Media and PR Manager, DCC", "Clinical Lead, NHS"],
        ),
        ("Director of Education and Head of SEND", ["Director of Education", "Head of SEND"]),
        ("Director of Children's Services and Education", ["Director of Children's Services and Education"]),
        ("Jane Smith and Ravi Patel", ["Jane Smith", "Ravi Patel"]),
        ("Jane Smith, Head of SEND", ["Jane Smith, Head of SEND"]),
        ("Head of SEND / DCO", ["Head of SEND", "DCO"]),
        ("SEND/Inclusion Manager", ["SEND/Inclusion Manager"]),
        ("• Ann Lee\n• Bo Ray", ["Ann Lee", "Bo Ray"]),
        ("LA and ICB", ["LA", "ICB"]),
        ("TBC", []),
    ],
)
def test_leads_are_split_no_further_than_sure(written: str, people: list[str]) -> None:
    assert list(split_people(written)) == people


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Responsible officer(s): Ann Lee", ["leads"]),
        ("Senior responsible officer (accountable): Bo Ray", ["accountable"]),
        ("Lead: A; Due: May 25", ["leads", "due"]),
        ("What will be different", ["success"]),
        ("November progress update from action lead", ["progress"]),
        ("Review the impact of lunch: a study", []),
        ("We will lead the way", []),
    ],
)
def test_labels(line: str, fields: list[str]) -> None:
    assert [label.field for label in labels_in(line)] == fields
