"""Each check of sentences speaks where it must, is silent where it must, and points at the words."""

from __future__ import annotations

import pytest

from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.checks.run import check_sentence
from goldenthread.casework.plan.generator import ON
from goldenthread.casework.plan.plan_types import section_set
from tests.casework.plan.cases.sentences import SENTENCES

KINDS = section_set("ehc-plan", ON)
SPEAKS = [(check, section, text) for check, (section, texts, _) in SENTENCES.items() for text in texts]
SILENT = [(check, section, text) for check, (section, _, texts) in SENTENCES.items() for text in texts]


def _checks(section: str, text: str) -> set[str]:
    kind = KINDS.section(section)
    assert kind is not None
    return {one.check for one in check_sentence(text, kind)}


@pytest.mark.parametrize(("check", "section", "text"), SPEAKS)
def test_check_speaks(check: str, section: str, text: str):
    assert check in _checks(section, text)


@pytest.mark.parametrize(("check", "section", "text"), SILENT)
def test_check_is_silent(check: str, section: str, text: str):
    assert check not in _checks(section, text)


def test_every_check_of_sentences_has_three_of_each():
    for check in (one.id for one in CHECKS.values() if one.spans):
        _, speaks, silent = SENTENCES[check]
        assert len(speaks) >= 3, check
        assert len(silent) >= 3, check


@pytest.mark.parametrize(
    "text",
    [
        "Sam may get some help as required, e.g. regular breaks from a trusted adult.",
        "Émilie — “regular” check‑ins",
    ],
)
def test_findings_point_at_their_words(text: str):
    kind = KINDS.section("F")
    assert kind is not None
    for one in check_sentence(text, kind):
        assert text[one.start : one.end] == one.words


def test_words_of_the_child_are_never_checked():
    kind = KINDS.section("A")
    assert kind is not None
    assert check_sentence("I may get some help as required etc. Staff are lazy. TBC", kind) == []
