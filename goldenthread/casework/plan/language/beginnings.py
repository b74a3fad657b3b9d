"""The words with which a match of a regular expression can begin: the first, and the second where it can be told."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

ANY, DIGITS = "", "0"
"""A match that can begin with every word, and one that begins with a figure."""
MOST = 3_000
_PARSER: Any = importlib.import_module(
    "re._parser"
)  # the standard library's own reading of expressions; it has no public name
_GAP = " "
States = set[str]
"""What a match can have read so far: a word begun, a word and a gap, or a word, a gap and a second word begun."""


class _Everything(Exception):
    """The expression can begin with any word."""


def beginnings(expression: str) -> dict[str, frozenset[str]]:
    """The first words in small letters, each with the second words that can follow; ANY where a word cannot be told.

    >>> found = beginnings(r"(?:very )?high(?:er)? levels?")
    >>> sorted(found), sorted(found["very"]), sorted(found["high"])
    (['high', 'higher', 'very'], ['high', 'higher'], ['level', 'levels'])
    """
    try:
        done, open_ = _follow(_PARSER.parse(expression), {""})
    except _Everything:
        return {ANY: frozenset({ANY})}
    found: dict[str, set[str]] = {}
    for state in done | open_:
        first, gap, second = state.partition(_GAP)
        found.setdefault(first, set()).add(
            second if gap and state not in open_ else ANY if not gap or not second else second
        )
    if "" in found:
        return {ANY: frozenset({ANY})}
    return {
        first: frozenset({ANY}) if ANY in seconds else frozenset(seconds) for first, seconds in found.items()
    }


def _follow(items: Iterable[Any], begun: States) -> tuple[States, States]:
    """States that are complete, and states that are open, after a sequence of items."""
    done: States = set()
    for kind, value in items:
        if not begun:
            break
        if len(begun) + len(done) > MOST:
            raise _Everything
        ended, begun = _step(str(kind), value, begun)
        done |= ended
    return done, begun


def _step(kind: str, value: Any, begun: States) -> tuple[States, States]:
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
        if int(most) > 1:
            open_ = _repeated(open_, begun)
        return done, open_ | begun if least == 0 else open_
    if kind == "IN":
        return _one_of(value, begun)
    return _unknown(begun)


def _repeated(open_: States, begun: States) -> States:
    """After a repeat, what was read once may be read again: only a gap stays what it is."""
    if all(state == "" or state.endswith(_GAP) for state in open_):
        return open_
    return {_first_only(state) for state in open_}


def _first_only(state: str) -> str:
    """A state whose second word is given up; a first word that may go on cannot be given up."""
    first, gap, _ = state.partition(_GAP)
    if not gap:
        raise _Everything
    return first + _GAP


def _unknown(begun: States) -> tuple[States, States]:
    """Anything may follow: what has its first word stays with any second; the rest may be everything."""
    return {_first_only(state) for state in begun}, set()


def _letter(letter: str, begun: States) -> tuple[States, States]:
    if letter.isalnum():
        figures = {
            state + DIGITS for state in begun if letter.isdigit() and (state == "" or state.endswith(_GAP))
        }
        return figures, {
            state + letter
            for state in begun
            if not (letter.isdigit() and (state == "" or state.endswith(_GAP)))
        }
    if letter in "’'":  # what follows an apostrophe is no word of its own
        return _unknown(_gap(begun, may_start=False)[1] | {state for state in begun if _GAP in state})
    return _gap(begun, may_start=False)


def _gap(begun: States, *, may_start: bool) -> tuple[States, States]:
    """A word ends: a first word waits for the second, a second is complete."""
    if "" in begun and not may_start:
        raise _Everything
    done = {state for state in begun if _GAP in state and not state.endswith(_GAP)}
    waiting = {state if state.endswith(_GAP) else state + _GAP for state in begun - done if state}
    return done, waiting | ({""} & begun)


def _one_of(members: list[Any], begun: States) -> tuple[States, States]:
    """A class of characters: spaces end the word, figures begin a number, letters are each followed."""
    names = {str(value) for kind, value in members if str(kind) == "CATEGORY"}
    if "CATEGORY_SPACE" in names and "CATEGORY_WORD" not in names:
        return _gap(begun, may_start=True)
    if names == {"CATEGORY_DIGIT"} and all(state == "" or state.endswith(_GAP) for state in begun):
        return {state + DIGITS for state in begun}, set()
    if names or any(str(kind) != "LITERAL" for kind, _ in members):
        return _unknown(begun)
    both = [_letter(chr(value).lower(), begun) for _, value in members]
    return set().union(*(done for done, _ in both)), set().union(*(open_ for _, open_ in both))
