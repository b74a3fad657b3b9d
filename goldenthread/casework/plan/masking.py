"""A plan without words that one reader may never learn: left out of every text, however they are spaced or cut."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

LEFT_OUT = "[left out]"
SHORTEST = 4
"""A word of fewer letters stands everywhere and tells nobody anything."""
TIES = frozenset(
    {"id", "needs", "outcomes", "aspirations", "advice", "sources", "sha256", "format", "stage", "kind"}
)
"""Fields that hold no words of anybody’s: ids, links and choices."""
_BETWEEN = r"[\s,.;:()\-–]*"


def masked(content: Any, words: Collection[str]) -> Any:
    """Plain data of a plan with these words left out wherever they stand.

    >>> masked({"text": "A taxi waits at 9  hidden lane, ZZ999ZZ."}, ["9 Hidden Lane", "ZZ99 9ZZ"])
    {'text': 'A taxi waits at [left out], [left out].'}
    """
    pattern = _pattern(frozenset(words))
    return content if pattern is None else _without(content, pattern)


def _without(content: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(content, str):
        return pattern.sub(LEFT_OUT, content)
    if isinstance(content, list):
        return [_without(one, pattern) for one in content]
    if isinstance(content, dict):
        return {
            name: _tied(one, pattern) if name in TIES else _without(one, pattern)
            for name, one in content.items()
        }
    return content


def _tied(content: Any, pattern: re.Pattern[str]) -> Any:
    """Links stay as they are; what is under them, such as the advice itself or a quotation, does not."""
    if isinstance(content, list) and any(isinstance(one, dict) for one in content):
        return [_without(one, pattern) for one in content]
    return content


@lru_cache(maxsize=256)
def _pattern(words: frozenset[str]) -> re.Pattern[str] | None:
    parts = [_part(word) for word in sorted(words, key=len, reverse=True) if len(word.strip()) >= SHORTEST]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _part(word: str) -> str:
    """A word or an address: its letters and figures in their order, whatever stands between them."""
    runs = re.findall(r"[^\W_]+", word)
    if all(one.isdigit() for one in runs) or _is_postcode("".join(runs)):
        runs = list("".join(runs))
    return rf"(?<![^\W_]){_BETWEEN.join(re.escape(one) for one in runs)}(?![^\W_])"


def _is_postcode(word: str) -> bool:
    return re.fullmatch(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\d[A-Za-z]{2}", word) is not None
