"""The words with which a match of a regular expression can begin."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

ANY, DIGITS = "", "0"
"""A match that can begin with every word, and one that begins with a figure."""
MOST = 2_000
_PARSER: Any = importlib.import_module(
    "re._parser"
)  # the standard library's own reading of expressions; it has no public name


class _Everything(Exception):
    """The expression can begin with any word."""


def beginnings(expression: str) -> frozenset[str]:
    """The first words, in small letters; {ANY} where they cannot be told.

    >>> sorted(beginnings(r"(?:very )?high(?:er)? levels?"))
    ['high', 'higher', 'very']
    """
    try:
        done, open_ = _follow(_PARSER.parse(expression), {""})
    except _Everything:
        return frozenset({ANY})
    words = done | open_
    return frozenset({ANY}) if "" in words else frozenset(words)


def _follow(items: Iterable[Any], begun: set[str]) -> tuple[set[str], set[str]]:
    """Words that are complete, and words begun, after a sequence of items."""
    done: set[str] = set()
    for kind, value in items:
        if not begun:
            break
        if len(begun) + len(done) > MOST:
            raise _Everything
        ended, begun = _step(str(kind), value, begun)
        done |= ended
    return done, begun


def _step(kind: str, value: Any, begun: set[str]) -> tuple[set[str], set[str]]:
    if kind in {"AT", "ASSERT", "ASSERT_NOT"}:
        return set(), begun
    if kind == "LITERAL":
        return _letter(chr(value).lower(), begun)
    if kind == "SUBPATTERN":
        return _follow(value[-1], begun)
    if kind == "BRANCH":
        both = [_follow(branch, begun) for branch in value[1]]
        return set().union(*(done for done, _ in both)), set().union(*(open_ for _, open_ in both))
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        least, most, inner = value
        done, open_ = _follow(inner, begun)
        if int(most) > 1 and open_ - {""}:
            raise _Everything
        return done, open_ | begun if least == 0 else open_
    if kind == "IN":
        return _one_of(value, begun)
    raise _Everything


def _letter(letter: str, begun: set[str]) -> tuple[set[str], set[str]]:
    if letter.isalnum():
        if letter.isdigit() and "" in begun:
            return {DIGITS}, {word + letter for word in begun if word}
        return set(), {word + letter for word in begun}
    if "" in begun:
        raise _Everything
    return set(begun), set()


def _one_of(members: list[Any], begun: set[str]) -> tuple[set[str], set[str]]:
    """A class of characters: spaces end the word, figures begin a number, letters are each followed."""
    names = {str(value) for kind, value in members if str(kind) == "CATEGORY"}
    if "CATEGORY_SPACE" in names:
        return {word for word in begun if word}, {""} & begun
    if names == {"CATEGORY_DIGIT"} and begun == {""}:
        return {DIGITS}, set()
    if names or any(str(kind) not in {"LITERAL"} for kind, _ in members):
        raise _Everything
    both = [_letter(chr(value).lower(), begun) for _, value in members]
    return set().union(*(done for done, _ in both)), set().union(*(open_ for _, open_ in both))
