"""Finding phrases in a text, and leaving alone those that look alike and mean something else.

The lists are long and a text is short, so each word of the text is looked up in a table of the words with which a phrase
can begin, and only those phrases are tried there. What is found is what one large expression would find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from goldenthread.casework.plan.language.beginnings import ANY, DIGITS, beginnings

KEPT = 8_192
"""So many texts are remembered with their words: a plan that is checked as somebody types changes one line at a time."""
_LISTS: dict[str, dict[tuple[str, ...], None]] = {}
"""Every list of phrases there is, by what it is looked for in: a text is read once for all lists of one family."""
LETTERS, TIMES = 80, 5
"""So many letters, and so many words, may stand where a phrase leaves a place open."""
_TOKEN = re.compile(r"(?<![’'_])[^\W_]+")


@dataclass(frozen=True)
class Span:
    """Words found in a text, from `start` up to `end`; `note` says more than the words do."""

    start: int
    end: int
    words: str
    note: str = ""


@dataclass(frozen=True)
class Phrases:
    """Phrases to find. One that lies inside a phrase of `but` is not meant."""

    parts: tuple[str, ...]
    but: tuple[str, ...] = ()
    family: str = ""

    def __post_init__(self) -> None:
        for one in (self.parts, self.but):
            if one:
                _LISTS.setdefault(self.family, {})[one] = None

    def spans(self, text: str) -> tuple[Span, ...]:
        """Each place where one is found, from left to right."""
        found = _matches(self.parts, text, self.family)
        if not found:
            return ()
        masked = _matches(self.but, text, self.family)
        return tuple(
            Span(start, end, text[start:end])
            for start, end in found
            if not any(first < end and start < last for first, last in masked)
        )

    def found(self, text: str) -> bool:
        """Whether there is any."""
        return bool(self.spans(text))


def remembered(find: Callable[[str], Iterable[Span]]) -> Callable[[str], tuple[Span, ...]]:
    """What is found in a text, found once: many lines of a plan share the words of their fields."""

    @lru_cache(maxsize=KEPT)
    def found(text: str) -> tuple[Span, ...]:
        return tuple(find(text))

    return found


def phrases(*parts: str, but: tuple[str, ...] = (), family: str = "") -> Phrases:
    """Phrases from pieces of regular expressions, whole words in any case; a space stands for any space or hyphen.

    >>> found = phrases("small group", but=("small group of four",)).spans("A small-group or a small group of four")
    >>> [span.words for span in found]
    ['small-group']
    """
    return Phrases(parts, but, family)


def every(expression: re.Pattern[str], text: str) -> Iterator[Span]:
    """Each match of one expression, for what has no words to begin with: numbers, brackets."""
    for match in expression.finditer(text):
        yield Span(match.start(), match.end(), match[0])


Places = tuple[tuple[int, int], ...]


class _Trial:
    """Those pieces of one list that can begin with one word, made into an expression when it is first needed."""

    __slots__ = ("match", "parts", "seconds", "tried")

    def __init__(self, parts: tuple[str, ...], tried: tuple[str, ...], seconds: frozenset[str]) -> None:
        self.parts, self.tried, self.seconds = parts, tried, None if ANY in seconds else seconds
        self.match: Any = self._first  # then the expression’s own method

    def _first(self, text: str, start: int) -> re.Match[str] | None:
        self.match = _compiled(self.tried).match
        return _compiled(self.tried).match(text, start)


@lru_cache(maxsize=KEPT)
def _all_matches(text: str, family: str, lists: int) -> dict[tuple[str, ...], Places]:
    """What every list of a family finds in a text, in one pass over its words. `lists` is how many there were."""
    found, last, words = dict[tuple[str, ...], Places](), dict[tuple[str, ...], int](), tokens(text)
    following = [*(word for word, _ in words[1:]), ANY]
    for (word, start), second in zip(words, following, strict=False):
        for trial in _trials(word, second, family, lists):
            match = trial.match(text, start)
            if match and start >= last.get(trial.parts, 0):
                found[trial.parts] = (*found.get(trial.parts, ()), (start, match.end()))
                last[trial.parts] = match.end()
    return found


@lru_cache(maxsize=8 * KEPT)
def _trials(word: str, second: str, family: str, lists: int) -> tuple[_Trial, ...]:
    """What is tried where one word follows another."""
    table = _table(family, lists)
    trials = table.get(word, table[ANY])
    return tuple(one for one in trials if one.seconds is None or second in one.seconds)


def _matches(parts: tuple[str, ...], text: str, family: str = "") -> Places:
    return _all_matches(text, family, len(_LISTS[family])).get(parts, ())


@lru_cache(maxsize=KEPT)
def tokens(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a text in small letters with their places, a figure as DIGITS; what follows an apostrophe begins nothing."""
    small = text.lower()
    if len(small) != len(
        text
    ):  # a letter that becomes two when it is made small would move every place after it
        small = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    return tuple(
        (DIGITS if word[0].isdigit() else word, match.start())
        for match in _TOKEN.finditer(small)
        if (word := match[0])
    )


@cache
def _table(family: str, lists: int) -> dict[str, tuple[_Trial, ...]]:
    """For each word the lists of which a piece can begin with it, with those pieces in their order; ANY for other words."""
    each = {parts: [(part, beginnings(with_gaps(part))) for part in parts] for parts in _LISTS[family]}
    words = {word for firsts in each.values() for _, first in firsts for word in first} | {ANY, DIGITS}
    found: dict[str, list[_Trial]] = {word: [] for word in words}
    for parts, firsts in each.items():
        own = {word for _, first in firsts for word in first}
        for word in words if ANY in own else own:
            tried = [
                (part, first.get(word, first.get(ANY)))
                for part, first in firsts
                if word in first or ANY in first
            ]
            seconds = frozenset[str]().union(*(second for _, second in tried if second))
            found[word].append(_Trial(parts, tuple(part for part, _ in tried), seconds))
    return {word: tuple(trials) for word, trials in found.items()}


@cache
def _compiled(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(with_gaps(part) for part in parts)})(?!\w)", re.IGNORECASE)


@cache
def pattern(*parts: str) -> re.Pattern[str]:
    """One expression for all the pieces, for what is searched for once."""
    joined = "|".join(with_gaps(part) for part in parts)
    return re.compile(rf"(?<![\w’'])(?:{joined})(?!\w)", re.IGNORECASE)


def with_gaps(part: str) -> str:
    """A piece in which each space matches spaces and hyphens, inside a class of characters too.

    What repeats without end repeats so often at most as a sentence needs, so that no text, however odd, takes long.
    """
    found, in_class, place = [], False, 0
    while place < len(part):
        one, following = part[place], part[place + 1 : place + 2]
        if one == "\\":
            found.append(part[place : place + 2])
            place += 2
            continue
        closes_class = in_class and one == "]"
        in_class = (in_class or one == "[") and one != "]"
        if one != " ":
            found.append(one)
        elif in_class:
            found.append(r"\s\-‑")
        else:
            found.append(r"[\s\-‑]*" if following == "?" else r"[\s\-‑]+")
            place += following == "?"
        if following in {"*", "+"} and (closes_class or one == ")"):
            found.append(f"{{{int(following == '+')},{LETTERS if closes_class else TIMES}}}")
            place += 1
        place += 1
    return "".join(found)
