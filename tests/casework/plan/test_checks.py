"""Each check speaks on the plans on which it must, and on no plan on which it must not."""

from __future__ import annotations

from collections import Counter

import pytest

from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.checks.run import check_plan
from goldenthread.casework.plan.generator import ON, example_plan, invented_plans
from tests.casework.plan.cases import (
    evidence_and_timing,
    identity,
    provision_and_outcomes,
    structure_and_thread,
)
from tests.casework.plan.cases.sentences import SENTENCES
from tests.casework.plan.cases.structure_and_thread import Cases
from tests.casework.plan.plans import Edit, found

CASES: Cases = {
    **structure_and_thread.CASES, **provision_and_outcomes.CASES, **identity.CASES, **evidence_and_timing.CASES,
}  # fmt: skip
SPEAKS = [(check, number, edits) for check, (cases, _) in CASES.items() for number, edits in enumerate(cases)]
SILENT = [(check, number, edits) for check, (_, cases) in CASES.items() for number, edits in enumerate(cases)]
WITH_CASELOAD = {"N1", "N5"}
"""These have tests of their own, in test_guard.py."""


@pytest.mark.parametrize(("check", "number", "edits"), SPEAKS)
def test_check_speaks(check: str, number: int, edits: tuple[Edit, ...]):
    assert found(check, *edits), f"{check} is silent on {edits}"


@pytest.mark.parametrize(("check", "number", "edits"), SILENT)
def test_check_is_silent(check: str, number: int, edits: tuple[Edit, ...]):
    assert not found(check, *edits)


def test_every_check_has_three_examples_of_each():
    for check in CHECKS:
        if check in WITH_CASELOAD:
            continue
        speaks, silent = CASES.get(check, ((), ()))
        if check in SENTENCES:
            speaks, silent = (*speaks, *SENTENCES[check][1]), (*silent, *SENTENCES[check][2])  # type: ignore[assignment]
        assert len(speaks) >= 3, check
        assert len(silent) >= 3, check


def test_nothing_is_found_in_the_example():
    report = check_plan(example_plan(), on=ON)
    assert report.findings == ()
    assert {check for check, _ in report.not_run} == {"N1", "N5", "L2", "R5"}


def test_invented_plans_are_clean_of_blocks():
    for one in invented_plans(5, seed=7):
        assert not check_plan(one, on=ON).stops


def test_every_check_says_why_how_to_mend_and_where_it_comes_from():
    for check in CHECKS.values():
        assert check.title, check.id
        assert check.why.endswith("."), check.id
        assert check.mend.endswith((".", "”")), check.id
        assert check.sources, check.id
    assert len(CHECKS) == 64
    assert Counter(one[0] for one in CHECKS) == {
        "S": 6,
        "G": 8,
        "P": 17,
        "O": 5,
        "N": 9,
        "E": 8,
        "L": 2,
        "T": 4,
        "R": 5,
    }


@pytest.mark.parametrize("check", ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"])
def test_vague_wording_never_blocks(check: str):
    assert CHECKS[check].severity == "warn"
