"""People's names in a text, and the many words that look like names: Will, May, Grace, Summer, Hope, Young, Reading.

A capital letter proves nothing. A word that is also a name counts only where somebody stands: before a verb, with "’s",
or after "for", "with", "help".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from goldenthread.casework.plan.language.phrases import Span
from goldenthread.casework.plan.shapes import Plan
from goldenthread.kit.name_words import lists

WORD_NAMES = frozenset(Path(__file__).with_name("word_names.txt").read_text(encoding="utf-8").split())
"""Names that are also words, months, plants, colours, callings or places."""
VERBS = (
    r"will|has|had|is|was|can|could|cannot|needs?|likes?|loves?|finds?|enjoys?|would|struggles?|uses?|does|did|should|must|"
    r"shall|may|might|responds?|shows?|"
    r"attends?|lives|works|knows|wants|asks|becomes|requires?|benefits|learns|makes|takes|says|told|said|gets|goes|feels|"
    r"prefers|communicates|presents|experiences|"
    r"receives?|understands|speaks|plays|eats|sleeps|started|moved|joined|achieved|continues|demonstrates|displays|engages|"
    r"listens|reads|writes|tries|sometimes|often|also|who"
)
_BEFORE = re.compile(
    r"\b(?:for|with|help|helps|helping|support|supports|supporting|enable|enables|enabling|allow|give|gives|offer|teach|"
    r"encourage|ask|asked|by|of|about|to|and|that|let|met|observed|remind|tell|praise)\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^(?:[’']s?(?![\w])|\s(?:{VERBS})\b)")
_SUBJECT_START = re.compile(rf"^\s(?:{VERBS})\b")
_PLACE = re.compile(
    r"^(?:[’']s)?(?:\s[A-Z][\w’'&-]{0,30}|\sof|\sand){0,4}?\s(?:Primary|Infant|Junior|Secondary|High|Grammar|School|"
    r"Academy|College|"
    r"Nursery|University|Centre|Hospital|House|Ward|Unit|Church|Trust|Road|Street|Lane|Avenue|Close|Drive|Way|Park|Court|"
    r"Clinic|Surgery|Class|Team|Service|Council|Hub|Foundation|Charter|Assessment|Test|Scale|Scales|Programme|Therapy|Term|"
    r"Holiday|Holidays|Bank|County|City|Borough|Day|Days|Half)\b"
)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|by|until|of|from|since|before|after|early|late|mid|end|to|and|between|during|every|each|this|next|last)|"
    r"\d(?:st|nd|rd|th)?)[\s-]$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(r"^\s(?:\d|half|term|and\s(?:June|July|September|October)|or\s|to\s(?:June|July))")
_RELATION = re.compile(
    r"\b(?:(?:best|close|school|old)\s)?(?:friends?|brothers?|sisters?|sibling|twin|cousin|uncle|aunt|auntie|stepfather|"
    r"stepmother|stepdad|stepmum|step-?brother|step-?sister|half-?brother|half-?sister|neighbour|classmate|peer|nephew|"
    r"niece|grandad|grandma|nan|nanna|grandfather|grandmother|boyfriend|girlfriend|partner|foster\scarer)s?,"
    r"?\s(?:called\s|named\s)?$",
    re.IGNORECASE,
)
_RELATED = (
    "friend", "brother", "sister", "sibling", "twin", "cousin", "uncle", "aunt", "step", "neighbour", "classmate", "peer",
    "nephew", "niece",
    "gran", "nan", "partner", "carer",
)  # fmt: skip
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|St|Saint)\.?\s(?:[A-Z]\.?\s)?$")
_CAPITAL = re.compile(r"\b(?=[^a-z\W\d_])[^\W\d_][\w’'-]*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True)
class Mention:
    """A name in a text: `family` is the capitalised word after it, if any; `stands` whether a person plainly stands there."""

    start: int
    end: int
    given: str
    family: str
    full_end: int
    stands: bool
    is_related: bool


@cache
def names_alone() -> frozenset[str]:
    """Given names that are no words and no towns, in small letters: the lists of `kit.name_words`."""
    known = lists()
    return known.given - known.english - known.no_person - WORD_NAMES


@lru_cache(maxsize=8_192)
def bare(word: str) -> str:
    """A word as names are compared: small letters, no possessive.

    >>> bare("Grace’s"), bare("O’Neill")
    ('grace', 'o’neill')
    """
    return re.sub(r"(?:[’']s|[’'])$", "", word).replace("'", "’").lower()


def mentions(text: str, names: Container[str], own: Container[str] = ()) -> Iterator[Mention]:
    """Each capitalised word that is one of the names and can be a person where it stands.

    One of the child’s `own` counts only with a family name after it; so does a word in capitals, which may be a short form.
    """
    for match in _CAPITAL.finditer(text):
        word = match[0]
        is_short_form = word.isupper() and len(word) > 1 and not text.isupper()
        if word[0].isupper() and bare(word) in names:
            following = _WORD.match(text, match.end() + 1)
            is_before_a_name = following is not None and following[0][0].isupper()
            if (is_short_form or bare(word) in own) and not is_before_a_name:
                continue
            one = _mention(text, match, following)
            if one:
                yield one


def _mention(text: str, match: re.Match[str], following: re.Match[str] | None) -> Mention | None:
    given = bare(match[0])
    end = match.start() + len(re.sub(r"(?:[’']s|[’'])$", "", match[0]))
    before, after = text[max(0, match.start() - 40) : match.start()], text[end : end + 60]
    if _TITLE.search(before) or _PLACE.match(after):
        return None
    if given in {"may", "april", "june", "august"} and (
        _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)
    ):
        return None
    stands = bool(_AFTER.match(after) or (_BEFORE.search(before) and not re.match(r"^\s[A-Z]", after)))
    if (
        given in WORD_NAMES
        and not before.strip()
        and given in {"will", "may"}
        and not _SUBJECT_START.match(after)
    ):
        stands = stands and after[:1] in "’'"
    family, full_end = "", end
    is_family = following is not None and (
        _is_name(following[0]) or (match[0].isupper() and following[0].isupper())
    )
    if following and is_family and text[end : following.start()] == " ":
        family, full_end = (
            bare(following[0]),
            following.start() + len(re.sub(r"(?:[’']s|[’'])$", "", following[0])),
        )
        stands = stands or bool(_AFTER.match(text[full_end : full_end + 60]))
    return Mention(match.start(), end, given, family, full_end, stands, bool(_RELATION.search(before)))


def _is_name(word: str) -> bool:
    """Whether a word is written as a family name is: a capital, and not a short form."""
    return word[0].isupper() and not (word.isupper() and len(word) > 1)


@cache
def _parts(text: str) -> frozenset[str]:
    return frozenset(bare(word) for word in _WORD.findall(text)) | frozenset(
        piece for word in _WORD.findall(text) for piece in bare(word).split("-")
    )


def child_words(plan: Plan) -> frozenset[str]:
    """Every word of the child’s own names."""
    child = plan.child
    return _parts(" ".join((child.given_names, child.family_name, child.known_as, *child.earlier_names)))


def own_words(plan: Plan) -> frozenset[str]:
    """Every word of names that this plan may hold: the child’s, those of the people listed, of authors, bodies and places."""
    known = [one.name for one in plan.people]
    known += [name for one in plan.advice for name in (one.author, one.body)]
    known += [one.name for one in plan.establishments] + [plan.authority, plan.child.setting]
    return child_words(plan) | _parts(" ".join(known))


def third_people(text: str, own: Container[str]) -> Iterator[Span]:
    """People named as somebody’s friend, brother or neighbour whom the plan does not know."""
    small = text.lower()
    for match in _CAPITAL.finditer(text) if any(one in small for one in _RELATED) else ():
        before = text[max(0, match.start() - 40) : match.start()]
        if match[0][0].isupper() and _RELATION.search(before) and bare(match[0]) not in own:
            end = match.start() + len(re.sub(r"(?:[’']s|[’'])$", "", match[0]))
            yield Span(match.start(), end, text[match.start() : end])
