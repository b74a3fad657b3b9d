"""Where a text seems to name a person. It finds likeness, not truth: somebody looks at each and says what it is.

A name is told by what stands around it (a title, "my son …", "… said", an age), by being common in England, or by being a row
of capitals that is no body, place, paper or post. Names that are known beforehand are found whatever they look like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.kit.identifiers import Trace
from goldenthread.kit.name_words import (
    AMBIGUOUS,
    CALENDAR,
    COMMON,
    GIVEN,
    NOT_PEOPLE,
    PERSON_VERBS,
    PLACES,
    SURNAMES,
    TITLES,
    word_set,
)

WHAT = "a person’s name"
FIELD = frozenset((Path(__file__).parent / "field_words.txt").read_text(encoding="utf-8").split()) | COMMON
"""Words of the field and of plain English: with a capital they begin something, but seldom a person."""
_ENDINGS = re.compile(
    r"(?:ing|ed|ness|tion|sion|ment|ments|ity|ies|ive|ical|ship|tional|ly|ance|ence|able|ous|ional|isation|ism)$"
)
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")
_CLAN = re.compile(r"(?:Mc|Mac|Fitz|De|Di|Le|La|Van|Von|O['’])[A-Z]")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_BETWEEN = frozenset((" ", ". ", "\u00a0", "\n", "."))
_PARTICLES = word_set("al ap bin binti da de del der di dos du el ibn la le van von ter")
_CUE_BEFORE = re.compile(
    r"(?:\b(?:my|our|her|his|their|whose|the) (?:(?:\w+ )?(?:son|daughter|child|brother|sister|mother|mum|dad|father|nephew|"
    r"niece|grandson|granddaughter|twin|friend|keyworker|teacher|social worker|pupil))(?: is)?,?"
    r"|\b(?:named|called|known as|name is|i am|i’m|i'm|pupil|about|case of|story of|signed(?: by)?|regards,?|thanks to)"
    r"|\b(?:name|child|parent|carer|pupil|keyworker|author|contact|officer|caseworker|lead|from|owner):)\s+$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"\s*(?:,\s*|\()(?:who is |now |aged )?\d{1,2}\b(?! [A-Z])|\s*,? (?:who is|aged|is) \d{1,2}\b",
    re.IGNORECASE,
)
_KIN_AFTER = re.compile(
    r"['’]s? (?:mum|dad|mother|father|parents?|carers?|family|brother|sister|plan|EHC|teacher|school|needs|story|case|review|"
    r"placement|provision|class|diagnosis|house|home|room)\b",
)


@dataclass(frozen=True)
class _Word:
    text: str
    begins: int
    ends: int
    is_first: bool
    """Whether it begins a sentence, a line or a cell, where anything has a capital."""

    @property
    def plain(self) -> str:
        return re.sub(r"['’]s?$", "", plain(self.text.rstrip(".")))

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_initial(self) -> bool:
        return len(self.text.rstrip(".")) == 1 and self.is_capital and self.text != "I"

    @property
    def is_acronym(self) -> bool:
        letters = self.text.rstrip(".")
        return (
            len(letters) > 1
            and sum(letter.isupper() for letter in letters) > 1
            and letters.upper() == letters
        )


def plain(text: str) -> str:
    """Small letters without accents: how names are compared.

    >>> plain("Zoë O’Neill")
    "zoe o'neill"
    """
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return bare.casefold().replace("’", "'").replace("ł", "l").replace("ø", "o")


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
    lower = {plain(word) for word in re.findall(r"\b[^\W\d_]+", text) if word.islower()}
    for run in _runs(text):
        names = _name_of(text, run, lower)
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


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.endswith(".") and len(word) > 2 and plain(word[:-1]) not in TITLES:
            word = word[:-1]
        before = text[: match.start()].rstrip(" \t“\"‘'(")
        is_first = not before or before[-1] in ".!?:;\n•|–—"
        found.append(_Word(word, match.start(), match.start() + len(word), is_first))
    return found


def _runs(text: str) -> Iterator[list[_Word]]:
    """Rows of words with capitals, with nothing but a space (or a small particle) between them."""
    run: list[_Word] = []
    held: list[_Word] = []
    for word in _words(text):
        touches = (
            bool(run)
            and text[(held or run)[-1].ends : word.begins] in _BETWEEN
            and not (word.is_first and not run[-1].is_initial and run[-1].plain not in TITLES)
        )
        if not touches:
            if run:
                yield run
            run, held = ([word], []) if word.is_capital or _is_spoken(word) else ([], [])
        elif word.is_capital or _is_spoken(word):
            run, held = [*run, *held, word], []
        elif word.text in _PARTICLES and len(held) < 2:
            held.append(word)
        else:
            yield run
            run, held = [], []
    if run:
        yield run


def _is_spoken(word: _Word) -> bool:
    """Written small, but a name all the same: "amira khan"."""
    return word.plain in GIVEN - AMBIGUOUS - COMMON or word.plain in SURNAMES & _ONLY_SURNAMES


_SURELY = (GIVEN - AMBIGUOUS - FIELD) | (SURNAMES - AMBIGUOUS - FIELD)
_ONLY_SURNAMES = word_set(
    "ahmed akhtar begum hussain kaur khan kowalski mahmood miah nowak parmar patel sharma singh"
)


def _name_of(text: str, run: list[_Word], lower: Collection[str]) -> list[_Word]:
    """The words of a run that make a name, or none."""
    for place, word in enumerate(run):
        if (
            word.plain in TITLES
            and word.is_capital
            and place + 1 < len(run)
            and run[place + 1].plain not in NOT_PEOPLE
        ):
            return run[place : place + 4]
    while run and _begins_only(run[0], lower, alone=len(run) == 1):
        run = run[1:]
    if not run or any(_is_other(word) for word in run):
        return []
    return run if _seems_a_name(text, run, lower) else []


def _begins_only(word: _Word, lower: Collection[str], *, alone: bool) -> bool:
    """Whether a word has its capital from where it stands."""
    return (
        word.plain in COMMON
        or (word.is_first and _is_english(word.plain) and word.plain not in GIVEN)
        or (word.is_first and word.plain in lower and word.plain not in GIVEN - AMBIGUOUS)
        or (alone and word.plain in CALENDAR)
    )


def _is_other(word: _Word) -> bool:
    return (
        word.plain in NOT_PEOPLE
        or word.plain in PLACES
        or (word.is_acronym and len(word.plain) > 1 and word.plain not in GIVEN | SURNAMES)
        or bool(_CAMEL.search(word.text) and not _CLAN.match(word.text))
        or word.plain in CALENDAR - GIVEN
    )


def _seems_a_name(text: str, run: list[_Word], lower: Collection[str]) -> bool:
    before, after = text[max(0, run[0].begins - 60) : run[0].begins], text[run[-1].ends : run[-1].ends + 40]
    whole = text[run[0].begins : run[-1].ends]
    words = [word.plain for word in run if not word.is_initial and word.text not in _PARTICLES]
    marked = bool(
        _CUE_BEFORE.search(before) or _AGE_AFTER.match(after) or _KIN_AFTER.search(whole + after[:14])
    )
    is_known = [word in lower or _is_english(word) for word in words]
    if not words:
        return False
    if len(run) > 1:
        if words[0] in GIVEN or any(word in _SURELY for word in words) or (marked and not all(is_known)):
            return True
        return (
            len(run) <= 5
            and not any(_is_of_the_field(word) for word in words)
            and all(word.is_capital or word.text in _PARTICLES for word in run)
        )
    only = words[0]
    if only in GIVEN - AMBIGUOUS:
        return True
    if not run[0].is_capital:
        return False
    return (marked and not is_known[0]) or (_acts_like_a_person(after) and not is_known[0] and len(only) > 2)


def _is_english(word: str) -> bool:
    """Whether a word, or the one word it is a plural of, is one of the field's, or ends as words do and names do not."""
    return _is_of_the_field(word) or (len(word) > 5 and "-" not in word and bool(_ENDINGS.search(word)))


def _is_of_the_field(word: str) -> bool:
    return word in FIELD or word.removesuffix("s") in FIELD


def _acts_like_a_person(after: str) -> bool:
    match = re.match(r"\s+([a-z]+)", after)
    return bool(match and match.group(1) in PERSON_VERBS)
