"""The documented form, the documented checks and their figures are those of the code."""

from __future__ import annotations

from pathlib import Path

from goldenthread.casework.plan import checks_page, file_page
from goldenthread.casework.plan.benchmark.measure import SETS, clean_left_alone, read, scores
from goldenthread.casework.plan.checks.register import CHECKS

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_documented_form_is_the_one_that_is_read():
    assert (DOCS / "plan-file.md").read_text(encoding="utf-8") == file_page.as_markdown(), (
        "python -m goldenthread.casework.plan.file_page docs"
    )
    assert (DOCS / "plan-file.schema.json").read_text(encoding="utf-8") == file_page.schema_text()


def test_documented_checks_and_figures_are_those_of_today():
    page = (DOCS / "plan-checks.md").read_text(encoding="utf-8")
    assert page == checks_page.as_markdown(), (
        "python -m goldenthread.casework.plan.checks_page > docs/plan-checks.md"
    )
    assert all(f"{check}: " in page for check in CHECKS)


def test_labelled_sentences_are_enough_and_kept_apart():
    texts = {name: [one.text for one in read(name)] for name in SETS}
    assert sum(map(len, texts.values())) >= 300
    assert len({text for each in texts.values() for text in each}) == sum(map(len, texts.values()))
    for one in (one for name in SETS for one in read(name)):
        assert one.checks | one.unsure <= CHECKS.keys(), one.id
        assert not one.checks & one.unsure, one.id


def test_held_out_figures_hold():
    """A floor well under what was measured, so that a change for the worse is seen."""
    total = scores(read("held_out"))[-1]
    assert total.precision is not None
    assert total.recall is not None
    assert total.precision >= 0.9
    assert total.recall >= 0.9
    alone, clean = clean_left_alone(read("held_out"))
    assert alone >= 0.9 * clean
