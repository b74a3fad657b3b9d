"""From what people write to what can be compared: words without case, accents and endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_QUESTION, MOST_WORDS = 300, 16
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")
_STOP = """
a about all am an and any are as at be been but by can cant could did do does for from get gets getting go going got
had has have he help her him his how i if in into is isnt it its just me my near need needs needing no not of on or
our please she should so some son daughter child children kid kids boy girl that the their them there they this to too
up us wants want was we what when where which who why will with wont would you your year years yr yrs old aged age
looking find anyone anything something someone doesnt dont im ive hes shes think really very like been being year
wolverhampton local services service support supports things thing new
"""
STOP = frozenset(_STOP.split())
_VOWEL = re.compile(r"[aeiouy]")


def plain(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    taken = unicodedata.normalize("NFKD", text.lower().translate(_APOSTROPHES))
    return "".join(letter for letter in taken if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The words of a text in order, without endings.

    >>> tokens("Children's swimming lessons: £3!")
    ['child', 'swim', 'lesson', '3']
    """
    return list(map(stem, _WORD.findall(plain(text))))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its ending: plural, -ing, -ed. Endings that change the sense stay.

    >>> [stem(word) for word in ("therapies", "classes", "hearing", "worried", "stopped", "autistic", "bus", "sing")]
    ['therapy', 'class', 'hear', 'worry', 'stop', 'autistic', 'bus', 'sing']
    """
    if len(word) <= 3 or word.isdigit():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in (("sses", "ss"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and _VOWEL.search(word[: -len(ending)]):
            return _without_doubling(word[: -len(ending)])
    return word


def _without_doubling(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root


_IRREGULAR = {
    "children": "child", "childrens": "child", "people": "person", "peoples": "person", "feet": "foot", "teeth":
    "tooth", "swam": "swim", "aids": "aid", "nursing": "nurse", "nurses": "nurse", "riding": "ride", "dancing":
    "dance", "cycling": "cycle", "used": "use", "using": "use", "caring": "care", "living": "live", "moving":
    "move", "giving": "give", "behaviours": "behaviour", "behavior": "behaviour", "behaviors": "behaviour",
    "counseling": "counsel", "counselling": "counsel",
}  # fmt: skip
