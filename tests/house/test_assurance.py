"""The ledger of assurance names every line that is asked for, and tests that there are; its page is that of its last run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assurance import page
from assurance.line import ledger

PROJECT = Path(__file__).resolve().parents[2]
ASKED = [f"S{number}" for number in range(1, 26)] + [f"R{number}" for number in range(1, 22)]


def test_every_line_is_there_in_order():
    assert [line.id for line in ledger()] == ASKED


@pytest.mark.parametrize("line", ledger(), ids=lambda line: line.id)
def test_a_line_has_tests_or_says_why_not(line):
    assert line.tests or line.open
    for name in line.tests:
        path, _, test = name.partition("::")
        assert (PROJECT / path).exists(), f"{line.id} names {path}"
        if test:
            assert f"def {test}(" in (PROJECT / path).read_text(), f"{line.id} names {name}"


def test_the_page_is_made_from_the_last_run():
    latest = PROJECT / "assurance" / "latest.json"
    if latest.exists():
        assert page.PLACE.read_text() == page.text(json.loads(latest.read_text()))
