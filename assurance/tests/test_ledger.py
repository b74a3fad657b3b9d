"""R21: the ledger keeps its failures, and its page says what its file says."""

from __future__ import annotations

from typing import Any

from assurance import page, recording
from assurance.line import Line
from assurance.telling import told

LINE = Line("S0", "A title", "what is asked", ("tests/a.py", "tests/b.py::test_one"))
PASSED = {"outcome": "passed", "seconds": 1.0, "counted": []}


def with_(counted: dict | None = None, outcome: str = "passed") -> dict:
    one = {**PASSED, "outcome": outcome, "counted": [counted] if counted else []}
    return {"tests/a.py::test_a": one, "tests/b.py::test_one[x]": PASSED, "tests/b.py::test_one_more": PASSED}


def known(line: Line, found: dict, *, is_full: bool = False) -> dict[str, Any]:
    return told(line, list(found), found, is_full=is_full)


def test_what_passed_is_held_and_only_its_own_tests_count():
    line = known(LINE, with_({"what": "bits", "tried": 9, "failed": 0}))
    assert (line["state"], line["tests"], line["failures"]) == ("held", 2, [])


def test_a_failure_stays_whatever_the_rest_did():
    assert known(LINE, with_(outcome="failed"))["failures"] == ["tests/a.py::test_a"]
    counted = known(LINE, with_({"what": "bits", "tried": 9, "failed": 2}))
    assert (counted["state"], counted["failures"]) == ("failed", ["bits: 2 of 9"])


def test_a_test_that_is_gone_fails_its_line():
    line = known(LINE, {"tests/a.py::test_a": PASSED})
    assert line["failures"] == ["tests/b.py::test_one: there is no such test"]


def test_what_is_open_and_what_was_left_are_not_held():
    assert known(Line("S0", "A", "a", ("tests/a.py",), "Some."), with_())["state"] == "in part"
    assert known(Line("S0", "A", "a", (), "None."), with_())["state"] == "not run"
    left = Line("S0", "A", "a", ("tests/a.py",), only_full=True)
    assert [known(left, with_(), is_full=full)["state"] for full in (False, True)] == ["not run", "held"]


def test_a_line_is_done_when_each_of_its_tests_is():
    to_do = [*with_(), "tests/b.py::test_one[y]", "tests/c.py::test_c"]
    assert not LINE.is_done(to_do, with_())
    assert LINE.is_done(to_do, with_() | {"tests/b.py::test_one[y]": PASSED})
    assert Line("S0", "A", "a", (), "None.").is_done(to_do, {})


def test_what_was_done_is_kept_though_the_run_was_stopped(tmp_path):
    path = tmp_path / "kept"
    assert recording.read(path) == ([], {})
    path.write_text('["a", "b"]\n{"a": {"outcome": "passed"}}\n')
    assert recording.read(path) == (["a", "b"], {"a": {"outcome": "passed"}})


def test_the_page_says_what_failed_and_what_was_not_committed():
    line = known(LINE, with_({"what": "bits", "tried": 1000, "failed": 2}))
    line |= {"at": "2026-03-02T04:05:06+00:00", "commit": "a" * 40, "is_clean": False, "is_full": False}
    made = page.text({"states": {"held": 0, "failed": 1}, "lines": [line]})
    assert "**Now:** 1 failed." in made
    assert "| 2 March 2026, 04:05, `aaaaaaaaaa`, and changes beside it |" in made
    assert "1,000 bits, 2 failed; 2 tests in 2 s" in made
    assert "**bits: 2 of 1000**" in made
