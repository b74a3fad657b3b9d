"""What the editor tells writers of the guide."""

from __future__ import annotations

import pytest

from goldenthread.localoffer.demonstration import load
from goldenthread.localoffer.guide_text import reading_age, unexplained


def found(body: str, summary: str = "") -> list[tuple[str, int]]:
    return [(one.letters, one.line) for one in unexplained(body, summary)]


@pytest.mark.parametrize("said", [
    "speech and language therapy (SALT)", "SALT (speech and language therapy)", "speech therapists (SALTs) come",
    "the activities programme (holiday activities and food, HAF)", "ADHD means attention deficit hyperactivity disorder",
    "Ring the NHS or your GP", "SEN support (support for special educational needs)",
])  # fmt: skip
def test_unexplained_lets_pass_what_is_spelled_out_or_known_by_all(said):
    assert found(said) == []


def test_unexplained_looks_at_the_first_use_and_names_its_line():
    assert found("Hello\n\n## Ask the SENCO\nEach school has a coordinator (SENCO).\nAsk CAMHS.\nCAMHS again") == [
        ("SENCO", 3), ("CAMHS", 5),
    ]  # fmt: skip


def test_unexplained_reads_the_sentence_above_the_text_first():
    assert found("An EHC plan", "About EHC plans (education, health and care)") == []
    assert found("Education, health and care (EHC) plans", "About your EHC plan") == [("EHC", 0)]


def test_every_page_of_the_demonstration_spells_its_acronyms_out():
    text = (load.FOLDER / "guide.txt").read_text(encoding="utf-8")
    pages = [part.split("\n", 4) for part in text.split("=== ")[1:]]
    assert len(pages) >= 40
    assert {head: left for head, _, summary, _, body in pages if (left := found(body.strip(), summary))} == {}


def test_reading_age_rises_with_long_sentences_and_long_words():
    assert reading_age("The cat sat. The dog ran.") == 5
    assert (
        reading_age("Multidisciplinary considerations necessitate comprehensive deliberation beforehand.")
        > 14
    )
