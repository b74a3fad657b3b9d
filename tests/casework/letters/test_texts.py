"""The words that come with the system: whole by the law, in plain English, with known fields only."""

from datetime import date

import pytest

from goldenthread.casework.letters.fields import FIELDS, fields_in, filled
from goldenthread.casework.letters.texts import OTHERS, TEXTS, answered, kept, read
from goldenthread.casework.process.kinds import KINDS
from goldenthread.law.letters import LETTERS, missing

ON = date(2026, 9, 7)


def test_every_letter_that_an_event_calls_for_has_words():
    assert {kind.letter for kind in KINDS.values() if kind.letter} <= set(TEXTS)


def test_every_letter_of_the_law_has_words_and_every_other_a_title():
    assert set(TEXTS) == set(LETTERS) | set(OTHERS)


@pytest.mark.parametrize("kind", sorted(LETTERS))
def test_the_words_hold_all_that_the_law_asks_for(kind):
    assert missing(kind, answered(TEXTS[kind]), ON) == ()


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_the_words_use_known_fields_and_can_be_filled(kind):
    values = {name: f"<{name}>" for name in FIELDS}
    for one in TEXTS[kind]:
        assert all(f"<{name}>" in filled(one.words, values) for name in fields_in(one.words))


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_the_words_are_read_as_they_were_kept(kind):
    written = [one for one in TEXTS[kind] if one.words.strip()]
    assert list(read(kept(TEXTS[kind]))) == written


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_no_sentence_is_longer_than_thirty_words(kind):
    for one in TEXTS[kind]:
        for sentence in one.words.replace("\n", ". ").split(". "):
            assert len(sentence.split()) <= 30, sentence
