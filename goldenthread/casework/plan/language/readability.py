"""How hard a text is to read: the Flesch-Kincaid grade, as an age."""

from __future__ import annotations

import re

from goldenthread.casework.plan.language.sentences import sentences, words

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiouytd]ed|[^aeiouysxzhcg]es)$")
FEWEST_WORDS = 100


def syllables(word: str) -> int:
    """About how many syllables a word has.

    >>> [syllables(word) for word in ("cat", "table", "education", "helped")]
    [1, 2, 4, 1]
    """
    plain = re.sub(r"[^a-z]", "", word.lower())
    found = len(_VOWELS.findall(plain)) - (1 if _SILENT.search(plain) else 0)
    return max(found, 1)


def reading_age(text: str) -> float | None:
    """The age at which most can read a text; None for fewer than a hundred words, of which nobody can tell."""
    found = words(text)
    if len(found) < FEWEST_WORDS:
        return None
    many = max(sum(1 for _ in sentences(text)), 1)
    grade = 0.39 * len(found) / many + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
    return round(max(grade, 0) + 5, 1)
