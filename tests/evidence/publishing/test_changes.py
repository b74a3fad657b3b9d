"""Two versions in words: what moved is said, exactly, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goldenthread.evidence.publishing.changes import changes
from goldenthread.evidence.publishing.parts import Heading, Paragraph, Table
from tests.evidence.publishing.documents import DOCUMENT, FIGURE, LINE


def changed(old, new):
    parts = [new if part == old else part for part in DOCUMENT.parts]
    return changes(DOCUMENT, replace(DOCUMENT, parts=[part for part in parts if part is not None]))


def test_one_due_date_is_the_only_difference():
    assert changed(LINE, replace(LINE, due="2025-07")) == [
        "Due date of 2.3 moved from May to July 2025: “Publish the new letters”."
    ]


def test_the_day_of_making_is_no_difference():
    later = replace(DOCUMENT, as_at="2025-05-31")
    assert changes(DOCUMENT, later) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (LINE, replace(LINE, due=""), "Due date of 2.3 moved from May 2025 to Not given: “Publish the new letters”."),
        (LINE, replace(LINE, delivery="Complete"), "Progress of 2.3 changed from In progress to Complete."),
        (LINE, None, "Action 2.3 (“Publish the new letters”) is no longer there."),
        (FIGURE, replace(FIGURE, value="68.5%", numerator=843),
         "“Plans in 20 weeks” changed from 68.4% (842 of 1,231) to 68.5% (843 of 1,231)."),
        (FIGURE, replace(FIGURE, definition="Plans finished"),
         "How “Plans in 20 weeks” is counted changed: it was “Plans finished in the year to date” and is now “Plans finished”."),
        (Paragraph("area-2", "Plans are late & hard to read <b>."), Paragraph("area-2", "Better."),
         "A paragraph said “Plans are late & hard to read <b>.” and now says “Better.”"),
    ],
)  # fmt: skip
def test_each_field_has_its_sentence(old, new, said):
    assert changed(old, new) == [said]


def test_a_cell_is_named_by_its_row_and_column():
    table = next(part for part in DOCUMENT.parts if isinstance(part, Table))
    new = replace(table, rows=[["Spring 2025", "1,120"], ["Autumn 2025", "80"]])
    assert changed(table, new) == [
        "In “Requests by quarter”, Spring 2025, Requests changed from 1,112 to 1,120.",
        "In “Requests by quarter” the row Autumn 2025 was added: 80.",
        "In “Requests by quarter” the row Summer 2025 is no longer there.",
    ]


def test_what_is_new_is_said_to_be_added():
    more = [
        *DOCUMENT.parts,
        Heading("Area 3"),
        replace(LINE, key="3.1", number="3.1", text="Agree the pathway"),
    ]
    assert changes(DOCUMENT, replace(DOCUMENT, parts=more)) == [
        "The heading “Area 3” was added.",
        "Action 3.1 (“Agree the pathway”) was added.",
    ]
