"""Paragraphs as hashes, so that copies are found without keeping anybody's words.

Eight words in a row make a shingle. One in four is kept, by its hash alone, so that the same shingles are kept in every
copy. The child's own names count as one word, so that a copy with the name replaced is found too; so do pronouns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

LENGTH = 8
KEPT_IN = 4
FEWEST_WORDS = 12
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_HIGHEST = pow(_BASE, LENGTH - 1, 1 << 64)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_SAME = {
    **dict.fromkeys(("he", "she", "they", "him", "them"), "pronoun"), **dict.fromkeys(("his", "her", "their", "hers",
    "theirs"), "possessive"),
    **dict.fromkeys(("himself", "herself", "themself", "themselves"), "reflexive"),
}  # fmt: skip


@dataclass(frozen=True)
class Print:
    """A paragraph’s print: the hash of all of it, and the shingles kept."""

    whole: int
    shingles: frozenset[int]


@lru_cache(maxsize=200_000)
def word_hash(word: str) -> int:
    """A word as 64 bits, the same on every machine."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


_NAME, _POSSESSIVE = word_hash("\0name"), word_hash("\0name’s")


@lru_cache(maxsize=1_024)
def print_of(text: str, names: frozenset[str]) -> Print | None:
    """The print of a paragraph; None where it is too short to be anybody’s. `names` are the child’s, in small letters."""
    hashes = [_hash(word, names) for word in _WORD.findall(text.lower())]
    if len(hashes) < FEWEST_WORDS:
        return None
    rolled = list(_rolled(hashes))
    kept = frozenset(one for one in rolled if (one >> 7) % KEPT_IN == 0) or frozenset({min(rolled)})
    return Print(_whole(hashes), kept)


def _hash(word: str, names: Collection[str]) -> int:
    word = word.replace("'", "’")
    if word in names:
        return _NAME
    if word.endswith("’s") and word[:-2] in names:
        return _POSSESSIVE
    return word_hash(_SAME.get(word, word))


def _rolled(hashes: list[int]) -> Iterator[int]:
    """The hash of each run of words, each from the one before in one step."""
    value = 0
    for place, one in enumerate(hashes):
        if place >= LENGTH:
            value = (value - hashes[place - LENGTH] * _HIGHEST) & _MASK
        value = (value * _BASE + one) & _MASK
        if place >= LENGTH - 1:
            yield value


def _whole(hashes: Iterable[int]) -> int:
    value = 1
    for one in hashes:
        value = (value * _BASE + one) & _MASK
    return value
