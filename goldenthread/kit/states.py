"""States and tones: each has a shape and a word, so that none is told by colour alone."""

from __future__ import annotations

from typing import Final

KNOT_STATES: Final = ("done", "due", "late", "not_yet", "closed")
TONES: Final = ("good", "warn", "bad", "calm", "plain")

_WORDS: Final = {
    "done": "Done",
    "due": "Due",
    "late": "Late",
    "not_yet": "Not yet",
    "closed": "Closed by others",
    "good": "Good",
    "warn": "Take care",
    "bad": "Not good",
    "calm": "For information",
    "plain": "No rating",
}
_TONE_OF: Final = {"done": "good", "due": "calm", "late": "bad", "not_yet": "plain", "closed": "good"}


def word_for(state: str) -> str:
    """The word that stands for a state or a tone when a page gives none."""
    return _WORDS[known(state)]


def tone_of(state: str) -> str:
    """The tone that a state is coloured in; a tone is its own."""
    return _TONE_OF.get(known(state), state)


def known(state: str) -> str:
    """The state itself; ValueError, naming the choices, for any other."""
    if state not in _WORDS:
        raise ValueError(f"“{state}” is not a state or a tone; choose one of {', '.join(_WORDS)}")
    return state
