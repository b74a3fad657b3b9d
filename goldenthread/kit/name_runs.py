"""Rows of words in a text that could be a name: words with capitals, with nothing but a space or a small particle between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from goldenthread.kit.name_words import TITLES, lists, word_set

PARTICLES = word_set("al ap bin binti da de del der di dos du el ibn la le van von ter")
SPOKEN = word_set(
    "ahmed akhtar begum hussain kaur khan kowalski mahmood miah nowak parmar patel sharma singh"
)
"""Surnames that are known when written small."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_BETWEEN = frozenset((" ", ". ", "\u00a0", "\n", "."))


@dataclass(frozen=True)
class Word:
    """A word where it stands."""

    text: str
    begins: int
    ends: int
    is_first: bool
    """Whether it begins a sentence, a line or a cell, where anything has a capital."""

    @cached_property
    def plain(self) -> str:
        """As names are compared, without a possessive."""
        return re.sub(r"['’]s?$", "", plain(self.text.rstrip(".")))

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter that stands for a name."""
        return len(self.text.rstrip(".")) == 1 and self.is_capital and self.text != "I"

    @property
    def is_acronym(self) -> bool:
        """Whether it is all capitals."""
        letters = self.text.rstrip(".")
        return len(letters) > 1 and letters.upper() == letters and sum(map(str.isupper, letters)) > 1


def plain(text: str) -> str:
    """Small letters without accents: how names are compared.

    >>> plain("Zoë O’Neill")
    "zoe o'neill"
    """
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return bare.casefold().replace("’", "'").replace("ł", "l").replace("ø", "o")


def words_of(text: str) -> list[Word]:
    """The words of a text."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.endswith(".") and len(word) > 2 and plain(word[:-1]) not in TITLES:
            word = word[:-1]
        before = text[: match.start()].rstrip(" \t“\"‘'(")
        is_first = not before or before[-1] in ".!?:;\n•|–—"
        found.append(Word(word, match.start(), match.start() + len(word), is_first))
    return found


def runs_of(text: str) -> Iterator[list[Word]]:
    """Each row of words that could be a name."""
    run: list[Word] = []
    held: list[Word] = []
    for word in words_of(text):
        touches = (
            bool(run)
            and text[(held or run)[-1].ends : word.begins] in _BETWEEN
            and not run[-1].text.endswith(("'s", "’s"))
            and not (word.is_first and not run[-1].is_initial and run[-1].plain not in TITLES)
        )
        if not touches:
            if run:
                yield run
            run, held = ([word], []) if word.is_capital or _is_spoken(word) else ([], [])
        elif word.is_capital or _is_spoken(word):
            run, held = [*run, *held, word], []
        elif word.text in PARTICLES and len(held) < 2:
            held.append(word)
        else:
            yield run
            run, held = [], []
    if run:
        yield run


def _is_spoken(word: Word) -> bool:
    """Written small, but a name all the same: "amira khan"."""
    known = lists()
    return word.plain in SPOKEN or (word.plain in known.common and word.plain not in known.no_person)
