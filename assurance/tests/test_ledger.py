"""R21: the ledger keeps its failures, and its page says what its file says."""

from __future__ import annotations

from assurance import page
from assurance.__main__ import told
from assurance.line import Line

LINE = Line("S0", "A title", "what is asked", ("tests/a.py", "tests/b.py::test_one"))
PASSED = {"outcome": "passed", "seconds": 1.0, "counted": []}


def with_(counted: dict | None = None, outcome: str = "passed") -> dict:
    one = {**PASSED, "outcome": outcome, "counted": [counted] if counted else []}
    return {"tests/a.py::test_a": one, "tests/b.py::test_one[x]": PASSED, "tests/b.py::test_one_more": PASSED}


def test_what_passed_is_held_and_only_its_own_tests_count():
    line = told(LINE, with_({"what": "bits", "tried": 9, "failed": 0}), is_full=False)
    assert (line["state"], line["tests"], line["failures"]) == ("held", 2, [])


def test_a_failure_stays_whatever_the_rest_did():
    assert told(LINE, with_(outcome="failed"), is_full=False)["failures"] == ["tests/a.py::test_a"]
    counted = told(LINE, with_({"what": "bits", "tried": 9, "failed": 2}), is_full=False)
    assert (counted["state"], counted["failures"]) == ("failed", ["bits: 2 of 9"])


def test_a_test_that_is_gone_fails_its_line():
    line = told(LINE, {"tests/a.py::test_a": PASSED}, is_full=False)
    assert line["failures"] == ["tests/b.py::test_one: there is no such test"]


def test_what_is_open_and_what_was_left_are_not_held():
    assert told(Line("S0", "A", "a", ("tests/a.py",), "Some."), with_(), is_full=True)["state"] == "in part"
    assert told(Line("S0", "A", "a", (), "None."), with_(), is_full=True)["state"] == "not run"
    left = Line("S0", "A", "a", ("tests/a.py",), only_full=True)
    assert [told(left, with_(), is_full=full)["state"] for full in (False, True)] == ["not run", "held"]


def test_the_page_says_what_failed_and_what_was_not_committed():
    line = told(LINE, with_({"what": "bits", "tried": 1000, "failed": 2}), is_full=False)
    ledger = {"at": "2026-03-02T04:05:06+00:00", "commit": "a" * 40, "is_clean": False, "is_full": False, "seconds": 90,
              "states": {"held": 0, "failed": 1}, "lines": [line]}  # fmt: skip
    made = page.text(ledger)
    assert "2 March 2026, 04:05 UTC, commit `aaaaaaaaaaaa`, with changes beside it" in made
    assert "1,000 bits, 2 failed; 2 tests in 2 s" in made
    assert "**bits: 2 of 1,000**" not in made  # the failure is told as it was kept
    assert "**bits: 2 of 1000**" in made
