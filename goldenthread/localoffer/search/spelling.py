"""What somebody meant who typed a word that nobody uses: the nearest word that we know.

Words are near when few letters are left out, put in, changed or swapped.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

SHORTEST = 4
COMMON = 8


def distance(one: str, other: str, limit: int) -> int:
    """How many letters differ, a swap of neighbours counting once; more than `limit` is given as limit + 1.

    >>> distance("dislexia", "dyslexia", 2), distance("autsim", "autism", 2), distance("cat", "horse", 2)
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, older = row, [i] + [0] * len(other), before
        before = last
        for j, b in enumerate(other, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], older[j - 2] + 1)
        if min(row) > limit:
            return limit + 1
    return row[-1] if row[-1] <= limit else limit + 1


def _pairs(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[at : at + 2] for at in range(len(padded) - 1)}


class Speller:
    """Knows the words of the directory, each with how often it stands there."""

    def __init__(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.by_pair: dict[str, list[str]] = defaultdict(list)
        for word in counts:
            if len(word) >= SHORTEST and not word.isdigit():
                for pair in _pairs(word):
                    self.by_pair[pair].append(word)
        self.nearest = lru_cache(maxsize=4096)(self._nearest)

    def _nearest(self, word: str) -> str | None:
        """The known word that was probably meant; None when nothing is near enough."""
        if len(word) < SHORTEST or len(word) > 24 or any(letter.isdigit() for letter in word):
            return None
        limit = 1 if len(word) < 6 else 2 if len(word) < 9 else 3
        shared: dict[str, int] = defaultdict(int)
        for pair in _pairs(word):
            for candidate in self.by_pair.get(pair, ()):
                shared[candidate] += 1
        needed = max(1, len(word) + 1 - 2 * limit - 1)
        near = [
            (distance(word, candidate, limit), -shared[candidate], -self.counts[candidate], candidate)
            for candidate, count in shared.items()
            if count >= needed and abs(len(candidate) - len(word)) <= limit
        ]
        best = min((one for one in near if one[0] <= limit), default=None)
        return best[-1] if best else None
