"""Finding things by whatever they are called: phrases in a text or a question become the concept that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.localoffer.search.words import tokens
from goldenthread.localoffer.vocabulary import GROUPS


@dataclass(frozen=True)
class Found:
    """A phrase of a text that names concepts: where it stands, and which ("need:autism")."""

    start: int
    stop: int
    concepts: frozenset[str]


def _phrases(*, asked: bool) -> dict[tuple[str, ...], frozenset[str]]:
    table: dict[tuple[str, ...], set[str]] = {}
    for group, concepts in GROUPS.items():
        for concept in concepts:
            for phrase in (*concept.same, *(concept.asked if asked else ())):
                table.setdefault(tuple(tokens(phrase)), set()).add(f"{group}:{concept.code}")
    return {phrase: frozenset(found | _inside(phrase, table)) for phrase, found in table.items()}


def _inside(phrase: tuple[str, ...], table: dict[tuple[str, ...], set[str]]) -> set[str]:
    """What shorter phrases inside one name: "speech and language therapy" is about speech and language too."""
    parts = [phrase[start:stop] for start in range(len(phrase)) for stop in range(start + 2, len(phrase) + 1)]
    return {concept for part in parts for concept in table.get(part, ())}


@lru_cache(maxsize=2)
def table_of(*, asked: bool) -> dict[tuple[str, ...], frozenset[str]]:
    """Every phrase, as tokens, and the concepts that it names; with `asked`, what only questions say as well."""
    return _phrases(asked=asked)


@lru_cache(maxsize=2)
def _lengths(*, asked: bool) -> dict[str, tuple[int, ...]]:
    """How long the phrases are that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in table_of(asked=asked):
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def concepts_in(words: Sequence[str], *, asked: bool = False) -> Iterator[Found]:
    """The longest phrases that name something, from left to right, none inside another."""
    table, lengths = table_of(asked=asked), _lengths(asked=asked)
    after = 0
    for at in [place for place, word in enumerate(words) if word in lengths]:
        if at < after:
            continue
        for length in lengths[words[at]]:
            concepts = table.get(tuple(words[at : at + length]))
            if concepts:
                after = at + length
                yield Found(at, after, concepts)
                break


def named(texts: Iterable[str], group: str) -> set[str]:
    """The codes of a group's concepts that some texts name."""
    begins = f"{group}:"
    return {
        concept.removeprefix(begins)
        for text in texts
        for concept in _all_in(text)
        if concept.startswith(begins)
    }


@lru_cache(maxsize=4096)
def _all_in(text: str) -> frozenset[str]:
    return frozenset(concept for found in concepts_in(tokens(text)) for concept in found.concepts)


def words_of_concepts() -> set[str]:
    """Every word of every phrase: known even while no entry uses it."""
    return {word for phrase in table_of(asked=True) for word in phrase}
