"""What the pages of a survey say beside its own words: buttons, hints and what happens next. The same for every survey."""

from __future__ import annotations

import re
from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "start": "Start",
    "until": "Until",
    "how_long": "Number of questions: {count}. You can leave any of them out.",
    "print": "Print it and answer on paper",
    "with_a_code": "Come back with a code",
    "what_happens": "What happens with my answers?",
    "happens": "Nobody is told who answered. Results show how many people said what, and never fewer than five. What you write "
    "is checked first, so that somebody can help if a child may be in danger. Please leave names out.",
    "already": "Somebody has answered on this device already. If that was you, please do not send a second time. If it was "
    "somebody else, go on: your answers count like theirs.",
    "unchecked": "This translation has not been checked by a native speaker. If something is not clear, read it in English.",
    "fallen_back": "These words are in English. They were changed, and nobody has translated them yet.",
    "place": "Question {number} of {of}",
    "leave_out_names": "Please leave out names, and anything that shows who a child is.",
    "can_be_left_out": "You can leave this out: press “{button}”.",
    "next": "Next",
    "back": "Back",
    "later": "Stop and come back later",
    "mend": "There is something to mend",
    "choose": "Choose one of the answers below",
    "too_long": "Your answer is too long. Make it shorter.",
    "check": "Check my answers",
    "check_title": "Check your answers",
    "left_out": "Left out",
    "change": "Change",
    "cannot_change": "When you have sent them, your answers cannot be changed, because we do not know which ones are yours.",
    "send": "Send my answers",
    "aside": "We keep what you have answered so far for {days} days and give you a code to come back with. Nobody reads it until "
    "you send it.",
    "keep": "Keep my answers and show me a code",
    "code": "Your answers wait for you. Write down this code, or take a picture of it:",
    "go_on": "Go on now",
    "thanks": "Thank you: your answers have arrived",
    "what_next": "What happens next",
    "counted": "We count the answers. The results stand on the page where you began.",
    "hand_back": "Please hand it back by {day}.",
    "no_name": "You can leave any question out. Please do not write your name.",
    "on_a_phone": "Answer on a phone instead:",
    "paper_number": "Number of this paper (staff fill this in):",
}
"""Each by a name that a page knows it by. `{…}` is filled in and must stand in a translation too."""
_GAPS = re.compile(r"\{[a-z]+\}")


def gaps_of(words: str) -> set[str]:
    """What is filled in.

    >>> sorted(gaps_of("Question {number} of {of}"))
    ['{number}', '{of}']
    """
    return set(_GAPS.findall(words))


def filled(words: str, values: Mapping[str, object]) -> str:
    """The words with what is filled in.

    >>> filled("Question {number} of {of}", {"number": 2, "of": 9})
    'Question 2 of 9'
    """
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words
