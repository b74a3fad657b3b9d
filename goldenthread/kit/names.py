"""Where a text seems to name a person. It finds likeness, not truth: somebody looks at each and says what it is.

A name is told by being a given name or a surname and no word, town or body, and where it is those too by what stands around it:
a title, "my son …", "… said", an age. Names that are known beforehand are found whatever they look like.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from goldenthread.kit.identifiers import Trace
from goldenthread.kit.name_cues import acts_like_a_person, is_a_parent, is_a_thing, is_marked
from goldenthread.kit.name_runs import PARTICLES, Word, plain, runs_of
from goldenthread.kit.name_words import (
    CALENDAR,
    COMMON,
    NAMES_TOO,
    NOT_PEOPLE,
    RATINGS,
    SURNAMES_TOO,
    TITLES,
    lists,
)

WHAT = "a person’s name"
FEWEST_CAPITALS = 5
"""A shorter row of capitals is an abbreviation before it is somebody."""
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")
_CLAN = re.compile(r"(?:Mc|Mac|Fitz|De|Di|Le|La|Van|Von|O['’])[A-Z]")
_ENDINGS = re.compile(
    r"(?:ing|ed|ness|tion|sion|ment|ments|ity|ies|ive|ical|ship|tional|ly|ance|ence|able|ous|ional|isation|ism)$"
)


@dataclass(frozen=True)
class Told:
    """Names of people that are known beforehand, made ready once for many texts: there may be a hundred thousand."""

    names: frozenset[str]
    longest: int

    @classmethod
    def of(cls, names: Told | Collection[str]) -> Told:
        """The names made ready; those that are come back as they are."""
        if isinstance(names, Told):
            return names
        ready = frozenset(" ".join(plain(name).split()) for name in names) - {""}
        return cls(ready, max((name.count(" ") for name in ready), default=-1) + 1)


def possible_names(
    text: str, *, told: Told | Collection[str] = (), known: Collection[str] = ()
) -> list[Trace]:
    """What in a text seems to be a person's name. `told` are names of people; `known` is what surely is none.

    >>> [text[one.begins:one.ends] for text in ["We met Zofia Grzyb at Penn Hall School."] for one in possible_names(text)]
    ['Zofia Grzyb']
    """
    found = [*_told(text, Told.of(told))]
    shielded = _shielded(text, known)
    for run in runs_of(text):
        names = _name_of(text, run)
        if names:
            begins, ends = names[0].begins, names[-1].ends
            ends -= len(text[begins:ends]) - len(re.sub(r"(?:['’]s?|\.)$", "", text[begins:ends]))
            if not any(begins < end and start < ends for start, end in shielded):
                found.append(Trace(WHAT, begins, ends))
    return _once(found)


def _once(found: Sequence[Trace]) -> list[Trace]:
    kept: list[Trace] = []
    for one in sorted(found, key=lambda one: (one.begins, -one.ends)):
        if not kept or one.begins >= kept[-1].ends:
            kept.append(one)
    return kept


def _told(text: str, told: Told) -> Iterator[Trace]:
    """Names known beforehand, whatever their letters."""
    names, longest = told.names, told.longest
    words = [
        (plain(match.group()), match.start(), match.end())
        for match in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    ]
    for first in range(len(words)):
        for last in range(first, min(first + longest, len(words))):
            row = " ".join(word for word, _, _ in words[first : last + 1])
            bare = re.sub(r"'s?$", "", row)
            if row in names or bare in names:
                yield Trace(
                    WHAT, words[first][1], words[last][2] - (len(row) - len(bare) if row not in names else 0)
                )


def _shielded(text: str, known: Collection[str]) -> list[tuple[int, int]]:
    words = [one for one in sorted(known, key=len, reverse=True) if one.strip()]
    if not words:
        return []
    return [match.span() for match in re.finditer("|".join(map(re.escape, words)), text, re.IGNORECASE)]


def _name_of(text: str, run: list[Word]) -> list[Word]:
    """The words of a run that make a name, or none."""
    for place, word in enumerate(run[:-1]):
        if word.plain in TITLES and word.is_capital and _can_follow_a_title(run[place + 1 :]):
            return run[place : place + 4]
    if len(run) == 1 and run[0].plain in CALENDAR and _can_be_given(run[0]) and is_marked(text, run):
        return run
    if is_a_thing(text, run):
        return []
    bodies = [place for place, word in enumerate(run) if _is_of_a_body(word)]
    if bodies and not (len(run) == 2 and run[1].plain in SURNAMES_TOO and _can_stand_before(text, run)):
        tail = run[bodies[-1] + 1 :]
        return tail if len(tail) > 1 and _is_surely_given(tail[0]) and _can_be_a_surname(tail[1]) else []
    if len(run) > 1 and " ".join(word.plain for word in run) in lists().places:
        return []
    whole = run
    while run and _only_begins(run):
        run = run[1:]
    for place in range(len(run) - 1):
        if _is_a_row_of_names(text, run[place:]):
            return run[place:]
    words = [word for word in run if not word.is_initial and word.text not in PARTICLES]
    if len(words) != 1:
        return []
    before = {word.plain for word in whole if word is not words[0]}
    if "the" in before and not is_a_parent(text, words[0]):
        return []
    return words if _stands_alone(text, words[0], follows=bool(before - COMMON)) else []


def _can_stand_before(text: str, run: list[Word]) -> bool:
    """Whether a run begins as a name does that ends in a word like Hall or Green."""
    return _is_surely_given(run[0]) or (run[0].is_initial and is_marked(text, run))


def _can_follow_a_title(rest: list[Word]) -> bool:
    """Whether a title is followed by somebody, and is not part of a post or a place."""
    return rest[0].plain not in NOT_PEOPLE or (len(rest) == 1 and _can_be_a_surname(rest[0]))


def _only_begins(run: list[Word]) -> bool:
    """Whether the first word of a run has its capital from where it stands, or is a post or a town before a name."""
    word, known = run[0], lists()
    name, alone = word.plain, len(run) == 1
    if name in COMMON:
        return alone or not ((word.is_initial or name in NAMES_TOO) and _is_surely_a_name(run[1]))
    if name in CALENDAR and (alone or name not in known.given):
        return True
    if word.is_initial or word.text in PARTICLES or name in known.given:
        return False
    return (
        _is_a_word(word)
        or (name in known.no_person and not alone)
        or (word.is_acronym and not _is_a_name(word))
    )


def _is_of_a_body(word: Word) -> bool:
    """Whether a word makes the name of a body, a place or a programme."""
    is_camel = _CAMEL.search(word.text) and not _CLAN.match(word.text) and "-" not in word.text
    return word.plain in NOT_PEOPLE or bool(is_camel)


def _each(word: Word, of: Collection[str]) -> bool:
    """Whether it stands in a list, or each part of a double name does."""
    return word.plain in of or ("-" in word.plain and all(part in of for part in word.plain.split("-")))


def _is_a_word(word: Word) -> bool:
    """Whether it is plain English or the field's, or ends as words do and names do not."""
    name, known = word.plain, lists()
    if _each(word, known.english) or name.removesuffix("s") in known.english:
        return True
    return len(name) > 5 and "-" not in name and not _is_a_name(word) and bool(_ENDINGS.search(name))


def _is_a_name(word: Word) -> bool:
    return _each(word, lists().given) or _each(word, lists().surnames)


def _can_be_given(word: Word) -> bool:
    return _each(word, lists().given)


def _can_be_a_surname(word: Word) -> bool:
    return _each(word, lists().surnames) or _is_surely_a_name(word)


def _is_unknown(word: Word) -> bool:
    """Neither word nor town nor a name that the lists hold: a rare name, or a make."""
    return not (_is_a_name(word) or _is_a_word(word) or word.plain in lists().no_person or word.is_acronym)


def _is_surely_a_name(word: Word) -> bool:
    """A name, or a word that no list knows; and no word and no town."""
    if word.is_initial or word.plain in lists().places:
        return False
    return _is_unknown(word) or (_is_a_name(word) and not _is_a_word(word))


def _is_surely_given(word: Word) -> bool:
    """A given name that is no word and no town."""
    return _can_be_given(word) and _is_surely_a_name(word)


def _is_a_row_of_names(text: str, run: list[Word]) -> bool:
    """Whether a row of capitals is a person: a given name or an initial and what can be a surname."""
    first, last = run[0], run[-1]
    words = [word for word in run if not word.is_initial and word.text not in PARTICLES]
    if not words or len(run) > 5:
        return False
    if not all(word.is_capital or word.text in PARTICLES or _is_a_name(word) for word in run):
        return False
    if _is_surely_given(first):
        return True
    marked = is_marked(text, run)
    if first.is_initial:
        sure = first.text.endswith(".") or marked
        return _is_surely_a_name(words[0]) or (sure and _can_be_a_surname(words[0]))
    if not _can_be_given(first):
        return all(map(_is_surely_a_name, words)) and not all(word.is_acronym for word in words)
    if any(map(_is_surely_a_name, run[1:])) or (last.is_initial and not first.is_first):
        return True
    return (marked and _can_be_a_surname(last)) or (not first.is_first and last.plain in lists().very_often)


def _stands_alone(text: str, word: Word, *, follows: bool) -> bool:
    """Whether one word with a capital is a person. `follows`: other capitals stood before it."""
    known, name = lists(), word.plain
    if not word.is_capital:
        return name in known.common
    if word.is_acronym and (_is_a_word(word) or len(name) < FEWEST_CAPITALS):
        return False
    marked, mid_sentence = is_marked(text, [word]), not (word.is_first or follows)
    if _is_surely_given(word) or (marked and _can_be_given(word)):
        return True
    if is_a_parent(text, word):
        return _can_be_a_surname(word)
    if acts_like_a_person(text, word, surely=True) and (_can_be_given(word) or name in known.proper):
        return True
    if _can_be_given(word):
        return mid_sentence and name not in RATINGS | CALENDAR | known.no_person
    if name in known.no_person or _is_a_word(word) or word.is_acronym:
        return marked and name in known.proper
    return marked or acts_like_a_person(text, word) or (mid_sentence and name in known.often)
