"""Questions as staff write them: one after another in plain text, an empty line between.

    The five priorities are the right ones.
    answer: agree
    easy: Are these the right things to work on?
    symbol: list

    Where do you live?
    answer: North | South | I would rather not say
    cut: yes
    about: place

The first line is the question, word for word. `answer` is agree, experience, knows, words, or the list to choose from.
`about` says what the question tells about whoever answers: place, need, language or age.
"""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.participation.choices import About, QuestionKind
from goldenthread.participation.errors import Refused
from goldenthread.participation.symbols import NAMES

KEYS = ("answer", "easy", "symbol", "cut", "about")
MOST_CUTS = 2


@dataclass(frozen=True)
class Asked:
    """One question as it was written."""

    words: str
    kind: str
    own_options: tuple[str, ...] = ()
    easy_words: str = ""
    symbol: str = ""
    is_about_you: bool = False
    about: str = ""


def read_questions(text: str) -> list[Asked]:
    """The questions of a text. Refused names the question and what to mend."""
    blocks = [block.strip().splitlines() for block in text.replace("\r", "").split("\n\n") if block.strip()]
    if not blocks:
        raise Refused("Enter at least one question.", "questions")
    found = [_question(number, lines) for number, lines in enumerate(blocks, 1)]
    if len({one.words for one in found}) < len(found):
        raise Refused("Two questions have the same words. Take one out.", "questions")
    if sum(one.is_about_you for one in found) > MOST_CUTS:
        raise Refused(
            f"Results can be cut by {MOST_CUTS} questions at most, so that nobody stands out. Take “cut: yes” from the others.",
            "questions",
        )
    return found


def _question(number: int, lines: list[str]) -> Asked:
    words, given = lines[0].strip(), {}
    for line in lines[1:]:
        key, colon, value = line.partition(":")
        if not colon or key.strip().lower() not in KEYS:
            raise Refused(
                f"Question {number}: “{line[:60]}” is not understood. After the question come lines that begin with "
                f"{', '.join(f'{one}:' for one in KEYS)}.",
                "questions",
            )
        given[key.strip().lower()] = value.strip()
    kind, options = _answer(number, given.get("answer", "agree"))
    if given.get("symbol") and given["symbol"] not in NAMES:
        raise Refused(
            f"Question {number}: there is no picture “{given['symbol']}”. Choose one of {', '.join(NAMES)}.",
            "questions",
        )
    if given.get("cut") == "yes" and kind != QuestionKind.ONE:
        raise Refused(f"Question {number}: only a question with a list can cut the results.", "questions")
    _check_about(number, given.get("about", ""), kind)
    return Asked(
        words[:500],
        kind,
        options,
        given.get("easy", "")[:300],
        given.get("symbol", ""),
        given.get("cut") == "yes",
        given.get("about", ""),
    )


def _check_about(number: int, about: str, kind: str) -> None:
    if about and about not in About.values:
        raise Refused(
            f"Question {number}: “about: {about}” is not understood. Choose one of {', '.join(About.values)}.",
            "questions",
        )
    if about and kind != QuestionKind.ONE:
        raise Refused(
            f"Question {number}: only a question with a list can tell whom we hear from.", "questions"
        )


def _answer(number: int, text: str) -> tuple[str, tuple[str, ...]]:
    if text in set(QuestionKind.values) - {QuestionKind.ONE}:
        return text, ()
    options = tuple(part.strip()[:120] for part in text.split("|") if part.strip())
    if len(options) < 2:
        raise Refused(
            f"Question {number}: write “answer: agree”, “answer: experience”, “answer: knows”, “answer: words”, or the "
            "list to choose from with | between.",
            "questions",
        )
    return QuestionKind.ONE, options


def written(asked: list[Asked]) -> str:
    """The questions as text again."""
    return "\n\n".join(_block(one) for one in asked)


def _block(one: Asked) -> str:
    answer = " | ".join(one.own_options) if one.own_options else one.kind
    lines = [one.words, f"answer: {answer}"]
    lines += [f"{key}: {value}" for key, value in _more(one) if value]
    return "\n".join([*lines, "cut: yes"] if one.is_about_you else lines)


def _more(one: Asked) -> tuple[tuple[str, str], ...]:
    return ("easy", one.easy_words), ("symbol", one.symbol), ("about", one.about)
