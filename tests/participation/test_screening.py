"""Rules stop what may tell of harm or of who somebody is, and let the everyday through."""

import pytest

from goldenthread.participation.screening import RULES, stopped_by

TELLS = {
    "harm": [
        "My stepdad HITS me.",
        "He came home with bruises again",
        "she was slapped at the club",
        "being abused by his carer",
    ],
    "sexual harm": ["somebody touched her private parts", "I was raped", "he is grooming her online"],
    "self-harm": [
        "I want to die",
        "she has been self harming",
        "he said he’d kill himself",
        "I do not want to be here",
    ],
    "neglect": ["They are left alone all night", "the children are neglected"],
    "fear": ["I’m scared of my dad", "He said don't tell anyone", "she ran away twice"],
    "restraint": ["he was restrained for an hour", "They locked him in a room"],
    "violence at home": ["There is domestic violence at home"],
    "exploitation": ["He carries a knife", "we think it is county lines"],
    "who somebody is": [
        "Ring me on 07700 900123",
        "mum@example.org",
        "his NHS number is 999 000 1111",
        "we live at WV1 1RP",
    ],
}
EVERYDAY = [
    "The bus is always late.", "We waited 14 months for speech therapy.", "More training for teachers, please.",
    "The form is too long and in hard words", "Nobody answers the phone on Fridays", "I like the new swimming group",
    "Shorter waits for an assessment in 2027", "The hall has no lift", "My son loves art and music", "Better lunch boxes",
    "Please keep it as it is", "The team were kind and the room was quiet",
]  # fmt: skip


def test_every_rule_has_words_that_it_stops():
    assert set(TELLS) == set(RULES)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in TELLS.items() for text in texts])
def test_text_that_may_tell_is_stopped_by_its_rule(rule, text):
    assert rule in stopped_by(text)


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_text_is_let_through(text):
    assert stopped_by(text) == []


def test_long_text_is_read_in_time():
    import time

    began = time.perf_counter()
    stopped_by("the bus is late and " * 150)
    assert time.perf_counter() - began < 0.5
