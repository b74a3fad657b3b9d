"""Every requirement of ASVS 5.0.0 at levels 1 and 2 has a row, with a test that there is or a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from assurance.asvs import requirements

PROJECT = Path(__file__).resolve().parents[2]
LEVELS = {1: 70, 2: 183}
CHAPTERS = {
    1: 27,
    2: 11,
    3: 19,
    4: 10,
    5: 9,
    6: 35,
    7: 18,
    8: 7,
    9: 7,
    10: 29,
    11: 14,
    12: 9,
    13: 13,
    14: 9,
    15: 13,
    16: 16,
    17: 7,
}
"""How many of them each chapter of the release of 30 May 2025 has."""


def test_every_requirement_of_both_levels_has_one_row():
    found = requirements()
    assert len({one.number for one in found}) == len(found) == 253
    assert Counter(one.level for one in found) == LEVELS
    assert Counter(int(one.number[1:].split(".")[0]) for one in found) == CHAPTERS


def test_a_row_names_a_test_that_there_is_or_a_reason():
    for one in requirements():
        assert one.words, one.number
        if one.kind == "test":
            assert (PROJECT / one.said).exists(), f"{one.number} names {one.said}"
        else:
            assert len(one.said) > 5, f"{one.number} gives no reason"
